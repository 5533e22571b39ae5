import pytest

from newsdesk.rendering.markdown import BlockRenderer
from newsdesk.rendering.plain_text import plain_text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>a <em>b</em> &amp; &lt;c&gt;</p>\n<p>d</p>", "a b & <c>\nd"),
        ("<p>a\nb<br>\nc</p>", "a b\nc"),
        ("<ul>\n<li>a</li>\n<li><p>b</p>\n<p>c</p></li>\n</ul>", "a\nb\nc"),
        ("<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>", "a b\n1 2"),
        ("<pre><code>a\n  b\n</code></pre>", "a\nb"),
        ('<p>a <img alt="a chart" src="newsdesk-media:0a"> b</p>', "a a chart b"),
        ("<p>10&nbsp;000 «\u202fa\u202f»</p>", "10\u00a0000 «\u202fa\u202f»"),
        ("", ""),
    ],
)
def test_text_of_html(html: str, text: str) -> None:
    assert plain_text(html) == text


def test_the_marks_of_notes_are_left_out_but_not_the_notes() -> None:
    body = BlockRenderer().render_body("a[^1] b[^1].\n\n[^1]: c\n\n    d")
    assert plain_text(body.html) == "a b.\nc\nd"
