"""The paper before there is a page on it."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from newsdesk.ui.preview.shell import NARROW_PX, SCROLL_BAR_PX
from newsdesk.ui.widgets.buttons import secondary_button

# The paper's, as the exported page has it: white by day and by night.
_PAPER = QColor("#FFFFFF")
_SHADE = QColor("#EDF0F3")
_WIDEST = 640
_RADIUS = 6
_HEADLINE = ((1.0, 24), (0.55, 24))  # share of the column, px high
_PARAGRAPHS = ((1.0, 0.96, 0.98, 0.62), (0.97, 1.0, 0.93, 0.98, 0.35), (1.0, 0.95, 0.7))
_LINE_PX, _LEADING_PX = 10, 25


class PaperSkeleton(QWidget):
    """Where headline and paragraphs will stand, and perhaps a sentence instead of them.

    Signals:
        asked_again(): the user pressed the button.
    """

    asked_again = Signal()

    def __init__(self, canvas: QColor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._is_right_to_left = False
        self._sentence = QLabel()
        self._sentence.setObjectName("paper_sentence")
        self._sentence.setWordWrap(True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._button = secondary_button("")
        self._button.clicked.connect(self.asked_again)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(60, 96, 60 + SCROLL_BAR_PX, 48)
        layout.setSpacing(16)
        layout.addWidget(self._sentence)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)
        self.say("")

    @property
    def sentence(self) -> str:
        return self._sentence.text()

    def say(self, sentence: str, button: str = "") -> None:
        """Show a sentence on the paper, empty: the page is on its way; and perhaps a button."""
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self._button.setText(button)
        self._button.setVisible(bool(button))
        self.update()

    def set_canvas(self, canvas: QColor) -> None:
        self._canvas = canvas
        self.update()

    def set_right_to_left(self, is_right_to_left: bool) -> None:
        self._is_right_to_left = is_right_to_left
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._canvas)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        margin, padding = (12, 20) if self.width() <= NARROW_PX else (20, 40)
        room = self.width() - SCROLL_BAR_PX
        width = min(_WIDEST, room - 2 * margin)
        paper = QRectF((room - width) / 2, margin, width, self.height())
        painter.setBrush(_PAPER)
        painter.drawRoundedRect(paper, _RADIUS, _RADIUS)
        if not self.sentence:
            painter.setBrush(_SHADE)
            for line in self._lines(paper.adjusted(padding, 42, -padding, 0)):
                painter.drawRoundedRect(line, 3, 3)

    def _lines(self, column: QRectF) -> Iterator[QRectF]:
        top = column.top()
        for share, height in _HEADLINE:
            yield self._line(column, top, share, height)
            top += height + 10
        top += 22
        for paragraph in _PARAGRAPHS:
            for share in paragraph:
                yield self._line(column, top, share, _LINE_PX)
                top += _LEADING_PX
            top += 14

    def _line(self, column: QRectF, top: float, share: float, height: float) -> QRectF:
        width = column.width() * share
        left = column.right() - width if self._is_right_to_left else column.left()
        return QRectF(left, top, width, height)
