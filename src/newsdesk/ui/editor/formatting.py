"""What the format buttons do to the text: marks put on, and taken off again.

Each function is one step of undo. It leaves in the cursor what is to be selected afterwards.
"""

import re
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from functools import partial
from typing import NamedTuple

from PySide6.QtGui import QTextCursor

from newsdesk.ui.editor.footnotes import go_to_footnote
from newsdesk.ui.editor.formats import TextFormat
from newsdesk.ui.editor.inline import BOLD, ITALIC, LINK, Emphasis, as_qt_counts, emphases
from newsdesk.ui.editor.own_lines import insert_rule, insert_table
from newsdesk.ui.editor.paragraphs import (
    beginning,
    selected_lines,
    toggle_heading,
    toggle_list,
    toggle_numbered_list,
    toggle_quote,
)

_MARK = "*"
_NO_ADDRESS = "https://"
_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s<>()]+|www\.[^\s<>()]+")
# Letters with their marks, apostrophes and hyphens: Qt ends a word at these two.
_NO_LETTER = r"\s!-&(-,./:-@\[-`{-~“”«»„–—…،؛؟、。（）！？"
_INNER = "'’-"  # within a word; Qt ends one there
_WORD = re.compile(f"[^{_NO_LETTER}{_INNER}](?:[^{_NO_LETTER}]*[^{_NO_LETTER}{_INNER}])?")
_MAIL = re.compile(r"[^\s<>()@]+@[^\s<>()@]+\.[^\s<>()@.]+")


class _Part(NamedTuple):
    """What is selected of one line, without the spaces at its ends."""

    line: str  # as Qt counts it
    position: int  # of the line in the document
    start: int  # in the line
    end: int

    @property
    def begins(self) -> int:
        return self.position + self.start

    @property
    def ends(self) -> int:
        return self.position + self.end


def format_text(cursor: QTextCursor, text_format: TextFormat, *, address: str = "") -> None:
    """Do to what `cursor` selects what one of the buttons says; `address` is for a link."""
    if text_format is TextFormat.LINK:
        toggle_link(cursor, address)
    else:
        _FUNCTIONS[text_format](cursor)


def as_address(text: str) -> str:
    """Return what a text says of where a link leads, in full; empty if it says nothing of it."""
    text = text.strip()
    if _ADDRESS.fullmatch(text):
        return _NO_ADDRESS + text if text.startswith("www.") else text
    return "mailto:" + text if _MAIL.fullmatch(text) else ""


def toggle_emphasis(cursor: QTextCursor, marks: int) -> None:
    """Make what is selected, or the word at the caret, bold or italic; or plain if it is that."""
    parts = list(_parts(cursor))
    if not parts:
        _toggle_empty(cursor, _MARK * marks)
        return
    covering = [_covering(part, marks) for part in parts]
    is_on = all(covering)
    with _editing(cursor, parts[0].begins, parts[-1].ends) as pen:
        # from the end, so that what is before stays where it is
        for part, emphasis in reversed(list(zip(parts, covering, strict=True))):
            if emphasis is None:
                _put_on(pen, part, marks)
            elif is_on:
                _take_off(pen, part, emphasis)


def toggle_link(cursor: QTextCursor, address: str = "") -> None:
    """Make what is selected in one line, or the word at the caret, a link; or plain if it is one.

    Without an `address` what is selected afterwards is the place for it.
    """
    part = next(_parts(cursor), None)
    if part is None:
        cursor.insertText(f"[]({address or _NO_ADDRESS})")
        cursor.setPosition(cursor.position() - len(address or _NO_ADDRESS) - len("]()"))
        return
    if link := _link_around(part):
        with _editing(
            cursor, part.position + link.start("text"), part.position + link.end("text")
        ) as pen:
            _replace(pen, part.position + link.end("text"), part.position + link.end())
            _replace(pen, part.position + link.start(), part.position + link.start("text"))
        return
    own = as_address(part.line[part.start : part.end])
    target = own or address or _NO_ADDRESS
    with _editing(cursor, part.begins, part.ends) as pen:
        _replace(pen, part.ends, part.ends, f"]({target})")
        _replace(pen, part.begins, part.begins, "[")
    if own:
        _select(cursor, part.begins + 1, part.ends + 1)
        return
    after = part.ends + len("[](") + len(target)
    if address:
        cursor.setPosition(after + 1)
    else:
        _select(cursor, after - len(target), after)


