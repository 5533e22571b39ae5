"""Takes a pasted or plain text apart: headline, dateline, body, contacts and the rest.

Each piece of the work has its module; this one calls them in order and puts the draft together.
What is sure is taken out of the body, what is not stays there and is listed; each line of the
source has at least one finding.
"""

from dataclasses import replace

from newsdesk.domain.dateline import Dateline, DatelineStyle
from newsdesk.domain.provenance import Confidence, Finding, FindingKind, SourceKind
from newsdesk.importing.body import body_markdown
from newsdesk.importing.contact_zone import ContactZone
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
from newsdesk.importing.pieces import Piece, Pieces
from newsdesk.importing.tags import TermsReading
from newsdesk.importing.tail import Tail, TailReader
from newsdesk.rendering.quotes import find_quotes

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
    language: str | None = None,
) -> Draft:
    """Return the draft that a text makes.

    Args:
        is_markdown: what stays in the body keeps its line breaks and marks.
        language: that of the text, if it is known.
    """
    tidy = tidied(text)
    if tidy.count("\n") > _MOST_LINES:
        return _untouched(tidy, tools=tools, name=name, kind=kind, language=language)
    found = markdown_paragraphs(tidy) if is_markdown else paragraphs(tidy)
    pieces = Pieces([Piece(paragraph, paragraph.text) for paragraph in found])
    told, confidence = (language, Confidence.HIGH) if language else _language(found, tools)
    zone = ContactZone(pieces, tools.gazetteer)
    head = HeadReader(pieces, language=told, tools=tools, zone=zone).read()
    tail = TailReader(pieces, head.lead, language=told, tools=tools, zone=zone).read()
    dateline = _dateline(head, tail, tools)
    contacts = zone.contacts(head.dateline.country_code if head.dateline else None)
    free = [piece for _at, piece in pieces.free(0) if piece.text or piece.source]
    body = body_markdown(free, is_markdown=is_markdown)
    posted = head.posted or tail.posted
    if posted is None and head.issued and dateline.date not in {None, head.issued.date}:
        posted = head.issued  # the release has a date of its own: this is the page's
    terms = [*head.terms, *tail.terms]
    _note_rest(pieces, body, told, confidence)
    return Draft(
        language=told,
        headline=head.headline,
        subheadline="; ".join(head.subheadlines) or None,
        abstract=head.abstract,
        byline=head.byline,
        dateline=dateline,
        embargo=head.embargo,
        body_md=body,
        contacts=contacts,
        boilerplates=tuple(tail.boilerplates),
        tags=_unique(terms, "tags"),
        categories=_unique(terms, "categories"),
        posted_local=posted.local if posted else None,
        posted_tz=posted.zone if posted else None,
        file_name=name,
        kind=kind,
        findings=tuple(sorted(pieces.findings, key=lambda one: (one.first_line, one.last_line))),
        fields=head.fields,
    )


def _untouched(
    text: str, *, tools: ImportTools, name: str | None, kind: SourceKind, language: str | None
) -> Draft:
    told = language or language_of(text[:_SAMPLE], tools.default_language)[0]
    finding = Finding(
        kind=FindingKind.BODY,
        confidence=Confidence.LOW,
        text=text[:_SHOWN],
        first_line=0,
        last_line=text.count("\n"),
        flags=("too_many_lines",),
    )
    return Draft(
        language=told,
        dateline=Dateline(style=tools.house_style),
        body_md=text.strip("\n"),
        file_name=name,
        kind=kind,
        findings=(finding,),
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


def _dateline(head: Head, tail: Tail, tools: ImportTools) -> Dateline:
    """Put place and date together where they stand apart: above, before and below the text."""
    main = head.dateline.dateline if head.dateline else Dateline(style=tools.house_style)
    last = tail.dateline.dateline if tail.dateline else None
    if last is not None and not (main.places or main.custom_text):
        main = replace(last, date=main.date or last.date, source=main.source)
    printed = [one.date for one in (head.issued, head.posted, tail.posted) if one and one.date]
    if head.dateline and (day := head.dateline.completed_by(printed)):
        return replace(main, date=day, style=tools.house_style, custom_text=None)
    if main.date is None and main.style is not DatelineStyle.CUSTOM:
        issued = head.issued.date if head.issued else None
        main = replace(main, date=issued or (last.date if last else None))
    return main


def _unique(terms: list[TermsReading], name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(term for one in terms for term in getattr(one, name)))


def _note_rest(pieces: Pieces, body: str, language: str, confidence: Confidence) -> None:
    """Note the body's stretches, its mended lines and its quotes."""
    start: int | None = None
    for at in range(len(pieces) + 1):
        is_free = at < len(pieces) and pieces[at].is_free
        if is_free and start is None:
            start = at
        if not is_free and start is not None:
            _note_body(pieces, start, at - 1)
            start = None
    for at, piece in pieces.free(0):
        if piece.paragraph.is_mended:
            ends = [
                line.text.split()[-1] for line in piece.paragraph.lines[:-1] if line.text.split()
            ]
            pieces.note(FindingKind.MENDED_LINES, at, at, " / ".join(ends)[:_SHOWN])
    _note_quotes(pieces, body, language)
    if len(pieces):
        last = len(pieces) - 1
        pieces.note(FindingKind.LANGUAGE, 0, last, language, confidence=confidence)


def _note_body(pieces: Pieces, first: int, last: int) -> None:
    shown = pieces[first].text
    pieces.note(
        FindingKind.BODY, first, last, shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"
    )


def _note_quotes(pieces: Pieces, body: str, language: str) -> None:
    places = iter(list(pieces.free(0)))
    at, piece = next(places, (0, None))
    for quote in find_quotes(body, language):
        beginning = quote.text[:40]
        while piece is not None and beginning not in piece.text:
            at, piece = next(places, (at, None))
        confidence = Confidence.HIGH if quote.speaker else Confidence.LOW
        flags = (quote.speaker,) if quote.speaker else ("nobody_named",)
        pieces.note(FindingKind.QUOTE, at, at, quote.text, flags=flags, confidence=confidence)
