import pytest

from newsdesk.rendering.markdown import BlockRenderer
from newsdesk.rendering.quotation_marks import QuotationMarks


def rendered(source: str, quotes: QuotationMarks | None = None) -> str:
    renderer = BlockRenderer(quotes=quotes) if quotes else BlockRenderer()
    return renderer.render_body(source).html.replace("\n", "")


def paragraph(html: str) -> str:
    return f'<p dir="auto">{html}</p>'


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("# One", '<h2 dir="auto">One</h2>'),
        ("One\n===", '<h2 dir="auto">One</h2>'),
        ("## Two ##", '<h2 dir="auto">Two</h2>'),
        ("###### Six", '<h6 dir="auto">Six</h6>'),
        ("- # In an item", '<ul dir="auto"><li><h2>In an item</h2></li></ul>'),
    ],
)
def test_no_heading_of_a_body_is_the_first_of_the_page(source: str, html: str) -> None:
    assert rendered(source) == html


def test_a_sign_without_a_space_is_a_hashtag() -> None:
    assert rendered("#COP30 #1") == paragraph("#COP30 #1")


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("<b>a</b> <!-- b -->", paragraph("&lt;b&gt;a&lt;/b&gt; &lt;!– b –&gt;")),
        ("<div>\n\n*a*", paragraph("&lt;div&gt;") + paragraph("<em>a</em>")),
        ("a &amp; b &copy; &nbsp;c & d", paragraph("a &amp; b © &nbsp;c &amp; d")),
        ("&lt;b&gt;", paragraph("&lt;b&gt;")),
    ],
)
def test_raw_html_is_text_and_character_references_are_characters(source: str, html: str) -> None:
    assert rendered(source) == html


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("CO<sub>2</sub>", "CO<sub>2</sub>"),
        ("m<sup>*2*</sup>", "m<sup><em>2</em></sup>"),
        ("a<br>b<BR/>c<br />d", "a<br>b<br>c<br>d"),
        ("<sub>a</sup>", "&lt;sub&gt;a&lt;/sup&gt;"),
        ("<sub onclick=x>a</sub>", "&lt;sub onclick=x&gt;a&lt;/sub&gt;"),
    ],
)
def test_three_tags_are_read_as_signs(source: str, html: str) -> None:
    assert rendered(source) == paragraph(html)


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("a\n{: lang=fr dir=rtl }", '<p dir="rtl" lang="fr">a</p>'),
        ("# a {: title='b c' }", '<h2 dir="auto" title="b c">a</h2>'),
        ("*a*{lang=fr} b", paragraph('<em lang="fr">a</em> b')),
        ("*a*{.b}", paragraph("<em>a</em>{.b}")),
        ("a\n{: #b lang=fr }", paragraph("a{: #b lang=fr }")),
        ("a\n{: dir=up }", paragraph("a{: dir=up }")),
        ("*a*{lang=fr} b {c}", paragraph('<em lang="fr">a</em> b {c}')),
    ],
)
def test_attribute_lists_hold_language_direction_and_title_or_are_text(
    source: str, html: str
) -> None:
    assert rendered(source) == html


def test_every_outermost_element_takes_its_own_direction() -> None:
    html = rendered("# a\nb\n\n- c\n\n> d\n\n    e\n\n|f|g|\n|-|-|\n|h|i|\n\nj\n: k\n\n---")
    for tag in ("h2", "p", "ul", "blockquote", "pre", "table", "dl"):
        assert f'<{tag} dir="auto">' in html
    assert "<li>c</li>" in html
    assert "<hr>" in html


def test_a_table_is_as_wide_as_its_widest_row() -> None:
    html = rendered("|a|b|\n|-|-:|\n|1|2|3|\n|4|")
    assert html == (
        '<table dir="auto"><thead><tr><th>a</th><th style="text-align:right">b</th><th></th></tr>'
        '</thead><tbody><tr><td>1</td><td style="text-align:right">2</td><td>3</td></tr>'
        '<tr><td>4</td><td style="text-align:right"></td><td></td></tr></tbody></table>'
    )


def test_lists_keep_their_kind_and_their_first_number() -> None:
    assert rendered("3. a\n4. b\n\n- c") == (
        '<ol dir="auto" start="3"><li>a</li><li>b</li></ol><ul dir="auto"><li>c</li></ul>'
    )


FRENCH = QuotationMarks("«\u202f", "\u202f»", "“", "”")
GERMAN = QuotationMarks("„", "“", "‚", "‘")
RUSSIAN = QuotationMarks("«", "»", "„", "“")


@pytest.mark.parametrize(
    ("quotes", "source", "text"),
    [
        (None, "\"It's 'so',\" she said", "“It’s ‘so’,” she said"),
        (None, "the '90s, the ministers' plan", "the ’90s, the ministers’ plan"),
        (FRENCH, "\"C'est l'heure\", dit-elle", "«\u202fC’est l’heure\u202f», dit-elle"),
        (GERMAN, "\"Geht's 'so'?\", fragte sie", "„Geht’s ‚so‘?“, fragte sie"),
        (RUSSIAN, '"Да", сказала она', "«Да», сказала она"),
        (FRENCH, "*UN*'s --- and -- ...", "<em>UN</em>’s — and – …"),
        (None, r"\"a\" \'b\' `\"c\"`", '"a" \'b\' <code>\\"c\\"</code>'),
    ],
)
def test_straight_marks_become_those_of_the_language(
    quotes: QuotationMarks | None, source: str, text: str
) -> None:
    assert rendered(source, quotes) == paragraph(text)


def test_abbreviations_are_explained_where_they_stand_alone() -> None:
    html = rendered('The UN, the UNESCO, "UN".\n\n*[UN]: United "Nations" <b>')
    un = '<abbr title="United &quot;Nations&quot; &lt;b&gt;">UN</abbr>'
    assert html == paragraph(f"The {un}, the UNESCO, “{un}”.")
