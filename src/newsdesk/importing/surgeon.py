"""Takes a pasted or plain text apart: headline, dateline, body, contacts and the rest.

Each piece of the work has its module; this one calls them in order and puts the draft together.
What is sure is taken out of the body, what is not stays there and is listed; each line of the
source has at least one finding.
"""

from collections.abc import Collection
from dataclasses import replace
from typing import TypeVar

from newsdesk.domain.dateline import Dateline
from newsdesk.domain.provenance import Confidence, Finding, FindingKind, SourceKind
from newsdesk.importing.contact_zone import ContactZone
from newsdesk.importing.dateline_sources import DatelineSources
from newsdesk.importing.dissection import Dissection, Found
from newsdesk.importing.draft import Draft, ImportTools
from newsdesk.importing.head import Head, HeadReader
from newsdesk.importing.language import language_of
from newsdesk.importing.lines import (
    Paragraph,
    markdown_paragraphs,
    paragraphs,
    tidied,
    width,
)
from newsdesk.importing.passages import passages_of
from newsdesk.importing.pieces import Piece, Pieces
from newsdesk.importing.posted import PostedReading
from newsdesk.importing.rest import note_rest
from newsdesk.importing.surroundings import parted
from newsdesk.importing.tail import Tail, TailReader
from newsdesk.importing.told import NOTHING_TOLD, Told, tidied_told, told_too

_T = TypeVar("_T")
_MOST_LINES = 10_000  # of a press release; a longer text is taken as it is
_SAMPLE = 4_000  # characters of running text that tell the language
_SHOWN = 120  # characters of the body that its finding repeats


def dissect(
    text: str,
    *,
    tools: ImportTools,
    name: str | None = None,
    kind: SourceKind = SourceKind.FILE,
    is_markdown: bool = False,
    told: Told = NOTHING_TOLD,
    beside: Collection[int] = (),
) -> Draft:
    """Return the draft that a text makes.

    Args:
        is_markdown: what stays in the body keeps its line breaks and marks.
        told: what is known of it from elsewhere.
        beside: the lines, from 0, that stand beside it: listed, and never read.
    """
    tidy, told = tidied(text), tidied_told(told)
    if tidy.count("\n") - len(beside) > _MOST_LINES:
        return _untouched(tidy, tools=tools, name=name, kind=kind, told=told)
    all_found = markdown_paragraphs(tidy) if is_markdown else paragraphs(tidy)
    found, surroundings = parted(all_found, beside)
    pieces = Pieces([Piece(paragraph, paragraph.text) for paragraph in found])
    language, confidence = (
        (told.language, Confidence.HIGH) if told.language else _language(found, tools)
    )
    zone = ContactZone(pieces, tools.gazetteer)
    head = HeadReader(pieces, language=language, tools=tools, zone=zone, told=told).read()
    tail = TailReader(pieces, head.lead, language=language, tools=tools, zone=zone).read()
    dissection = told_too(
        _dissection(pieces, head, tail, zone, tools=tools, is_markdown=is_markdown), told
    )
    dissection = replace(dissection, passages=surroundings.around(dissection.passages))
    values = dissection.values()
    note_rest(pieces, str(values["body_md"]), language, confidence)
    findings = sorted(
        [*pieces.findings, *surroundings.findings], key=lambda one: (one.first_line, one.last_line)
    )
    draft = Draft(
        language=language,
        slug=told.slug,
        address=told.address,
        short_address=told.short_address,
        media=told.media,
        file_name=name,
        kind=kind,
        findings=(*told.findings(), *findings),
        dissection=dissection,
    )
    return replace(draft, **values)


def _dissection(
    pieces: Pieces,
    head: Head,
    tail: Tail,
    zone: ContactZone,
    *,
    tools: ImportTools,
    is_markdown: bool,
) -> Dissection:
    sources = DatelineSources(
        opening=head.dateline,
        closing=tail.dateline,
        issued=head.issued,
        posted=head.posted,
        posted_below=tail.posted,
        embargo=head.embargo,
    )
    posted = sources.page_date(sources.dateline(tools.house_style))
    contacts = zone.contacts(head.dateline.value.country_code if head.dateline else None)
    terms = [*head.terms, *tail.terms]
    return Dissection(
        passages=passages_of(pieces.all, is_markdown=is_markdown),  # once contacts have their lines
        is_markdown=is_markdown,
        headline=_if_any(head.headline),
        subheadline=tuple(head.subheadlines),
        abstract=_if_any(head.abstract),
        byline=_if_any(head.byline),
        dateline=sources.datelines(tools.house_style),
        embargo=_if_any(head.embargo),
        contacts=contacts,
        boilerplates=tuple(tail.boilerplates),
        tags=tuple(Found(one.value.tags, one.findings) for one in terms),
        categories=tuple(Found(one.value.categories, one.findings) for one in terms),
        posted_local=_part(posted, posted.value.local if posted else None),
        posted_tz=_part(posted, posted.value.zone if posted else None),
        fields=tuple(Found((name, one.value), one.findings) for name, one in head.fields.items()),
    )


def _untouched(
    text: str, *, tools: ImportTools, name: str | None, kind: SourceKind, told: Told
) -> Draft:
    language = told.language or language_of(text[:_SAMPLE], tools.default_language)[0]
    finding = Finding(
        kind=FindingKind.BODY,
        confidence=Confidence.LOW,
        text=text[:_SHOWN],
        first_line=0,
        last_line=text.count("\n"),
        flags=("too_many_lines",),
    )
    return Draft(
        language=language,
        headline=told.headline or "",
        subheadline=told.subheadline,
        abstract=told.abstract,
        byline=told.byline,
        slug=told.slug,
        dateline=Dateline(style=tools.house_style),
        body_md=text.strip("\n"),
        tags=told.tags,
        categories=told.categories,
        posted_local=told.posted_local,
        posted_tz=told.posted_tz,
        address=told.address,
        short_address=told.short_address,
        media=told.media,
        file_name=name,
        kind=kind,
        findings=(*told.findings(), finding),
    )


def _language(found: tuple[Paragraph, ...], tools: ImportTools) -> tuple[str, Confidence]:
    """Judge by running text: headlines and menus may be in another language."""
    running = [one.text for one in found if one.ends_sentence and width(one.text) > 60]
    sample = ""
    for text in running or [one.text for one in found]:
        sample += f"{text[:_SAMPLE]} "
        if len(sample) > _SAMPLE:
            break
    return language_of(sample, tools.default_language)


def _part(found: Found[PostedReading] | None, text: str | None) -> tuple[Found[str], ...]:
    return () if found is None or text is None else (Found(text, found.findings),)


def _if_any(found: Found[_T] | None) -> tuple[Found[_T], ...]:
    return () if found is None else (found,)
