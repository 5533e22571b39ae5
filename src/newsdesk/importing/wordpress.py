"""WordPress exports (WXR 1.0 to 1.2): each post one draft.

Pages come too, since offices keep statements as pages, and what is brought in too much is seen and
deleted while what was left out is missed by nobody; so do types of a site's own (`press_release`).
What WordPress and its plugins keep for themselves does not. An attachment gives the post that it
belongs to a picture.

Where a post stands (`wp:status`) is said in `Draft.source_state` and in a finding with the flag
`state`. What was published comes in as published, then as now; anything else as a draft: steps that
were taken elsewhere (a schedule, a bin) are for a person to take here.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from newsdesk.domain.errors import ImportProblem, ImportRefusedError
from newsdesk.domain.provenance import Finding, FindingKind, SourceKind
from newsdesk.domain.release import ABSTRACT_LONGEST
from newsdesk.domain.slug import is_slug
from newsdesk.domain.workflow import State
from newsdesk.importing.draft import Draft, ImportTools
from newsdesk.importing.feed import LARGEST_ITEM
from newsdesk.importing.feed_fields import (
    ItemFields,
    addresses_of,
    is_person,
    language_said,
    remark,
    terms_of,
    title_of,
    usual_name,
)
from newsdesk.importing.html_markdown import markdown_of
from newsdesk.importing.html_media import distinct
from newsdesk.importing.media import NamedMedia
from newsdesk.importing.shortcodes import Unfolded, unfolded
from newsdesk.importing.surgeon import dissect
from newsdesk.importing.told import Told
from newsdesk.importing.xml_reading import Branch, branches, local_name, root_of, text_of

SUFFIXES = (".wxr",)  # mostly they are called .xml: told by their beginning
STATES = {
    "publish": State.PUBLISHED,
    "draft": State.DRAFT,
    "auto-draft": State.DRAFT,
    "pending": State.DRAFT,
    "private": State.DRAFT,  # put up, but for the site's own people
    "future": State.SCHEDULED,
    "trash": State.SPIKED,
}
_WHOLE = frozenset({"item", "author"})
_SPACE = "wordpress.org/export/"
_ATTACHMENTS = "attachment_url"
_NO_TEXT = re.compile(
    r"attachment|nav_menu_item|revision|custom_css|customize_changeset|oembed_cache|user_request"
    r"|wp_\w*|acf-.*|wpcf7_.*|elementor_.*|et_.*|vc_.*|feedback|jp_\w*|shop_\w*|product\w*"
    r"|scheduled-action|wpforms.*|nf_sub|popup|mc4wp-form|tablepress_table|ngg_\w*"
)
_NO_TOPIC = frozenset({"post_format", "language", "author", "nav_menu", "post_translations"})
_LARGEST_OFFSET = timedelta(hours=15)
_QUARTER = timedelta(minutes=15)


@dataclass(slots=True)
class _Site:
    """What an export says once for all its posts."""

    link: str | None = None
    language: str | None = None
    authors: dict[str, str] = field(default_factory=dict[str, str])  # account -> name
    pictures: dict[str, str] = field(default_factory=dict[str, str])  # id -> address
    attached: dict[str, list[str]] = field(default_factory=dict[str, list[str]])  # post -> ids

    def note(self, branch: Branch) -> None:
        """Note an element that is no item."""
        name = usual_name(branch.element)
        if name == "wp:author":
            author = ItemFields(branch.element)
            names = (author.text("wp:author_first_name"), author.text("wp:author_last_name"))
            shown = author.text("wp:author_display_name")
            login = author.text("wp:author_login")
            self.authors[login] = " ".join(filter(None, names)) if shown == login else shown
        elif name == "link" and len(branch.above) == 2:
            self.link = text_of(branch.element) or None
        elif name == "language":
            self.language = text_of(branch.element)

    def note_attachment(self, item: ItemFields) -> None:
        if (place := item.text("wp:attachment_url")) and (key := item.text("wp:post_id")):
            self.pictures[key] = place
            self.attached.setdefault(item.text("wp:post_parent"), []).append(key)

    def media_of(self, item: ItemFields) -> Iterator[NamedMedia]:
        """Yield the picture a post is shown with, then those that were added to it."""
        metas = (ItemFields(one) for one in item.all("wp:postmeta"))
        chosen = [
            meta.text("wp:meta_value")
            for meta in metas
            if meta.text("wp:meta_key") == "_thumbnail_id"
        ]
        for key in (*chosen, *self.attached.get(item.text("wp:post_id"), ())):
            if key in self.pictures:
                yield NamedMedia(address=self.pictures[key])


def opens_export(raw: bytes) -> bool:
    """Tell whether a file is an export of WordPress, whatever its name."""
    root, attributes = root_of(raw)
    return root == "rss" and _SPACE in attributes


def drafts(raw: bytes, name: str, tools: ImportTools) -> Iterator[Draft]:
    """Yield a draft for each post with a text of an export.

    Raises:
        ImportRefusedError: it is no export, has no post, or no further one can be read.
    """
    if not raw.strip():
        raise ImportRefusedError(ImportProblem.EMPTY, name)
    if not opens_export(raw):
        raise ImportRefusedError(ImportProblem.UNKNOWN_KIND, name)
    site = _Site()
    _note_attachments(site, raw, name)
    is_empty = True
    for branch in branches(raw, name, whole=_WHOLE):
        if local_name(branch.element) != "item":
            site.note(branch)
            continue
        item = ItemFields(branch.element)
        has_text = item.first("title", "content:encoded") is not None
        if has_text and not _NO_TEXT.fullmatch(item.text("wp:post_type")):
            is_empty = False
            yield _draft(branch, item, site, name, tools)
    if is_empty:
        raise ImportRefusedError(ImportProblem.EMPTY, name)


def _note_attachments(site: _Site, raw: bytes, name: str) -> None:
    """Go through the file once more: a post may stand before its pictures."""
    if _ATTACHMENTS.encode() not in raw:
        return
    with suppress(ImportRefusedError):  # which reading the posts comes to as well
        for branch in branches(raw, name, whole=_WHOLE):
            if local_name(branch.element) == "item":
                site.note_attachment(ItemFields(branch.element))


def _draft(branch: Branch, item: ItemFields, site: _Site, name: str, tools: ImportTools) -> Draft:
    address, short_address = addresses_of(branch.element, site.link)
    html = item.text("content:encoded")
    is_too_long = len(html) > LARGEST_ITEM
    post = unfolded("" if is_too_long else html, site.pictures, address or site.link)
    text = markdown_of(post.html, address or site.link) if post.html else ""
    headline = title_of(item.first("title"))
    excerpt = " ".join(markdown_of(item.text("excerpt:encoded")[:LARGEST_ITEM]).split())
    posted, zone = _posted(item, tools)
    slug = item.text("wp:post_name")
    told = Told(
        where="wordpress",
        headline=headline or None,
        abstract=excerpt if excerpt and len(excerpt) <= ABSTRACT_LONGEST else None,
        byline=_byline(item, site),
        slug=slug if is_slug(slug) else None,
        language=_language(item, site, f"{headline} {text}", tools),
        posted_local=posted,
        posted_tz=zone,
        address=address,
        short_address=short_address,
        tags=_terms(item, "post_tag"),
        categories=_terms(item, *_topics(item)),
        media=distinct((*site.media_of(item), *post.media)),
    )
    draft = dissect(
        text, tools=tools, name=name, kind=SourceKind.WORDPRESS, is_markdown=True, told=told
    )
    said = [*_standing(item), *_left_out(post)]
    if excerpt and told.abstract is None:
        said.append(_doubt(FindingKind.SUBHEADLINE, excerpt, "too_long"))
    if is_too_long:
        said.append(_doubt(FindingKind.BODY, html[:300], "too_long"))
    return replace(
        draft,
        source_state=STATES.get(item.text("wp:status")),
        firstpublished=_published(item),
        findings=(*draft.findings, *said),
    )


def _published(item: ItemFields) -> datetime | None:
    """Return since when everybody could read a post; None: not everybody can, or nobody knows."""
    at = _time(item.text("wp:post_date_gmt"))
    is_public = item.text("wp:status") == "publish" and not item.text("wp:post_password")
    return at.replace(tzinfo=UTC) if is_public and at else None


def _doubt(kind: FindingKind, text: str, *flags: str) -> Finding:
    return remark(kind, text, "wordpress", *flags, is_sure=False)


def _standing(item: ItemFields) -> Iterator[Finding]:
    """Yield what WordPress says of where a post stands.

    What was published stays so, and a draft is one: that is sure. Anything else becomes a draft,
    which nobody has decided here.
    """
    status, kind = item.text("wp:status"), item.text("wp:post_type")
    if status:
        state = STATES.get(status)
        flags = ("wordpress", "state", *([state.value] if state else []))
        is_kept = status in {"draft", "auto-draft"} or _published(item) is not None
        yield remark(FindingKind.FIELD, f"wp:status: {status}", *flags, is_sure=is_kept)
    if item.text("wp:post_password"):
        yield _doubt(FindingKind.FIELD, "wp:post_password", "password")
    if kind not in {"post", ""}:
        yield _doubt(FindingKind.FIELD, f"wp:post_type: {kind}", "post_type")


def _left_out(post: Unfolded) -> Iterator[Finding]:
    for mark in post.dropped:
        yield remark(FindingKind.FURNITURE, mark, "wordpress", "shortcode")


def _byline(item: ItemFields, site: _Site) -> str | None:
    """Return who wrote a post: those whom it names, else the name of the account."""
    named = list(terms_of(one for one in item.all("category") if one.get("domain") == "author"))
    accounts = [text_of(one) for one in item.all("dc:creator")]
    names = named or [site.authors.get(account, account) for account in accounts]
    return ", ".join(dict.fromkeys(filter(is_person, names))) or None


def _language(item: ItemFields, site: _Site, words: str, tools: ImportTools) -> str | None:
    chosen = [one for one in item.all("category") if one.get("domain") == "language"]
    stated = next((one.get("nicename") or text_of(one) for one in chosen), site.language)
    return language_said(stated, words, tools.default_language)


def _topics(item: ItemFields) -> list[str]:
    """Return what a site files its posts under, tags aside: themes, regions …"""
    domains = dict.fromkeys(one.get("domain", "category") for one in item.all("category"))
    return [each for each in domains if each not in _NO_TOPIC and each != "post_tag"]


def _terms(item: ItemFields, *domains: str) -> tuple[str, ...]:
    filed = [one for one in item.all("category") if one.get("domain", "category") in domains]
    return tuple(dict.fromkeys(terms_of(filed)))


def _posted(item: ItemFields, tools: ImportTools) -> tuple[str | None, str | None]:
    """Return when a post was put up, by the site's own clock if it says how that differs."""
    local, utc = _time(item.text("wp:post_date")), _time(item.text("wp:post_date_gmt"))
    if local and utc:
        offset = local - utc
        if abs(offset) <= _LARGEST_OFFSET and offset % _QUARTER == timedelta():
            minutes = abs(offset) // timedelta(minutes=1)
            sign = "-" if offset < timedelta() else "+"
            return local.isoformat(), f"{sign}{minutes // 60:02}{minutes % 60:02}"
    if utc or local:
        return (utc.isoformat(), "GMT") if utc else (local.isoformat() if local else None, None)
    return item.posted(tools.default_language)


def _time(text: str) -> datetime | None:
    """Return a time without zone; WordPress writes zeros where there is none."""
    try:
        return datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        return None
