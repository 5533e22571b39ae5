"""The address book as cards: people who are quoted, and whom the press asks."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from newsdesk.domain.address_book import BookChange, Card, Uses, is_covered, sort_name_of
from newsdesk.domain.changes import Changes, Subject
from newsdesk.domain.contact import Contact
from newsdesk.domain.errors import AmbiguousKeyError, FieldError, NotFoundError
from newsdesk.domain.fold import fold
from newsdesk.domain.ids import ContactId, OrganisationId, PersonId
from newsdesk.domain.merging import Suggestion, suggestions
from newsdesk.domain.person import Organisation, Person, TypedRole
from newsdesk.services.book_recording import BookRecorder
from newsdesk.services.card_merging import CardMerging
from newsdesk.services.card_uses import uses_of
from newsdesk.services.contacts import typed_point
from newsdesk.services.organisation_book import OrganisationBook
from newsdesk.services.workplace import Workplace

if TYPE_CHECKING:
    from newsdesk.storage.database import UnitOfWork

_SHORTEST_KEY = 4


class PeopleService:
    """Listing, finding, changing and merging cards, and telling where each of them is used."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    # Reading --------------------------------------------------------------------------------

    def cards(self) -> list[Card]:
        """Return every card, by the name that lists go by."""
        with self._workplace.database.reading() as work:
            return all_cards(work)

    def organisations(self) -> dict[OrganisationId, Organisation]:
        with self._workplace.database.reading() as work:
            return {one.id: one for one in work.people.organisations.all()}

    def find(self, key: str) -> Card:
        """Return the one card meant by a name or variant, an e-mail address or the beginning of
        an id; one that was merged is the one it was merged into.

        Raises:
            NotFoundError, AmbiguousKeyError: none is, or several are.
        """
        with self._workplace.database.reading() as work:
            return _found(
                all_cards(work), key, work.contacts.successors() | work.people.successors()
            )

    def suggestions(self) -> list[Suggestion]:
        """Return the cards that may be one."""
        return suggestions(self.cards())

    def today(self) -> date:
        """Return the day in the house's own time zone."""
        with self._workplace.database.reading() as work:
            return self._workplace.today(work.newsroom.get().tz)

    def uses(self, card: Card) -> Uses:
        """Return the releases in which somebody stands as a contact or is quoted."""
        with self._workplace.database.reading() as work:
            return uses_of(work, card)

    # Changing -------------------------------------------------------------------------------

    def save(
        self, card: Card, roles: Sequence[TypedRole] | None = None
    ) -> tuple[tuple[Card, BookChange], Changes]:
        """Store a card as a form left it; halves that were never saved are new.

        A contact bears the name of its person. A number without `display` stands in `value` as
        somebody typed it. Empty points go.

        Args:
            roles: in the place of the person's; None leaves those as they are.

        Raises:
            FieldError: it has neither a name nor an office, or a role ends before it begins.
            StaleError: somebody saved it since it was read.
        """
        _check(card, roles or ())
        with self._workplace.database.transaction() as work:
            recorder = BookRecorder(work, self._workplace)
            person = card.person
            if person is not None:
                if roles is not None:
                    organisations = OrganisationBook(work, self._workplace.new_id)
                    person = replace(person, roles=tuple(map(organisations.role, roles)))
                person = recorder.save_person(self._named(person))
            contact = card.contact
            if contact is not None:
                contact = recorder.save_contact(self._asked(contact, person))
            if person is not None:
                _rename_others(work, recorder, person, contact)
            change = recorder.change()
        return (Card(person=person, contact=contact), change), _changes(change)

    def verify(self, key: ContactId) -> tuple[BookChange, Changes]:
        """Note that what is known of a contact was found right today."""
        with self._workplace.database.transaction() as work:
            recorder = BookRecorder(work, self._workplace)
            today = self._workplace.today(work.newsroom.get().tz)
            recorder.save_contact(replace(work.contacts.get(key), last_verified=today))
            change = recorder.change()
        return change, _changes(change)

    def remove(self, cards: Sequence[Card]) -> tuple[BookChange, Changes]:
        """Take cards out of the book; releases keep their copies, and nobody is covered by them."""
        with self._workplace.database.transaction() as work:
            recorder = BookRecorder(work, self._workplace)
            gone = {card.contact.id for card in cards if card.contact}
            recorder.put_away("contact", sorted(gone))
            rest = work.contacts.all()
            used = {one.person_id for one in rest}
            people = {card.person.id for card in cards if card.person}
            recorder.put_away("person", sorted(people - used))
            for one in rest:
                if one.cover_by in gone:
                    recorder.save_contact(
                        replace(one, cover_by=None, cover_from=None, cover_to=None)
                    )
            change = recorder.change()
        return change, _changes(change)

    def merge(
        self, kept: Card, others: Sequence[Card], *, has_other_offices: bool = False
    ) -> tuple[tuple[Card, BookChange], Changes]:
        """Make one card of several: what the kept one lacks it takes over from the others.

        Every use goes on to the one that is kept: contacts of the person, covers, and the releases
        that name a key of the others. Those are texts of record: they are not written again, their
        keys lead on.

        Args:
            has_other_offices: it is one person, whom the press may ask at each of the offices.

        Raises:
            StaleError: somebody saved one of the cards since they were read.
        """
        with self._workplace.database.transaction() as work:
            recorder = BookRecorder(work, self._workplace)
            merging = CardMerging(work, recorder, kept, others, self._workplace.new_id)
            card = merging.merged(has_other_offices=has_other_offices)
            change = recorder.change()
        return (card, change), _changes(change)

    def take_back(self, change: BookChange) -> tuple[BookChange, Changes]:
        """Let everything stand as before a change; what is returned takes that back in turn.

        Raises:
            StaleError: somebody changed one of the entries after it; nothing was taken back.
        """
        with self._workplace.database.transaction() as work:
            recorder = BookRecorder(work, self._workplace)
            recorder.take_back(change)
            back = recorder.change()
        return back, _changes(back)

    # Parts ----------------------------------------------------------------------------------

    def _named(self, person: Person) -> Person:
        name = person.display_name.strip()
        variants = (one.strip() for one in person.variants)
        kept = dict.fromkeys(one for one in variants if one and one != name)
        return replace(
            person,
            id=person.id if person.version else PersonId(self._workplace.new_id()),
            display_name=name,
            sort_name=person.sort_name.strip() or sort_name_of(name),
            variants=tuple(kept),
        )

    def _asked(self, contact: Contact, person: Person | None) -> Contact:
        points = [point for point in contact.points if point.value.strip()]
        return replace(
            contact,
            id=contact.id if contact.version else ContactId(self._workplace.new_id()),
            person_id=person.id if person else contact.person_id,
            display_name=person.display_name if person else contact.display_name.strip(),
            points=tuple(
                point
                if point.display is not None
                else replace(
                    typed_point(point.kind, point.value, public=point.public), usage=point.usage
                )
                for point in points
            ),
        )


