"""The release as a mail program without HTML shows it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QSignalBlocker, Qt, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent, QTextBlockFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from newsdesk.ui.editor import transfer
from newsdesk.ui.theme.fonts import mono_font
from newsdesk.ui.timers import single_shot

if TYPE_CHECKING:
    from newsdesk.rendering.release import RenderedRelease

_FONT_PX = 13
_LINE_PX = 20
_MARGIN_PX = 22
_LEAST = 20  # columns; in a narrower pane lines are broken once more
_IDLE_MS = 150


class PlainTextPreview(QTextEdit):
    """Sets the release anew a moment after it changed, while it is seen.

    Its lines are as long as those of the export where the pane is wide enough for that.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plain_text")
        self.setAccessibleName(self.tr("Release as plain text"))
        self.setPlaceholderText(self.tr("Open a release and its page is shown here."))
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(_MARGIN_PX)
        self._rendered: RenderedRelease | None = None
        self._is_stale = False
        self._is_from_top = False
        self._idle = single_shot(self, self._set_anew, _IDLE_MS)
        self.setFont(mono_font(_FONT_PX))  # larger with all texts: see window.qss
        self._set_line_height()

    def set_release(self, rendered: "RenderedRelease | None") -> None:
        """Show a release as it is now; None: no release is open."""
        self._rendered = rendered
        self._is_stale = True
        if rendered is None:
            self._set_anew()
        elif not self._idle.isActive():
            self._idle.start()

    def turn_to_top(self) -> None:
        """See the next text from its top: it is another release's."""
        self._is_from_top = True

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._set_anew()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._is_stale = True
        self._idle.start()

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802 - Qt's name
        return transfer.copied(self.textCursor())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._set_line_height()
            self._is_stale = True  # as many letters as fit
            self._idle.start()

    def _set_line_height(self) -> None:
        """Have all lines of one height: those with letters of another typeface would be higher."""
        line = QTextBlockFormat()
        height = round(_LINE_PX * self.fontInfo().pixelSize() / _FONT_PX)
        line.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.setBlockFormat(line)

    @Slot()
    def _set_anew(self) -> None:
        if not self._is_stale or not self.isVisible():
            return
        self._is_stale = False
        self._replace(self._text())
        if self._is_from_top:
            self._is_from_top = False
            self.verticalScrollBar().setValue(0)

    def _text(self) -> str:
        if self._rendered is None:
            return ""
        from newsdesk.rendering.text_page import WIDTH, text_page  # noqa: PLC0415 - when seen

        room = self.viewport().width() - 2 * _MARGIN_PX
        fitting = room // max(1, self.fontMetrics().horizontalAdvance("0"))
        return text_page(self._rendered, min(WIDTH, max(_LEAST, fitting)))

    def _replace(self, text: str) -> None:
        """Change what differs: the rest stays where it is seen, and selected."""
        from newsdesk.rendering.retyping import changed_span  # noqa: PLC0415 - when seen

        before = self.document().toRawText().replace("\u2029", "\n")
        start, end = changed_span(before, text)
        if start == end and len(before) == len(text):
            return
        new = text[start : end + len(text) - len(before)]
        cursor = QTextCursor(self.document())
        with QSignalBlocker(self):
            cursor.setPosition(_qt_length(before[:start]))
            cursor.setPosition(_qt_length(before[:end]), QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(new)


def _qt_length(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
