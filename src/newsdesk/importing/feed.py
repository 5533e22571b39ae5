"""RSS and Atom: each item one draft, a teaser too.

What an item repeats of its own fields around its words (the day, who issued it, "first appeared on
…" with its own address) is taken out of them and listed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from newsdesk.domain.errors import ImportProblem, ImportRefusedError
from newsdesk.domain.fold import fold
from newsdesk.domain.provenance import Confidence, FindingKind, SourceKind
from newsdesk.domain.release import ABSTRACT_LONGEST
from newsdesk.importing.dates import read_date
from newsdesk.importing.draft import Draft, ImportTools
from newsdesk.importing.feed_fields import (
    ItemFields,
    addresses_of,
    html_of,
    language_said,
    remark,
    terms_of,
    title_of,
    usual_name,
)
from newsdesk.importing.html_markdown import markdown_of
from newsdesk.importing.html_media import distinct, media_address, media_in
from newsdesk.importing.language import language_of
from newsdesk.importing.media import NamedMedia
from newsdesk.importing.surgeon import dissect
from newsdesk.importing.told import Told
from newsdesk.importing.xml_reading import (
    XML_BASE,
    XML_LANG,
    Branch,
    branches,
    local_name,
    root_of,
    text_of,
)

SUFFIXES = (".rss", ".atom", ".rdf", ".xml")
LARGEST_ITEM = 1024 * 1024  # characters of HTML; a longer one is no release
_ITEMS = frozenset({"item", "entry"})
_CHANNELS = frozenset({"channel", "feed"})
_RDF_FEEDS = ("purl.org/rss/", "netscape.com/rdf/")
_TAG_DOMAINS = frozenset({"tag", "tags", "post_tag", "keyword", "keywords"})
_FIRST_ELEMENT = re.compile(
    r"\s*<(?P<tag>span|time|p|div|em|i|small|b|strong)\b[^<>]*>(?P<text>[^<>]{4,60})</(?P=tag)>"
    r"\s*(?:<br\b[^<>]*>\s*)?",
    re.IGNORECASE,
)
_LAST_ELEMENT = re.compile(
    r"(?:\s*<br\b[^<>]*>)*\s*<(?P<tag>span|p|div|em|i|small|cite|b|strong)\b[^<>]*>"
    r"(?P<text>[^<>]{2,300})</(?P=tag)>\s*$",
    re.IGNORECASE,
)
_FOOTER = re.compile(  # two links and few words: the item, and the site it appeared on
    r"\s*<p\b[^<>]*>(?P<text>[^<>]{0,80}<a\b[^<>]*href=[\"'](?P<item>[^\"'<>]+)[\"'][^<>]*>"
    r"[^<>]*</a>[^<>]{0,80}<a\b[^<>]*>[^<>]*</a>[^<>]{0,80})</p>\s*$",
    re.IGNORECASE,
)
_LABEL = re.compile(r"[^:<>]{2,20}:\s*")
_CUT_OFF = re.compile(r"(?:\[\s*(?:…|\.\.\.)\s*\]|…|\.\.\.)\s*$")
_TAIL = 4_000  # characters at the end of an item that are looked through for a repetition


@dataclass(slots=True)
class _Channel:
    """What stands above the items, as far as it has been read."""

    title: str = ""
    link: str | None = None
    language: str | None = None  # as stated
    spoken: str | None = None  # that of the last item that was long enough to tell

    def language_of_item(self, stated: str | None, words: str, tools: ImportTools) -> str | None:
        """Return the language of an item by what is stated, its words and the items before it."""
        said = language_said(stated, words, tools.default_language)
        if said:
            return said
        found, confidence = language_of(words, tools.default_language)
        self.spoken = found if confidence is Confidence.HIGH else self.spoken
        return self.spoken

    def note(self, branch: Branch) -> None:
        if not branch.above or local_name(branch.above[-1]) not in _CHANNELS:
            return
        name = usual_name(branch.element)
        if name == "title":
            self.title = title_of(branch.element)
        elif name in {"language", "dc:language"}:
            self.language = text_of(branch.element)
        elif name == "link" and branch.element.get("rel", "alternate") == "alternate":
            self.link = branch.element.get("href") or text_of(branch.element) or self.link


@dataclass(slots=True)
class _Words:
    """The HTML of an item, and what was taken out of it."""

    html: str
    repeated: list[str] = field(default_factory=list[str])

    def drop(self, match: re.Match[str]) -> None:
        self.repeated.append(" ".join(re.sub(r"<[^<>]*>", "", match["text"]).split()))
        self.html = self.html[: match.start()] + self.html[match.end() :]


def opens_feed(raw: bytes) -> bool:
    """Tell whether a file is a feed, whatever its name."""
    root, attributes = root_of(raw)
    return root in {"rss", "feed"} or (
        root == "rdf" and any(space in attributes for space in _RDF_FEEDS)
    )


def drafts(raw: bytes, name: str, tools: ImportTools) -> Iterator[Draft]:
    """Yield a draft for each item of a feed.

    Raises:
        ImportRefusedError: it is no feed, it has no item, or no further one can be read.
    """
    if not raw.strip():
        raise ImportRefusedError(ImportProblem.EMPTY, name)
    if not opens_feed(raw):
        raise ImportRefusedError(ImportProblem.UNKNOWN_KIND, name)
    channel = _Channel()
    is_empty = True
    for branch in branches(raw, name, whole=_ITEMS):
        if local_name(branch.element) in _ITEMS:
            is_empty = False
            yield _draft(branch, channel, name, tools)
        else:
            channel.note(branch)
    if is_empty:
        raise ImportRefusedError(ImportProblem.EMPTY, name)


def _draft(branch: Branch, channel: _Channel, name: str, tools: ImportTools) -> Draft:
    item = ItemFields(branch.element)
    site = branch.inherited(XML_BASE) or channel.link
    address, short_address = addresses_of(branch.element, site)
    base = branch.inherited(XML_BASE) or address or channel.link
    stated = item.text("dc:language") or branch.inherited(XML_LANG) or channel.language
    posted, zone = item.posted(stated or tools.default_language)
    source = item.text("source") or item.text("dc:publisher")
    words = _Words(_content(item))
    if len(words.html) > LARGEST_ITEM:
        too_long, words.html = words.html, ""
    else:
        too_long = ""
    _drop_repeated(words, address=address, posted=posted, source=source)
    text = markdown_of(words.html, base) if words.html else ""
    teaser = _teaser(item, text)
    headline = _headline(item, (source, channel.title), words)
    told = Told(
        where="feed",
        headline=headline or None,
        abstract=teaser if teaser and len(teaser) <= ABSTRACT_LONGEST else None,
        byline=item.creators(),
        language=channel.language_of_item(stated, f"{headline} {text}", tools),
        posted_local=posted,
        posted_tz=zone,
        address=address,
        short_address=short_address,
        tags=tuple(dict.fromkeys(_tags(item))),
        categories=tuple(dict.fromkeys(_categories(item))),
        media=distinct((*_media(item, base), *media_in(words.html, base))),
    )
    draft = dissect(text, tools=tools, name=name, kind=SourceKind.FEED, is_markdown=True, told=told)
    said = [
        remark(FindingKind.FURNITURE, each, "feed", "said_elsewhere") for each in words.repeated
    ]
    if source:
        said.append(remark(FindingKind.FIELD, source, "feed", "source"))
    if teaser and told.abstract is None:
        said.append(remark(FindingKind.SUBHEADLINE, teaser, "feed", "too_long", is_sure=False))
    if too_long:
        said.append(remark(FindingKind.BODY, too_long[:300], "feed", "too_long", is_sure=False))
    return replace(draft, findings=(*draft.findings, *said))


def _content(item: ItemFields) -> str:
    """Return the text of an item in HTML: of what it has in full and in short, what says more."""
    full = item.first("content:encoded", "content")
    short = item.first("description", "summary")
    html = [html_of(one) for one in (full, short) if one is not None]
    return max(html, key=len, default="")


def _teaser(item: ItemFields, text: str) -> str:
    """Return what an item says of itself in short, "" if the text begins with that."""
    short = item.first("description", "summary")
    if short is None or item.first("content:encoded", "content") is None:
        return ""
    teaser = " ".join(markdown_of(html_of(short)[:LARGEST_ITEM]).split())
    said = _CUT_OFF.sub("", teaser)
    is_begun = fold(said)[:80] in fold(" ".join(text[: len(teaser) + 2_000].split()))
    return "" if said != teaser or is_begun else teaser


def _headline(item: ItemFields, issuers: tuple[str, ...], words: _Words) -> str:
    """Return the title without the name of who issued it, where it ends with that."""
    title = title_of(item.first("title", "dc:title"))
    for issuer in filter(None, issuers):
        ending = re.compile(
            rf"\s*(?:\[(?P<text>(?:[^\[\]:]{{2,20}}:\s*)?{re.escape(issuer)})\]"
            rf"|\s[-–—|]\s(?P<name>{re.escape(issuer)}))\s*$"
        )
        match = ending.search(title)
        if match and match.start():
            words.repeated.append(match[0].strip())
            return title[: match.start()]
    return title


def _drop_repeated(words: _Words, *, address: str | None, posted: str | None, source: str) -> None:
    first = _FIRST_ELEMENT.match(words.html)
    if first and posted and _is_day(first["text"], posted[:10]):
        words.drop(first)
    last = _LAST_ELEMENT.search(words.html, max(0, len(words.html) - _TAIL))
    if (
        last
        and source
        and source in {last["text"].strip(), _LABEL.sub("", last["text"], 1).strip()}
    ):
        words.drop(last)
    footer = _FOOTER.search(words.html, max(0, len(words.html) - _TAIL))
    if footer and address and footer["item"].split("?")[0] == address.split("?")[0]:
        words.drop(footer)


def _is_day(text: str, day: str) -> bool:
    reading = read_date(text.strip(), "de" if "." in text else "en")
    return reading is not None and reading.date is not None and reading.date.isoformat() == day


def _tags(item: ItemFields) -> Iterator[str]:
    yield from terms_of(
        one for one in item.all("category") if (one.get("domain") or "").lower() in _TAG_DOMAINS
    )
    for one in item.all("dc:subject", "media:keywords", "itunes:keywords"):
        parts = (part.strip() for part in re.split(r"[,;，；、]", text_of(one)))
        yield from filter(None, parts)


def _categories(item: ItemFields) -> Iterator[str]:
    yield from terms_of(
        one for one in item.all("category") if (one.get("domain") or "").lower() not in _TAG_DOMAINS
    )


def _media(item: ItemFields, base: str | None) -> Iterator[NamedMedia]:
    """Yield what the fields of an item name; its small pictures only where there is no other."""
    groups = [ItemFields(group) for group in item.all("media:group")]
    listed = [one for fields in (item, *groups) for one in fields.all("media:content")]
    if not listed:
        listed = [one for fields in (item, *groups) for one in fields.all("media:thumbnail")]
    outer = [*groups, item]
    for one in listed:
        if address := media_address(one.get("url"), base):
            around = [ItemFields(one), *outer]
            yield NamedMedia(
                address=address,
                alt=_first_text(around, "media:title"),
                caption=_first_text(around, "media:description", "media:text"),
                credit=_first_text(around, "media:credit", "media:copyright"),
            )
    links = [one for one in item.all("link") if one.get("rel") == "enclosure"]
    for one in (*item.all("enclosure", "itunes:image"), *links):
        if address := media_address(one.get("url") or one.get("href"), base):
            yield NamedMedia(address=address, alt=one.get("title", ""))


def _first_text(places: list[ItemFields], *names: str) -> str:
    texts = (" ".join(title_of(place.first(*names)).split()) for place in places)
    return next(filter(None, texts), "")
