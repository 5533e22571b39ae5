"""Which line of a text is at the top of what is seen of it."""

from PySide6.QtCore import QObject, QPointF, Qt, Signal, Slot
from PySide6.QtGui import QTextBlock
from PySide6.QtWidgets import QTextEdit


class ScrollPlace(QObject):
    """Tells and sets it, in fractional lines: 12.5 is half-way through the thirteenth.

    A line of the source is a paragraph of the editor, however many rows that takes. The fields
    above the text do not scroll with it: line 0 is the very beginning, with the margin above it.

    Signals:
        moved(): another line is at the top; `set_line` does not emit it.
    """

    moved = Signal()

    def __init__(self, text: QTextEdit) -> None:
        super().__init__(text)
        self._text = text
        self._bar = text.verticalScrollBar()
        self._is_setting = False
        self._bar.valueChanged.connect(self._on_value_changed)

    @property
    def line(self) -> float:
        return self._line_at(self._bar.value())

    @property
    def last_line(self) -> float:
        """The line at the top when the text is scrolled to its end."""
        return self._line_at(self._bar.maximum())

    def set_line(self, line: float) -> None:
        """Scroll so that this line is at the top, or as far as the text goes."""
        document = self._text.document()
        number = min(max(int(line), 0), document.blockCount() - 1)
        top, height = self._extent(document.findBlockByNumber(number))
        self._is_setting = True
        self._bar.setValue(round(top + min(max(line - number, 0.0), 1.0) * height))
        self._is_setting = False

    def _line_at(self, y: int) -> float:
        if y <= 0:
            return 0.0
        layout = self._text.document().documentLayout()
        position = layout.hitTest(QPointF(0, y), Qt.HitTestAccuracy.FuzzyHit)
        block = self._text.document().findBlock(max(position, 0))
        top, height = self._extent(block)
        while y < top and block.previous().isValid():  # near an edge the hit is a neighbour
            block = block.previous()
            top, height = self._extent(block)
        while y >= top + height and block.next().isValid():
            block = block.next()
            top, height = self._extent(block)
        share = (y - top) / height if height else 0.0
        return block.blockNumber() + min(max(share, 0.0), 1.0)

    def _extent(self, block: QTextBlock) -> tuple[float, float]:
        """Return top and height of a block in px; the first one has the margin above it."""
        layout = self._text.document().documentLayout()
        rect = layout.blockBoundingRect(block)  # without the room below letters in its last row
        top = rect.top() if block.blockNumber() else 0.0
        following = block.next()
        end = layout.blockBoundingRect(following).top() if following.isValid() else rect.bottom()
        return top, end - top

    @Slot()
    def _on_value_changed(self) -> None:
        if not self._is_setting:
            self.moved.emit()
