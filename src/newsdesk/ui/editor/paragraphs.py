"""What a line of Markdown begins with, and changing that for every line that is selected.

Each function is one step of undo and leaves the selection on the same words.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from PySide6.QtGui import QTextBlock, QTextCursor

_BEGINNING = re.compile(
    r"(?P<quote>(?: {0,3}> ?)*)(?P<indent>[ \t]*)"
    r"(?:(?P<marks>#{1,6}|[-*+]|\d{1,9}[.)])(?:[ \t]+|$))?"
)
_RULE = re.compile(r" {0,3}(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})$")
_BULLET = "-"
_FURTHEST = 200  # lines looked back for what an indent belongs to: a key must not wait for it
STEP = "    "  # what Markdown takes for one level of a list


@dataclass(frozen=True, slots=True)
class Beginning:
    """The marks at the start of a line, before its words."""

    quote: str = ""
    indent: str = ""
    marks: str = ""  # of a heading or a list item, without the space behind

    @property
    def is_heading(self) -> bool:
        return self.marks.startswith("#")

    @property
    def is_bullet(self) -> bool:
        return self.marks in ("-", "*", "+")

    @property
    def is_numbered(self) -> bool:
        return self.marks[:1].isdigit()

    @property
    def is_item(self) -> bool:
        return self.is_bullet or self.is_numbered

    def __str__(self) -> str:
        return self.quote + self.indent + (self.marks + " " if self.marks else "")


def beginning(line: str) -> tuple[Beginning, int]:
    """Return how a line begins, and where its words do."""
    found = _BEGINNING.match(line)
    if found is None or _RULE.match(line):
        return Beginning(), 0
    return Beginning(found["quote"], found["indent"], found["marks"] or ""), found.end()


def selected_lines(cursor: QTextCursor) -> list[QTextBlock]:
    """Return the lines in which something is selected, or in which the caret stands."""
    document = cursor.document()
    block = document.findBlock(cursor.selectionStart())
    last = document.findBlock(cursor.selectionEnd())
    if cursor.selectionEnd() == last.position() and last != block:
        last = last.previous()
    lines = [block]
    while block != last:
        block = block.next()
        lines.append(block)
    return lines


def toggle_heading(cursor: QTextCursor, level: int) -> None:
    """Make the lines headings of a level, 2 or 3; or plain text if they are that."""
    heading = "#" * level
    lines = with_words(selected_lines(cursor))
    is_on = all(beginning(line.text())[0].marks == heading for line in lines)

    def changed(old: Beginning) -> Beginning:
        return replace(old, indent="", marks="" if is_on else heading)

    _rewrite(cursor, lines, changed)


def toggle_quote(cursor: QTextCursor) -> None:
    """Quote the lines with the blank ones between them: they are one quotation."""
    lines = selected_lines(cursor)
    is_on = all(beginning(line.text())[0].quote for line in with_words(lines))

    def changed(old: Beginning) -> Beginning:
        if not is_on:
            return replace(old, quote="> " + old.quote)
        return replace(old, quote=re.sub(r"^ {0,3}> ?", "", old.quote))

    _rewrite(cursor, lines, changed, sets_apart=not is_on)


def toggle_list(cursor: QTextCursor) -> None:
    lines = with_words(selected_lines(cursor))
    is_on = all(beginning(line.text())[0].is_bullet for line in lines)

    def changed(old: Beginning) -> Beginning:
        return replace(old, marks="" if is_on else _BULLET)

    _rewrite(cursor, lines, changed, sets_apart=not is_on)


def toggle_numbered_list(cursor: QTextCursor) -> None:
    """Number the lines, on from an item that stands before them."""
    lines = with_words(selected_lines(cursor))
    is_on = all(beginning(line.text())[0].is_numbered for line in lines)
    before = beginning(lines[0].previous().text())[0]
    last = {before.indent: int(before.marks[:-1])} if before.is_numbered else {}

    def changed(old: Beginning) -> Beginning:
        if is_on:
            return replace(old, marks="")
        for deeper in [indent for indent in last if len(indent) > len(old.indent)]:
            del last[deeper]
        last[old.indent] = last.get(old.indent, 0) + 1
        return replace(old, marks=f"{last[old.indent]}.")

    _rewrite(cursor, lines, changed, sets_apart=not is_on)


def is_text(line: str) -> bool:
    """Whether a line would run on into a list item or a table that follows it."""
    begins = beginning(line)[0]
    is_apart = begins.is_item or begins.is_heading or len(begins.indent) >= len(STEP)
    return bool(line.strip()) and not is_apart


def is_indented_code(block: QTextBlock) -> bool:
    """Whether a line is code by its indent: after a blank line, and in no list or note."""
    begins, _words = beginning(block.text())
    if len(begins.indent.expandtabs(len(STEP))) < len(STEP) or begins.is_item:
        return False
    before = block.previous()
    if before.isValid() and is_text(before.text()):
        return False  # runs on
    for _ in range(_FURTHEST):
        line = before.text()
        if line.strip() and len(beginning(line)[0].indent.expandtabs(len(STEP))) < len(STEP):
            return not (beginning(line)[0].is_item or line.startswith("[^"))
        if not before.isValid():
            return True
        before = before.previous()
    return False


def with_words(lines: list[QTextBlock]) -> list[QTextBlock]:
    """Leave out blank lines, unless there are no others."""
    return [line for line in lines if line.text().strip()] or lines[:1]


def write_beginning(pen: QTextCursor, block: QTextBlock, new: str) -> None:
    """Begin a line in another way; what stays the same is not touched."""
    line = block.text()
    old = line[: beginning(line)[1]]
    kept = _common(old, new)
    pen.setPosition(block.position() + kept)
    pen.setPosition(block.position() + len(old), QTextCursor.MoveMode.KeepAnchor)
    if pen.hasSelection() or new[kept:]:
        pen.insertText(new[kept:])


def _rewrite(
    cursor: QTextCursor,
    lines: Iterable[QTextBlock],
    changed: Callable[[Beginning], Beginning],
    *,
    sets_apart: bool = False,
) -> None:
    """Give lines other beginnings.

    Args:
        sets_apart: put blank lines around them where Markdown would take them and their neighbours
            for one paragraph.
    """
    pen = QTextCursor(cursor.document())
    pen.beginEditBlock()
    blocks = list(lines)
    for block in blocks:
        new = str(changed(beginning(block.text())[0]))
        is_blank = not block.text().strip() and len(blocks) > 1
        write_beginning(pen, block, new.rstrip() if is_blank else new)
    if sets_apart:
        _set_apart(pen, blocks[0], blocks[-1])
    pen.endEditBlock()


def _common(old: str, new: str) -> int:
    """Return how many characters two beginnings share."""
    length = 0
    for one, other in zip(old, new, strict=False):
        if one != other:
            break
        length += 1
    return length


def _set_apart(pen: QTextCursor, first: QTextBlock, last: QTextBlock) -> None:
    after = last.next()
    if after.isValid() and is_text(after.text()) and not _goes_on(last, after):
        pen.setPosition(after.position())  # not at the end of `last`: a caret there would move
        pen.insertBlock()
    before = first.previous()
    if before.isValid() and is_text(before.text()) and not _goes_on(before, first):
        pen.setPosition(first.position())
        pen.insertBlock()


def _goes_on(before: QTextBlock, after: QTextBlock) -> bool:
    """Whether two lines stand in one quotation."""
    return bool(
        beginning(before.text())[0].quote.strip() and beginning(after.text())[0].quote.strip()
    )
