"""The lines of a source, and where in the document that shows them their places are."""

from collections.abc import Iterator, Sequence

from PySide6.QtGui import QTextCursor, QTextDocument

from newsdesk.ui.dialogs.mark_places import Place, from_qt, to_qt

_LONGEST_LINE = 4_000  # characters
_MOST = 150_000  # characters in all


class SourceLines:
    """Lines as they are and as they are shown: of a very long source the beginning."""

    def __init__(self, document: QTextDocument, lines: Sequence[str] = ()) -> None:
        self._document = document
        self._whole: Sequence[str] = tuple(lines) or ("",)
        self._shown: Sequence[str] = tuple(_shown(self._whole))

    @property
    def whole(self) -> Sequence[str]:
        return self._whole

    @property
    def shown(self) -> Sequence[str]:
        """The first of them, very long ones cut."""
        return self._shown

    @property
    def is_cut(self) -> bool:
        """Whether there are more than can be laid out without holding the window up."""
        return len(self._shown) < len(self._whole)

    def place(self, position: int) -> Place:
        """Return the place of a position in the document."""
        block = self._document.findBlock(position)
        number = block.blockNumber()
        text, line = self._shown[number], self._whole[number]
        column = from_qt(text, position - block.position())
        is_end = column == len(text)  # of what is shown of it: all of it is meant
        return Place(number, len(line) if is_end else column)

    def cursor(self, place: Place) -> QTextCursor:
        """Return a cursor in the document; of what is not shown one in the last line."""
        block = self._document.findBlockByNumber(min(place.line, len(self._shown) - 1))
        cursor = QTextCursor(block)
        text = self._shown[block.blockNumber()]
        cursor.setPosition(block.position() + to_qt(text, place.column))
        return cursor

    def selected(self, cursor: QTextCursor) -> tuple[Place, Place]:
        """Return what a cursor selects, without spaces around it; if nothing, its line."""
        if not cursor.hasSelection():
            number = cursor.blockNumber()
            return Place(number, 0), Place(number, len(self._whole[number]))
        start, end = (self.place(at) for at in (cursor.selectionStart(), cursor.selectionEnd()))
        while start < end and not self._whole[start.line][start.column :].strip():
            start = Place(start.line + 1, 0)
        while end > start and not self._whole[end.line][: end.column].strip():
            end = Place(end.line - 1, len(self._whole[end.line - 1]))
        line, last = self._whole[start.line], self._whole[end.line]
        rest = line[start.column :]
        start = Place(start.line, len(line) - len(rest.lstrip()))
        end = Place(end.line, len(last[: end.column].rstrip()))
        return start, end


def _shown(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines that are shown, as they are shown."""
    left = _MOST
    for line in lines:
        if left <= 0:
            return
        yield line if len(line) <= _LONGEST_LINE else f"{line[:_LONGEST_LINE]}…"
        left -= min(len(line), _LONGEST_LINE) + 1
