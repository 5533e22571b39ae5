"""Words in columns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.language import Direction
from newsdesk.rendering.text_wrapping import base_direction, columns, directed, wrapped

LTR, RTL = Direction.LEFT_TO_RIGHT, Direction.RIGHT_TO_LEFT


@pytest.mark.parametrize(
    ("text", "taken"),
    [("pier", 4), ("港口", 4), ("e\u0301", 1), ("a\u200eb", 2), ("ﾊ", 1), ("", 0)],
)
def test_a_line_takes_as_many_columns_as_a_typewriter_gives_it(text: str, taken: int) -> None:
    assert columns(text) == taken


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("the new pier", ["the new ", "pier"]),
        ("a-word-that-is-too-long yes", ["a-word-that-is-too-long ", "yes"]),
        ("one\ntwo three four", ["one", "two three ", "four"]),
        ("5\u00a0000 10\u00a0000 t", ["5\u00a0000 ", "10\u00a0000 t"]),
        ("部长宣布了新的计划，好", ["部长宣布了", "新的计划，", "好"]),
        ("部长宣布新的，计划", ["部长宣布新", "的，计划"]),
        ("部长 宣布 pier", ["部长 宣布 ", "pier"]),
        ("", [""]),
    ],
)
def test_a_paragraph_is_broken_where_it_may_be(text: str, lines: list[str]) -> None:
    assert wrapped(text, 10) == lines


@given(st.text("ab 港，é\u00a0", max_size=200), st.integers(4, 40))
def test_no_sign_is_lost_and_no_line_too_long(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    for line in lines:
        # longer ones are a single word, which stays whole
        assert columns(line.rstrip(" ")) <= width or len(wrapped(line, width)) == 1


def test_flowed_lines_are_the_paragraph_again() -> None:
    text = "The crews of nine ports train together on the east pier of the harbour."
    assert "".join(wrapped(text, 20)) == text


@pytest.mark.parametrize(
    ("text", "direction"),
    [("12 ports", LTR), ("12 موانئ", RTL), ("– נמל", RTL), ("12 – 14", RTL), ("Shore ميناء", LTR)],
)
def test_the_first_letter_says_the_direction(text: str, direction: Direction) -> None:
    assert base_direction(text, RTL) is direction


def test_a_line_is_marked_only_where_its_letters_say_something_else() -> None:
    assert directed("ميناء", RTL) == "ميناء"
    assert directed("Shore", RTL) == "\u200fShore"
    assert directed("12", RTL) == "\u200f12"
    assert directed("12", LTR) == "12"
    assert directed("ميناء", LTR) == "\u200eميناء"
