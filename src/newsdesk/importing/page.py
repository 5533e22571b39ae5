"""Saved pages: what their head says, and the text among all that a page prints.

The whole page becomes Markdown, so that a person sees the text where it stood. What is no part of
the text is listed, and can be put back.
"""

import re
from codecs import BOM_UTF8
from email import message_from_bytes
from email.policy import default as mail_policy

from lxml.html import HtmlElement

from newsdesk.domain.errors import ImportProblem, ImportRefusedError
from newsdesk.domain.fold import fold
from newsdesk.domain.provenance import SourceKind
from newsdesk.domain.release import ABSTRACT_LONGEST
from newsdesk.importing.decoding import Decoded, check_size
from newsdesk.importing.draft import Draft, ImportTools
from newsdesk.importing.feed_fields import language_said
from newsdesk.importing.html_markdown import Block, blocks_of
from newsdesk.importing.html_media import distinct, media_of
from newsdesk.importing.html_tree import tree_of
from newsdesk.importing.markdown_words import words_of
from newsdesk.importing.media import NamedMedia
from newsdesk.importing.page_encoding import decoded_page
from newsdesk.importing.page_main import lines_beside
from newsdesk.importing.page_metadata import PageMetadata, Said, read_metadata
from newsdesk.importing.page_title import headline_of
from newsdesk.importing.surgeon import dissect
from newsdesk.importing.told import Told

SUFFIXES = (".html", ".htm", ".xhtml", ".mht", ".mhtml")
_OPENING = re.compile(rb"\s*(?:<!--.{0,500}?-->\s*)?(?:<!doctype html|<html[\s>])", re.I | re.S)
_WEB_ARCHIVE = re.compile(rb"snapshot-content-location:|from: .?saved by ", re.I)
_HEAD = 2048  # bytes
_MOST_HEADINGS = 20
_MOST_LINES = 1_000  # of a page, in which its headline stands
_TEASER = 60  # letters by which a teaser is told from a summary: the text begins with them
_SHORT_WORD = 3  # letters
_MOST_MEDIA = 100


def read(raw: bytes, name: str, tools: ImportTools) -> Draft:
    """Return the draft in a saved page.

    Raises:
        ImportRefusedError: it is no text, or has none beside its menus.
    """
    found, address = _page(raw, name)
    root = tree_of(found.text)
    if root is None:
        raise ImportRefusedError(ImportProblem.EMPTY, name)
    metadata = read_metadata(root)
    base = metadata.address.value if metadata.address else address
    markdown, blocks = blocks_of(root, base)
    headline = headline_of(metadata, _headings(root), _lines(markdown))
    title = Told(headline=headline.value if headline else None)
    beside = lines_beside(root, markdown, blocks, title.is_headline)
    lines = markdown.split("\n")
    text = "\n".join(line for at, line in enumerate(lines) if at not in beside)
    if not text.strip():
        raise ImportRefusedError(ImportProblem.NO_TEXT, name)
    language = language_said(
        metadata.language.value if metadata.language else None, text, tools.default_language
    )
    told = _told(
        metadata,
        headline=headline,
        language=language,
        abstract=_abstract(metadata, text),
        address=base,
        media=_media(root, blocks, beside),
        guess=found.guess,
    )
    return dissect(
        markdown,
        tools=tools,
        name=name,
        kind=SourceKind.PAGE,
        is_markdown=True,
        told=told,
        beside=beside,
    )


def _page(raw: bytes, name: str) -> tuple[Decoded, str | None]:
    """Return the text of a page and where it is from, if the file says so."""
    check_size(raw, name)
    if not _WEB_ARCHIVE.search(raw[:_HEAD]):
        return decoded_page(raw, name), None
    for part in message_from_bytes(raw, policy=mail_policy).walk():
        if part.get_content_type() == "text/html":
            content = part.get_payload(decode=True)
            address = part.get("Content-Location")
            page = content if isinstance(content, bytes) else b""
            return decoded_page(page, name, stated=part.get_content_charset()), address
    return decoded_page(raw, name), None


def _headings(root: HtmlElement) -> list[str]:
    """Return the texts of the first-order headings; of the second where there are none."""
    first = list(root.iter("h1")) or list(root.iter("h2"))
    return [" ".join(one.text_content().split()) for one in first[:_MOST_HEADINGS]]


def _lines(markdown: str) -> list[str]:
    """Return what is read of the first lines of a page."""
    return [
        words_of(line.strip(" #->")) for line in markdown.split("\n", _MOST_LINES)[:_MOST_LINES]
    ]


def _told(
    metadata: PageMetadata,
    *,
    headline: Said | None,
    language: str | None,
    abstract: Said | None,
    address: str | None,
    media: tuple[NamedMedia, ...],
    guess: str | None,
) -> Told:
    said = {
        "headline": headline,
        "subheadline": metadata.subheadline,
        "abstract": abstract,
        "byline": metadata.byline,
        "language": Said(language, metadata.language.where)
        if language and metadata.language
        else None,
        "posted_local": metadata.posted_local,
        "address": metadata.address or (Said(address, "web_archive") if address else None),
        "short_address": metadata.short_address,
    }
    known = {name: one for name, one in said.items() if one}
    places = {name: one.where for name, one in known.items()}
    return Told(
        places={
            **places,
            "tags": metadata.tags_where,
            "categories": metadata.categories_where,
        },
        posted_tz=metadata.posted_tz,
        tags=tuple(metadata.tags),
        categories=tuple(metadata.categories),
        media=media,
        guessed_encoding=guess,
        **{name: one.value for name, one in known.items()},
    )


def _abstract(metadata: PageMetadata, text: str) -> Said | None:
    """Return the summary that a page's head gives, None for what its text begins with."""
    said = metadata.abstract
    if said is None:
        return None
    teaser, whole = _letters(said.value), _letters(text)
    is_teaser = len(teaser) < _TEASER or teaser[:_TEASER] in whole
    if is_teaser or len(said.value) > ABSTRACT_LONGEST:
        return None
    words = [word for word in map(_letters, said.value.split()) if len(word) > _SHORT_WORD]
    is_of_text = sum(word in whole for word in words) * 2 > len(words)
    return said if is_of_text else None  # else it is the site that is described


def _media(
    root: HtmlElement, blocks: list[Block], beside: frozenset[int]
) -> tuple[NamedMedia, ...]:
    """Return the pictures of the part of the page that the text stands in.

    Their addresses stay as written: they may lie beside the page.
    """
    kept = [block.element for block in blocks if block.first_line not in beside]
    place = _around(kept[0], kept[-1]) if kept else root
    return distinct(media_of(place))[:_MOST_MEDIA]


def _around(first: HtmlElement, last: HtmlElement) -> HtmlElement:
    above = {first, *first.iterancestors()}
    return next(one for one in (last, *last.iterancestors()) if one in above)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, fold(text)))


def opens_page(raw: bytes) -> bool:
    """Tell whether a file begins as a page does, whatever its name."""
    head = raw[:_HEAD].removeprefix(BOM_UTF8)
    return (_OPENING.match(head) or _WEB_ARCHIVE.search(head)) is not None
