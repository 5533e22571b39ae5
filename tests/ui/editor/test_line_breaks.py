"""What Enter does. See `selecting.py` for the marks."""

import pytest

from newsdesk.ui.editor.line_breaks import break_line
from tests.ui.editor.selecting import opened, shown


def after(marked: str, *, times: int = 1, is_code: bool = False) -> str:
    cursor = opened(marked)
    for _ in range(times):
        break_line(cursor, is_code=is_code)
    return shown(cursor)


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("words¦", "words\n¦"),
        ("wo¦rds", "wo\n¦rds"),
        ("¦", "\n¦"),
        ("## Head¦", "## Head\n¦"),
        ("2026 was¦", "2026 was\n¦"),
        ("- - -¦", "- - -\n¦"),
        ("- one¦", "- one\n- ¦"),
        ("* one¦", "* one\n* ¦"),
        ("- one ¦two", "- one \n- ¦two"),
        ("- one¦ two", "- one\n- ¦two"),
        ("9. nine¦", "9. nine\n10. ¦"),
        ("1) one¦", "1) one\n2) ¦"),
        ("    - deep¦", "    - deep\n    - ¦"),
        ("> said¦", "> said\n> ¦"),
        ("> - item¦", "> - item\n> - ¦"),
        ("> ## Head¦", "> ## Head\n> ¦"),
        ("    code¦", "    code\n    ¦"),
        ("- o⟦n⟧e", "- o\n- ¦e"),
        ("- one\n- ⟦two\n- three⟧", "- one\n¦"),
        ("- 🚢 one¦ two", "- 🚢 one\n- ¦two"),
    ],
)
def test_a_line_begins_as_the_one_before(before: str, expected: str) -> None:
    assert after(before) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("¦- one", "\n¦- one"),
        ("-¦ one", "-\n¦ one"),
        ("¦> said", "\n¦> said"),
    ],
)
def test_before_the_words_there_is_nothing_to_go_on_with(before: str, expected: str) -> None:
    assert after(before) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("- one\n- ¦", "- one\n¦"),
        ("1. one\n2. ¦", "1. one\n¦"),
        ("> said\n> ¦", "> said\n¦"),
        (">> said\n>> ¦", ">> said\n>¦"),
        ("> - item\n> - ¦", "> - item\n> ¦"),
        ("- one\n    - two\n    - ¦", "- one\n    - two\n- ¦"),
        ("1. one\n    - two\n    - ¦", "1. one\n    - two\n2. ¦"),
        ("    code\n    ¦", "    code\n¦"),
    ],
)
def test_what_has_no_words_ends(before: str, expected: str) -> None:
    assert after(before) == expected


def test_after_the_end_a_line_is_only_a_line() -> None:
    assert after("> - item¦", times=4) == "> - item\n\n¦"


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("1. one¦\n2. two\n3. three", "1. one\n2. ¦\n3. two\n4. three"),
        ("1. one¦\n    - deep\n2. two", "1. one\n2. ¦\n    - deep\n3. two"),
        ("9. nine¦\n10. ten", "9. nine\n10. ¦\n11. ten"),
        ("1. one¦\n\n2. another list", "1. one\n2. ¦\n\n2. another list"),
        ("1. one¦\n- bullet", "1. one\n2. ¦\n- bullet"),
    ],
)
def test_the_items_that_follow_are_counted_on(before: str, expected: str) -> None:
    assert after(before) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("- one¦", "- one\n¦"),
        ("    if x:¦", "    if x:\n    ¦"),
        ("  ¦  x", "  \n  ¦  x"),
    ],
)
def test_in_code_only_the_indent_goes_on(before: str, expected: str) -> None:
    assert after(before, is_code=True) == expected


@pytest.mark.parametrize("before", ["1. one¦\n2. two", "- one\n- ¦", "- o⟦n⟧e", "> said¦"])
def test_a_break_is_one_step_of_undo(before: str) -> None:
    cursor = opened(before)
    text = cursor.document().toPlainText()
    break_line(cursor)
    assert cursor.document().toPlainText() != text
    cursor.document().undo()
    assert cursor.document().toPlainText() == text
