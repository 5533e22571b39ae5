import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.importing.html_tree import tree_of
from newsdesk.importing.page_metadata import PageMetadata, Said, read_metadata


def metadata(head: str = "", body: str = "<p>one", html: str = "") -> PageMetadata:
    root = tree_of(f"<html {html}><head>{head}</head><body>{body}</body></html>")
    assert root is not None
    return read_metadata(root)


def value(said: Said | None) -> str:
    return said.value if said else ""


def linked(data: object) -> PageMetadata:
    return metadata(f"<script type='application/ld+json'>{json.dumps(data)}</script>")


ARTICLE = {
    "@type": "NewsArticle",
    "headline": "Harbour crews train",
    "alternativeHeadline": "A course in three ports",
    "description": "Ninety workers learned to rescue by night.",
    "datePublished": "2026-05-04T09:00:00Z",
    "author": [{"@type": "Person", "name": "Ann Stone"}, {"name": "Jonas Perret"}],
    "publisher": {"@type": "Organization", "name": "Office for Safe Harbours"},
    "keywords": "rescue, winter",
    "articleSection": ["Sea"],
    "inLanguage": "en-GB",
    "mainEntityOfPage": {"@id": "https://example.org/news/1"},
}


@pytest.mark.parametrize(
    "data",
    [
        ARTICLE,
        [ARTICLE],
        {"@graph": [{"@type": "WebSite", "name": "Site"}, ARTICLE]},
        {"@type": "WebPage", "mainEntity": {**ARTICLE, "@type": ["Article", "Thing"]}},
    ],
    ids=["one", "list", "graph", "within a page"],
)
def test_an_article_is_found_wherever_it_stands_in_the_data(data: object) -> None:
    found = linked(data)
    assert [one.value for one in found.titles] == ["Harbour crews train"]
    assert value(found.subheadline) == "A course in three ports"
    assert value(found.abstract).startswith("Ninety workers")
    assert value(found.byline) == "Ann Stone, Jonas Perret"
    assert value(found.posted_local) == "2026-05-04T09:00:00"
    assert found.posted_tz == "Z"
    assert (found.tags, found.categories) == (["rescue", "winter"], ["Sea"])
    assert value(found.language) == "en-GB"
    assert value(found.address) == "https://example.org/news/1"
    assert found.site_names == ["Office for Safe Harbours"]


@pytest.mark.parametrize(
    "script",
    [
        '{"@type": "NewsArticle", "headline": "One",}',
        '<!-- {"@type": "NewsArticle", "headline": "One"} -->',
        '//<![CDATA[\n{"@type": "NewsArticle", "headline": "One"}\n//]]>',
        '{"@type": "NewsArticle", "headline": "One", "articleBody": "a\nb\tc"}',
        '[{"@type": "BlogPosting", "headline": "One"}, {"@type": "Article", "headline": "Two"}]',
    ],
)
def test_data_that_is_a_little_wrong_is_read(script: str) -> None:
    found = metadata(f"<script type='application/ld+json'>{script}</script>")
    assert [one.value for one in found.titles] == ["One"]


@pytest.mark.parametrize(
    "script",
    [
        "",
        "{",
        "null",
        "12",
        "[[[[1]]]]",
        '{"@type": "NewsArticle", "headline": {"a": 1}, "author": 5, "keywords": {"b": []}}',
        '{"@type": 7, "headline": "One"}',
        '{"@type": "Product", "headline": "One"}',
        "[" * 100_000,
        '{"a":' * 50_000,
    ],
)
def test_data_that_says_nothing_says_nothing(script: str) -> None:
    found = metadata(f"<script type='application/ld+json'>{script}</script>")
    assert found.titles == []
    assert (found.byline, found.posted_local, found.tags) == (None, None, [])


def test_an_organisation_is_no_author() -> None:
    author = {"@type": "Organization", "name": "Brightwater Rescue"}
    assert linked({**ARTICLE, "author": author}).byline is None


