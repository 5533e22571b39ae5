"""The address book: people who are quoted, and whom the press asks."""

import argparse
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

from newsdesk.cli import shapes
from newsdesk.cli.inputs import UsageError, day, language_tags, typed_points
from newsdesk.cli.output import StderrProgress, emit, stopping_at_interrupt, table
from newsdesk.desk import open_desk
from newsdesk.domain.address_book import Card
from newsdesk.domain.contact import Contact
from newsdesk.domain.fold import fold
from newsdesk.domain.ids import ContactId, PersonId
from newsdesk.domain.language import normalised
from newsdesk.domain.person import Person, TypedRole
from newsdesk.services.desk import Desk
from newsdesk.services.files import read_whole, write_atomically
from newsdesk.services.people_exchange import BookFormat, Preview, Verdict

_NEW = UUID(int=0)
_READING = frozenset({"list", "export", "where-used", "duplicates"})


def people(words: argparse.Namespace) -> int:
    is_reading = words.action in _READING or (words.action == "import" and words.dry_run)
    with open_desk(words.data_dir, writing=not is_reading) as desk:
        return _ACTIONS[words.action](words, desk)


def _list(words: argparse.Namespace, desk: Desk) -> int:
    wanted = fold(" ".join([words.query, *words.keys])).split()
    cards = [card for card in desk.people.cards() if all(one in _all_words(card) for one in wanted)]
    _emit_cards(words, cards)
    return 0


def _add(words: argparse.Namespace, desk: Desk) -> int:
    name = _keys(words, 1)[0] if words.keys else words.name or ""
    contact = None if words.quoted else Contact(id=ContactId(_NEW), display_name=name)
    is_person = words.quoted or words.variant or words.held or words.sort_name
    person = Person(id=PersonId(_NEW), display_name=name) if is_person else None
    card = _typed(words, desk, Card(person=person, contact=contact))
    (saved, _), _ = desk.people.save(card, _roles(words, card))
    _emit_cards(words, [saved])
    return 0


def _edit(words: argparse.Namespace, desk: Desk) -> int:
    card = desk.people.find(_keys(words, 1)[0])
    if card.person is None and (words.variant or words.held or words.sort_name):
        card = replace(card, person=Person(id=PersonId(_NEW), display_name=card.name))
    card = _typed(words, desk, card)
    (saved, _), _ = desk.people.save(card, _roles(words, card))
    if words.verified and saved.contact is not None:
        desk.people.verify(saved.contact.id)
    _emit_cards(words, [desk.people.find(str(saved.key))])
    return 0


def _remove(words: argparse.Namespace, desk: Desk) -> int:
    cards = [desk.people.find(key) for key in _keys(words, 1)]
    desk.people.remove(cards)
    _emit_cards(words, cards)
    return 0


def _merge(words: argparse.Namespace, desk: Desk) -> int:
    kept, *others = [desk.people.find(key) for key in _keys(words, 2)]
    if kept.key in {one.key for one in others}:
        raise UsageError("nobody is merged with themselves")
    (merged, _), _ = desk.people.merge(kept, others, has_other_offices=words.offices)
    _emit_cards(words, [merged])
    return 0


def _import(words: argparse.Namespace, desk: Desk) -> int:
    path = Path(_keys(words, 1)[0])
    progress = StderrProgress("cards")
    with stopping_at_interrupt(progress):
        preview = desk.people_exchange.look_at(read_whole(path), path.name, progress.report)
    chosen = [
        one
        for one in preview.proposals
        if one.verdict in (Verdict.NEW, Verdict.UPDATE)
        or (words.doubtful and one.verdict is Verdict.DOUBTFUL)
    ]
    if chosen and not words.dry_run:
        desk.people_exchange.take(chosen)
    emit(words, shapes.book_preview(preview), _preview_lines(preview, is_dry=words.dry_run))
    return 0


def _export(words: argparse.Namespace, desk: Desk) -> int:
    if words.out is None:
        raise UsageError("export needs --out FILE")
    keys = {desk.people.find(key).key for key in words.keys} or None
    form = BookFormat(words.format)
    content = desk.people_exchange.export(form, keys, with_private=words.private)
    write_atomically(words.out, content)
    shape = {"path": str(words.out), "format": form.value, "bytes": len(content)}
    emit(words, shape, [f"{words.out}: {len(content)} bytes"])
    return 0


def _where_used(words: argparse.Namespace, desk: Desk) -> int:
    card = desk.people.find(_keys(words, 1)[0])
    uses = desk.people.uses(card)
    rows = [
        (
            str(use.release.id),
            " and ".join(filter(None, ("contact" * use.is_contact, "quoted" * use.is_quoted))),
            use.release.headline or "Untitled",
        )
        for use in uses.uses
    ]
    emit(words, shapes.uses(card, uses), table(rows) if rows else ["Used in no release."])
    return 0


