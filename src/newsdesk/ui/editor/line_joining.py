"""Lines broken in the middle of a sentence, joined in the text on request."""

from PySide6.QtGui import QTextCursor

from newsdesk.ui.editor.inline import as_qt_counts


def join_lines(cursor: QTextCursor) -> bool:
    """Join broken lines in one step of undo; tell whether there were any.

    Of what is selected every line of a paragraph goes on in the next; where nothing is, or only a
    part of one line, those lines of the whole text in which a sentence runs on. The cursor selects
    afterwards what it did, or stands at the letter where it stood.
    """
    from newsdesk.services.pasting import with_lines_joined  # noqa: PLC0415 - heavy, rarely wanted

    document = cursor.document()
    first = document.findBlock(cursor.selectionStart())
    last = document.findBlock(cursor.selectionEnd())
    is_chosen = first.blockNumber() != last.blockNumber()
    whole = QTextCursor(document)
    if is_chosen:
        whole.setPosition(first.position())
        whole.setPosition(last.position() + last.length() - 1, QTextCursor.MoveMode.KeepAnchor)
    else:
        whole.select(QTextCursor.SelectionType.Document)
    start = whole.selectionStart()
    text = whole.selection().toRawText().replace("\u2029", "\n")
    joined = with_lines_joined(text, every=is_chosen)
    if joined == text:
        return False
    at = _letters(as_qt_counts(text)[: cursor.position() - start])
    whole.insertText(joined)
    cursor.setPosition(start if is_chosen else start + _place(as_qt_counts(joined), at))
    if is_chosen:
        end = start + len(as_qt_counts(joined))
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return True


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def _place(text: str, letters: int) -> int:
    """Return where so many letters have gone by."""
    for at, char in enumerate(text):
        if not letters:
            return at
        letters -= char.isalnum()
    return len(text)
