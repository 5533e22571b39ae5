"""Address books of other programs: looked at first, then taken as one; and ours for them."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import PurePath
from typing import TYPE_CHECKING, Any
from uuid import UUID

from newsdesk.domain.address_book import BookChange, Card, sort_name_of
from newsdesk.domain.canonical import composed
from newsdesk.domain.changes import Changes, Subject
from newsdesk.domain.contact import Contact, ContactPoint
from newsdesk.domain.errors import ImportProblem, ImportRefusedError
from newsdesk.domain.fold import fold
from newsdesk.domain.ids import ContactId, PersonId
from newsdesk.domain.merging import merged_contact, merged_person
from newsdesk.domain.person import Person
from newsdesk.exporting.address_table import address_table
from newsdesk.exporting.vcard import vcards
from newsdesk.importing.address_table import read_table
from newsdesk.importing.found_cards import Doubt, FoundBook, FoundCard, RowProblem
from newsdesk.importing.vcard import read_vcards
from newsdesk.services.book_recording import BookRecorder
from newsdesk.services.contacts import typed_point
from newsdesk.services.organisation_book import OrganisationBook
from newsdesk.services.people import all_cards
from newsdesk.services.workplace import Workplace

if TYPE_CHECKING:
    from newsdesk.storage.database import UnitOfWork
    from newsdesk.storage.mergeable import MergeableRepository

_TABLES = frozenset({".csv", ".tsv", ".txt"})
_CARDS = frozenset({".vcf", ".vcard"})


class BookFormat(StrEnum):
    """What an address book is written as."""

    VCARD_3 = "vcard3"
    VCARD_4 = "vcard4"
    CSV = "csv"

    @property
    def extension(self) -> str:
        return ".csv" if self is BookFormat.CSV else ".vcf"


class Verdict(StrEnum):
    """What taking a card would do."""

    NEW = "new"
    UPDATE = "update"
    SAME = "same"  # the book has all of it
    DOUBTFUL = "doubtful"  # new, unless somebody knows better


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One card of a file beside what the book has of it."""

    line: int
    verdict: Verdict
    found: FoundCard
    of: Card | None = None  # whom it updates, or is
    added: tuple[str, ...] = ()  # what an update adds, as printed
    doubts: frozenset[Doubt] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What a file would do to the book. Nothing is stored yet."""

    source: str
    proposals: tuple[Proposal, ...] = ()
    refused: tuple[tuple[int, RowProblem], ...] = ()
    encoding: str | None = None  # where it was guessed
    columns: tuple[tuple[str, str], ...] = ()

    def number(self, verdict: Verdict) -> int:
        return sum(one.verdict is verdict for one in self.proposals)


class PeopleExchange:
    """Reads files of contacts against the book, and writes the book as files."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def look_at(
        self,
        raw: bytes,
        name: str,
        report: Callable[[int, int], None] = lambda _done, _total: None,
    ) -> Preview:
        """Say what a file would do, by its name a vCard or a table.

        Raises:
            ImportRefusedError: nothing of it can be read.
        """
        found = _read(raw, name, report)
        with self._workplace.database.reading() as work:
            book = _Book(all_cards(work))
        return Preview(
            source=name,
            proposals=tuple(book.proposal(_composed(one)) for one in found.cards),
            refused=found.refused,
            encoding=found.encoding,
            columns=found.columns,
        )

    def take(self, proposals: Sequence[Proposal]) -> tuple[BookChange, Changes]:
        """Store new cards and what updates add, all of them or none.

        Cards that the book has in full are passed over. What became of the book since it was looked
        at counts: each card is held against it again.
        """
        with self._workplace.database.transaction() as work:
            recorder = BookRecorder(work, self._workplace)
            book = _Book(all_cards(work))
            organisations = OrganisationBook(work, self._workplace.new_id)
            people: list[Person] = []
            contacts: list[Contact] = []
            updates: dict[UUID, Card] = {}
            for one in proposals:
                known = book.match(one.found) if one.verdict is not Verdict.DOUBTFUL else None
                if known is None:
                    card = self._new(one.found, organisations)
                    people += [card.person] if card.person else []
                    contacts += [card.contact] if card.contact else []
                else:
                    known = updates.get(known.key, known)
                    updates[known.key] = self._updated(known, one.found, organisations)
            recorder.add_all(people, contacts)
            for card in updates.values():
                self._store(work, recorder, card)
            change = recorder.change()
        return change, Changes() if change.is_empty else Changes.of(Subject.CONTACTS)

    def export(
        self, form: BookFormat, keys: Collection[UUID] | None = None, *, with_private: bool = False
    ) -> bytes:
        """Return cards as a file; all of them where `keys` is None.

        Args:
            with_private: what is not public too; without it none of it is written.
        """
        with self._workplace.database.reading() as work:
            cards = [one for one in all_cards(work) if keys is None or one.key in keys]
            organisations = {one.id: one for one in work.people.organisations.all()}
            day = self._workplace.today(work.newsroom.get().tz)
        if form is BookFormat.CSV:
            return address_table(cards, organisations, with_private=with_private)
        version = "4.0" if form is BookFormat.VCARD_4 else "3.0"
        return vcards(cards, organisations, version=version, day=day, with_private=with_private)

    def _new(self, found: FoundCard, organisations: OrganisationBook) -> Card:
        name = found.card.name
        person = found.card.person
        if person is None and found.roles:
            person = Person(id=PersonId(self._workplace.new_id()), display_name=name)
        if person is not None:
            person = replace(
                person,
                id=PersonId(self._workplace.new_id()),
                sort_name=person.sort_name or sort_name_of(name),
                roles=tuple(map(organisations.role, found.roles)),
            )
        contact = found.card.contact
        if contact is not None:
            contact = replace(
                contact,
                id=ContactId(self._workplace.new_id()),
                person_id=person.id if person else None,
            )
        return Card(person=person, contact=contact)

    def _updated(self, known: Card, found: FoundCard, organisations: OrganisationBook) -> Card:
        """Return a card of the book with what a file knows beyond it."""
        new = self._new(found, organisations)
        person, contact = known.person, known.contact
        if new.person is not None:
            person = merged_person(person, [new.person]) if person else new.person
        elif person is not None and new.contact is not None:
            person = merged_person(person, [], [new.contact.display_name])
        if new.contact is not None:
            contact = _with_what_it_lacks(contact, new.contact) if contact else new.contact
        if contact is not None and person is not None:
            contact = replace(contact, person_id=person.id, display_name=person.display_name)
        return Card(person=person, contact=contact)

    def _store(self, work: "UnitOfWork", recorder: BookRecorder, card: Card) -> None:
        if card.person is not None and _differs(work.people, card.person):
            recorder.save_person(card.person)
        if card.contact is not None and _differs(work.contacts, card.contact):
            recorder.save_contact(card.contact)


