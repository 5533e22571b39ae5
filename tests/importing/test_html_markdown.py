import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.importing.html_markdown import link_address, markdown_of
from newsdesk.rendering.markdown import BlockRenderer
from tests.importing.watchdog import AT_ONCE, allowed

BASE = "https://example.org/news/harbour"
SCHEMES = st.sampled_from(["javascript", "vbscript", "data", "file", "JaVaScRiPt", "jar"])
_TARGET = re.compile(r'(?:href|src)="([^"]*)"')


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("", ""),
        ("one", "one"),
        ("<p>one</p> <p>two</p>", "one\n\ntwo"),
        ("one<div>two<div>three</div>four</div>five", "one\n\ntwo\n\nthree\n\nfour\n\nfive"),
        ("<h1>One</h1><h3>Two <b>b</b> #</h3>three", "# One\n\n### Two b \\#\n\nthree"),
        ("<p>one<br>two<br><br>three</p>", "one  \ntwo\n\nthree"),
        ("<p>a</p><ul><li>one</li><li>two</li></ul>b", "a\n\n- one\n- two\n\nb"),
        ("<ol start=4><li>one<li>two</ol>", "4. one\n5. two"),
        ("<ul><li>one<ul><li>two</ul><li>three</ul>", "- one\n    - two\n- three"),
        ("<ul><li>one</ul><ol><li>two</ol>", "- one\n\n1. two"),
        ("<ul><li><p>one</p><p>two</p></ul>", "- one\n\n    two"),
        ("<blockquote><p>one</p><p>two</p></blockquote>", "> one\n\n> two"),
        ("<blockquote>one<ul><li>two</ul></blockquote>", "> one\n\n> - two"),
        ("<b>one</b> <i>two</i> <em><strong>three</strong></em>", "**one** *two* ***three***"),
        ("H<sub>2</sub>O <q>one</q>", "H<sub>2</sub>O “one”"),
        ("one<hr>two", "one\n\n* * *\n\ntwo"),
        ("<pre>one\n  two\n\nthree</pre>", "one  \ntwo\n\nthree"),
        ("<p>&nbsp;&nbsp;&nbsp;&nbsp;one&nbsp;</p><p>&nbsp;</p><p>　二</p>", "one\n\n二"),
        ("<i class=a>News</i><i class=b>Date 4</i>", "*News*  \n*Date 4*"),
        ("<i class=a>N</i><i class=b>ews</i><i>Date</i>", "*NewsDate*"),
        ("<dl><dt>one<dd>two</dl>", "one\n\ntwo"),
        ("<table><tr><td><p>one</p><td><ul><li>two</ul></table>three", "one\n\n- two\n\nthree"),
        (
            "<table><caption>Ships</caption><tr><th>a<th>b<tr><td><b>c</b><td>d|e</table>f",
            "Ships\n\n| a | b |\n| --- | --- |\n| **c** | d\\|e |\n\nf",
        ),
        ("<p>GENEVA <img src=a.png alt=harbour> – one", "GENEVA – one"),
    ],
)
def test_html_becomes_the_markdown_that_means_the_same(html: str, markdown: str) -> None:
    assert markdown_of(html) == markdown


@pytest.mark.parametrize(
    ("href", "address"),
    [
        ("https://example.org/a", "https://example.org/a"),
        ("../b?c=d&e", "https://example.org/b?c=d&e"),
        ("//example.org/a", "https://example.org/a"),
        ("mailto:jane@example.org", "mailto:jane@example.org"),
        ("tel:+41225550140", "tel:+41225550140"),
        (" ht\ntps://example.org/a (b)_c*d ", "https://example.org/a%20%28b%29_c%2Ad"),
    ],
)
def test_a_link_leads_to_an_absolute_address(href: str, address: str) -> None:
    assert markdown_of(f'<a href="{href}">word</a>', BASE) == f"[word]({address})"


@pytest.mark.parametrize(
    "href",
    [
        "",
        "#part",
        "javascript:alert(1)",
        "JaVa\tScRiPt:alert(1)",
        "&#106;avascript:alert(1)",
        "java\nscript:alert(1)",
        " \x01javascript:alert(1)",
        "vbscript:x",
        "data:text/html,x",
        "file:///etc/hosts",
        r"\\host\share",
        "newsdesk-media:x",
        "http://[broken",
        "https://example.org/" + "a" * 3_000,
    ],
)
def test_a_link_that_leads_nowhere_good_is_its_text(href: str) -> None:
    assert markdown_of(f'<a href="{href}">word</a>', BASE) == "word"


def test_without_a_base_a_relative_link_is_its_text() -> None:
    assert markdown_of("<a href='/a'>word</a>") == "word"
    assert link_address("/a", None) is None


@given(SCHEMES, st.text(max_size=20), st.text("\t\n\r \x00\x01\u200b", max_size=3))
def test_no_address_that_runs_anything_comes_through(scheme: str, rest: str, gap: str) -> None:
    href = f"{scheme[:4]}{gap}{scheme[4:]}:{rest}".replace("&", "&amp;").replace('"', "&quot;")
    html = BlockRenderer().render_body(markdown_of(f'<a href="{href}">word</a>', BASE)).html
    for target in _TARGET.findall(html):
        assert target.startswith(("https://example.org/", "http"))


# fmt: off
PARTS = st.sampled_from([
    "<p>", "</p>", "<b>", "</b>", "<i>", "</ul>", "<ul>", "<li>", "<br>", "<table>", "<tr>", "<td>",
    "<blockquote>", "</blockquote>", "<h2>", "</h2>", "<a href=/a>", "</a>", "<pre>", "</table>",
    "<sup>", "</sup>", "<hr>", "<q>", "</td>", "<ol>", "</div>", "<div>", "<!--x-->", "< ", "& ",
    "ship ", "harbour", " 15. Mai", "*", "_", "[", "](", "|", "# ", "\n", "`", "~~~", "- ",
    "**ship**",
])
# fmt: on


@given(st.lists(PARTS, max_size=40).map("".join))
def test_no_word_of_a_page_is_lost(html: str) -> None:
    words = re.findall(r"ship|harbour|Mai", re.sub("<!--x-->", "", html))
    rendered = BlockRenderer().render_body(markdown_of(html, BASE)).html
    assert re.findall(r"ship|harbour|Mai", re.sub(r"</?[a-z][^<>]*>", "", rendered)) == words


LARGE = {
    "links": "<p>" + "<a href='https://example.org/a'>link</a> " * 10_000,
    "table": "<table>" + ("<tr>" + "<td>cell 1" * 5) * 8_000,
    "breaks": "word<br>" * 60_000,
    "bold": "<b>x</b> " * 50_000,
    "items": "<ul>" + "<li>item" * 50_000,
    "nested lists": "<ul><li>" * 50_000,
    "nested quotations": "<blockquote>x" * 50_000,
    "stars": "<p>" + "*" * 500_000,
    "brackets": "<p>" + "[" * 300_000 + "](" * 100_000,
    "no end": "<a href='" * 100_000,
    "entities": "&amp;lt;&#x41;" * 70_000,
}


@pytest.mark.parametrize("name", LARGE)
def test_a_large_page_is_read_in_less_than_two_seconds(name: str) -> None:
    with allowed(AT_ONCE):
        markdown_of(LARGE[name], BASE)
