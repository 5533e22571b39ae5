"""Commands on the address book, places, terms, standing paragraphs and the house itself."""

import argparse
from dataclasses import replace
from uuid import UUID

from newsdesk.cli import shapes
from newsdesk.cli.backups import back_up_before
from newsdesk.cli.inputs import (
    UsageError,
    assignments,
    day,
    language_tags,
    one_of,
    text_of,
    typed_points,
)
from newsdesk.cli.output import emit, table
from newsdesk.desk import open_desk
from newsdesk.domain.backup import BackupReason
from newsdesk.domain.boilerplate import BoilerplateKind
from newsdesk.domain.contact import Contact
from newsdesk.domain.fold import fold
from newsdesk.domain.ids import ContactId
from newsdesk.domain.place import Place
from newsdesk.domain.snippet import Snippet
from newsdesk.rendering.opening import opening
from newsdesk.services.desk import Desk
from newsdesk.services.newsroom import settings
from newsdesk.services.samples import RemovedSamples

_NO_ID = ContactId(UUID(int=0))


def contacts(words: argparse.Namespace) -> int:
    _at_most_one(words, "add", "edit", "remove")
    is_writing = words.add is not None or words.edit or words.remove
    with open_desk(words.data_dir, writing=bool(is_writing)) as desk:
        if words.add is not None:  # an office has no name of its own
            rows = [desk.contacts.add(_typed(words, Contact(id=_NO_ID, display_name=words.add)))[0]]
        elif words.edit:
            rows = [desk.contacts.save(_typed(words, desk.contacts.find(words.edit)))[0]]
        elif words.remove:
            rows = [desk.contacts.remove(words.remove)[0]]
        else:
            wanted = fold(words.query)
            rows = [c for c in desk.contacts.all() if wanted in fold(_all_words(c))]
    lines = table(
        [(str(row.id), row.display_name or "–", row.office or "", _reached(row)) for row in rows]
    )
    emit(words, [shapes.contact(row) for row in rows], lines if rows else ["No contacts."])
    return 0


def places(words: argparse.Namespace) -> int:
    _at_most_one(words, "add", "remove")
    if words.add and not (words.country and words.tz):
        raise UsageError("a place needs --country CODE and --tz ZONE")
    with open_desk(words.data_dir, writing=bool(words.add or words.remove)) as desk:
        if words.add:
            place, _ = desk.places.add(words.add, words.country, words.tz, admin1=words.admin1)
            rows = [place]
        elif words.remove:
            rows = [desk.places.remove(words.remove)[0]]
        elif words.own:
            rows = desk.places.own()
        else:
            rows = desk.places.search(words.query)
    lines = table([_place_row(row) for row in rows])
    emit(words, [shapes.plain(row) for row in rows], lines if rows else ["No places."])
    return 0


def boilerplates(words: argparse.Namespace) -> int:
    _at_most_one(words, "add", "remove")
    if words.add and not (words.language and words.text_file):
        raise UsageError("a standing paragraph needs --language and --text-file")
    with open_desk(words.data_dir, writing=bool(words.add or words.remove)) as desk:
        if words.add:
            kind = one_of(BoilerplateKind, "--add", words.add)
            first_day = day("--valid-from", words.valid_from) if words.valid_from else None
            text = text_of(words.text_file)
            rows = [desk.boilerplates.add(kind, words.language, text, first_day)[0]]
        elif words.remove:
            rows = [desk.boilerplates.remove(words.remove)[0]]
        else:
            rows = desk.boilerplates.all()
    lines = table(
        [
            (str(row.id), row.kind, row.language, str(row.valid_from), row.text_md[:60])
            for row in rows
        ]
    )
    emit(words, [shapes.plain(row) for row in rows], lines if rows else ["No standing paragraphs."])
    return 0


