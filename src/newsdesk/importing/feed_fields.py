"""What the fields of an item say, in a feed or an export that is one."""

import re
from collections.abc import Iterable, Iterator
from email.utils import parseaddr, parsedate
from html import unescape
from xml.etree.ElementTree import Element

from newsdesk.domain.errors import FieldError
from newsdesk.domain.fold import fold
from newsdesk.domain.language import base, normalised
from newsdesk.domain.provenance import Confidence, Finding, FindingKind
from newsdesk.importing.dates import find_date
from newsdesk.importing.html_media import media_address
from newsdesk.importing.language import language_of
from newsdesk.importing.told import TOLD
from newsdesk.importing.xml_reading import inner_html, local_name, namespace, text_of

_PREFIXES = tuple(  # how a namespace begins -> what its elements are called here
    (re.compile(space), prefix)
    for space, prefix in (
        (r"http://purl\.org/dc/terms", "dcterms:"),
        (r"http://purl\.org/dc/elements", "dc:"),
        (r"http://purl\.org/rss/1\.0/modules/content", "content:"),
        (r"https?://search\.yahoo\.com/mrss", "media:"),
        (r"https?://wordpress\.org/export/[\d.]+/excerpt", "excerpt:"),
        (r"https?://wordpress\.org/export/", "wp:"),
        (r"http://www\.itunes\.com/dtds/podcast", "itunes:"),
        (r"http://www\.w3\.org/2005/Atom|http://purl\.org/atom/ns#", ""),  # Atom 1.0 and 0.3
        (r"http://purl\.org/rss/1\.[01]/?$", ""),
        (r"http://\w+\.netscape\.com/rdf/simple/0\.9", ""),
        (r"http://backend\.userland\.com/rss|http://blogs\.law\.harvard\.edu/tech/rss", ""),
    )
)
_POSTED = (
    "pubDate", "dc:date", "dcterms:issued", "published", "issued", "dcterms:created", "date",
    "updated", "modified", "dcterms:modified",
)  # fmt: skip
_INLINE = re.compile(
    r"</?(?:a|abbr|b|big|br|cite|code|em|font|i|mark|p|q|s|small|span|strong|sub|sup|u|wbr)\b"
    r"[^<>]{0,500}>",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"<[a-zA-Z/!][^<>]*>|&(?:#\w{1,8}|\w{2,31});")
_NOBODY = frozenset(  # names of accounts that are no person's
    {"admin", "administrator", "editor", "nobody", "noreply", "root", "webmaster", "wordpress"}
)
_UNSORTED = frozenset(  # where WordPress puts what nobody put anywhere
    fold(name)
    for name in (
        "Uncategorized", "Uncategorised", "Non classé", "Sin categoría", "Sin categorizar",
        "Senza categoria", "Sem categoria", "Nicht kategorisiert", "Unkategorisiert",
        "Без рубрики", "Без категории", "غير مصنف", "未分类", "未分類",
    )
)  # fmt: skip
_WITH_REGION = frozenset({"pt", "zh"})  # whose regions write another language
_ENOUGH = 200  # characters that tell a language better than a setting does
_WEB = re.compile(r"https?://[^\s/]", re.IGNORECASE)
_PARAGRAPHS = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")


class ItemFields:
    """The children of an item by their usual names: `title`, `dc:creator`, `content:encoded`."""

    def __init__(self, element: Element) -> None:
        self._all: dict[str, list[Element]] = {}
        for child in element:
            self._all.setdefault(usual_name(child), []).append(child)

    def all(self, *names: str) -> list[Element]:
        return [element for name in names for element in self._all.get(name, ())]

    def first(self, *names: str) -> Element | None:
        """Return the first one that holds anything, by the order of the names."""
        filled = (one for one in self.all(*names) if len(one) or (one.text or "").strip())
        return next(filled, None)

    def text(self, *names: str) -> str:
        return text_of(self.first(*names))

    def posted(self, language: str) -> tuple[str | None, str | None]:
        """Return when an item was put up: in ISO 8601 without a zone, and the zone as written."""
        times = (time_of(text_of(one), language) for one in self.all(*_POSTED))
        return next((time for time in times if time[0]), (None, None))

    def creators(self) -> str | None:
        """Return who wrote an item, without mail addresses and without accounts."""
        names = dict.fromkeys(
            name
            for one in self.all("dc:creator", "author", "itunes:author")
            for name in _people(one)
        )
        return ", ".join(names) or None


def usual_name(element: Element) -> str:
    """Return `dc:creator`, `content:encoded`, `title`; `?` and the name for what nobody knows."""
    space = namespace(element)
    known = (prefix for known, prefix in _PREFIXES if known.match(space))
    return (next(known, "?") if space else "") + local_name(element)


