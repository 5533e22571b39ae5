"""What is too long to be treated as something a person has written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.ui.editor.long_text import (
    _AT_ONCE,
    _LONGEST_LINE,
    _MOST_WRAPPED,
    _PIECE,
    beginning,
    endless_lines,
    has_endless_line,
    is_binary,
    is_long,
    needs_asking,
    pieces,
    wrapped,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a" * _AT_ONCE, False), ("a" * (_AT_ONCE + 1), True), ("\n" * 20_000, True), ("", False)],
    ids=["as long as may be", "longer", "many lines", "empty"],
)
def test_a_text_is_long_by_its_characters_or_its_lines(text: str, *, expected: bool) -> None:
    assert is_long(text) is expected


def test_of_more_than_any_release_it_is_asked() -> None:
    assert needs_asking("a" * 20_000_000)
    assert not needs_asking("a" * 1_000_000)


@pytest.mark.parametrize(
    "text",
    [
        "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x04\0\0\0\x03\0",
        "\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0",
        "PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0" + "text of a kind " * 40 + "\ufffd" * 40,
    ],
)
def test_what_was_no_text_is_told(text: str) -> None:
    assert is_binary(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "A line.\r\nAnd another.\0", "عربي\u200f\u202b", "a\vb\fc\x1cd\x85e\u2028f",
        "One \ufffd letter that was lost", "漢字" * 50_000,
    ],
)  # fmt: skip
def test_what_is_text_passes(text: str) -> None:
    assert not is_binary(text)


def test_an_endless_line_is_found_wherever_it_stands() -> None:
    line = "word " * (_LONGEST_LINE // 5 + 1)
    text = f"One.\n{line}\nTwo.\n{line}"
    first = 5 + len(line)
    assert list(endless_lines(text)) == [(5, first), (first + 6, len(text))]
    assert has_endless_line(text)


def test_many_lines_are_no_endless_one() -> None:
    assert not has_endless_line("A line of a text.\n" * 100_000)
    assert not has_endless_line("a" * _LONGEST_LINE)


def test_a_line_is_wrapped_where_spaces_stood() -> None:
    line = "harbour " * 50_000
    lines = wrapped(line).split("\n")
    assert max(map(len, lines)) <= _MOST_WRAPPED
    assert " ".join(lines) == line
    assert all(part.strip() and not part.startswith(" ") for part in lines)


def test_a_word_without_an_end_is_cut() -> None:
    assert wrapped("x" * (2 * _MOST_WRAPPED + 1)).split("\n") == [
        "x" * _MOST_WRAPPED,
        "x" * _MOST_WRAPPED,
        "x",
    ]


@given(st.lists(st.sampled_from(["a\n", "word ", "\n", "x" * 5_000, "é" * 900 + "\n"])))
def test_pieces_are_the_text_and_end_with_lines(parts: list[str]) -> None:
    text = "".join(parts)
    found = list(pieces(text))
    assert "".join(found) == text
    assert all(piece.endswith("\n") for piece in found[:-1])
    assert all(len(piece) <= _PIECE or "\n" not in piece[:-1][_PIECE:] for piece in found)


@pytest.mark.parametrize("text", ["A line.\n" * 60_000, "\n" * 90_000, "word " * 100_000 + "\na"])
def test_the_beginning_is_more_than_is_seen_and_ends_a_line(text: str) -> None:
    first = beginning(text)
    assert text.startswith(first)
    assert first.endswith("\n")
    assert first.count("\n") >= 1_000 or len(first) >= 30_000


def test_the_beginning_of_a_text_of_one_line_is_all_of_it() -> None:
    assert beginning("x" * 400_000) == "x" * 400_000
