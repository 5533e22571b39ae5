"""What Enter does: lists, quotations and indents go on, and end where nothing is written.

Each break is one step of undo.
"""

import re
from dataclasses import replace

from PySide6.QtGui import QTextBlock, QTextCursor

from newsdesk.ui.editor.paragraphs import Beginning, beginning

_ONE_LEVEL = re.compile(r"(?:\t| {1,4})$")


def break_line(cursor: QTextCursor, *, is_code: bool = False) -> None:
    """Begin a new line, as the one with the caret begins; of an item without words end the list.

    Args:
        is_code: the line is code, in which marks are letters like others; its indent goes on.
    """
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    block, column = cursor.block(), cursor.positionInBlock()
    line = block.text()
    begins, words = beginning(line)
    if is_code:
        indent = line[: len(line) - len(line.lstrip(" \t"))]
        cursor.insertBlock()
        cursor.insertText(indent[:column])
    elif column < words or not (begins.quote or begins.is_item or begins.indent):
        cursor.insertBlock()
    elif not line[words:].strip():
        _end(cursor, block, begins)
    else:
        _go_on(cursor, begins)
    cursor.endEditBlock()


def _go_on(cursor: QTextCursor, begins: Beginning) -> None:
    """Write the beginning of one more item, or of one more line of what is quoted."""
    number = 0
    if begins.is_numbered:
        number = int(begins.marks[:-1]) + 1
        begins = replace(begins, marks=f"{number}{begins.marks[-1]}")
    elif begins.is_heading:
        begins = replace(begins, marks="")
    while cursor.document().characterAt(cursor.position()) in {" ", "\t"}:
        cursor.deleteChar()
    cursor.insertBlock()
    cursor.insertText(str(begins))
    if number:
        _count_on(cursor, begins, number)


def _end(cursor: QTextCursor, block: QTextBlock, begins: Beginning) -> None:
    """Take away one level of what the line is in: of the item first, then of the quotation."""
    if begins.is_item and begins.indent:
        left = replace(begins, indent=_ONE_LEVEL.sub("", begins.indent))
        left = _numbered_on(block, left)
    elif begins.is_item:
        left = replace(begins, marks="")
    elif begins.indent:
        left = replace(begins, indent="")
    else:
        left = replace(begins, quote=re.sub(r" {0,3}> ?$", "", begins.quote))
    cursor.setPosition(block.position())
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(str(left))


def _numbered_on(block: QTextBlock, begins: Beginning) -> Beginning:
    """Return an item that came up one level with the number, or the bullet, that is next there."""
    before = block.previous()
    while before.isValid():
        other, _words = beginning(before.text())
        if not other.is_item or len(other.indent) < len(begins.indent):
            return begins
        if (other.quote, other.indent) == (begins.quote, begins.indent):
            marks = other.marks
            if other.is_numbered:
                marks = f"{int(marks[:-1]) + 1}{marks[-1]}"
            return replace(begins, marks=marks)
        before = before.previous()
    return begins


def _count_on(cursor: QTextCursor, begins: Beginning, number: int) -> None:
    """Give the items that follow in the same list the numbers that follow."""
    pen = QTextCursor(cursor)
    block = cursor.block().next()
    while block.isValid():
        other, words = beginning(block.text())
        is_deeper = len(other.indent) > len(begins.indent) and other.quote == begins.quote
        if not is_deeper:
            if not other.is_numbered or (other.quote, other.indent) != (
                begins.quote,
                begins.indent,
            ):
                return
            number += 1
            new = str(replace(other, marks=f"{number}{other.marks[-1]}"))
            pen.setPosition(block.position())
            pen.setPosition(block.position() + words, QTextCursor.MoveMode.KeepAnchor)
            pen.insertText(new)
        block = block.next()
