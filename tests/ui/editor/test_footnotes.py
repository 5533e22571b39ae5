"""Footnotes. See `selecting.py` for the marks."""

import pytest

from newsdesk.ui.editor.footnotes import go_to_footnote
from tests.ui.editor.selecting import opened, shown


def after(marked: str, *, times: int = 1) -> str:
    cursor = opened(marked)
    for _ in range(times):
        go_to_footnote(cursor)
    return shown(cursor)


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("The pier¦ opens.", "The pier[^1] opens.\n\n[^1]: ¦"),
        ("The ⟦pier⟧ opens.", "The pier[^1] opens.\n\n[^1]: ¦"),
        ("¦", "[^1]\n\n[^1]: ¦"),
        ("One.¦\n\nTwo.\n\n", "One.[^1]\n\nTwo.\n\n[^1]: ¦\n\n"),
        ("A[^1] b¦\n\n[^1]: note", "A[^1] b[^2]\n\n[^1]: note\n[^2]: ¦"),
        ("A[^2] b¦\n\n[^2]: note", "A[^2] b[^1]\n\n[^2]: note\n[^1]: ¦"),
        ("A[^a] b¦\n\n[^a]: note\n    on", "A[^a] b[^1]\n\n[^a]: note\n    on\n[^1]: ¦"),
        ("🚢 pier¦ on", "🚢 pier[^1] on\n\n[^1]: ¦"),
    ],
)
def test_a_note_has_the_next_free_number_and_stands_at_the_end(before: str, expected: str) -> None:
    assert after(before) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("A[^1] b\n\n[^1]: no¦te", "A[^1]¦ b\n\n[^1]: note"),
        ("A[^1] b[^2]\n\n[^1]: x\n[^2]: ¦", "A[^1] b[^2]¦\n\n[^1]: x\n[^2]: "),
        ("[^1] b\n\n[^1]: note\n\n    more¦", "[^1]¦ b\n\n[^1]: note\n\n    more"),
        ("A\n\n[^1]: no¦te", "A\n\n[^1]: no¦te"),
    ],
)
def test_from_a_note_one_goes_back_to_its_mark(before: str, expected: str) -> None:
    assert after(before) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("A[^1]¦ b\n\n[^1]: note", "A[^1] b\n\n[^1]: note¦"),
        ("🚢[^¦a] b\n\n[^a]: note", "🚢[^a] b\n\n[^a]: note¦"),
        ("A[^1]¦ b", "A[^1] b\n\n[^1]: ¦"),
    ],
)
def test_from_a_mark_one_goes_to_its_note(before: str, expected: str) -> None:
    assert after(before) == expected


def test_there_and_back_again() -> None:
    assert after("The pier¦ opens.", times=2) == "The pier[^1]¦ opens.\n\n[^1]: "


@pytest.mark.parametrize("before", ["The pier¦ opens.", "A[^1]¦ b"])
def test_a_new_note_is_one_step_of_undo(before: str) -> None:
    cursor = opened(before)
    text = cursor.document().toPlainText()
    go_to_footnote(cursor)
    cursor.document().undo()
    assert cursor.document().toPlainText() == text
    assert not cursor.document().isUndoAvailable()


def test_going_there_and_back_is_no_step_of_undo() -> None:
    cursor = opened("A[^1]¦ b\n\n[^1]: note")
    go_to_footnote(cursor)
    go_to_footnote(cursor)
    assert not cursor.document().isUndoAvailable()
