"""The lines of a text, one after the other: each is a block, however often it is wrapped."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextBlock, QTextDocument
from PySide6.QtWidgets import QTextEdit


def lines_of(document: QTextDocument) -> Iterator[QTextBlock]:
    yield from _from(document.begin(), document.lastBlock())  # holds the document meanwhile


def lines_in_sight(text: QTextEdit) -> Iterator[QTextBlock]:
    """Yield the lines on the screen; none while the text is not laid out so far."""
    size = text.viewport().size()
    first = text.cursorForPosition(QPoint(0, 0)).block()
    yield from _from(first, text.cursorForPosition(QPoint(size.width(), size.height())).block())


def _from(first: QTextBlock, last: QTextBlock) -> Iterator[QTextBlock]:
    block = first
    while block.isValid() and block.blockNumber() <= last.blockNumber():
        yield block
        block = block.next()
