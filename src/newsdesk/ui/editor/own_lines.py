"""What stands on lines of its own, below the paragraph one writes in: a table, a rule.

Each is one step of undo.
"""

from PySide6.QtGui import QTextCursor

from newsdesk.ui.i18n import translate

_RULE = "---"


def insert_table(cursor: QTextCursor) -> None:
    """Insert a table of two columns and two rows, and select its first cell."""
    heads = translate("Formatting", "Column 1"), translate("Formatting", "Column 2")
    rows = (
        heads,
        tuple("-" * len(head) for head in heads),
        tuple(" " * len(head) for head in heads),
    )
    table = "\n".join("| " + " | ".join(row) + " |" for row in rows)
    pen = QTextCursor(cursor.document())
    pen.beginEditBlock()
    start = _go_below(cursor, pen) + len("| ")
    pen.insertText(table)
    pen.endEditBlock()
    cursor.setPosition(start)
    cursor.setPosition(start + len(heads[0]), QTextCursor.MoveMode.KeepAnchor)


def insert_rule(cursor: QTextCursor) -> None:
    """Insert a line across the page, and go on below it."""
    pen = QTextCursor(cursor.document())
    pen.beginEditBlock()
    _go_below(cursor, pen)
    pen.insertText(_RULE)
    following = pen.block().next()
    while following.isValid() and not following.text().strip():
        following = following.next()
    if following.isValid():
        cursor.setPosition(following.position())
    else:
        pen.insertText("\n\n")
        cursor.setPosition(pen.position())
    pen.endEditBlock()


def _go_below(cursor: QTextCursor, pen: QTextCursor) -> int:
    """Make an empty line below the paragraph, with one around it where there is text.

    Returns:
        Where it is; the pen is there too.
    """
    block = cursor.document().findBlock(cursor.selectionEnd())
    while block.text().strip() and block.next().text().strip():
        block = block.next()
    above = block if block.text().strip() else block.previous()
    if block.next().text().strip():
        pen.setPosition(block.next().position())
        pen.insertBlock()
    pen.setPosition(block.position())
    pen.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    if block.text().strip():
        pen.insertText("\n\n")
    elif above.text().strip():
        pen.insertText("\n")
    return pen.position()
