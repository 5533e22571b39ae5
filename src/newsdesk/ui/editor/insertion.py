"""Pieces that are put into the text as a whole: one step of undo, the caret where one goes on."""

from PySide6.QtGui import QTextBlock, QTextCursor

from newsdesk.rendering.characters import as_lines, without_hidden
from newsdesk.ui.editor.inline import as_qt_counts


def insert_inline(cursor: QTextCursor, text: str, caret: int | None = None) -> None:
    """Put `text` where `cursor` is, in place of what it selects.

    Args:
        caret: characters from the beginning of `text` to where the cursor is afterwards; None is
            behind it.
    """
    text = without_hidden(as_lines(text))
    _insert(cursor, "", text, "", len(text) if caret is None else caret)


def insert_block(cursor: QTextCursor, text: str, caret: int | None = None) -> None:
    """Put `text` there as paragraphs of their own, with the empty lines that part them."""
    text = without_hidden(as_lines(text)).strip("\n")
    document = cursor.document()
    first = document.findBlock(cursor.selectionStart())
    last = document.findBlock(cursor.selectionEnd())
    before = as_qt_counts(first.text())[: cursor.selectionStart() - first.position()]
    behind = as_qt_counts(last.text())[cursor.selectionEnd() - last.position() :]
    # spaces at the place where a paragraph is parted go with it
    start = cursor.selectionStart() - (len(before) - len(before.rstrip()))
    end = cursor.selectionEnd() + (len(behind) - len(behind.lstrip()))
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    opening = _parting(before, first.previous())
    closing = _parting(behind, last.next())
    _insert(cursor, opening, text, closing, len(text) if caret is None else caret)


def _parting(rest_of_line: str, next_line: QTextBlock) -> str:
    """Return the line ends between a paragraph and what is on one side of it."""
    if rest_of_line.strip():
        return "\n\n"
    return "\n" if next_line.isValid() and next_line.text().strip() else ""


def _insert(cursor: QTextCursor, opening: str, text: str, closing: str, caret: int) -> None:
    cursor.beginEditBlock()
    cursor.insertText(opening)
    start = cursor.position()
    cursor.insertText(text + closing)
    cursor.endEditBlock()
    cursor.setPosition(start + len(as_qt_counts(text[:caret])))
