"""The very first thing on the screen: the window as it was left, as a picture with a real text.

Importing and building the window takes longer than its first picture may take to appear. So the
places of its panes, the words in them and the open text are written down when it closes, and drawn
from that alone. Nothing is imported here that is not painted. What is typed meanwhile waits and
reaches the real editor.
"""

from typing import Any

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

LONGEST_TEXT = 8_000  # characters: more than the tallest screen shows


class FirstPicture(QWidget):
    """Panes as flat colours, the lines on them, and the text in an editor of its own.

    `picture` has, sizes in logical px of the window's content:
        panes: [x, y, width, height, colour] each
        fonts: paths of typefaces to be loaded; families: of the lines
        lines: [x, y, width, height, px, weight, colour, right to left, text] each
        editor: [x, y, width, height], with
        text, text_px, text_families, line_px, margin_px, text_colour, ground_colour

    Attributes:
        keys: what was pressed so far, for the editor.
    """

    def __init__(self, picture: dict[str, Any], parent: QWidget | None = None) -> None:
        """Raise `KeyError`, `TypeError` or `ValueError` if it is no picture."""
        super().__init__(parent)
        self._panes = [(QRect(*rect), QColor(colour)) for *rect, colour in picture["panes"]]
        for path in picture["fonts"]:
            QFontDatabase.addApplicationFont(path)
        self._families = list(picture["families"])
        self._lines = [_line(one, self._families) for one in picture["lines"]]
        self.keys: list[QKeyEvent] = []
        self.text = QTextEdit(self)
        self.text.installEventFilter(self)
        self.text.setReadOnly(True)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        palette = self.text.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(picture["ground_colour"]))
        palette.setColor(QPalette.ColorRole.Text, QColor(picture["text_colour"]))
        self.text.setPalette(palette)
        font = QFont()
        font.setFamilies(list(picture["text_families"]))
        font.setPixelSize(picture["text_px"])
        document = self.text.document()
        document.setDefaultFont(font)
        document.setDocumentMargin(picture["margin_px"])
        self.text.setPlainText(picture["text"])
        height = QTextBlockFormat()
        height.setLineHeight(picture["line_px"], QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QTextCursor(document)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(height)
        self.text.setGeometry(QRect(*picture["editor"]))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            self.keys.append(QKeyEvent(event.type(), event.key(), event.modifiers(), event.text()))
            return True
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        for rect, colour in self._panes:
            painter.fillRect(rect, colour)
        for rect, font, colour, flags, text in self._lines:
            painter.setFont(font)
            painter.setPen(colour)
            painter.drawText(rect, flags, text)


def _line(one: list[Any], families: list[str]) -> tuple[QRectF, QFont, QColor, int, str]:
    x, y, width, height, px, weight, colour, is_rtl, text = one
    font = QFont()
    font.setFamilies(families)
    font.setPixelSize(px)
    font.setWeight(QFont.Weight(weight))
    side = Qt.AlignmentFlag.AlignRight if is_rtl else Qt.AlignmentFlag.AlignLeft
    flags = side.value | Qt.AlignmentFlag.AlignTop.value | Qt.TextFlag.TextWordWrap.value
    return QRectF(x, y, width, height), font, QColor(colour), flags, text
