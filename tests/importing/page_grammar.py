"""Pages to draw from, with the words that a reader sees in their main text; whole and broken.

What breaks a page here costs no word in a browser: tags left open, closed twice or in each other's
order, shouted, unknown or with endless attributes. `torn` pages are cut and pierced anywhere, and
say only that reading them must come to an end.
"""

import html
import json
import re
from collections.abc import Callable
from dataclasses import dataclass

from hypothesis import strategies as st

from tests.importing.text_grammar import (
    CONTACTS,
    DATELINES,
    LANGUAGES,
    bodies,
    headlines,
    sentences,
)

_TAG = re.compile(r"</?[a-z][a-z0-9]*(?: [^<>]*)?>")
_CLOSING = re.compile(r"</(?:p|li|td|th|tr|b|i|em|a|span|div|h2|dd|dt|ul|ol|blockquote)>")
_STRAYS = (
    "<font color=red>",
    "</p>",
    "</div>",
    "</b>",
    "<o:p></o:p>",
    "<!-- a comment -->",
    "<!---->",
    "<wbr>",
    "<br/>",
    "<a name=x></a>",
    "<img src=a.jpg alt=''>",
    "<center>",
    "</table>",
    "<script>var a = '<b>no word</b>';</script>",
    "<style>p { color: red }</style>",
    "<![if !supportLists]>",
    "</body>",
)
_ENCODINGS = ("utf-8", "windows-1252", "gb18030", "shift_jis", "koi8-r", "utf-16")
_MENU = ("Home", "About us", "Newsroom", "Contact", "Donate")
_NOISE = (
    "<div class=cookie-banner>We use cookies. <button>Accept all</button></div>",
    "<aside><h3>Related</h3><ul><li><a href=/a>Canal closed</a></li></ul></aside>",
    "<div class=share>Share: <a href=#>Facebook</a> <a href=#>Twitter</a></div>",
    "<form action=/search><input name=q placeholder=Search></form>",
    "<footer>© 2025 Lake County. <a href=/privacy>Privacy policy</a></footer>",
    "<div class=comments><h3>Leave a reply</h3><p>You must be logged in.</p></div>",
)


@dataclass(frozen=True, slots=True)
class Page:
    source: str
    main: str  # the words of its main text


@st.composite
def blocks(draw: st.DrawFn, language: str) -> Page:
    """One block of running text."""
    lines = draw(st.lists(sentences(language), min_size=1, max_size=3))
    marked = [draw(_inline(line)) for line in lines]
    form = draw(
        st.sampled_from(
            (
                ("<p>{}</p>", " "),
                ("<div>{}</div>", "<br>"),
                ("<p>{}</p>", "</p>\n<p>"),
                ("<ul><li>{}</li></ul>", "</li><li>"),
                ("<ol>\n<li>{}</li>\n</ol>", "</li>\n<li>"),
                ("<blockquote><p>{}</p></blockquote>", "</p><p>"),
                ("<table><tr><td>{}</td></tr></table>", "</td></tr><tr><td>"),
                ("<table><tr><th>{}</th><td>1</td></tr></table>", "</th><td>2</td></tr><tr><th>"),
                ("<dl><dt>{}</dt></dl>", "</dt><dd>"),
                ("<h2>{}</h2>", " "),
                ("<section><div><span>{}</span></div></section>", "</span></div><div><span>"),
                ("<pre>{}</pre>", "\n"),
            )
        )
    )
    return Page(form[0].format(form[1].join(marked)), "\n".join(lines))


@st.composite
def _inline(draw: st.DrawFn, line: str) -> str:
    """Mark up some words of a line, and write some characters as entities."""
    words = line.split(" ")
    marks = st.sampled_from(
        (
            "{}",
            "<b>{}</b>",
            "<a href='https://example.org/x?a=1&amp;b=2'>{}</a>",
            "<em>{}</em>",
            "<span style='font-size:12pt'>{}</span>",
            "<i><b>{}</b></i>",
        )
    )
    at = draw(st.sets(st.integers(0, len(words) - 1), max_size=3))
    written = [html.escape(word, quote=False) for word in words]
    for place in at:
        written[place] = draw(marks).format(written[place])
    text = draw(st.sampled_from((" ", " ", "&nbsp;", "\n"))).join(written)
    if draw(st.booleans()):
        text = text.encode("ascii", "xmlcharrefreplace").decode()
    return text


@st.composite
def fragments(draw: st.DrawFn) -> Page:
    """What a feed's item or a mail's HTML holds: blocks without a page around them."""
    language = draw(st.sampled_from(LANGUAGES))
    found = draw(st.lists(blocks(language), min_size=1, max_size=5))
    return Page("\n".join(one.source for one in found), "\n".join(one.main for one in found))


