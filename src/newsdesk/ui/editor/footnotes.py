"""Notes: a mark in the text, the note at its end, and the way from one to the other."""

import re
from itertools import count

from PySide6.QtGui import QTextBlock, QTextCursor

from newsdesk.rendering.blocks import FOOTNOTE
from newsdesk.ui.editor.inline import as_qt_counts

_MARK = re.compile(r"\[\^(?P<label>[^\[\]\n]+)\]")
_NUMBER = re.compile(r"\[\^(\d{1,9})\]")


def go_to_footnote(cursor: QTextCursor) -> None:
    """Set a mark and write its note; from a mark go to its note, and from a note back to its mark.

    A new note has the first number that is free; it is one step of undo.
    """
    if label := _note_around(cursor.block()):
        _go_to_mark(cursor, label)
    elif label := _mark_at(cursor):
        _go_to_note(cursor, label)
    else:
        _add(cursor)


def _note_around(block: QTextBlock) -> str:
    """Return the label of the note that a line belongs to; empty if it belongs to none."""
    while block.isValid():
        line = block.text()
        if found := FOOTNOTE.match(line):
            return found["label"]
        if line.strip() and not line.startswith((" " * 4, "\t")):
            return ""
        block = block.previous()
    return ""


def _mark_at(cursor: QTextCursor) -> str:
    """Return the label of the mark that the caret is in or behind; empty if there is none."""
    line, at = cursor.block().text(), cursor.positionInBlock()
    for found, counted in zip(
        _MARK.finditer(line), _MARK.finditer(as_qt_counts(line)), strict=True
    ):
        if counted.start() < at <= counted.end():
            return found["label"]
    return ""


def _go_to_mark(cursor: QTextCursor, label: str) -> None:
    mark = f"[^{label}]"
    document = cursor.document()
    found = document.find(mark)
    while not found.isNull():
        if found.selectionStart() > found.block().position() or not FOOTNOTE.match(
            found.block().text()
        ):
            cursor.setPosition(found.selectionEnd())
            return
        found = document.find(mark, found)


def _go_to_note(cursor: QTextCursor, label: str) -> None:
    """Go to the end of a note, which is written if there is none."""
    block = cursor.document().begin()
    while block.isValid():
        if (found := FOOTNOTE.match(block.text())) and found["label"] == label:
            cursor.setPosition(block.position() + block.length() - 1)
            return
        block = block.next()
    pen = QTextCursor(cursor.document())
    pen.beginEditBlock()
    cursor.setPosition(_write_note(pen, label))
    pen.endEditBlock()


def _add(cursor: QTextCursor) -> None:
    taken = set(_NUMBER.findall(cursor.document().toRawText()))
    label = next(number for number in map(str, count(1)) if number not in taken)
    pen = QTextCursor(cursor.document())
    pen.beginEditBlock()
    pen.setPosition(cursor.selectionEnd())
    pen.insertText(f"[^{label}]")
    cursor.setPosition(_write_note(pen, label))
    pen.endEditBlock()


def _write_note(pen: QTextCursor, label: str) -> int:
    """Begin a note below all that is written; return where its words go."""
    last = pen.document().lastBlock()
    while last.previous().isValid() and not last.text().strip():
        last = last.previous()
    pen.setPosition(last.position() + last.length() - 1)
    parting = "\n" if _note_around(last) else "\n\n"
    pen.insertText(f"{parting}[^{label}]: ")
    return pen.position()
