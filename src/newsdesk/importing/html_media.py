"""Pictures, films and recordings that an HTML fragment names."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urljoin

from lxml.html import HtmlElement

from newsdesk.importing.html_tree import is_read, tree_of
from newsdesk.importing.media import NamedMedia

_PLAYERS = frozenset({"audio", "video"})
_LAZY = ("data-src", "data-lazy-src", "data-original")  # where scripts put it until it is seen
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]{0,20}):", re.IGNORECASE)
_LONGEST_ADDRESS = 2_000  # characters
_CREDIT = re.compile(
    r"(?:\b(?:photo(?: credit| courtesy of)?|credit|foto|crédit(?: photo)?|image|fuente|quelle"
    r"|фото)(?: by)?\s?[:/]|©|\(c\)|写真[:：]?|图[:：])\s*(?P<name>[^.:©]{2,80})\.?\)?$",
    re.IGNORECASE,
)
_SMALLEST = 3  # px; what is smaller counts readers


def media_in(html: str, base: str | None = None) -> tuple[NamedMedia, ...]:
    """Return what a fragment names, each once, in its order; relative addresses from `base`."""
    root = tree_of(html)
    return () if root is None else distinct(media_of(root, base))


def media_address(written: str | None, base: str | None = None) -> str | None:
    """Return where a picture lies, None for what is no place: data, scripts, nothing."""
    address = "".join((written or "").split("\n")).strip()
    scheme = _SCHEME.match(address)
    if not address or len(address) > _LONGEST_ADDRESS or address.startswith("#"):
        return None
    if scheme and scheme[1].lower() not in {"http", "https"}:
        return None
    try:
        return urljoin(base, address) if base else address
    except ValueError:
        return None


def distinct(media: Iterable[NamedMedia]) -> tuple[NamedMedia, ...]:
    """Return each address once: the entry that says most about it, where the first one stood."""
    found: dict[str, NamedMedia] = {}
    for one in media:
        known = found.get(one.address)
        if known is None or len(one.alt + one.caption) > len(known.alt + known.caption):
            found[one.address] = one
    return tuple(found.values())


def media_of(root: HtmlElement, base: str | None = None) -> Iterator[NamedMedia]:
    """Yield what an element names, what is named twice twice."""
    for element in root.iter("img", "audio", "video", "source"):
        written = [element.get("src"), *(element.get(name) for name in _LAZY)]
        places = (media_address(each, base) for each in written)
        address = next((place for place in places if place), None)
        if address is None or not (element.tag in _PLAYERS or is_read(element)) or _counts(element):
            continue
        caption = _caption(element)
        credit = _CREDIT.search(caption)
        yield NamedMedia(
            address=address,
            alt=" ".join((element.get("alt") or "").split()),
            caption=caption,
            credit=credit["name"].strip(" .)") if credit else "",
        )


def _counts(element: HtmlElement) -> bool:
    """Tell whether a picture is there to be fetched, not to be seen."""
    sizes = (element.get("width"), element.get("height"))
    return any(size and size.isdecimal() and int(size) < _SMALLEST for size in sizes)


def _caption(element: HtmlElement) -> str:
    figure = next(element.iterancestors("figure"), None)
    caption = None if figure is None else next(figure.iter("figcaption"), None)
    return "" if caption is None else " ".join(caption.text_content().split())
