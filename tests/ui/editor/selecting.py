"""Texts with a selection written into them: `⟦` and `⟧` around it, or `¦` for a caret."""

from PySide6.QtGui import QTextCursor, QTextDocument


def opened(marked: str) -> QTextCursor:
    """Return a cursor in a new document, which the cursor keeps alive."""
    text = marked.replace("⟦", "").replace("⟧", "").replace("¦", "")
    if "¦" in marked:
        start = end = _units(marked.split("¦", maxsplit=1)[0])
    else:
        before, rest = marked.split("⟦")
        start, end = _units(before), _units(before + rest.split("⟧")[0])
    document = QTextDocument()
    document.setPlainText(text)
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return _Kept(cursor, document)


def shown(cursor: QTextCursor) -> str:
    """Return the text of the document with what the cursor selects written into it."""
    units = cursor.document().toRawText().replace("\u2029", "\n").encode("utf-16-le")
    start, end = 2 * cursor.selectionStart(), 2 * cursor.selectionEnd()
    pieces = [units[:start], units[start:end], units[end:]]
    before, within, after = (piece.decode("utf-16-le") for piece in pieces)
    return f"{before}⟦{within}⟧{after}" if within else f"{before}¦{after}"


class _Kept(QTextCursor):
    def __init__(self, cursor: QTextCursor, document: QTextDocument) -> None:
        super().__init__(cursor)
        self.kept = document


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
