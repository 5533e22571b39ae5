"""From a word on the page to the same word in the source."""

import pytest

from newsdesk.ui.editor.from_page import offset_of

SOURCE = """🚢 "Ships" stop at the **new** pier,
see [the *short* report](https://example.org/pier) -- it's there[^1]."""


@pytest.mark.parametrize(
    ("around", "clicked", "expected"),
    [
        ("stop at the new pier, see", "pier,", "pier,"),
        ("stop at the new pier, see", "w pier", "w** pier"),
        ("“Ships” stop at", "Ships", 'Ships" stop'),
        ("“Ships” stop at", "”", '" stop'),
        ("pier, see the short report", "see", "see [the"),
        ("see the short report – it’s", "report", "report]"),
        ("the short report – it’s there", "t’s", "t's there"),
        ("it’s there1.", "there", "there[^1]"),
        ("🚢 “Ships”", "Ships", 'Ships" stop'),
        ("no such words", "such", "🚢"),
        ("", "", "🚢"),
    ],
)
def test_a_place_on_the_page_is_found(around: str, clicked: str, expected: str) -> None:
    offset = len(around[: around.index(clicked)].encode("utf-16-le")) // 2
    found = offset_of(SOURCE, around, offset)
    rest = SOURCE.encode("utf-16-le")[2 * found :].decode("utf-16-le")
    assert rest.startswith(expected)


def test_words_full_of_marks_are_looked_for_in_time() -> None:
    assert offset_of("*_" * 50_000, "ab" * 20, 20) == 0


TABLE = """| Pier | Ships | Ships |
|------|------:|------:|
| Old  |     9 |     9 |
| New  |     9 |     9 |"""
LIST = """1. The pier, the *pier* and [the pier](https://example.org/the/pier "The pier")
2. The `pier` &amp; ![the pier](newsdesk-media:0a) the pier[^pier] and 2. more"""


def nth(text: str, word: str, number: int) -> int:
    """Return where a word stands for the nth time, from 1."""
    at = -1
    for _ in range(number):
        at = text.index(word, at + 1)
    return at


@pytest.mark.parametrize(
    ("source", "around", "word", "shown", "written"),
    [
        (TABLE, "Pier\nShips\nShips\nOld\n9\n9\nNew\n9\n9", "9", 3, 3),
        (TABLE, "Pier\nShips\nShips\nOld\n9\n9\nNew\n9\n9", "9", 4, 4),
        (TABLE, "Pier\nShips\nShips\nOld\n9\n9\nNew\n9\n9", "Ships", 2, 2),
        (LIST, "The pier, the pier and the pier\nThe pier &  the pier and 2. more", "pier", 1, 1),
        (LIST, "The pier, the pier and the pier\nThe pier &  the pier and 2. more", "pier", 2, 2),
        (LIST, "The pier, the pier and the pier\nThe pier &  the pier and 2. more", "pier", 3, 3),
        (LIST, "The pier, the pier and the pier\nThe pier &  the pier and 2. more", "pier", 4, 6),
        (LIST, "The pier, the pier and the pier\nThe pier &  the pier and 2. more", "pier", 5, 8),
        (LIST, "The pier, the pier and the pier\nThe pier &  the pier and 2. more", "2", 1, 2),
    ],
)
def test_a_word_that_comes_again_is_the_one_pointed_at(
    source: str, around: str, word: str, shown: int, written: int
) -> None:
    assert offset_of(source, around, nth(around, word, shown)) == nth(source, word, written)


def test_between_two_words_the_nearer_one_counts() -> None:
    source = "## The *end* — of the pier"
    around = "The end — of the pier"
    assert offset_of(source, around, around.index(" —")) == source.index("* —")
    assert offset_of(source, around, around.index("of")) == source.index("of")


def test_a_long_block_is_read_in_time() -> None:
    around = "the pier is long " * 3_000
    source = around.replace("long", "*long*")
    assert offset_of(source, around, len(around) - 5) == len(source) - 6
    assert offset_of("the pier " * 9_000, "another quay " * 9_000, 50_000) == 0