def addresses_of(element: Element, site: str | None) -> tuple[str | None, str | None]:
    """Return where an item stands, and its short address if its identity is one.

    Args:
        site: where relative links begin.
    """
    item = ItemFields(element)
    links = [
        media_address(one.get("href") or text_of(one), site) or ""
        for one in item.all("link")
        if one.get("rel", "alternate") == "alternate"
    ]
    about = next((value for key, value in element.attrib.items() if key.endswith("}about")), "")
    identity = item.text("guid", "id")
    places = [place for place in (*links, about, identity) if _WEB.match(place)]
    address = places[0] if places else None
    is_short = identity != address and _WEB.match(identity) and "?" in identity
    return address, identity if is_short else None


def remark(kind: FindingKind, text: str, *flags: str, is_sure: bool = True) -> Finding:
    """Return a finding that stands nowhere in the running text."""
    return Finding(
        kind=kind,
        confidence=Confidence.HIGH if is_sure else Confidence.LOW,
        text=text,
        first_line=0,
        last_line=0,
        flags=(TOLD, *flags),
    )


def is_person(name: str) -> bool:
    """Tell a name from a mail address and from an account that is nobody's."""
    return bool(name) and "@" not in name and name.casefold() not in _NOBODY


def time_of(text: str, language: str) -> tuple[str | None, str | None]:
    """Return a time as feeds write it in ISO 8601 without a zone, and the zone as written.

    An hour that no day has leaves the day alone.
    """
    reading = find_date(text[:100], language)
    if reading is not None and reading.date is not None:
        day = reading.date.isoformat()
        if reading.confidence is Confidence.LOW:
            return None, None
        return (f"{day}T{reading.time.isoformat()}", reading.zone) if reading.time else (day, None)
    parts = parsedate(text[:100])  # a year of two digits
    if parts is None or not (0 < parts[1] <= 12 and 0 < parts[2] <= 31):
        return None, None
    return f"{parts[0]:04}-{parts[1]:02}-{parts[2]:02}", None


def title_of(element: Element | None) -> str:
    """Return a title as one line of words, whatever marks it was written with."""
    if element is None:
        return ""
    text = text_of(element)
    if element.get("type") != "text":  # RSS has no types: there it may be escaped twice
        text = unescape(_INLINE.sub("", text))
    return " ".join(text.split())


def html_of(element: Element) -> str:
    """Return what an element holds as HTML, "" if it is of another kind or lies elsewhere."""
    kind = element.get("type", "html").partition(";")[0].strip().lower()
    if len(element):
        return inner_html(element)
    if kind not in {"html", "xhtml", "text", "text/html", "text/plain", "application/xhtml+xml"}:
        return ""
    text = text_of(element)
    is_plain = element.get("type") in {"text", "text/plain"} or not _MARKUP.search(text)
    return _as_html(text) if is_plain else text


def terms_of(elements: Iterable[Element]) -> Iterator[str]:
    """Yield what categories are called; those that are empty or say nothing are left out."""
    for element in elements:
        term = element.get("label") or text_of(element) or element.get("term") or ""
        term = " ".join(unescape(term).split()).strip("#")
        if any(map(str.isalnum, term)) and fold(term) not in _UNSORTED:
            yield term


def language_said(said: str | None, text: str, default: str) -> str | None:
    """Return the language that a feed states, None if it states none or its text is in another.

    Many state the language of the program that made them. A region is kept where it matters.
    """
    try:
        tag = normalised(said or "")
    except FieldError:
        return None
    if len(text) >= _ENOUGH:
        found, confidence = language_of(text, default)
        if confidence is Confidence.HIGH and base(found) != base(tag):
            return None
    if base(tag) == base(default):
        return default
    return tag if base(tag) in _WITH_REGION else base(tag)


def _people(element: Element) -> Iterator[str]:
    """Yield the names in `Ana Roe`, `ana@example.org (Ana Roe)` and Atom's `<name>`."""
    names = [text_of(one) for one in element if local_name(one) == "name"]
    for text in names or [text_of(element)]:
        name = parseaddr(text)[0] if "@" in text else text
        name = " ".join(unescape(name).split())
        if is_person(name):
            yield name


def _as_html(text: str) -> str:
    """Return plain text as paragraphs."""
    paragraphs = (" ".join(part.split()) for part in _PARAGRAPHS.split(text))
    escaped = (part.replace("&", "&amp;").replace("<", "&lt;") for part in paragraphs if part)
    return "".join(f"<p>{part}</p>" for part in escaped)