def snippets(words: argparse.Namespace) -> int:
    _at_most_one(words, "add", "edit", "remove")
    if words.add is not None and not words.text_file:
        raise UsageError("a snippet needs --text-file")
    if words.edit is None and (words.name is not None or words.move):
        raise UsageError("--name and --move need --edit SNIPPET")
    is_writing = any(one is not None for one in (words.add, words.edit, words.remove))
    with open_desk(words.data_dir, writing=is_writing) as desk:
        if words.add is not None:
            text = text_of(words.text_file)
            rows = [desk.snippets.add(words.add, text, words.language or None)[0]]
        elif words.edit is not None:
            rows = [desk.snippets.save(_rewritten(words, desk.snippets.find(words.edit)))[0]]
            if words.move:
                rows = [desk.snippets.move(rows[0].id, words.move)[0]]
        elif words.remove is not None:
            rows = [desk.snippets.remove(words.remove)[0]]
        else:
            rows = desk.snippets.all()
    lines = table(
        [(str(row.id), row.name, row.language or "", opening(row.text_md)) for row in rows]
    )
    emit(words, [shapes.plain(row) for row in rows], lines if rows else ["No snippets."])
    return 0


def newsroom(words: argparse.Namespace) -> int:
    values = assignments(words.set, settings())
    with open_desk(words.data_dir, writing=bool(values)) as desk:
        house = desk.newsroom.edit(values)[0] if values else desk.newsroom.get()
    shape = shapes.plain(house)
    emit(words, shape, table([(name, str(value)) for name, value in shape.items()]))
    return 0


def samples(words: argparse.Namespace) -> int:
    with open_desk(words.data_dir, writing=True) as desk:
        if words.remove:
            return _without_samples(words, desk)
        releases, _ = desk.samples.install()
    rows = [{"id": str(one.id), "slug": one.slug, "headline": one.headline} for one in releases]
    emit(words, rows, [f"{one['slug']}: {one['headline']}" for one in rows])
    return 0


def _without_samples(words: argparse.Namespace, desk: Desk) -> int:
    back_up_before(desk, BackupReason.REMOVAL)
    removed, _ = desk.samples.remove()
    shape = shapes.plain(removed)
    gone = len(removed.releases)
    lines = [
        f"Put into the trash: {gone} sample release{'' if gone == 1 else 's'}",
        f"Taken out of the address book: {len(removed.contacts)}",
        f"Taken out of the standing paragraphs: {len(removed.boilerplates)}",
        f"Taken out of the terms: {len(removed.terms)}",
        f"Settings as in a new house again: {', '.join(removed.settings) or 'none'}",
    ]
    emit(words, shape, lines if removed != RemovedSamples() else ["No samples."])
    return 0


def _at_most_one(words: argparse.Namespace, *options: str) -> None:
    given = [f"--{option}" for option in options if getattr(words, option) is not None]
    if len(given) > 1:
        raise UsageError(f"{' and '.join(given)} exclude each other")


def _typed(words: argparse.Namespace, contact: Contact) -> Contact:
    """Return `contact` with what was typed; points of a kind replace those of that kind."""
    return replace(
        contact,
        display_name=contact.display_name if words.name is None else words.name,
        office=contact.office if words.office is None else words.office or None,
        role_title=contact.role_title if words.role is None else words.role or None,
        languages=contact.languages if words.languages is None else language_tags(words.languages),
        public=contact.public if words.public is None else words.public,
        is_active=contact.is_active if words.active is None else words.active,
        points=typed_points(words, contact.points),
    )


def _rewritten(words: argparse.Namespace, snippet: Snippet) -> Snippet:
    return replace(
        snippet,
        name=snippet.name if words.name is None else words.name,
        language=snippet.language if words.language is None else words.language or None,
        text_md=text_of(words.text_file) if words.text_file else snippet.text_md,
    )


def _all_words(contact: Contact) -> str:
    parts = [contact.display_name, contact.office or "", contact.role_title or ""]
    return " ".join(parts + [point.value for point in contact.points])


def _reached(contact: Contact) -> str:
    return ", ".join(
        (point.display or point.value) + ("" if point.public else " (not public)")
        for point in contact.points
    )


def _place_row(place: Place) -> tuple[str, str, str, str]:
    return (
        place.city or "",
        place.admin1 or "",
        place.country("en"),
        place.tz,
    )
