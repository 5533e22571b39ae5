import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.rendering.markdown import BlockRenderer
from tests.rendering.reading import read


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("*a* _b_ **c** __d__", "<em>a</em> <em>b</em> <strong>c</strong> <strong>d</strong>"),
        ("***a***", "<em><strong>a</strong></em>"),
        ("***a** b*", "<em><strong>a</strong> b</em>"),
        ("***a* b**", "<strong><em>a</em> b</strong>"),
        ("*a **b***", "<em>a <strong>b</strong></em>"),
        ("**a *b* c**", "<strong>a <em>b</em> c</strong>"),
        ("*a\nb*", "<em>a\nb</em>"),
        ("a*b*c", "a<em>b</em>c"),
        ("a_b_c and snake_case_name", "a_b_c and snake_case_name"),
        ("**「引用」**と", "<strong>「引用」</strong>と"),
        ("5 * 4 * 3", "5 * 4 * 3"),
        ("*a", "*a"),
        ("a*", "a*"),
        ("** a **", "** a **"),
        ("*a**b*c", "<em>a**b</em>c"),
        ("*a**b*alpha", "<em>a**b</em>alpha"),
        ("**a*b**c", "<strong>a*b</strong>c"),
        ("*a _b* c_", "<em>a _b</em> c_"),
        (r"\*a\* \_b\_", "*a* _b_"),
        ("`*a*` *b*", "<code>*a*</code> <em>b</em>"),
        ("**a `b` c**", "<strong>a <code>b</code> c</strong>"),
        ("_`a`_", "<em><code>a</code></em>"),
        ('"*a*" **"b"**', "“<em>a</em>” <strong>“b”</strong>"),
        ("**a\n\nb**", '**a</p>\n<p dir="auto">b**'),
    ],
)
def test_emphasis(source: str, html: str) -> None:
    assert BlockRenderer().render_body(source).html == f'<p dir="auto">{html}</p>'


def test_emphasis_goes_around_and_inside_links_but_not_across_their_ends() -> None:
    html = (
        BlockRenderer()
        .render_body("**a [*b* c](https://example.org) d** *[e*](https://example.org)")
        .html
    )
    link = '<a href="https://example.org" rel="noopener noreferrer">'
    assert html == (f'<p dir="auto"><strong>a {link}<em>b</em> c</a> d</strong> *{link}e*</a></p>')


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("- a *b\n    - c* d", '<ul dir="auto"><li>a *b<ul><li>c* d</li></ul></li></ul>'),
        (
            "T\n: a *b\n    # H\n    c* d",
            '<dl dir="auto"><dt>T</dt><dd>a *b<h2>H</h2>c* d</dd></dl>',
        ),
    ],
)
def test_emphasis_does_not_reach_into_or_over_another_block(source: str, html: str) -> None:
    assert BlockRenderer().render_body(source).html.replace("\n", "") == html


@given(st.lists(st.sampled_from(["*", "**", "_", "__", "a", "b", " ", "`c` "]), max_size=24))
def test_nothing_but_marks_is_taken(pieces: list[str]) -> None:
    source = "x" + "".join(pieces) + "x"
    html = BlockRenderer().render_body(source).html
    without_marks = source.translate({ord(mark): None for mark in "*_`"})
    assert read(html).text.translate({ord("*"): None, ord("_"): None}) == without_marks
    assert read(html).is_nested_properly
