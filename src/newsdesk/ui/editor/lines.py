"""The lines of a text, one after the other: each is a block, however often it is wrapped."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextBlock, QTextDocument
from PySide6.QtWidgets import QTextEdit


def lines_of(document: QTextDocument) -> Iterator[QTextBlock]:
    yield from _from(document.begin(), document.lastBlock())  # holds the document meanwhile


def lines_in_sight(text: QTextEdit) -> Iterator[QTextBlock]:
    """Yield the lines on the screen; none while the text is not laid out so far."""
    yield from _from(_line_at(text, 0), _line_at(text, text.viewport().height()))


def first_in_sight(text: QTextEdit) -> QTextBlock:
    return _line_at(text, 0)


def _line_at(text: QTextEdit, y: int) -> QTextBlock:
    """Return the line that stands there, in px from the top of what is seen, or next to it.

    It asks for a place within a line. Above the first one, and between two, which are lower than
    they are apart, Qt would look at all lines that follow: in a text of 20 MB for 150 ms.
    """
    seen_from = text.verticalScrollBar().value()
    within = _within_a_line(text.document(), seen_from + y) - seen_from
    return text.cursorForPosition(QPoint(0, round(within))).block()


def _within_a_line(document: QTextDocument, y: float) -> float:
    """Return a place next to `y`, in px from the top of a document whose lines are all as high."""
    first, second = document.begin(), document.begin().next()
    if min(first.lineCount(), second.lineCount()) < 1:  # not there, or not laid out
        return y
    layout, letters = first.layout(), first.layout().lineAt(0)
    top = layout.position().y()
    height = (second.layout().position().y() - top) / first.lineCount()
    above = max(0, (y - top) // height) * height
    return top + above + letters.y() + letters.height() / 2


def _from(first: QTextBlock, last: QTextBlock) -> Iterator[QTextBlock]:
    block = first
    while block.isValid() and block.blockNumber() <= last.blockNumber():
        yield block
        block = block.next()
