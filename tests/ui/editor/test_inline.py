"""Emphasis and links in a line, as the page has them."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.rendering.markdown import BlockRenderer
from newsdesk.ui.editor.inline import BOLD, LINK, as_qt_counts, emphases, end_of_title

_RENDERER = BlockRenderer()


def drawn(line: str) -> str:
    """Return a line with its emphasis as tags."""
    edges: dict[int, tuple[int, str]] = {}
    for start, end, marks in emphases(line):
        tag = "strong" if marks == BOLD else "em"
        edges[start] = marks, f"<{tag}>"
        edges[end - marks] = marks, f"</{tag}>"
    shown, at = "", 0
    for place in sorted(edges):
        marks, tag = edges[place]
        shown += line[at:place] + tag
        at = place + marks
    return shown + line[at:]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("a **b** c", "a <strong>b</strong> c"),
        ("a *b* c", "a <em>b</em> c"),
        ("a __b__ _c_", "a <strong>b</strong> <em>c</em>"),
        ("***both***", "<em><strong>both</strong></em>"),
        ("*a **b** c*", "<em>a <strong>b</strong> c</em>"),
        ("**a *b* c**", "<strong>a <em>b</em> c</strong>"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("snake_case_name", "snake_case_name"),
        ("**open", "**open"),
        ("*a _b* c_", "<em>a _b</em> c_"),
        ("*_both_*", "<em><em>both</em></em>"),
        ("港口**新站**启用", "港口<strong>新站</strong>启用"),
        ("`**code**` **b**", "`**code**` <strong>b</strong>"),
        (r"\*no\* *yes*", r"\*no\* <em>yes</em>"),
        ("[a](https://example.org/_a_) _b_", "[a](https://example.org/_a_) <em>b</em>"),
    ],
)
def test_emphasis_is_found(line: str, expected: str) -> None:
    assert drawn(line) == expected


def test_a_line_of_hundreds_of_marks_is_read_in_time() -> None:
    assert len(emphases("*a* " * 5_000)) == 5_000
    assert emphases("**a " * 5_000) == []


@given(st.text(alphabet="ab *_", min_size=1, max_size=14))
def test_what_is_found_is_what_the_page_shows(words: str) -> None:
    line = f"x {words} y"
    page = _RENDERER.render_body(line).html
    inner = html.unescape(re.sub(r"^<p[^>]*>|</p>$", "", page.strip()))
    assert " ".join(drawn(line).split()) == " ".join(inner.split())


def test_links_notes_and_addresses_are_found() -> None:
    line = "See [the report](https://example.org/r), [^1] and <https://example.org>."
    assert [found[0] for found in LINK.finditer(line)] == [
        "[the report](https://example.org/r)",
        "[^1]",
        "<https://example.org>",
    ]


@pytest.mark.parametrize("line", ["plain", "صحافة", "a 🚢 b", "𠀀𠀁"])
def test_a_line_has_as_many_characters_as_qt_counts(line: str) -> None:
    assert len(as_qt_counts(line)) == len(line.encode("utf-16-le")) // 2


@pytest.mark.parametrize(
    ("heading", "words"),
    [("## Head", "## Head"), ("## Head ## ", "## Head"), ("# C#", "# C#"), ("# A # b", "# A # b")],
)
def test_a_heading_ends_before_the_marks_that_close_it(heading: str, words: str) -> None:
    assert heading[: end_of_title(heading)] == words
