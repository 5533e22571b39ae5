import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.rendering.sanitising import sanitise
from tests.rendering.reading import read


@pytest.mark.parametrize(
    "html",
    [
        '<p dir="auto" lang="fr" title="Aside">text</p>',
        '<table><thead><tr><th style="text-align:right">a</th></tr></thead></table>',
        '<table><tbody><tr><td colspan="2" rowspan="3">a</td></tr></tbody></table>',
        '<img src="newsdesk-media:0a" alt="chart" width="40" height="30">',
        '<img src="data:image/webp;base64,AAAA" alt="">',
        '<a href="https://example.org/?a=1&amp;b=2" rel="noopener noreferrer">a</a>',
        '<sup id="fnref-1-2"><a href="#fn-1" rel="noopener noreferrer">1</a></sup>',
        '<section class="footnotes" role="doc-endnotes"><ol><li id="fn-1">a</li></ol></section>',
        '<a class="footnote-backref" role="doc-backlink" rel="noopener noreferrer">↩</a>',
        '<p><span class="dateline">GENEVA</span> a&nbsp;b &amp; c</p>',
        '<ol start="3"><li>a<ul><li>b</li></ul></li></ol>',
        "<pre><code>a\n  b &lt;c&gt;\n</code></pre>",
        "H<sub>2</sub>O, <em>a</em> <strong>b</strong> <del>c</del> <bdi>d</bdi><br>",
    ],
)
def test_what_a_body_holds_comes_back_unchanged(html: str) -> None:
    assert sanitise(html) == html


@pytest.mark.parametrize(
    ("html", "left"),
    [
        ("<script>alert(1)</script>a", "a"),
        ("<style>a</style><template>b</template><noscript>c</noscript><title>d</title>e", "e"),
        ("<svg onload=x><circle/></svg>a", "a"),
        ("<math><mi>a</mi></math>b", "b"),
        ("<form action=x><input><button>a</button></form>", "a"),
        ("<video src=x></video><audio src=x></audio><iframe src=x></iframe>a", "a"),
        ("<meta http-equiv=refresh content=0><base href=x><link rel=x href=y>a", "a"),
        ("<h1>a</h1>", "a"),
        ('<p onclick="x" style="color:red" id="a" class="b">c</p>', "<p>c</p>"),
        ('<li id="other">a</li>', "<li>a</li>"),
        ('<span class="other">a</span>', "<span>a</span>"),
        ('<td style="text-align:left;background:url(x)">a</td>', "a"),
        ('<img src="https://example.org/i.png" alt="a">', '<img alt="a">'),
        ('<img src="data:image/svg+xml;base64,AA" alt="a">', '<img alt="a">'),
        ('<img src="\\\\example.org\\i.png" srcset="//x" alt="a">', '<img alt="a">'),
        ('<a href="javascript:x()">a</a>', '<a rel="noopener noreferrer">a</a>'),
        ('<a href="//example.org" target="_top">a</a>', '<a rel="noopener noreferrer">a</a>'),
        ('<a href="data:text/html,x">a</a>', '<a rel="noopener noreferrer">a</a>'),
        ('<a href="java&#x202e;script:x()">a</a>', '<a rel="noopener noreferrer">a</a>'),
        ('<p dir="sideways" lang="x y">a</p>', "<p>a</p>"),
        ("a&#x202e;b&#1;c\u2066d", "abcd"),
        ("<!-- a -->b", "b"),
        ("<p>a<em>b", "<p>a<em>b</em></p>"),
    ],
)
def test_what_may_do_harm_is_taken_out(html: str, left: str) -> None:
    assert sanitise(html) == left


PIECES = (
    "<p>", "</p>", "<em>", "</em>", "<a href='https://example.org'>", "</a>", "<table>", "<td>",
    "</table>", "<svg>", "<math>", "<style>", "</style>", "<script>", "<li id=fn-1>", "<pre>",
    "\n", "&lt;", "&#x202e;", "&", "<", ">", '"', "a", "<!--", "-->", "<img src=x alt='<p>'>",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=20).map("".join))
def test_sanitising_again_changes_nothing(html: str) -> None:
    once = sanitise(html)
    assert sanitise(once) == once
    assert not set(read(once).tags) & {"svg", "math", "style", "script"}
