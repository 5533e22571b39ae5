import re

import pytest

from newsdesk.importing.html_markdown import blocks_of
from newsdesk.importing.html_tree import tree_of
from newsdesk.importing.page_main import lines_beside

HEADLINE = "Harbour crews train for winter"
ONE = "Ninety harbour workers have finished a course in night rescue, the office said today."
TWO = "The course goes on in spring, and more ports have asked for it since it began last year."
MENU = "".join(f"<li><a href=/{n}>Harbour news {n}</a>" for n in range(12))
TEASER = (
    "A new lighthouse for Northwick is lit by the mayor this week, and children come to see it."
)


def kept(body: str, headline: str = HEADLINE) -> str:
    """Return the text of a page as one line for each paragraph."""
    root = tree_of(f"<html><body>{body}</body></html>")
    assert root is not None
    markdown, blocks = blocks_of(root)
    beside = lines_beside(root, markdown, blocks, lambda text: text == headline)
    lines = [line for at, line in enumerate(markdown.split("\n")) if at not in beside]
    return "\n".join(line.strip() for line in lines if line.strip())


TEXT = f"<h1>{HEADLINE}</h1><p>{ONE}</p><p>{TWO}</p>"
WHOLE = f"# {HEADLINE}\n{ONE}\n{TWO}"


@pytest.mark.parametrize(
    "body",
    [
        TEXT,
        f"<ul>{MENU}</ul>{TEXT}",
        f"<nav><ul>{MENU}</ul></nav><main><article>{TEXT}</article></main><footer>© 2026</footer>",
        f"<div id=top><ul>{MENU}</ul></div><div>{TEXT}</div><div id=sidebar>{TEASER}</div>",
        f"<form action=/>{TEXT}<input type=hidden></form><ul>{MENU}</ul>",
        f"<header><h1>{HEADLINE}</h1></header><div><p>{ONE}</p><p>{TWO}</p></div><ul>{MENU}</ul>",
        f"<table><tr><td><ul>{MENU}</ul><td>{TEXT}</table>",
        f"<div class=has-sidebar><div class=post-with-share>{TEXT}</div></div><ul>{MENU}</ul>",
    ],
    ids=["alone", "menu", "elements", "names", "form", "header", "table", "names around"],
)
def test_the_text_of_a_page_is_what_is_left(body: str) -> None:
    assert kept(body) == WHOLE


@pytest.mark.parametrize(
    "noise",
    [
        "<div class=share><a href=/s>Share</a> this page with others</div>",
        "<figure><img src=a.jpg><figcaption>Crews at night</figcaption></figure>",
        "<div class='wp-caption'><img src=a.jpg><p class=wp-caption-text>Crews</p></div>",
        "<a href=/a.jpg><img src=b.jpg><br>Crews at night</a>",
        "<p><a href=/1>More about harbours</a> <a href=/2>and lighthouses</a></p>",
        f"<h2>See also</h2><ul>{MENU}</ul>",
        "<nav>Home</nav>",
        "<div role=navigation>Home</div>",
        "<div class='related-posts related'>A new lighthouse is lit</div>",
    ],
)
def test_what_is_plainly_no_running_text_is_left_out_of_it(noise: str) -> None:
    body = f"<article><h1>{HEADLINE}</h1><p>{ONE}</p>{noise}<p>{TWO}</p></article>"
    assert kept(body) == WHOLE


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("<table><tr><th>Port<th>Crews<tr><td>Samport<td>40</table>", "| Samport | 40 |"),
        ("<ul><li>Forty nights<li>Three ports</ul>", "- Forty nights"),
        ("<h2>A course in spring</h2>", "## A course in spring"),
        ("<p>Contact: <a href=mailto:jo@example.org>jo@example.org</a></p>", "jo@example.org"),
        ("<p>SMALL LINE</p>", "SMALL LINE"),
        (f"<blockquote>{TEASER}</blockquote>", TEASER),
    ],
)
def test_what_belongs_to_the_text_stays_in_it(part: str, words: str) -> None:
    body = f"<ul>{MENU}</ul><article><h1>{HEADLINE}</h1><p>{ONE}</p>{part}<p>{TWO}</p></article>"
    assert words in kept(body)


def test_a_line_above_the_headline_belongs_to_it_if_it_stands_near() -> None:
    body = (
        f"<ul>{MENU}</ul><p>Far away</p><div><div><p>PRESS RELEASE</p><h1>{HEADLINE}</h1></div>"
        f"<div><p>{ONE}</p><p>{TWO}</p></div></div>"
    )
    assert kept(body).startswith(f"PRESS RELEASE\n# {HEADLINE}")
    assert "Far away" not in kept(body)


def test_a_contact_box_below_the_text_belongs_to_it() -> None:
    body = (
        f"<article>{TEXT}</article>"
        "<div><h3>Media contact</h3><p>Jo Roe</p><p>Tel: 555 0140</p></div>"
        f"<div><p>Elsewhere on this page</p></div><ul>{MENU}</ul>"
    )
    assert kept(body).endswith("Jo Roe\nTel: 555 0140")


@pytest.mark.parametrize(
    "body",
    [f"<ul>{MENU}</ul>", f"<ul>{MENU}</ul><p>Welcome</p>", "<p></p>", "<a href=/a>Only a link</a>"],
)
def test_a_page_of_links_has_no_text(body: str) -> None:
    assert kept(body) == ""


def test_a_short_text_without_links_is_a_text() -> None:
    assert kept("<h1>Harbour opens</h1><p>It is open.</p>") == "# Harbour opens\nIt is open."


def test_a_long_text_is_whole() -> None:
    paragraphs = [f"{ONE} This is paragraph {n}." for n in range(300)]
    body = f"<ul>{MENU}</ul><article>{''.join(f'<p>{one}</p>' for one in paragraphs)}</article>"
    assert re.findall(r"paragraph (\d+)", kept(body)) == [str(n) for n in range(300)]