def _parts(cursor: QTextCursor) -> Iterator[_Part]:
    """Yield what is selected, or the word at the caret, line by line."""
    chosen = QTextCursor(cursor)
    if not chosen.hasSelection():
        at, position = chosen.positionInBlock(), chosen.block().position()
        for word in _WORD.finditer(as_qt_counts(chosen.block().text())):
            if word.start() <= at <= word.end():
                _select(chosen, position + word.start(), position + word.end())
    for block in selected_lines(chosen):
        line = as_qt_counts(block.text())
        start = max(chosen.selectionStart() - block.position(), beginning(line)[1])
        end = min(chosen.selectionEnd() - block.position(), len(line))
        while start < end and line[start].isspace():
            start += 1
        while start < end and line[end - 1].isspace():
            end -= 1
        if start < end:
            yield _Part(line, block.position(), start, end)


def _covering(part: _Part, marks: int) -> Emphasis | None:
    """Return the emphasis in which all of the part stands."""
    for emphasis in emphases(part.line):
        is_around = emphasis.start <= part.start and part.end <= emphasis.end
        if emphasis.marks == marks and is_around:
            return emphasis
    return None


def _put_on(pen: QTextCursor, part: _Part, marks: int) -> None:
    """Emphasise a part, whole with any emphasis that reaches into it."""
    start, end = part.start, part.end
    reaching = [each for each in emphases(part.line) if each.start < end and start < each.end]
    absorbed = [each for each in reaching if each.marks == marks]
    for each in reaching:
        is_around = each.start < start and end < each.end
        if not is_around:
            start, end = min(start, each.start), max(end, each.end)
    edges = [(each.start, each.start + each.marks) for each in absorbed]
    edges += [(each.end - each.marks, each.end) for each in absorbed]
    _replace(pen, part.position + end, part.position + end, _MARK * marks)
    for first, last in sorted(edges, reverse=True):
        _replace(pen, part.position + first, part.position + last)
    _replace(pen, part.position + start, part.position + start, _MARK * marks)


def _take_off(pen: QTextCursor, part: _Part, emphasis: Emphasis) -> None:
    start, end = part.position + emphasis.start, part.position + emphasis.end
    _replace(pen, end - emphasis.marks, end)
    _replace(pen, start, start + emphasis.marks)


def _toggle_empty(cursor: QTextCursor, mark: str) -> None:
    """Put marks around a caret that is at no word; take them away if there is nothing in them."""
    line, at = as_qt_counts(cursor.block().text()), cursor.positionInBlock()
    if line[:at].endswith(mark) and line[at:].startswith(mark):
        position = cursor.position()
        _select(cursor, position - len(mark), position + len(mark))
        cursor.removeSelectedText()
    else:
        cursor.insertText(mark * 2)
        cursor.setPosition(cursor.position() - len(mark))


def _link_around(part: _Part) -> re.Match[str] | None:
    for found in LINK.finditer(part.line):
        is_link = found["text"] is not None and part.line[found.start() - 1 : found.start()] != "!"
        if is_link and found.start() <= part.start and part.end <= found.end():
            return found
    return None


@contextmanager
def _editing(cursor: QTextCursor, start: int, end: int) -> Generator[QTextCursor]:
    """Hand out a pen for one step of undo; select afterwards what stands from `start` to `end` now.

    Where nothing was selected the caret stays where it is, but within.
    """
    document = cursor.document()
    head, tail, pen = QTextCursor(document), QTextCursor(document), QTextCursor(document)
    head.setPosition(start)
    tail.setPosition(end)
    tail.setKeepPositionOnInsert(True)
    is_caret = not cursor.hasSelection()
    pen.beginEditBlock()
    yield pen
    pen.endEditBlock()
    if is_caret:
        cursor.setPosition(min(max(cursor.position(), head.position()), tail.position()))
    else:
        _select(cursor, head.position(), tail.position())


def _replace(pen: QTextCursor, start: int, end: int, text: str = "") -> None:
    _select(pen, start, end)
    pen.insertText(text)


def _select(cursor: QTextCursor, start: int, end: int) -> None:
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)


_FUNCTIONS = {
    TextFormat.HEADING: partial(toggle_heading, level=2),
    TextFormat.SUBHEADING: partial(toggle_heading, level=3),
    TextFormat.BOLD: partial(toggle_emphasis, marks=BOLD),
    TextFormat.ITALIC: partial(toggle_emphasis, marks=ITALIC),
    TextFormat.LINK: toggle_link,
    TextFormat.QUOTE: toggle_quote,
    TextFormat.LIST: toggle_list,
    TextFormat.NUMBERED_LIST: toggle_numbered_list,
    TextFormat.TABLE: insert_table,
    TextFormat.FOOTNOTE: go_to_footnote,
    TextFormat.RULE: insert_rule,
}
