"""HTML made harmless: the allow-list of what a body may hold.

Nothing executable, nothing fetched from elsewhere, nothing that reaches out of its block. The
renderer writes none of what is refused here; this is the net below it, and the gate for HTML that
comes from anywhere else.
"""

import re
from collections.abc import Callable
from html import escape

import nh3

from newsdesk.rendering.characters import without_hidden
from newsdesk.rendering.targets import LINK_SCHEMES, is_image, is_link

# fmt: off
_TAGS = {
    "h2", "h3", "h4", "h5", "h6", "p", "br", "hr", "blockquote", "pre", "div", "section",
    "ul", "ol", "li", "dl", "dt", "dd", "figure", "figcaption", "img", "a", "span", "bdi",
    "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td",
    "strong", "b", "em", "i", "u", "s", "del", "ins", "sub", "sup", "mark", "small",
    "abbr", "cite", "q", "code", "kbd",
}
# fmt: on
_ATTRIBUTES = {
    "*": frozenset({"lang", "dir", "title"}),
    "a": frozenset({"href", "class", "role"}),
    "img": frozenset({"src", "alt", "width", "height"}),
    "li": frozenset({"id"}),
    "ol": frozenset({"start"}),
    "section": frozenset({"class", "role"}),
    "span": frozenset({"class"}),
    "sup": frozenset({"class", "id"}),
    "td": frozenset({"colspan", "rowspan", "style"}),
    "th": frozenset({"colspan", "rowspan", "scope", "style"}),
}
_NUMBER = re.compile(r"\d{1,5}")
_IS_ALLOWED: dict[str, Callable[[str], object]] = {
    # Only our own: those of the notes, and the dateline's.
    "class": re.compile("footnotes|footnote-ref|footnote-backref|dateline").fullmatch,
    "id": re.compile(r"fn-\d+|fnref-\d+(?:-\d+)?").fullmatch,
    "role": re.compile("doc-(?:endnotes|noteref|backlink)").fullmatch,
    "dir": re.compile("ltr|rtl|auto").fullmatch,
    "lang": re.compile("[A-Za-z0-9-]{2,35}").fullmatch,
    "scope": re.compile("(?:row|col)(?:group)?").fullmatch,
    "href": is_link,
    "src": is_image,
    "colspan": _NUMBER.fullmatch,
    "rowspan": _NUMBER.fullmatch,
    "width": _NUMBER.fullmatch,
    "height": _NUMBER.fullmatch,
    "start": _NUMBER.fullmatch,
}


def _filter(_tag: str, attribute: str, value: str) -> str | None:
    is_allowed = _IS_ALLOWED.get(attribute)
    return value if is_allowed is None or is_allowed(value) else None


_CLEANER = nh3.Cleaner(
    tags=_TAGS,
    clean_content_tags={"script", "style", "template", "noscript", "title"},
    attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
    attribute_filter=_filter,
    link_rel="noopener noreferrer",
    url_schemes=LINK_SCHEMES | {"data"},  # for images; `_filter` keeps it out of links
    url_relative="pass_through",  # `_filter` leaves only fragments
    filter_style_properties={"text-align"},
)


_MOST_ROUNDS = 8


def sanitise(html: str) -> str:
    """Return a safe fragment of well-formed HTML; one that is safe comes back unchanged.

    What a browser reads otherwise the second time than the first could be something else when it
    gets there. So HTML is cleaned until it stays as it is; what never does becomes text.
    """
    for _ in range(_MOST_ROUNDS):
        # A character reference may bring in a character that must not be shown.
        clean = without_hidden(_CLEANER.clean(html))
        if clean == html:
            return html
        html = clean
    return escape(html, quote=False)
