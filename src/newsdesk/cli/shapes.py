"""The JSON contract: what `--json` prints of each thing. The README documents it."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from newsdesk.domain.address_book import Card, Uses
from newsdesk.domain.backup import Backup, NewsroomContents
from newsdesk.domain.boilerplate import Boilerplate
from newsdesk.domain.canonical import encode
from newsdesk.domain.comparison import TextComparison
from newsdesk.domain.contact import Contact, ContactPoint, ReleaseContact
from newsdesk.domain.erased import ErasedRelease
from newsdesk.domain.export_record import ExportRecord
from newsdesk.domain.facets import Facets
from newsdesk.domain.newsroom import Newsroom
from newsdesk.domain.own_word import OwnWord
from newsdesk.domain.picture_marks import marks_of
from newsdesk.domain.place import Place
from newsdesk.domain.provenance import Finding
from newsdesk.domain.query import ReleaseSummary
from newsdesk.domain.quote import FoundQuote
from newsdesk.domain.release import Release
from newsdesk.domain.rescue import Rescued
from newsdesk.domain.revision import Revision
from newsdesk.domain.saved_search import SavedSearch
from newsdesk.domain.search import Operator
from newsdesk.domain.snippet import Snippet
from newsdesk.domain.statistics import By, ReleaseStatistics
from newsdesk.domain.template import Template
from newsdesk.domain.vocabulary import Scheme, Term, TermEntry
from newsdesk.rendering.release_comparison import ReleaseComparison
from newsdesk.services.dictionaries import Dictionary
from newsdesk.services.people_exchange import Preview
from newsdesk.services.pictures import ReleasePicture
from newsdesk.services.recovery import Choice, LeftText
from newsdesk.services.samples import RemovedSamples
from newsdesk.services.spelling import SpellingReport
from newsdesk.services.verification import Verification
from newsdesk.services.vocabularies import TakenIn

Shape = dict[str, Any]

_ELSEWHERE = ("contacts", "quotes")  # printed in a shape of their own


def release(value: Release, *, dateline_text: str, quotes: Sequence[FoundQuote]) -> Shape:
    """Every field by its name, and what follows from them."""
    fields = encode(value)
    assert isinstance(fields, dict)
    shape = {name: field for name, field in fields.items() if name not in _ELSEWHERE}
    if value.embargo is not None:
        shape["embargo"]["until_utc"] = encode(value.embargo.until_utc)
    posted = [source.posted_local for source in value.provenance if source.posted_local]
    return shape | {
        "uri": value.uri,
        "pubstatus": value.pubstatus,
        "release_kind": value.release_kind,
        "dateline_text": dateline_text,
        "contacts": [release_contact(contact) for contact in value.contacts],
        "tags": _names(value, Scheme.TAG),
        "categories": _names(value, Scheme.CATEGORY),
        "posted": posted[0] if posted else None,
        "quotes": [quote(found) for found in quotes],
        "approvals": [encode(row) for row in value.quotes],
    }


def release_contact(value: ReleaseContact) -> Shape:
    return {
        "contact_id": encode(value.contact_id),
        **_person(value),
        "group_label": value.group_label,
        "withheld": encode(value.withheld),
    }


def contact(value: Contact) -> Shape:
    fields = encode(value)
    assert isinstance(fields, dict)
    return fields | _person(value)


def card(value: Card) -> Shape:
    """Both halves of a card of the address book; one of them may be null."""
    return {
        "key": str(value.key),
        "name": value.name,
        "person": encode(value.person),
        "contact": contact(value.contact) if value.contact else None,
    }


def uses(value: Card, found: Uses) -> Shape:
    return {
        "key": str(value.key),
        "total": found.total,
        "releases": [
            summary(use.release) | {"contact": use.is_contact, "quoted": use.is_quoted}
            for use in found.uses
        ],
    }


def statistics(value: ReleaseStatistics, by: By | None) -> Shape:
    """The figures of a period; `by` alone where only that was asked for."""
    found = value.durations
    return {
        "from": encode(value.period.first),
        "to": encode(value.period.last),
        "total": value.total,
        "published": value.published,
        "days_to_publication": encode(found),
        "by": {
            one.value: [encode(row) for row in value.tables[one]]
            for one in (By if by is None else (by,))
        },
    }


def facets(value: Facets, by: Sequence[Operator]) -> Shape:
    """What lists can be narrowed to; `query` finds as many releases as `count` says."""
    return {
        "all": value.total,
        "trash": value.trashed,
        "by": {
            kind.value: [
                {"query": one.condition, "name": one.name or None, "count": one.count}
                for one in value.of(kind)
            ]
            for kind in by
        },
    }


def book_preview(value: Preview) -> Shape:
    """What a file of contacts would do, or did, to the address book."""
    return {
        "source": value.source,
        "encoding": value.encoding,
        "columns": dict(value.columns),
        "cards": [
            {
                "line": one.line,
                "verdict": one.verdict.value,
                "name": one.found.card.name,
                "added": list(one.added),
                "doubts": sorted(one.doubts),
                "of": str(one.of.key) if one.of else None,
            }
            for one in value.proposals
        ],
        "refused": [{"line": line, "problem": problem.value} for line, problem in value.refused],
    }


def quote(value: FoundQuote) -> Shape:
    return {"text": value.text, "speaker": value.speaker}


def finding(value: Finding) -> Shape:
    fields = encode(value)
    assert isinstance(fields, dict)
    return fields


def picture(value: ReleasePicture, of: Release) -> Shape:
    """A picture as its release shows it; `alt` is what the text says of it."""
    marks = marks_of(of.body_md, value.sha256)
    return {
        "sha256": value.sha256,
        "role": value.role,
        "in_text": bool(marks),
        "mime": value.mime,
        "width": value.asset.width,
        "height": value.asset.height,
        "file_name": value.asset.file_name,
        "alt": marks[0].alt if marks else value.words.alt,
        "caption": value.caption,
        "credit": value.credit,
    }


def summary(value: ReleaseSummary) -> Shape:
    return {
        "id": str(value.id),
        "headline": value.headline,
        "slug": value.slug,
        "state": value.state,
        "language": value.language,
        "dateline_text": value.dateline_text,
        "updated": encode(value.updated),
    }


def found(value: ReleaseSummary) -> Shape:
    """A release that was found: `hits` are characters of the text beside them, from and up to."""
    return summary(value) | {
        "headline_hits": encode(value.headline_hits),
        "excerpt": encode(value.excerpt),
    }


def revision(value: Revision) -> Shape:
    fields = encode(value)
    assert isinstance(fields, dict)
    return fields | {"permanent": value.is_permanent}


def left_text(value: LeftText) -> Shape:
    """A text that was typed and never stored; `choices` are what `--keep` takes of it."""
    return {
        "id": str(value.release_id),
        "headline": value.mine.headline,
        "body_md": value.mine.body_md,
        "typed_at": encode(value.typed_at),
        "stored_at": encode(value.stored_at),
        "choices": list(value.choices),
    }


def recovered(text: LeftText, choice: Choice, release: Release | None) -> Shape:
    """What became of it; `id` is that of the release which has the text now, null for none."""
    return {
        "of": str(text.release_id),
        "kept": choice,
        "id": str(release.id) if release else None,
    }


def comparison(value: ReleaseComparison) -> Shape:
    """What differs: fields by name, and the text; of each its paragraphs or lines in pieces."""
    return {
        "id": str(value.after.id),
        "same": value.is_same,
        "fields": {field.name: _compared(field.text) for field in value.fields},
        "body_md": _compared(value.body),
        "coarse": value.body.is_coarse,
    }


def _compared(value: TextComparison) -> list[list[Shape]]:
    return [
        [{"mark": piece.mark, "text": piece.text} for piece in row.pieces] for row in value.rows
    ]


def verification(value: Verification) -> Shape:
    return {
        "sound": value.is_sound,
        "releases": value.releases,
        "revisions": value.revisions,
        "media": value.media,
        "flaws": [encode(flaw) for flaw in value.flaws],
    }


def spelling(value: SpellingReport) -> Shape:
    return {
        "id": str(value.release_id),
        "language": value.language,
        "dictionary": value.dictionary,
        "unknown": [asdict(word) for word in value.unknown],
    }


def dictionary(value: Dictionary) -> Shape:
    return {
        "language": value.tag,
        "own": value.is_own,
        "name": value.name,
        "version": value.version,
        "licence": value.licence,
    }


def term(value: TermEntry) -> Shape:
    return plain(value.term) | {"colour": value.colour, "uses": value.uses}


def plain(
    value: Place
    | Term
    | Template
    | ErasedRelease
    | TakenIn
    | Boilerplate
    | SavedSearch
    | Snippet
    | OwnWord
    | Newsroom
    | ExportRecord
    | RemovedSamples,
) -> Shape:
    """Every field by its name."""
    fields = encode(value)
    assert isinstance(fields, dict)
    return fields


def _person(value: Contact | ReleaseContact) -> Shape:
    return {
        "name": value.display_name or None,
        "office": value.office,
        "role": value.role_title,
        "public": value.public,
        "phones": [_printed(point) for point in value.points if point.kind.is_number],
        "emails": [point.value for point in value.points if point.kind == "email"],
        "points": encode(value.points),
    }


def _printed(point: ContactPoint) -> str:
    number = point.display or point.value
    return f"{number}, ext. {point.extension}" if point.extension else number


def _names(value: Release, scheme: Scheme) -> list[str]:
    return [term.name(value.language) for term in value.terms if term.scheme is scheme]


def backup(value: Backup) -> Shape:
    return {
        "path": value.path,
        "made": encode(value.made),
        "reason": value.reason.value,
        "size": value.size,
        "verified": value.is_verified,
    }


def contents(value: NewsroomContents | None) -> Shape:
    """What is in a backup, or nothing of it where it cannot be read."""
    shape = encode(value)
    return shape if isinstance(shape, dict) else {}


def rescued(what: Rescued) -> dict[str, Any]:
    return {
        "releases": what.releases,
        "drafts": list(what.drafts),
        "from_history": list(what.from_history),
        "doubtful": list(what.doubtful),
        "lost_rows": what.lost_rows,
        "aside": what.aside,
    }
