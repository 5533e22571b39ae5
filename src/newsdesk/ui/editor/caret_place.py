"""Where a caret stands in a text, and where it comes to stand. Positions are Qt's: UTF-16 units."""

from PySide6.QtGui import QTextCursor, QTextDocument

from newsdesk.ui.editor.from_page import offset_of


def line_and_column(cursor: QTextCursor) -> tuple[int, int]:
    """Return where a caret is, from 1, in characters as a person counts them."""
    block, at = cursor.block(), cursor.positionInBlock()
    line = block.text()
    if len(line) != block.length() - 1:  # Qt counts some characters as two
        at = len(line.encode("utf-16-le")[: 2 * at].decode("utf-16-le", "ignore"))
    return block.blockNumber() + 1, at + 1


def carried_over(old: str, new: str, at: int) -> int:
    """Return where a caret at `at` in a text stands once that has become another one."""
    before, after = (each.encode("utf-16-le") for each in (old, new))
    at *= 2
    if not after.startswith(before[:at]) and after.endswith(before[at:]):
        at += len(after) - len(before)
    return min(at, len(after)) // 2


def clicked(
    document: QTextDocument, first_line: int, last_line: int, around: str, offset: int
) -> int:
    """Return the place in the source of a click on the page; see `MarkdownEditor.go_to`."""
    start = document.findBlockByNumber(first_line).position()
    last = document.findBlockByNumber(min(last_line, document.blockCount() - 1))
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(last.position() + last.length() - 1, QTextCursor.MoveMode.KeepAnchor)
    return start + offset_of(cursor.selection().toRawText(), around, offset)
