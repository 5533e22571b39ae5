"""Tables in the text: from cell to cell, rows and columns more and fewer, pipes below each other.

Each change is one step of undo. A table whose pipes are below each other keeps them so; of others
no line is written anew that need not be.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtGui import QTextBlock, QTextCursor

from newsdesk.ui.editor.formats import TableChange
from newsdesk.ui.editor.inline import as_qt_counts
from newsdesk.ui.editor.markdown_highlighter import MarkdownHighlighter
from newsdesk.ui.editor.table_source import (
    SEPARATOR,
    Table,
    column_at,
    emptied,
    is_aligned,
    is_separator,
    spans,
)

_MOST_LINES = 1_000  # above and below the caret: a longer table is no table that a person writes


class _Place(NamedTuple):
    """A cell of a table in the text."""

    first: int  # number of the table's first line
    lines: list[str]
    line: int  # counted from `first`
    column: int
    offset: int  # of the caret behind the start of the cell's words, in Qt's units

    @property
    def row(self) -> int:
        """Of the table, whose head is row 0; the line below that belongs to it."""
        return self.line - 1 if self.line >= SEPARATOR else 0


def is_in_table(cursor: QTextCursor) -> bool:
    return _place(cursor) is not None


def change_table(cursor: QTextCursor, change: TableChange) -> None:
    """Change the table the caret is in, and select the cell to go on with."""
    place = _place(cursor)
    if place is None:
        return
    table = Table.read(place.lines)
    row, column = place.row, place.column
    match change:
        case TableChange.ALIGN:
            _write(cursor, place, table.aligned().lines())
            _select_cell(cursor, place.first + place.line, column)
            at, end = cursor.selectionStart() + max(place.offset, 0), cursor.selectionEnd()
            cursor.setPosition(min(at, end))
            return
        case TableChange.ROW_BELOW:
            row, column = row + 1, 0
            at = _line_of(row)
            lines = [*place.lines[:at], _empty_row(place.lines), *place.lines[at:]]
        case TableChange.COLUMN_RIGHT:
            row, column = 0, column + 1
            lines = table.with_column(column).lines()
        case TableChange.DELETE_ROW:
            lines = _without_row(table, place.lines, row)
            row = min(row, len(table.rows) - 2)
        case TableChange.DELETE_COLUMN:
            lines = table.without_column(column).lines() if table.columns > 1 else []
            column = min(column, table.columns - 2)
    if lines:
        _write(cursor, place, lines)
        _select_cell(cursor, place.first + _line_of(row), column)
    else:
        _remove(cursor, place)


def go_to_cell(cursor: QTextCursor, *, is_back: bool) -> bool:
    """Select the next cell of a table, or the one before; behind the last one there is a row more.

    Where only the line that is left has its pipes elsewhere, they come below the others again.

    Returns:
        Whether the caret was in a table, and in one line of it.
    """
    lines = (cursor.document().findBlock(at) for at in (cursor.anchor(), cursor.position()))
    place = _place(cursor) if len({line.blockNumber() for line in lines}) == 1 else None
    if place is None:
        return False
    line, column = place.line, place.column + (-1 if is_back else 1)
    if column < 0:
        line = _next_line(line, -1)
        column = len(spans(place.lines[line])) - 1
    elif column >= len(spans(place.lines[line])):
        line, column = _next_line(line, 1), 0
    if line < 0:
        return True
    others = [*place.lines[: place.line], *place.lines[place.line + 1 :]]
    lines = place.lines
    if place.line != SEPARATOR and is_aligned(others) and not is_aligned(lines):
        lines = Table.read(lines).aligned().lines()
    if line >= len(lines):
        lines = [*lines, _empty_row(lines)]
    _write(cursor, place, lines)
    _select_cell(cursor, place.first + line, column)
    return True


def _place(cursor: QTextCursor) -> _Place | None:
    block, at = cursor.block(), cursor.positionInBlock()
    if "|" not in block.text() or MarkdownHighlighter.is_code(block):
        return None
    above, below = _run(block, is_up=True), _run(block, is_up=False)
    lines = [*reversed(above), block.text(), *below]
    line = len(above)
    head = next((n - 1 for n, each in enumerate(lines) if n and is_separator(each)), len(lines))
    if head > line:
        return None
    counted = as_qt_counts(block.text())
    column = column_at(counted, at)
    return _Place(
        first=block.blockNumber() - line + head,
        lines=lines[head:],
        line=line - head,
        column=column,
        offset=at - spans(counted)[column].start,
    )


def _run(block: QTextBlock, *, is_up: bool) -> list[str]:
    """Return the lines next to one that have pipes, the nearest first."""
    lines = list[str]()
    while len(lines) < _MOST_LINES:
        block = block.previous() if is_up else block.next()
        line = block.text()
        if "|" not in line:  # nor has one that is none
            break
        lines.append(line)
    return lines


def _next_line(line: int, step: int) -> int:
    line += step
    return line + step if line == SEPARATOR else line


def _line_of(row: int) -> int:
    return row + 1 if row else 0


def _empty_row(lines: Sequence[str]) -> str:
    if is_aligned(lines):
        return emptied(lines[SEPARATOR])
    table = Table.read(lines)
    return replace(table, rows=(("",) * table.columns,)).lines()[0]


def _without_row(table: Table, lines: Sequence[str], row: int) -> list[str]:
    """Return the lines with one row less; none if that was the only one."""
    if len(table.rows) == 1:
        return []
    if table.is_aligned:
        return table.without_row(row).lines()
    if row:
        return [*lines[: row + 1], *lines[row + 2 :]]
    return [lines[2], lines[SEPARATOR], *lines[3:]]


def _write(cursor: QTextCursor, place: _Place, new: Sequence[str]) -> None:
    """Write other lines in place of those of a table, but for what is the same at either end."""
    old = place.lines
    most = min(len(old), len(new))
    above = next((n for n in range(most) if old[n] != new[n]), most)
    most -= above
    below = next((n for n in range(most) if old[-1 - n] != new[-1 - n]), most)
    gone, come = old[above : len(old) - below], new[above : len(new) - below]
    if not gone and not come:
        return
    document = cursor.document()
    pen = QTextCursor(document)
    pen.beginEditBlock()
    is_whole = bool(gone and come)  # else a line end comes or goes too
    first = document.findBlockByNumber(place.first + above - (not is_whole))
    last = document.findBlockByNumber(place.first + above + len(gone) - 1)
    pen.setPosition(first.position() if is_whole else _end(first))
    pen.setPosition(_end(last), QTextCursor.MoveMode.KeepAnchor)
    pen.insertText("\n".join(come) if is_whole else "".join("\n" + line for line in come))
    pen.endEditBlock()


def _remove(cursor: QTextCursor, place: _Place) -> None:
    document = cursor.document()
    cursor.setPosition(document.findBlockByNumber(place.first).position())
    last = document.findBlockByNumber(place.first + len(place.lines) - 1)
    cursor.setPosition(_end(last), QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()


def _select_cell(cursor: QTextCursor, number: int, column: int) -> None:
    block = cursor.document().findBlockByNumber(number)
    cells = spans(as_qt_counts(block.text()))
    cell = cells[min(column, len(cells) - 1)]
    cursor.setPosition(block.position() + cell.start)
    cursor.setPosition(block.position() + cell.end, QTextCursor.MoveMode.KeepAnchor)


def _end(block: QTextBlock) -> int:
    return block.position() + block.length() - 1