def _read(raw: bytes, name: str, report: Callable[[int, int], None]) -> FoundBook:
    ending = PurePath(name).suffix.lower()
    is_card = raw[:200].lstrip(b"\xef\xbb\xbf \r\n\t").upper().startswith(b"BEGIN:VCARD")
    if ending in _CARDS or is_card:
        return read_vcards(raw, name, report)
    if ending in _TABLES or not ending:
        return read_table(raw, name, report)
    raise ImportRefusedError(ImportProblem.UNKNOWN_KIND, name)


def _composed(found: FoundCard) -> FoundCard:
    """Return a card as the book would store it: letters composed, numbers as dialled."""
    card = found.card
    contact = card.contact
    if contact is not None:
        contact = composed(replace(contact, points=tuple(map(_kept, contact.points))))
    person = composed(card.person) if card.person else None
    return replace(found, card=Card(person=person, contact=contact))


def _kept(point: ContactPoint) -> ContactPoint:
    typed = typed_point(point.kind, point.value, public=point.public)
    return replace(typed, usage=point.usage)


class _Book:
    """The cards of the book by what tells them apart."""

    def __init__(self, cards: Sequence[Card]) -> None:
        self._by_key: dict[UUID, Card] = {}
        self._by_name: dict[str, list[Card]] = {}
        self._by_mark: dict[str, list[Card]] = {}
        for card in cards:
            self._by_key[card.key] = card
            for name in {fold(name) for name in card.names}:
                self._by_name.setdefault(name, []).append(card)
            for mark in _marks(card):
                self._by_mark.setdefault(mark, []).append(card)

    def match(self, found: FoundCard) -> Card | None:
        """Return whom a card of a file is for certain: by key, or by name and one thing more."""
        card = found.card
        known = self._by_key.get(found.key) if found.key else None
        if known is not None and _names(known) & _names(card):
            return known
        named = self._named(card)
        marks = set(_marks(card))
        office = fold(card.contact.office or "") if card.contact else ""
        sure = [
            one
            for one in named
            if marks & set(_marks(one))
            or (one.contact is not None and fold(one.contact.office or "") == office)
            or (card.contact is None and one.contact is None)
        ]
        return sure[0] if len(sure) == 1 else None

    def proposal(self, found: FoundCard) -> Proposal:
        known = self.match(found)
        doubts = set(found.doubts)
        if known is not None:
            added = tuple(_added(known, found))
            verdict = Verdict.UPDATE if added else Verdict.SAME
        else:
            added, named = (), self._named(found.card)
            others = {
                card.key for mark in _marks(found.card) for card in self._by_mark.get(mark, ())
            }
            doubts |= {Doubt.SAME_NAME} if named else set()
            doubts |= {Doubt.OTHER_NAME} if others - {card.key for card in named} else set()
            known = named[0] if named else None
            verdict = Verdict.DOUBTFUL if doubts else Verdict.NEW
        return Proposal(
            line=found.line,
            verdict=verdict,
            found=found,
            of=known,
            added=added,
            doubts=frozenset(doubts),
        )

    def _named(self, card: Card) -> list[Card]:
        cards = [one for name in _names(card) for one in self._by_name.get(name, ())]
        return list({one.key: one for one in cards}.values())


