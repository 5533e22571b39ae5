import pytest

from newsdesk.rendering.characters import as_lines, has_hidden, without_hidden


@pytest.mark.parametrize(
    "hidden",
    [
        *"\x00\x08\x0b\x0c\x1b\x7f\x80\x9f\u202a\u202e\u2066\u2069\ud800\udfff",
        *"\ufdd0\ufdef\ufffe\uffff\U0001fffe\U0010ffff",
    ],
)
def test_what_must_not_be_shown_is_dropped(hidden: str) -> None:
    assert has_hidden(f"a{hidden}b")
    assert without_hidden(f"a{hidden}{hidden}b{hidden}") == "ab"


@pytest.mark.parametrize(
    "shown",
    [*"\t\n \u00a0\u00ad\u200e\u200f\u061c\u200d😀م\ufffd"],
)
def test_what_a_language_needs_stays(shown: str) -> None:
    assert not has_hidden(shown)
    assert without_hidden(f"a{shown}b") == f"a{shown}b"


def test_every_line_end_becomes_a_line_feed() -> None:
    assert as_lines("a\r\nb\rc\nd\r\n\r\ne") == "a\nb\nc\nd\n\ne"


def test_separators_that_an_editor_does_not_number_become_spaces() -> None:
    assert as_lines("a\u2028b\u2029c") == "a b c"
