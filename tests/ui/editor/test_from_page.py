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
