"""What the head of a page says of it: JSON-LD, Open Graph and the other ways."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import cast

from lxml.html import HtmlElement

from newsdesk.domain.errors import FieldError
from newsdesk.domain.fold import fold
from newsdesk.domain.language import normalised
from newsdesk.importing.html_markdown import link_address

JSON_LD = "json_ld"
OPEN_GRAPH = "open_graph"
META = "meta"
TITLE = "page_title"
TIME = "time"
REL_TAG = "rel_tag"
BYLINE = "byline"
LINK = "link"
HTML_LANG = "html_lang"
_ARTICLES = re.compile(
    r"(?:News|Reportage|Analysis|Opinion|Background)?\w*Article|BlogPosting|PressRelease|Report"
)
_MOST_NODES = 2_000  # of JSON-LD
_LARGEST_JSON = 512 * 1024  # characters
_LONGEST = 1_000  # characters of a value
_LONGEST_TITLE = 500  # characters; a longer one has not been closed
_MOST_TERMS = 40
_COMMA = re.compile(r",(?=\s*[}\]])")
_CDATA = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$")
_ISO = re.compile(
    r"(?P<day>\d{4}-\d{2}-\d{2})(?:[T ](?P<time>\d{2}:\d{2}(?::\d{2})?)(?:\.\d{1,9})?)?"
    r"\s?(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2})?$"
)
_NOBODY = frozenset({"admin", "administrator", "webmaster", "editor", "staff", "user", "root"})
_OFFICES = frozenset({
    "inc", "ltd", "llc", "plc", "corp", "gmbh", "ag", "company", "foundation", "stiftung", "office",
    "ministry", "ministerium", "university", "institute", "group", "team", "desk", "department",
    "newsroom", "press", "presse", "media", "communications", "agency", "association", "council",
})  # fmt: skip
_DATES = (
    "article:published_time",
    "og:article:published_time",
    "article:published",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "publish-date",
    "publish_date",
    "publication_date",
    "pubdate",
    "date",
)
_Json = Mapping[str, object]


@dataclass(slots=True)
class Said:
    """A value and where it stood."""

    value: str
    where: str


@dataclass(slots=True)
class PageMetadata:
    """Everything as written, white space apart; None or empty where a page says nothing."""

    titles: list[Said] = field(default_factory=list[Said])  # the best first
    site_names: list[str] = field(default_factory=list[str])
    subheadline: Said | None = None
    abstract: Said | None = None
    byline: Said | None = None
    posted_local: Said | None = None  # ISO 8601 without zone
    posted_tz: str | None = None
    language: Said | None = None  # BCP 47
    address: Said | None = None
    short_address: Said | None = None
    tags: list[str] = field(default_factory=list[str])
    categories: list[str] = field(default_factory=list[str])
    tags_where: str = ""
    categories_where: str = ""


def read_metadata(root: HtmlElement) -> PageMetadata:
    """Return what a page says of itself; broken JSON says nothing."""
    return _Reader(root).read()


class _Reader:
    def __init__(self, root: HtmlElement) -> None:
        self._root = root
        self._meta = dict(reversed(list(_metas(root))))  # the first of a name
        self._article = _article(root)
        self._found = PageMetadata()

    def read(self) -> PageMetadata:
        found = self._found
        self._read_titles()
        found.subheadline = self._json("alternativeHeadline")
        found.abstract = self._first(
            self._json("description"),
            self._named(OPEN_GRAPH, "og:description"),
            self._named(META, "description"),
        )
        found.language = self._language()
        found.address = self._address()
        short = self._linked("shortlink")
        found.short_address = Said(short, LINK) if short else None
        self._read_posted()
        self._read_byline()
        self._read_terms()
        return found

    # Titles and names -----------------------------------------------------------------------------

    def _read_titles(self) -> None:
        title = next(self._root.iter("title"), None)
        shown = _squeezed(title.text_content()) if title is not None else ""
        said = (
            self._json("headline"),
            self._named(OPEN_GRAPH, "og:title"),
            self._named(META, "twitter:title", "dc.title", "dcterms.title", "title"),
            Said(shown, TITLE) if shown else None,
            self._json("name"),
        )
        self._found.titles = [one for one in said if one and len(one.value) <= _LONGEST_TITLE]
        names = (self._meta.get("og:site_name"), self._meta.get("application-name"))
        publisher = _name_of(self._article.get("publisher"))
        self._found.site_names = [name for name in (*names, publisher) if name]

    def _read_byline(self) -> None:
        authors = _names(self._article.get("author"))
        element = next(
            (
                one
                for one in self._root.iter("a", "span", "p", "div", "address")
                if "author" in (one.get("rel") or "").split()
                or one.get("itemprop") == "author"
                or "byline" in (one.get("class") or "").lower().split()
            ),
            None,
        )
        printed = "" if element is None else _squeezed(element.text_content())
        printed = re.sub(r"^(?:by|von|par|por|di)\s+", "", printed, flags=re.IGNORECASE)
        for said in (
            Said(", ".join(authors), JSON_LD),
            self._named(META, "author", "article:author", "dc.creator", "dcterms.creator"),
            Said(printed, BYLINE),
        ):
            if said and self._is_person(said.value):
                self._found.byline = said
                return

    def _is_person(self, name: str) -> bool:
        sites = {fold(site) for site in self._found.site_names}
        is_named = 3 < len(name) < 120 and fold(name) not in sites | _NOBODY
        is_office = any(word.strip(".,") in _OFFICES for word in fold(name).split())
        return is_named and not is_office and " " in name and not any(c in name for c in "/@|")

    # Days and addresses ---------------------------------------------------------------------------

    def _read_posted(self) -> None:
        said = [self._json("datePublished"), self._named(META, *_DATES), *_times(self._root)]
        for one in said:
            if one and (posted := _posted(one.value)):
                self._found.posted_local, self._found.posted_tz = (
                    Said(posted[0], one.where),
                    posted[1],
                )
                return

    def _address(self) -> Said | None:
        for address, where in (
            (self._linked("canonical"), LINK),
            (self._meta.get("og:url"), OPEN_GRAPH),
            (_text(self._article.get("url")), JSON_LD),
            (_address_of(self._article.get("mainEntityOfPage")), JSON_LD),
        ):
            whole = link_address(address, None)
            if whole and whole.startswith("http"):
                return Said(whole, where)
        return None

    def _linked(self, relation: str) -> str | None:
        for link in self._root.iter("link"):
            if relation in (link.get("rel") or "").lower().split() and link.get("href"):
                return link_address(link.get("href"), None)
        return None

    def _language(self) -> Said | None:
        html = self._root if self._root.tag == "html" else None
        stated = [
            (None if html is None else html.get("lang") or html.get("xml:lang"), HTML_LANG),
            (_text(self._article.get("inLanguage")), JSON_LD),
            (self._meta.get("og:locale"), OPEN_GRAPH),
            (self._meta.get("content-language"), META),
        ]
        for language, where in stated:
            try:
                if language:
                    return Said(normalised(language), where)
            except FieldError:
                continue
        return None

    # Terms ----------------------------------------------------------------------------------------

    def _read_terms(self) -> None:
        found = self._found
        for link in self._root.iter("a"):
            relation = (link.get("rel") or "").lower().split()
            if "tag" not in relation:
                continue
            is_category = "category" in relation or "/category/" in (link.get("href") or "")
            (found.categories if is_category else found.tags).append(_squeezed(link.text_content()))
        found.tags_where = found.categories_where = REL_TAG
        if not found.tags:
            found.tags_where = JSON_LD
            found.tags = _listed(self._article.get("keywords"))
        if not found.tags:
            found.tags_where = OPEN_GRAPH
            found.tags = [value for name, value in _metas(self._root) if name == "article:tag"]
        if not found.tags:
            found.tags_where = META
            found.tags = _listed(self._meta.get("news_keywords"))
        if not found.categories:
            found.categories_where = JSON_LD
            found.categories = _listed(self._article.get("articleSection"))
        if not found.categories and (section := self._meta.get("article:section")):
            found.categories_where = OPEN_GRAPH
            found.categories = [section]
        for terms in (found.tags, found.categories):
            terms[:] = [term for term in dict.fromkeys(terms) if 0 < len(term) <= 80][:_MOST_TERMS]

    # One value ------------------------------------------------------------------------------------

    def _json(self, name: str) -> Said | None:
        value = _text(self._article.get(name))
        return Said(value, JSON_LD) if value else None

    def _named(self, where: str, *names: str) -> Said | None:
        value = next((self._meta[name] for name in names if self._meta.get(name)), None)
        return Said(value, where) if value else None

    def _first(self, *said: Said | None) -> Said | None:
        return next((one for one in said if one), None)


def _metas(root: HtmlElement) -> Iterator[tuple[str, str]]:
    for meta in root.iter("meta"):
        name = (
            meta.get("property")
            or meta.get("name")
            or meta.get("itemprop")
            or meta.get("http-equiv")
        )
        content = _squeezed(meta.get("content") or "")
        if name and content and len(content) <= _LONGEST * 4:
            yield name.strip().lower(), content


def _times(root: HtmlElement) -> Iterator[Said]:
    """Yield when a page was put up, as its elements say it; the only time of a page is that."""
    times = [one for one in root.iter("time") if one.get("datetime")]
    for one in (*times, *root.iter("span", "abbr", "div", "p", "meta")):
        classes = f"{one.get('itemprop') or ''} {one.get('class') or ''}".lower()
        is_posted = "datepublished" in classes or "published" in classes.split()
        if is_posted or "entry-date" in classes or one.get("pubdate") is not None:
            yield Said(one.get("datetime") or one.get("content") or one.get("title") or "", TIME)
    if len({one.get("datetime") for one in times}) == 1:
        yield Said(times[0].get("datetime") or "", TIME)


def _posted(text: str) -> tuple[str, str | None] | None:
    """Return the day or time of a machine's date, without and with its zone."""
    match = _ISO.match(text.strip())
    if match is None:
        return None
    local = f"{match['day']}T{match['time']}" if match["time"] else match["day"]
    try:
        datetime.fromisoformat(local)
    except ValueError:
        return None
    return local, match["zone"] if match["time"] else None


