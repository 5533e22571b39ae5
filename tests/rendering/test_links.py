import pytest

from newsdesk.rendering.findings import FindingKind
from newsdesk.rendering.markdown import BlockRenderer, RenderedBody

REL = 'rel="noopener noreferrer"'


def rendered(source: str) -> RenderedBody:
    return BlockRenderer().render_body(source)


def inner(source: str) -> str:
    """Return the HTML of a body's first paragraph without its own tag."""
    return rendered(source).blocks[0].html.removeprefix('<p dir="auto">').removesuffix("</p>")


def link(address: str, text: str) -> str:
    return f'<a href="{address}" {REL}>{text}</a>'


HERE = "https://example.org"
CHART = '<img alt="a" src="newsdesk-media:0a">'


@pytest.mark.parametrize(
    ("source", "html"),
    [
        (f"[a]({HERE})", link(HERE, "a")),
        (f"[a]( <{HERE}/b c> )", link(f"{HERE}/b c", "a")),
        (f"[a]({HERE}/(b))", link(f"{HERE}/(b)", "a")),
        (f"[a]({HERE} 'The\n title')", f'<a href="{HERE}" title="The title" {REL}>a</a>'),
        ("[a [b] [c [d]]](mailto:e@example.org)", link("mailto:e@example.org", "a [b] [c [d]]")),
        ("[*a* `]`](tel:+41)", link("tel:+41", "<em>a</em> <code>]</code>")),
        (f"<{HERE}/?a&b>", link(f"{HERE}/?a&amp;b", f"{HERE}/?a&amp;b")),
        ("<press@example.org>", link("mailto:press@example.org", "press@example.org")),
        ("<mailto:a@example.org>", link("mailto:a@example.org", "mailto:a@example.org")),
        (f"[a][R]\n\n[r]: {HERE}", link(HERE, "a")),
        (f"[r][]\n\n[r]: {HERE}", link(HERE, "r")),
        (f"[R]\n\n[r]: {HERE}", link(HERE, "R")),
        ("![a *b*](newsdesk-media:0a 'c')", '<img alt="a *b*" src="newsdesk-media:0a" title="c">'),
        ("![a](data:image/png;base64,AAAA)", '<img alt="a" src="data:image/png;base64,AAAA">'),
        ("![a][r]\n\n[r]: newsdesk-media:0a", CHART),
        (f"[![a](newsdesk-media:0a)]({HERE})", link(HERE, CHART)),
    ],
)
def test_links_and_images(source: str, html: str) -> None:
    assert inner(source) == html
    assert rendered(source).findings == ()


@pytest.mark.parametrize(
    "source",
    [
        "[a](www.example.org)",
        "[a]()",
        "[a](https://example.org",
        "[a](https://example.org b)",
        "[a] (https://example.org)",
        "[a [b [c [d]]]](https://example.org)",
        "[a][nowhere]",
        "[a](" * 50,
        "[" * 400 + "a" + "]" * 400,
    ],
)
def test_what_is_no_link_stays_as_typed(source: str) -> None:
    assert inner(source) == source


@pytest.mark.parametrize("source", ["[a](javascript:b)", "![a](file:///b)", "&lt;", "<ftp://b>"])
def test_a_target_that_is_refused_is_reported(source: str) -> None:
    kinds = [finding.kind for finding in rendered(f"text\n\n{source}").findings]
    assert kinds == ([] if source == "&lt;" else [FindingKind.REFUSED_TARGET])


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("![a chart](https://example.org/i.png)", "a chart"),
        ("![](https://example.org/i.png)", "https://example.org/i.png"),
        ("![a chart][r]\n\n[r]: https://example.org/i.png", "a chart"),
    ],
)
def test_a_remote_image_becomes_a_link_to_it_and_is_reported(source: str, text: str) -> None:
    assert inner(source) == f'<a href="https://example.org/i.png" {REL}>{text}</a>'
    assert [finding.kind for finding in rendered(source).findings] == [FindingKind.REMOTE_IMAGE]


def test_a_remote_image_in_a_link_stays_as_typed() -> None:
    html = inner("[![a](https://example.org/i.png)](https://example.org)")
    assert html == f'<a href="https://example.org" {REL}>![a](https://example.org/i.png)</a>'


def test_a_citation_in_a_link_or_a_description_is_text() -> None:
    source = "[a [^1]](https://example.org) ![b[^1]](newsdesk-media:0a)\n\n[^1]: c"
    link = f'<a href="https://example.org" {REL}>a [^1]</a>'
    assert inner(source) == f'{link} <img alt="b[^1]" src="newsdesk-media:0a">'


def test_brackets_that_stay_open_are_not_read_over_and_over() -> None:
    source = "[a](b 'c " * 1_500
    assert inner(source).replace("‘", "'").strip() == source.strip()
