import pytest
from PySide6.QtGui import QTextCursor, QTextDocument

from newsdesk.ui.editor.line_joining import join_lines

LONG = "The crews of nine ports train for the winter"


def joined(text: str, anchor: int, at: int) -> tuple[QTextDocument, QTextCursor, bool]:
    document = QTextDocument()
    document.setPlainText(text)
    cursor = QTextCursor(document)
    cursor.setPosition(anchor)
    cursor.setPosition(at, QTextCursor.MoveMode.KeepAnchor)
    return document, cursor, join_lines(cursor)


def test_without_a_selection_all_broken_sentences_are_joined() -> None:
    text = f"{LONG}\nand for ice.\n\n{LONG} infor-\nmation.\nShort\nlines"
    at = text.index("mation")
    document, cursor, is_done = joined(text, at, at)
    assert is_done
    whole = f"{LONG} and for ice.\n\n{LONG} information.\nShort\nlines"
    assert document.toPlainText() == whole
    assert whole[cursor.position() :].startswith("mation")
    document.undo()
    assert document.toPlainText() == text


def test_every_line_that_is_selected_is_joined_and_no_other() -> None:
    document, cursor, is_done = joined("😀 One\nTwo\nThree\nFour\n", 4, 9)
    assert is_done
    assert document.toPlainText() == "😀 One Two\nThree\nFour\n"
    assert cursor.selectedText() == "😀 One Two"


@pytest.mark.parametrize("text", ["", "One\n\nTwo", f"# {LONG}\n\n- {LONG}\n- one"])
def test_where_nothing_is_broken_nothing_is_done(text: str) -> None:
    document, cursor, is_done = joined(text, 0, 0)
    assert not is_done
    assert cursor.position() == 0
    assert not document.isUndoAvailable()
