import pytest

from newsdesk.importing.feed_fields import (
    ItemFields,
    html_of,
    language_said,
    terms_of,
    time_of,
    title_of,
    usual_name,
)
from newsdesk.importing.xml_reading import branches

SPACES = (
    'xmlns:d="http://purl.org/dc/elements/1.1/" xmlns:c="http://purl.org/rss/1.0/modules/content/"'
    ' xmlns:m="http://search.yahoo.com/mrss/" xmlns:a="http://www.w3.org/2005/Atom"'
    ' xmlns:wp="http://wordpress.org/export/1.2/" xmlns:x="http://example.org/own"'
    ' xmlns:e="http://wordpress.org/export/1.1/excerpt/" xmlns:h="http://www.w3.org/1999/xhtml"'
)


def fields(inside: str) -> ItemFields:
    raw = f"<item {SPACES}>{inside}</item>".encode()
    return ItemFields(next(branches(raw, "a.xml", whole={"item"})).element)


def test_fields_are_known_by_their_usual_names_whatever_their_prefix() -> None:
    item = fields(
        "<d:creator>1</d:creator><c:encoded>2</c:encoded><a:link/><wp:status>3</wp:status>"
        "<e:encoded>4</e:encoded><m:content/><x:own/><title/>"
    )
    names = [
        *("dc:creator", "content:encoded", "link", "wp:status", "excerpt:encoded"),
        *("media:content", "?own", "title"),
    ]
    assert [usual_name(one) for one in item.all(*names)] == names


def test_the_first_field_that_holds_anything_counts() -> None:
    item = fields("<title> </title><d:title>Harbour</d:title>")
    assert item.text("title", "d:title", "dc:title") == "Harbour"
    assert item.first("title") is None
    assert item.text("nothing") == ""


@pytest.mark.parametrize(
    ("written", "time"),
    [
        ("Tue, 12 Apr 2022 09:05:00 +0200", ("2022-04-12T09:05:00", "+0200")),
        ("Tue, 12 Apr 2022 09:05:00 GMT", ("2022-04-12T09:05:00", "GMT")),
        ("Tue, 12 Apr 2022 24:00:00 +0200", ("2022-04-12", None)),
        ("2022-04-12T09:05:00Z", ("2022-04-12T09:05:00", "Z")),
        ("2022-04-12T09:05:00.125+02:00", ("2022-04-12T09:05:00", "+02:00")),
        ("2022-04-12", ("2022-04-12", None)),
        ("12 avril 2022 09:05", ("2022-04-12T09:05:00", None)),
        ("Tue, 12 Apr 22 09:05:00 EST", ("2022-04-12", None)),
        ("31 Feb 2022", (None, None)),
        ("yesterday", (None, None)),
        ("", (None, None)),
    ],
)
def test_times_are_read_as_feeds_write_them(
    written: str, time: tuple[str | None, str | None]
) -> None:
    assert time_of(written, "fr") == time


def test_the_time_of_posting_comes_before_that_of_a_change() -> None:
    item = fields("<updated>2022-04-13</updated><pubDate>soon</pubDate><d:date>2022-04-12</d:date>")
    assert item.posted("en") == ("2022-04-12", None)


@pytest.mark.parametrize(
    ("inside", "names"),
    [
        ("<d:creator>Ana Roe</d:creator>", "Ana Roe"),
        ("<author>ana@example.org (Ana Roe)</author>", "Ana Roe"),
        ("<author>Ana Roe &lt;ana@example.org></author>", "Ana Roe"),
        ("<author>ana@example.org</author>", None),
        ("<author><name>Ana Roe</name><email>ana@example.org</email></author>", "Ana Roe"),
        ("<d:creator>Ana Roe</d:creator><d:creator>Bo Li</d:creator>", "Ana Roe, Bo Li"),
        ("<d:creator>Ana Roe</d:creator><author>Ana Roe</author>", "Ana Roe"),
        ("<d:creator>admin</d:creator>", None),
        ("<d:creator>L&amp;#233;a</d:creator>", "Léa"),
        ("<d:creator/>", None),
        ("", None),
    ],
)
def test_who_wrote_it_is_a_name(inside: str, names: str | None) -> None:
    assert fields(inside).creators() == names


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("<title>AT&amp;T opens</title>", "AT&T opens"),
        ("<title>AT&amp;amp;T &amp;#8217;</title>", "AT&T ’"),
        ("<title><![CDATA[A <em>new</em>\n berth]]></title>", "A new berth"),
        ("<title>a &lt; b > c</title>", "a < b > c"),
        ('<title type="text">&lt;b> &amp;amp;</title>', "<b> &amp;"),
        ('<title type="xhtml"><h:div>A <h:b>b</h:b></h:div></title>', "A b"),
    ],
)
def test_a_title_is_words_whatever_marks_it_has(written: str, title: str) -> None:
    assert title_of(fields(written).first("title")) == title


def test_no_title_is_no_words() -> None:
    assert title_of(None) == ""


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("<a>&lt;p>One&lt;/p></a>", "<p>One</p>"),
        ("<a><![CDATA[One &amp; two]]></a>", "One &amp; two"),
        ("<a>One & two\n\nThree\nfour</a>", "<p>One &amp; two</p><p>Three four</p>"),
        ('<a type="text">One &lt;b></a>', "<p>One &lt;b></p>"),
        ('<a type="html">One &lt;b>two&lt;/b></a>', "One <b>two</b>"),
        ('<a type="text/html; charset=utf-8">&lt;i>One&lt;/i></a>', "<i>One</i>"),
        ('<a type="xhtml"><h:div><h:p>One</h:p></h:div></a>', "<div><p>One</p></div>"),
        ("<a><p>unescaped</p></a>", "<p>unescaped</p>"),
        ('<a type="application/pdf">JVBERi0=</a>', ""),
        ('<a src="https://example.org/a"/>', ""),
    ],
)
def test_content_is_html_of_whatever_type(written: str, html: str) -> None:
    (element,) = fields(written).all("a")
    assert html_of(element) == html


def test_empty_categories_and_those_that_say_nothing_are_left_out() -> None:
    item = fields(
        "<category>Ferries</category><category/><category> , </category>"
        "<category>Uncategorized</category><category>Non classé</category>"
        '<category>未分类</category><category term="x" label="Ports"/><category term="quays"/>'
        "<category>R&amp;amp;D</category>"
    )
    assert list(terms_of(item.all("category"))) == ["Ferries", "Ports", "quays", "R&D"]


FRENCH = (
    "Le port ouvre ses portes ce lundi, a annoncé la mairie de Valmère dans un communiqué. " * 4
)


@pytest.mark.parametrize(
    ("said", "text", "language"),
    [
        ("fr-FR", FRENCH, "fr"),
        ("fr_CH", "", "fr"),
        ("en-us", "", "en-GB"),
        ("pt-br", "", "pt-BR"),
        ("zh-TW", "", "zh-TW"),
        ("en-us", FRENCH, None),
        ("en-us", "Le port", "en-GB"),
        ("english please", "", None),
        ("", "", None),
        (None, FRENCH, None),
    ],
)
def test_a_language_that_is_stated_counts_unless_the_text_is_in_another(
    said: str | None, text: str, language: str | None
) -> None:
    assert language_said(said, text, "en-GB") == language