@st.composite
def pages(draw: st.DrawFn) -> Page:
    """A whole page: head, menu, article, noise; each part may be missing but the article."""
    language = draw(st.sampled_from(LANGUAGES))
    headline = draw(headlines(language))
    paragraphs = draw(bodies(language))
    paragraphs[0] = draw(st.sampled_from(DATELINES)) + paragraphs[0]
    paragraphs += draw(st.lists(st.sampled_from(CONTACTS), max_size=2))
    article = "\n".join(
        f"<p>{html.escape(one, quote=False)}</p>".replace("\n", "<br>\n") for one in paragraphs
    )
    more = draw(st.lists(blocks(language), max_size=3))
    body = "".join((article, *(one.source for one in more)))
    form = draw(
        st.sampled_from(
            (
                "<article><h1>{}</h1>{}</article>",
                "<div id=content><h2>{}</h2>{}</div>",
                "<h1>{}</h1>{}",
            )
        )
    ).format(html.escape(headline, quote=False), body)
    noise = draw(st.lists(st.sampled_from(_NOISE), max_size=3, unique=True))
    menu = draw(st.sampled_from(("", f"<nav><ul><li>{'<li>'.join(_MENU)}</ul></nav>")))
    head = draw(_heads(language, headline))
    source = f"{head}<body>{menu}{form}{''.join(noise)}</body></html>"
    return Page(source, "\n".join((headline, *paragraphs, *(one.main for one in more))))


@st.composite
def _heads(draw: st.DrawFn, language: str, headline: str) -> str:
    told = {"@type": "NewsArticle", "headline": headline, "datePublished": "2025-03-04T09:00:00Z"}
    parts = (
        f"<title>{html.escape(headline, quote=False)} | Lake County</title>",
        f'<meta property="og:title" content="{html.escape(headline)}">',
        '<meta property="article:published_time" content="2025-03-04T09:00:00+01:00">',
        '<meta property="article:tag" content="ports">',
        f'<script type="application/ld+json">{json.dumps(told)}</script>',
        '<script type="application/ld+json">{"@type": "NewsArticle", broken</script>',
        '<script type="application/ld+json">[null, 3, {"headline": {"a": []}}]</script>',
        "<script>document.write('no word')</script>",
    )
    chosen = draw(st.lists(st.sampled_from(parts), max_size=4, unique=True))
    opening = draw(st.sampled_from(("<!DOCTYPE html>\n<html lang={}>", "<html>", "")))
    return f"{opening.format(language)}<head>{''.join(chosen)}</head>"


@st.composite
def broken(draw: st.DrawFn, page: Page) -> Page:
    """The same page, ill written; its words are still seen."""
    source = page.source
    for _ in range(draw(st.integers(1, 4))):
        source = draw(st.sampled_from(_FAULTS))(draw, source)
    return Page(source, page.main)


@st.composite
def torn(draw: st.DrawFn, page: Page) -> bytes:
    """Bytes of a page that came only in part, or with something driven through it."""
    raw = page.source.encode(draw(st.sampled_from(_ENCODINGS)), "xmlcharrefreplace")
    junk = st.binary(max_size=6) | st.sampled_from(
        (b'"', b"<", b"<!--", b"<![CDATA[", b"<script>", b"<title>", b"<textarea>", b"&#0;", b"\0",
         b"&#x110000;", b"<svg><p>", b"<frameset>", b"<template>", b"<select><option>")
    )  # fmt: skip
    at = draw(st.integers(0, len(raw)))
    return raw[:at] + draw(junk) + draw(st.sampled_from((raw[at:], b"")))


_HEAD = re.compile("<head>", re.IGNORECASE)


@st.composite
def encoded(draw: st.DrawFn, page: Page) -> bytes:
    """The bytes of a page that says which encoding it is in."""
    encoding = draw(st.sampled_from(_ENCODINGS))
    told = f"<meta charset={encoding}>" if encoding != "utf-16" else ""
    source = _HEAD.sub(lambda head: head[0] + told, page.source, count=1)
    return source.encode(encoding, "xmlcharrefreplace")


def _unclosed(draw: st.DrawFn, source: str) -> str:
    return _at_a(draw, _CLOSING, source, lambda _tag: "")


def _closed_twice(draw: st.DrawFn, source: str) -> str:
    return _at_a(draw, _CLOSING, source, lambda tag: tag * 2)


def _shouted(_draw: st.DrawFn, source: str) -> str:
    return _TAG.sub(lambda tag: tag[0].upper() if tag[0].find("http") < 0 else tag[0], source)


def _crossed(draw: st.DrawFn, source: str) -> str:
    """Close two elements in the wrong order."""
    pair = re.compile(r"(</[a-z]+>)(</[a-z]+>)")
    return _at_a(draw, pair, source, lambda both: pair.sub(r"\2\1", both))


def _endless(draw: st.DrawFn, source: str) -> str:
    value = "x" * draw(st.sampled_from((10, 10_000, 200_000)))
    opening = re.compile(r"<(?:p|div|span|td|li|h1)>")
    return _at_a(draw, opening, source, lambda tag: f'{tag[:-1]} data-a="{value}">')


def _strewn(draw: st.DrawFn, source: str) -> str:
    stray = draw(st.sampled_from(_STRAYS))
    return _at_a(draw, _CLOSING, source, lambda tag: tag + stray)


_FAULTS = (_unclosed, _closed_twice, _shouted, _crossed, _endless, _strewn)


def _at_a(
    draw: st.DrawFn, pattern: re.Pattern[str], source: str, change: Callable[[str], str]
) -> str:
    """Change one place of `source` that fits."""
    places = list(pattern.finditer(source))
    if not places:
        return source
    place = draw(st.sampled_from(places))
    return source[: place.start()] + change(place[0]) + source[place.end() :]