def cover_of(contact: Contact, cards: Iterable[Card], day: date) -> Card | None:
    """Return who answers for a contact on a day."""
    if not is_covered(contact, day):
        return None
    return next((one for one in cards if one.contact and one.contact.id == contact.cover_by), None)


def all_cards(work: "UnitOfWork") -> list[Card]:
    """Return every card of the book, by the name that lists go by."""
    people = {one.id: one for one in work.people.all()}
    contacts = work.contacts.all()
    asked = {one.person_id for one in contacts}
    cards = [
        Card(person=people.get(one.person_id) if one.person_id else None, contact=one)
        for one in contacts
    ]
    cards += [Card(person=one) for one in people.values() if one.id not in asked]
    return sorted(cards, key=lambda card: (card.sort_key, card.key))


def _found(cards: Sequence[Card], key: str, successors: dict[UUID, UUID]) -> Card:
    wanted = fold(key)
    matches = [
        card
        for card in cards
        if wanted in {fold(name) for name in card.names}
        or wanted in _ids(card, successors)
        or (card.contact and wanted in {fold(point.value) for point in card.contact.emails})
    ]
    if not matches and len(wanted) >= _SHORTEST_KEY:
        matches = [c for c in cards if any(one.startswith(wanted) for one in _ids(c, successors))]
    if not matches:
        raise NotFoundError("person", key)
    if len(matches) > 1:
        raise AmbiguousKeyError(key, [f"{card.name} ({card.key})" for card in matches])
    return matches[0]


def _ids(card: Card, successors: dict[UUID, UUID]) -> set[str]:
    own = {half.id for half in (card.person, card.contact) if half is not None}
    return {str(one) for one in (*own, *(one for one, now in successors.items() if now in own))}


def _check(card: Card, roles: Sequence[TypedRole]) -> None:
    has_office = bool(card.contact and (card.contact.office or "").strip())
    if not card.name.strip() and not has_office:
        raise FieldError("name", "")
    if card.person is not None and not card.person.display_name.strip():
        raise FieldError("name", "")
    spans = [(role.valid_from, role.valid_to) for role in roles]
    if card.contact is not None:
        spans.append((card.contact.cover_from, card.contact.cover_to))
    for first, last in spans:
        if first is not None and last is not None and last < first:
            raise FieldError("until", last.isoformat())


def _rename_others(
    work: "UnitOfWork", recorder: BookRecorder, person: Person, saved: Contact | None
) -> None:
    """Let the cards of one person at other offices bear the name too."""
    for one in work.contacts.all():
        is_other = saved is None or one.id != saved.id
        if is_other and one.person_id == person.id and one.display_name != person.display_name:
            recorder.save_contact(replace(one, display_name=person.display_name))


def _changes(change: BookChange) -> Changes:
    return Changes() if change.is_empty else Changes.of(Subject.CONTACTS)
