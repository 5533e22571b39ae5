"""Feeds and site exports to draw from, with the words of each item; whole, ill written and torn.

Items hold the fragments of `page_grammar`. What makes a feed ill written here is what real ones
have and XML forbids: characters that word processors leave, names of characters that only HTML
knows, a lone `&`, an encoding other than the stated one.
"""

import html
from collections.abc import Callable
from dataclasses import dataclass

from hypothesis import strategies as st

from tests.importing.page_grammar import Page, broken, fragments
from tests.importing.text_grammar import LANGUAGES, headlines

_RSS = (
    '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>News</title>'
    "<link>https://example.org</link>{}</channel></rss>"
)
_ATOM = '<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><id>urn:n</id>{}</feed>'
_WXR = (
    '<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"'
    ' xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">'
    "<channel><title>News</title><wp:wxr_version>1.2</wp:wxr_version>{}</channel></rss>"
)
_DECLARATIONS = (
    "",
    '<?xml version="1.0"?>\n',
    '<?xml version="1.0" encoding="UTF-8"?>\n<!-- made by hand -->\n',
    '<?xml version="1.0" encoding="utf-8" standalone="yes"?>',
)
_HOSTILE = (
    b'<!DOCTYPE rss [<!ENTITY a "b">]>',
    b'<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
    b"<item>",
    b"</channel>",
    b"]]>",
    b"&a;",
    b"\xff\xfe",
    b"<![CDATA[",
    b"<!--",
    b"\0" * 4,
    b"<x " + b"a='1' " * 300 + b">",
)


@dataclass(frozen=True, slots=True)
class Item:
    source: str
    words: str  # of its title and text


@dataclass(frozen=True, slots=True)
class Feed:
    source: str
    items: tuple[Item, ...]


@st.composite
def feeds(draw: st.DrawFn) -> Feed:
    """A feed in one of three forms; some of its items are ill written HTML."""
    frame, item = draw(st.sampled_from(((_RSS, _rss_item), (_ATOM, _atom_entry), (_WXR, _post))))
    items = tuple(draw(_items(item)) for _ in range(draw(st.integers(1, 3))))
    declaration = draw(st.sampled_from(_DECLARATIONS))
    return Feed(declaration + frame.format("\n".join(one.source for one in items)), items)


@st.composite
def _items(draw: st.DrawFn, form: Callable[[str, str, int, bool], str]) -> Item:
    page: Page = draw(fragments() | fragments().flatmap(broken))
    title = draw(st.sampled_from(LANGUAGES).flatmap(headlines))
    number = draw(st.integers(1, 9_999))
    return Item(form(title, page.source, number, draw(st.booleans())), f"{title}\n{page.main}")


def _rss_item(title: str, text: str, number: int, is_cdata: bool) -> str:
    return (
        f"<item><title>{html.escape(title)}</title><link>https://example.org/{number}</link>"
        "<pubDate>Wed, 12 Sep 2018 09:30:00 +0000</pubDate><category>Ports</category>"
        f"<content:encoded>{_held(text, is_cdata)}</content:encoded></item>"
    )


def _atom_entry(title: str, text: str, number: int, is_cdata: bool) -> str:
    return (
        f'<entry><title type="text">{html.escape(title)}</title><id>urn:{number}</id>'
        f'<link href="https://example.org/{number}"/><updated>2023-03-30T18:00:00Z</updated>'
        f'<content type="html">{_held(text, is_cdata)}</content></entry>'
    )


def _post(title: str, text: str, number: int, is_cdata: bool) -> str:
    return (
        f"<item><title>{html.escape(title)}</title><link>https://example.org/?p={number}</link>"
        f"<content:encoded>{_held(text, is_cdata)}</content:encoded>"
        f"<wp:post_id>{number}</wp:post_id><wp:status>publish</wp:status>"
        "<wp:post_date_gmt>2013-06-11 03:20:00</wp:post_date_gmt>"
        "<wp:post_type>post</wp:post_type></item>"
    )


def _held(text: str, is_cdata: bool) -> str:
    if is_cdata and "]]>" not in text:
        return f"<![CDATA[{text}]]>"
    return html.escape(text)


@st.composite
def ill_written(draw: st.DrawFn, feed: Feed) -> bytes:
    """The bytes of a feed with what XML forbids and real feeds have."""
    source = feed.source
    for _ in range(draw(st.integers(0, 3))):
        fault = draw(
            st.sampled_from(("\x0b", "\x02", "&nbsp;", " & ", "&eacute;", "&#8;", "\ufffe"))
        )
        at = source.find("</title>", draw(st.integers(0, len(source))))
        source = source if at < 0 else f"{source[:at]} {fault} {source[at:]}"
    encoding = draw(st.sampled_from(("utf-8", "utf-8-sig", "utf-16")))
    return source.encode(encoding)


@st.composite
def torn(draw: st.DrawFn, feed: Feed) -> bytes:
    """The bytes of a feed that came only in part, or with something driven through it."""
    raw = feed.source.encode(
        draw(st.sampled_from(("utf-8", "utf-16", "gb18030", "cp932"))), "replace"
    )
    at = draw(st.integers(0, len(raw)))
    junk = draw(st.binary(max_size=6) | st.sampled_from(_HOSTILE))
    return raw[:at] + junk + draw(st.sampled_from((raw[at:], b"")))
