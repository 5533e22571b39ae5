"""Where a caret stands, and where it comes to stand."""

import pytest
from PySide6.QtGui import QTextCursor, QTextDocument

from newsdesk.ui.editor.caret_place import carried_over, clicked, line_and_column


@pytest.mark.parametrize(
    ("text", "position", "expected"),
    [("one\ntwo", 0, (1, 1)), ("one\ntwo", 5, (2, 2)), ("🚢🚢 a", 4, (1, 3)), ("", 0, (1, 1))],
)
def test_lines_and_columns_are_counted_from_one(
    text: str, position: int, expected: tuple[int, int]
) -> None:
    document = QTextDocument(text)
    cursor = QTextCursor(document)
    cursor.setPosition(position)
    assert line_and_column(cursor) == expected


@pytest.mark.parametrize(
    ("old", "at", "new", "expected"),
    [
        ("one two three", 7, "one two, three", 7),
        ("one two three", 7, "one, two three", 8),
        ("one two three", 13, "one", 3),
        ("one two three", 7, "🚢 one two three", 10),
    ],
)
def test_a_caret_stays_at_its_words(old: str, at: int, new: str, expected: int) -> None:
    assert carried_over(old, new, at) == expected


def test_a_click_on_the_page_is_found_in_the_lines_of_its_block() -> None:
    document = QTextDocument("The harbour.\n\nThe **harbour** opened.")
    assert clicked(document, 2, 2, "The harbour opened.", 6) == 14 + 8
