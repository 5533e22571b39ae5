"""Pictures in the text that is written: put in, described otherwise, taken out; one step each."""

from PySide6.QtGui import QTextCursor, QTextDocument

from newsdesk.domain.picture_marks import markdown_of, marks_of, with_alt, without
from newsdesk.ui.editor.inline import as_qt_counts
from newsdesk.ui.editor.insertion import insert_block

_PARAGRAPH_END = "\u2029"


def insert_picture(cursor: QTextCursor, sha256: str, alt: str) -> None:
    """Put a picture into a paragraph of its own, behind the one that the cursor is in.

    It is put before it where the cursor stands at its beginning.
    """
    block = cursor.block()
    is_at_start = not cursor.block().previous().text().strip() and cursor.atBlockStart()
    if block.text().strip() and not is_at_start:
        while (following := block.next()).isValid() and following.text().strip():
            block = following
        cursor.setPosition(block.position() + block.length() - 1)
    else:
        cursor.setPosition(cursor.position())
    insert_block(cursor, markdown_of(sha256, alt))


def alt_of(document: QTextDocument, sha256: str) -> str | None:
    """Return what the text says is seen on a picture; None: it does not name it."""
    marks = marks_of(_text(document), sha256)
    return marks[0].alt if marks else None


def place_of(document: QTextDocument, sha256: str) -> QTextCursor | None:
    """Return a cursor that has the picture selected where it stands first."""
    text = _text(document)
    marks = marks_of(text, sha256)
    if not marks:
        return None
    cursor = QTextCursor(document)
    cursor.setPosition(len(as_qt_counts(text[: marks[0].start])))
    cursor.setPosition(len(as_qt_counts(text[: marks[0].end])), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def set_alt(document: QTextDocument, sha256: str, alt: str) -> None:
    """Say something else of a picture wherever it stands."""
    text = _text(document)
    _rewrite(document, text, with_alt(text, sha256, alt))


def take_out(document: QTextDocument, sha256: str) -> None:
    """Take a picture out of the text, with the empty paragraph it would leave."""
    text = _text(document)
    _rewrite(document, text, without(text, sha256))


def _text(document: QTextDocument) -> str:
    return document.toRawText().replace(_PARAGRAPH_END, "\n")


def _rewrite(document: QTextDocument, old: str, new: str) -> None:
    """Make one text of the other by one change that is as small as may be."""
    if old == new:
        return
    shorter = min(len(old), len(new))
    start = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    end = 0
    while end < shorter - start and old[-1 - end] == new[-1 - end]:
        end += 1
    cursor = QTextCursor(document)
    cursor.setPosition(len(as_qt_counts(old[:start])))
    cursor.setPosition(len(as_qt_counts(old[: len(old) - end])), QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(new[start : len(new) - end])