def test_open_graph_is_read() -> None:
    found = metadata(
        "<meta property=og:title content='Harbour crews train'>"
        "<meta property=og:site_name content='Office for Safe Harbours'>"
        "<meta property=og:description content='Ninety  workers'>"
        "<meta property=og:url content=https://example.org/1>"
        "<meta property=og:locale content=fr_CH>"
        "<meta property=article:published_time content='2026-05-04 09:00'>"
        "<meta property=article:tag content=rescue><meta property=article:tag content=winter>"
        "<meta property=article:section content=Sea>"
    )
    assert [one.value for one in found.titles] == ["Harbour crews train"]
    assert found.site_names == ["Office for Safe Harbours"]
    assert value(found.abstract) == "Ninety workers"
    assert value(found.address) == "https://example.org/1"
    assert value(found.language) == "fr-CH"
    assert value(found.posted_local) == "2026-05-04T09:00"
    assert (found.tags, found.categories) == (["rescue", "winter"], ["Sea"])


def test_a_title_that_is_not_closed_is_none() -> None:
    root = tree_of("<html><head><title>Harbour – and more: " + "crews | train - " * 20_000)
    assert root is not None
    assert read_metadata(root).titles == []


def test_tags_that_a_page_links_are_tags_and_categories() -> None:
    found = metadata(
        body="<a rel='category tag' href=/a>Sea</a><a rel=tag href=/category/port>Ports</a>"
        "<a rel='tag nofollow' href=/tag/rescue>rescue</a><a rel=tag href=/t> </a><a href=/x>x</a>"
    )
    assert (found.tags, found.categories) == (["rescue"], ["Sea", "Ports"])


@pytest.mark.parametrize(
    ("body", "posted"),
    [
        ("<time datetime=2026-05-04>4 May</time>", "2026-05-04"),
        ("<time datetime=2026-05-04T10:00:00.123+02:00>4 May</time>", "2026-05-04T10:00:00"),
        (
            "<time datetime=2026-05-01>a</time><time datetime=2026-05-04 class=entry-date>b",
            "2026-05-04",
        ),
        ("<span itemprop=datePublished content=2026-05-04>4 May</span>", "2026-05-04"),
        ("<time datetime=2026-05-01>a</time><time datetime=2026-05-04>b</time>", None),
        ("<time datetime=2026-02-31>a</time>", None),
        ("<time datetime=yesterday>a</time>", None),
        ("<time>4 May 2026</time>", None),
    ],
)
def test_a_time_is_the_day_if_it_says_so_or_is_the_only_one(body: str, posted: str | None) -> None:
    found = metadata(body=f"{body}</time>")
    assert value(found.posted_local) == (posted or "")


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("<a rel=author href=/a>Ann Stone</a>", "Ann Stone"),
        ("<p class=byline>By Ann Stone</p>", "Ann Stone"),
        ("<span itemprop=author>Ann  Stone</span>", "Ann Stone"),
        ("<a rel=author href=/a>admin</a>", None),
        ("<a rel=author href=/a>Office for Safe Harbours</a>", None),
        ("<a rel=author href=/a>ann@example.org</a>", None),
        ("<a rel=author href=/a>Acorn Ports, Inc.</a>", None),
        ("<a rel=author href=/a>Press Office</a>", None),
        ("<p class=byline-menu>By Ann Stone</p>", None),
    ],
)
def test_a_byline_names_a_person(body: str, name: str | None) -> None:
    site = "<meta property=og:site_name content='Office for Safe Harbours'>"
    found = metadata(site, body)
    assert value(found.byline) == (name or "")


@pytest.mark.parametrize(
    ("head", "address"),
    [
        ("<link rel=canonical href=https://example.org/a>", "https://example.org/a"),
        ("<link rel=canonical href=/a>", None),
        ("<link rel=canonical href=javascript:alert(1)>", None),
        ("<link rel=canonical href=mailto:a@example.org>", None),
        ("<meta property=og:url content=file:///a>", None),
    ],
)
def test_an_address_is_one_of_the_web(head: str, address: str | None) -> None:
    found = metadata(head)
    assert value(found.address) == (address or "")


@pytest.mark.parametrize(
    ("html", "language"),
    [
        ("lang=de-de", "de-DE"),
        ("lang=''", None),
        ("lang='<%lang%>'", None),
        ("lang=zh-hans", "zh-Hans"),
    ],
)
def test_a_language_is_a_tag(html: str, language: str | None) -> None:
    found = metadata(html=html)
    assert value(found.language) == (language or "")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*ARTICLE, "@graph", "name", "@id"]), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(JSON)
def test_any_data_is_read(data: object) -> None:
    text = json.dumps(data).replace("</", "<\\/")
    metadata(f"<script type='application/ld+json'>{text}</script>")
