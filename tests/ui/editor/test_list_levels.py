"""Tab and Shift+Tab in lists. See `selecting.py` for the marks."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QTextCursor

from newsdesk.ui.editor.list_levels import indent, outdent
from tests.ui.editor.selecting import opened, shown


def after(marked: str, change: Callable[[QTextCursor], None]) -> str:
    cursor = opened(marked)
    change(cursor)
    return shown(cursor)


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("- one\n- tw¦o", "- one\n    - tw¦o"),
        ("- one\n- ¦two", "- one\n    - ¦two"),
        ("- one\n¦- two", "- one\n    - ¦two"),
        ("- one\n- ¦", "- one\n    - ¦"),
        ("- one\n\n- tw¦o", "- one\n\n    - tw¦o"),
        ("- one\ngoes on\n- tw¦o", "- one\ngoes on\n    - tw¦o"),
        ("- one\n    - in\n- tw¦o", "- one\n    - in\n    - tw¦o"),
        ("> - one\n> - tw¦o", "> - one\n>     - tw¦o"),
        ("te¦xt", "te    ¦xt"),
        ("¦", "    ¦"),
        ("- one\n- ⟦two\n- three⟧", "- one\n    - ⟦two\n    - three⟧"),
        ("te⟦xt⟧", "    te⟦xt⟧"),
    ],
)
def test_an_item_goes_a_level_deeper(before: str, expected: str) -> None:
    assert after(before, indent) == expected


@pytest.mark.parametrize(
    "before",
    ["- it¦em", "text\n\n- it¦em", "- one\n    - tw¦o", "- one\n\ntext\n\n- tw¦o"],
)
def test_an_item_that_would_become_code_stays(before: str) -> None:
    assert after(before, indent) == before


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        (
            "- one\n- tw¦o\n    - in\n\n    goes on\n- three",
            "- one\n    - tw¦o\n        - in\n\n        goes on\n- three",
        ),
        ("- one\n- tw¦o\n\ntext", "- one\n    - tw¦o\n\ntext"),
    ],
)
def test_what_belongs_to_an_item_goes_with_it(before: str, expected: str) -> None:
    assert after(before, indent) == expected
    assert after(expected, outdent) == before


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("1. one\n2. tw¦o\n3. three", "1. one\n    1. tw¦o\n2. three"),
        (
            "1. one\n    1. in\n2. tw¦o\n3. three\n4. four",
            "1. one\n    1. in\n    2. tw¦o\n2. three\n3. four",
        ),
        ("1. one\n    - in\n2. tw¦o", "1. one\n    - in\n    - tw¦o"),
        ("1. one\n\n2. tw¦o\n\n3. three", "1. one\n\n    1. tw¦o\n\n2. three"),
        ("3. one\n4. tw¦o\n5. three", "3. one\n    1. tw¦o\n4. three"),
        (
            "1. one\n2. tw¦o\n    3. in\n3. three",
            "1. one\n    1. tw¦o\n        3. in\n2. three",
        ),
        ("1) one\n2) tw¦o\n3) three", "1) one\n    1) tw¦o\n2) three"),
        (
            "1. one\n2. ⟦two\n3. three⟧\n4. four",
            "1. one\n    1. ⟦two\n    2. three⟧\n2. four",
        ),
        ("7. before\n\ntext\n\n1. one\n2. tw¦o", "7. before\n\ntext\n\n1. one\n    1. tw¦o"),
    ],
)
def test_the_numbers_follow(before: str, expected: str) -> None:
    assert after(before, indent) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("    - it¦em", "- it¦em"),
        ("      - it¦em", "  - it¦em"),
        ("  te¦xt", "te¦xt"),
        ("- it¦em", "- it¦em"),
        ("    - ⟦one\n- two⟧", "- ⟦one\n- two⟧"),
        ("1. one\n    1. tw¦o\n2. three", "1. one\n2. tw¦o\n3. three"),
        (
            "1. one\n    1. tw¦o\n    2. three\n2. four",
            "1. one\n2. tw¦o\n    1. three\n3. four",
        ),
        ("- one\n    1. tw¦o", "- one\n- tw¦o"),
        ("1. one\n    - tw¦o\n2. three", "1. one\n2. tw¦o\n3. three"),
    ],
)
def test_an_item_comes_up_a_level(before: str, expected: str) -> None:
    assert after(before, outdent) == expected


@pytest.mark.parametrize("change", [indent, outdent])
def test_a_move_is_one_step_of_undo(change: Callable[[QTextCursor], None]) -> None:
    cursor = opened("1. one\n    1. in\n    2. tw¦o\n        - deep\n    3. three\n2. four")
    document = cursor.document()
    text = document.toPlainText()
    change(cursor)
    assert document.toPlainText() != text
    document.undo()
    assert document.toPlainText() == text
    assert not document.isUndoAvailable()


@pytest.mark.parametrize("before", ["te¦xt", "1. one\n5. tw¦o"])
def test_what_cannot_come_up_is_no_step_of_undo(before: str) -> None:
    cursor = opened(before)
    outdent(cursor)
    assert shown(cursor) == before
    assert not cursor.document().isUndoAvailable()
