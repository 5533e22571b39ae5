import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.rendering.markdown import BlockRenderer
from newsdesk.rendering.one_line import one_line
from newsdesk.rendering.running_markdown import escaped
from tests.rendering.reading import read

PLAIN = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]))


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("Head of Press", "Head of Press"),
        ("snake_case and _this_", r"snake_case and \_this\_"),
        ("A & B, &amp;", "A & B, &amp;amp;"),
        ("1 < 2 <b>", "1 < 2 &lt;b>"),
        ("J.\u00a0Roe", "J.\u00a0Roe"),
    ],
)
def test_only_what_would_be_a_mark_is_escaped(words: str, line: str) -> None:
    assert escaped(words) == line


@given(PLAIN)
def test_what_is_escaped_is_read_as_it_was_written(words: str) -> None:
    """Between letters, so that nothing stands at a line's beginning."""
    source = f"a {escaped(words)} z"
    shown = read(BlockRenderer().render_body(source).html).text
    curled = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "."})
    kept = one_line(f"a {words} z")
    assert _bare(shown.translate(curled)) == _bare(kept.translate(curled))


def _bare(text: str) -> str:
    return "".join(c for c in text if c.isalnum())
