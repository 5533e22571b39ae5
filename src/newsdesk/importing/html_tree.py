"""HTML from anywhere as a tree, without what nobody is meant to read."""

import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement, HTMLParser

# fmt: off
# What runs, what is fetched, what is typed into: none of it is text.
UNREAD = frozenset({
    "script", "style", "template", "noscript", "iframe", "frame", "frameset", "noframes",
    "object", "embed", "applet", "svg", "math", "canvas", "audio", "video", "map", "select",
    "datalist", "textarea", "input", "head",
})
BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog",
    "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2",
    "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu",
    "nav", "ol", "optgroup", "option", "p", "pre", "search", "section", "summary", "table",
    "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "caption", "listing", "xmp", "plaintext",
})
_KEPT_WHEN_FLAT = frozenset({
    "br", "html", "head", "body", "title", "meta", "link", "base", "script", "style",
})
# fmt: on
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/<>]*)[^<>]*>")
_EMPTY = re.compile(r"<p>(?:\s*<p>)+")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.I)
_TOO_DEEP = "Excessive depth"
_LARGE = 5_000_000  # bytes; the parser's usual limits would cut a longer text off


def tree_of(html: str) -> HtmlElement | None:
    """Return the root of a page or a fragment, None if there is nothing in it.

    Nested more deeply than any page, its elements become paragraphs side by side.
    """
    html = _CONTROLS.sub("", html)
    root, is_whole = _parsed(html)
    if not is_whole:
        root, _is_whole = _parsed(_EMPTY.sub("<p>", _TAG.sub(_flat, html)))
    return root


def is_read(element: HtmlElement) -> bool:
    """Tell whether a person reading the page sees what is in an element."""
    if element.tag in UNREAD or (element.tag == "dialog" and element.get("open") is None):
        return False
    style = element.get("style")
    return element.get("hidden") is None and not (style and _HIDING.search(style))


def events(root: HtmlElement) -> Iterator[tuple[str, HtmlElement]]:
    """Yield "start" and "end" of each element that is read, in the order of the page.

    The text behind one that is not read comes with its "end", which has no "start".
    """
    walk = etree.iterwalk(root, events=("start", "end"))
    skipped: HtmlElement | None = None
    for event, element in walk:
        if not isinstance(element.tag, str):
            continue
        if event == "start" and not is_read(element):
            walk.skip_subtree()
            skipped = element
        elif event == "start" or element is not skipped:
            yield event, element
        else:
            skipped = None
            yield "skipped", element


def _parsed(html: str) -> tuple[HtmlElement | None, bool]:
    """Return a tree and whether all of the source is in it."""
    raw = html.encode("utf-8", "replace")
    parser = HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=len(raw) > _LARGE
    )
    if not raw.strip():
        return None, True
    try:
        root = etree.fromstring(raw, parser)
    except etree.XMLSyntaxError:  # nothing in it but marks
        return None, True
    return root, not any(_TOO_DEEP in entry.message for entry in parser.error_log)


def _flat(tag: re.Match[str]) -> str:
    name = tag[2].lower()
    if name in _KEPT_WHEN_FLAT:
        return tag[0]
    return "<p>" if name in BLOCKS else ""
