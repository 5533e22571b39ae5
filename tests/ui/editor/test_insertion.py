"""What is put into a text as a whole: before and after. See `selecting.py` for the marks."""

import pytest

from newsdesk.ui.editor.insertion import insert_block, insert_inline
from tests.ui.editor.selecting import opened, shown


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("¦", "NEW¦"),
        ("One.¦", "One.\n\nNEW¦"),
        ("¦One.", "NEW¦\n\nOne."),
        ("One. ¦Two.", "One.\n\nNEW¦\n\nTwo."),
        ("One.\n¦", "One.\n\nNEW¦"),
        ("One.\n\n¦", "One.\n\nNEW¦"),
        ("One.\n\n¦\nTwo.", "One.\n\nNEW¦\n\nTwo."),
        ("One.\n\n¦\n\nTwo.", "One.\n\nNEW¦\n\nTwo."),
        ("One.¦\n\nTwo.", "One.\n\nNEW¦\n\nTwo."),
        ("One.\n¦\nTwo.", "One.\n\nNEW¦\n\nTwo."),
        ("One ⟦and⟧ two.", "One\n\nNEW¦\n\ntwo."),
        ("One.\n\n⟦Two.⟧\n\nThree.", "One.\n\nNEW¦\n\nThree."),
        ("⟦One.\n\nTwo.⟧", "NEW¦"),
        ("🚢 One.¦", "🚢 One.\n\nNEW¦"),
    ],
)
def test_a_block_has_empty_lines_around_it(before: str, after: str) -> None:
    cursor = opened(before)
    insert_block(cursor, "\nNEW\n")
    assert shown(cursor) == after
    cursor.document().undo()
    assert cursor.document().toPlainText() == before.translate(str.maketrans("", "", "⟦⟧¦"))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("It opens ¦.", "It opens NEW¦."),
        ("It opens ⟦soon⟧.", "It opens NEW¦."),
        ("🚢 ¦", "🚢 NEW¦"),
    ],
)
def test_words_go_where_the_caret_is_in_one_step(before: str, after: str) -> None:
    cursor = opened(before)
    insert_inline(cursor, "NEW")
    assert shown(cursor) == after
    cursor.document().undo()
    assert cursor.document().toPlainText() == before.translate(str.maketrans("", "", "⟦⟧¦"))


def test_the_caret_goes_where_one_writes_on() -> None:
    cursor = opened("One.¦")
    insert_block(cursor, "🚢 Dear ,\n\nYours", caret=7)
    assert shown(cursor) == "One.\n\n🚢 Dear ¦,\n\nYours"
    insert_inline(cursor, "🚢 (…)", caret=3)
    assert shown(cursor) == "One.\n\n🚢 Dear 🚢 (¦…),\n\nYours"


def test_what_must_not_be_shown_is_not_inserted() -> None:
    cursor = opened("¦")
    insert_inline(cursor, "a\u202eb\r\nc")
    assert shown(cursor) == "ab\nc¦"