# JSON-LD ------------------------------------------------------------------------------------------


def _article(root: HtmlElement) -> _Json:
    """Return the object that describes the text of a page, empty if there is none."""
    found: list[_Json] = []
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            found += _nodes(_loaded(script.text or ""))
    articles = [node for node in found if any(map(_ARTICLES.fullmatch, _types(node)))]
    return articles[0] if articles else {}


def _loaded(text: str) -> object:
    if len(text) > _LARGEST_JSON:
        return None
    text = _CDATA.sub("", text)
    for attempt in (text, _COMMA.sub("", text)):
        try:
            return cast(object, json.loads(attempt, strict=False))
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(loaded: object) -> Iterator[_Json]:
    """Yield the objects of a graph, outer ones first."""
    waiting = [loaded]
    for _node in range(_MOST_NODES):
        if not waiting:
            return
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting += cast(list[object], node)
        elif isinstance(node, dict):
            known = cast(dict[str, object], node)
            yield known
            waiting += [value for value in known.values() if isinstance(value, dict | list)]


def _types(node: _Json) -> Iterable[str]:
    kind = node.get("@type")
    listed = cast(list[object], kind) if isinstance(kind, list) else [kind]
    return [one for one in listed if isinstance(one, str)]


def _text(value: object) -> str:
    if isinstance(value, list) and value:
        value = cast(list[object], value)[0]
    return _squeezed(value)[:_LONGEST] if isinstance(value, str) else ""


def _name_of(value: object) -> str:
    if isinstance(value, dict):
        value = cast(dict[str, object], value).get("name")
    return _text(value)


def _names(value: object) -> list[str]:
    listed = cast(list[object], value) if isinstance(value, list) else [value]
    people = [one for one in listed[:10] if "Organization" not in _types(_mapping(one))]
    return [name for name in map(_name_of, people) if name]


def _mapping(value: object) -> _Json:
    return cast(dict[str, object], value) if isinstance(value, dict) else {}


def _address_of(value: object) -> str:
    if isinstance(value, dict):
        value = cast(dict[str, object], value).get("@id")
    return _text(value)


def _listed(value: object) -> list[str]:
    if isinstance(value, str):
        value = value.split(",")
    if not isinstance(value, list):
        return []
    return [_squeezed(term) for term in cast(list[object], value) if isinstance(term, str)]


def _squeezed(text: str) -> str:
    return " ".join(text.split())