def _names(card: Card) -> set[str]:
    return {fold(name) for name in card.names}


def _marks(card: Card) -> Iterable[str]:
    for point in card.contact.points if card.contact else ():
        yield f"{point.value.lower()};{point.extension or ''}"


def _added(known: Card, found: FoundCard) -> Iterable[str]:
    """Yield what a card of a file knows beyond the book."""
    old, new = known.contact or Contact(id=ContactId(known.key)), found.card.contact
    if new is not None:
        marks = set(_marks(known))
        for point in new.points:
            if f"{point.value.lower()};{point.extension or ''}" not in marks:
                yield point.display or point.value
        for was, now in ((old.role_title, new.role_title), (old.office, new.office)):
            if now and not was:
                yield now
        yield from (tag for tag in new.languages if tag not in old.languages)
        for was, now in ((old.hours, new.hours), (old.tz, new.tz)):
            if now and not was:
                yield now
    names = set(known.names)
    yield from (name for name in found.card.names if name not in names and name != old.office)
    titles = {
        (tuple(sorted(role.titles.items())), role.valid_from, role.valid_to)
        for role in (known.person.roles if known.person else ())
    }
    for role in found.roles:
        if (tuple(sorted(role.titles.items())), role.valid_from, role.valid_to) not in titles:
            yield next(iter(role.titles.values()), role.organisation)


def _with_what_it_lacks(contact: Contact, other: Contact) -> Contact:
    """Return a contact of the book; when it was verified is the book's own knowledge."""
    return replace(
        merged_contact(contact, [other]),
        last_verified=contact.last_verified,
        is_active=contact.is_active,
    )


def _differs(repository: "MergeableRepository[Any]", entry: Person | Contact) -> bool:
    standing = repository.standings([entry.id])[entry.id].value
    return standing != entry
