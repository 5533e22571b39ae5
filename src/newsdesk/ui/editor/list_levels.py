"""Tab and Shift+Tab: items of a list move a level deeper or up, with all that belongs to them.

Each move is one step of undo. The numbers around follow: an item that came to others goes on with
theirs, those behind it are counted anew.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtGui import QTextBlock, QTextCursor

from newsdesk.ui.editor.paragraphs import (
    STEP,
    Beginning,
    beginning,
    selected_lines,
    with_words,
    write_beginning,
)

_ONE_LEVEL = re.compile(r"^(?:\t| {1,4})")


def indent(cursor: QTextCursor) -> None:
    """Put list items and selected lines one level deeper; else write four spaces.

    An item with none above it on its level stays: deeper it would be code to Markdown.
    """
    lines = selected_lines(cursor)
    is_item = beginning(lines[0].text())[0].is_item
    if not is_item and not cursor.hasSelection():
        cursor.insertText(STEP)
    elif not is_item or _has_item_above(lines[0]):
        _shift(cursor, with_words(lines), deeper=True)


def outdent(cursor: QTextCursor) -> None:
    """Take one level from the lines that have one."""
    _shift(cursor, selected_lines(cursor), deeper=False)


def _shift(cursor: QTextCursor, lines: Sequence[QTextBlock], *, deeper: bool) -> None:
    chosen = {line.blockNumber() for line in lines}
    moving = chosen | {line.blockNumber() for line in _children(lines[-1])}
    blocks = _list_around(lines[0], lines[-1])
    old = [beginning(block.text())[0] for block in blocks]
    new = [
        _shifted(begins, deeper=deeper) if block.blockNumber() in moving else begins
        for block, begins in zip(blocks, old, strict=True)
    ]
    is_chosen = [
        block.blockNumber() in chosen and before != after
        for block, before, after in zip(blocks, old, new, strict=True)
    ]
    pen = QTextCursor(cursor.document())
    pen.beginEditBlock()
    for block, before, after in zip(blocks, old, _numbered(old, new, is_chosen), strict=True):
        if after != before and block.text().strip():
            write_beginning(pen, block, str(after))
    pen.endEditBlock()


def _shifted(begins: Beginning, *, deeper: bool) -> Beginning:
    if deeper:
        return replace(begins, indent=begins.indent + STEP)
    return replace(begins, indent=_ONE_LEVEL.sub("", begins.indent))


def _has_item_above(block: QTextBlock) -> bool:
    """Whether an item stands before this one on the same level."""
    level = _level(block)
    before, was_blank = block.previous(), False
    while before.isValid():
        begins, _words = beginning(before.text())
        if not before.text().strip():
            was_blank = True
        elif begins.is_item and len(begins.indent) <= level:
            return len(begins.indent) == level
        elif not begins.is_item and len(begins.indent) <= level and was_blank:
            return False
        else:
            was_blank = False
        before = before.previous()
    return False


def _children(block: QTextBlock) -> list[QTextBlock]:
    """Return the lines below an item that belong to it."""
    if not beginning(block.text())[0].is_item:
        return []
    level, found = _level(block), list[QTextBlock]()
    after = block.next()
    while after.isValid() and (not after.text().strip() or _level(after) > level):
        found.append(after)
        after = after.next()
    while found and not found[-1].text().strip():
        found.pop()
    return found


def _list_around(first: QTextBlock, last: QTextBlock) -> list[QTextBlock]:
    """Return these lines with those of the same list before and behind."""
    while first.previous().isValid() and _is_of_list(first.previous()):
        first = first.previous()
    while last.next().isValid() and _is_of_list(last.next()):
        last = last.next()
    lines = [first]
    while lines[-1] != last:
        lines.append(lines[-1].next())
    return lines


def _is_of_list(block: QTextBlock) -> bool:
    begins, _words = beginning(block.text())
    return begins.is_item or bool(begins.indent) or not block.text().strip()


def _numbered(
    old: Sequence[Beginning], new: Sequence[Beginning], is_chosen: Sequence[bool]
) -> list[Beginning]:
    """Return the beginnings of a list with the numbers that follow from a move.

    Args:
        old: before the move.
        new: after it, the numbers still as they were.
        is_chosen: which lines were to be moved; others went along or stayed.
    """
    numbered = list(new)
    siblings: dict[int, int] = {}  # by level: the last item there
    former: dict[int, int] = {}
    for place, (before, begins) in enumerate(zip(old, new, strict=True)):
        if not begins.is_item:
            continue
        was_after = _take_seat(former, before, place)
        is_after = _take_seat(siblings, begins, place)
        if is_after is None:
            is_first_now = was_after is not None or is_chosen[place]
            if begins.is_numbered and is_first_now:
                numbered[place] = replace(begins, marks=f"1{begins.marks[-1]}")
            continue
        other = numbered[is_after]
        if not is_chosen[place] and (begins.is_bullet or other.is_bullet):
            continue
        is_moved = is_chosen[place] or was_after != is_after or other != new[is_after]
        if is_moved:
            numbered[place] = replace(begins, marks=_next_mark(other))
    return numbered


def _take_seat(seats: dict[int, int], begins: Beginning, place: int) -> int | None:
    """Note an item as the last one of its level; return which one was."""
    level = len(begins.indent)
    for deeper in [each for each in seats if each > level]:
        del seats[deeper]
    last = seats.get(level)
    seats[level] = place
    return last


def _next_mark(begins: Beginning) -> str:
    if begins.is_bullet:
        return begins.marks
    return f"{int(begins.marks[:-1]) + 1}{begins.marks[-1]}"


def _level(block: QTextBlock) -> int:
    return len(beginning(block.text())[0].indent)
