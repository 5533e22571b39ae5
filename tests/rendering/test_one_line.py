import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.rendering.one_line import one_line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("  a\n\tb\N{NO-BREAK SPACE}c\u2028d ", "a b c d"),
        ("a \u202e b\x07", "a b"),
        ("\ud800", ""),
        ("ق\u200cق", "ق\u200cق"),
        ("", ""),
    ],
)
def test_a_field_becomes_one_line(text: str, line: str) -> None:
    assert one_line(text) == line


@given(st.text())
def test_no_text_makes_two_lines(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1
    assert one_line(one_line(text)) == one_line(text)