def _duplicates(words: argparse.Namespace, desk: Desk) -> int:
    found = desk.people.suggestions()
    shape = [
        {"likeness": sorted(one.likeness), "cards": [shapes.card(card) for card in one.cards]}
        for one in found
    ]
    lines = [
        f"{', '.join(sorted(one.likeness))}: "
        + "; ".join(f"{card.name} ({card.key})" for card in one.cards)
        for one in found
    ]
    emit(words, shape, lines or ["Nobody is there twice."])
    return 0


_ACTIONS: Mapping[str, Callable[[argparse.Namespace, Desk], int]] = {
    "list": _list,
    "add": _add,
    "edit": _edit,
    "remove": _remove,
    "merge": _merge,
    "import": _import,
    "export": _export,
    "where-used": _where_used,
    "duplicates": _duplicates,
}


def _keys(words: argparse.Namespace, least: int) -> list[str]:
    if len(words.keys) < least:
        raise UsageError(f"people {words.action} needs {'PERSON ' * least}".rstrip())
    return words.keys


def _typed(words: argparse.Namespace, desk: Desk, card: Card) -> Card:
    """Return a card with what was typed; points of a kind replace those of that kind."""
    person, contact = card.person, card.contact
    if person is not None:
        person = replace(
            person,
            display_name=words.name or person.display_name,
            sort_name=words.sort_name or person.sort_name,
            variants=person.variants if words.variant is None else tuple(words.variant),
        )
    if contact is not None:
        contact = _typed_contact(words, desk, contact)
    return Card(person=person, contact=contact)


def _typed_contact(words: argparse.Namespace, desk: Desk, contact: Contact) -> Contact:
    return replace(
        _covered(words, desk, contact),
        display_name=words.name or contact.display_name,
        office=contact.office if words.office is None else words.office or None,
        role_title=contact.role_title if words.role is None else words.role or None,
        hours=contact.hours if words.hours is None else words.hours or None,
        tz=contact.tz if words.tz is None else words.tz or None,
        languages=contact.languages if words.languages is None else language_tags(words.languages),
        public=contact.public if words.public is None else words.public,
        is_active=contact.is_active if words.active is None else words.active,
        last_verified=desk.people.today() if words.verified else contact.last_verified,
        points=typed_points(words, contact.points),
    )


def _covered(words: argparse.Namespace, desk: Desk, contact: Contact) -> Contact:
    if words.cover is None:
        return contact
    if not words.cover:
        return replace(contact, cover_by=None, cover_from=None, cover_to=None)
    cover = desk.people.find(words.cover).contact
    if cover is None:
        raise UsageError("--cover takes somebody whom the press may ask")
    return replace(
        contact,
        cover_by=cover.id,
        cover_from=_day("--cover-from", words.cover_from),
        cover_to=_day("--cover-to", words.cover_to),
    )


def _roles(words: argparse.Namespace, card: Card) -> list[TypedRole] | None:
    """Return the roles of a card with the one that was typed before them; None: as they are."""
    if not words.held:
        return None
    titles: dict[str, str] = {}
    for text in words.held:
        language, equals, title = text.partition("=")
        titles[normalised(language) if equals else "en"] = title if equals else text
    new = TypedRole(
        titles=titles,
        organisation=words.at,
        valid_from=_day("--from", words.held_from),
        valid_to=_day("--to", words.held_to),
    )
    kept = card.person.roles if card.person else ()
    return [
        new,
        *(
            TypedRole(
                id=role.id,
                titles=role.titles,
                organisation_id=role.organisation_id,
                valid_from=role.valid_from,
                valid_to=role.valid_to,
            )
            for role in kept
        ),
    ]


def _day(option: str, value: str | None) -> date | None:
    return day(option, value) if value else None


def _all_words(card: Card) -> str:
    contact = card.contact
    parts = list(card.names)
    if contact is not None:
        parts += [contact.office or "", contact.role_title or ""]
        parts += [point.value for point in contact.points]
    if card.person is not None:
        parts += [title for role in card.person.roles for title in role.titles.values()]
    return fold(" ".join(parts))


def _emit_cards(words: argparse.Namespace, cards: list[Card]) -> None:
    rows = [
        (
            str(card.key),
            card.name or "–",
            (card.contact.role_title or "") if card.contact else "",
            (card.contact.office or "") if card.contact else "quoted",
        )
        for card in cards
    ]
    lines = table(rows) if rows else ["Nobody."]
    emit(words, [shapes.card(card) for card in cards], lines)


def _preview_lines(preview: Preview, *, is_dry: bool) -> list[str]:
    lines = [
        f"line {one.line}: {one.verdict.value}: {one.found.card.name}"
        + (f" (+ {'; '.join(one.added)})" if one.added else "")
        + (f" ({', '.join(sorted(one.doubts))})" if one.doubts else "")
        for one in preview.proposals
        if one.verdict is not Verdict.SAME
    ]
    lines += [f"line {line}: refused: {problem.value}" for line, problem in preview.refused]
    numbers = ", ".join(f"{preview.number(verdict)} {verdict.value}" for verdict in Verdict)
    lines.append(f"{numbers}, {len(preview.refused)} refused")
    if preview.encoding:
        lines.append(f"Nothing says how it is encoded; it was read as {preview.encoding}.")
    if is_dry:
        lines.append("Nothing was stored.")
    return lines
