"""The address book."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from newsdesk.domain.canonical import composed
from newsdesk.domain.changes import Changes, Subject
from newsdesk.domain.contact import Contact, ContactPoint, PointKind, ReleaseContact
from newsdesk.domain.errors import AmbiguousKeyError, FieldError, NotFoundError
from newsdesk.domain.fold import fold
from newsdesk.domain.ids import ContactId
from newsdesk.importing.contact_wording import EXTENSION
from newsdesk.importing.phone_numbers import dialled
from newsdesk.services.workplace import Workplace

if TYPE_CHECKING:
    from newsdesk.storage.database import UnitOfWork


def contact_meant(work: "UnitOfWork", key: str) -> Contact:
    """Return the one contact meant by a name, an e-mail address or the beginning of an id.

    One that was merged into another is that other one.

    Raises:
        NotFoundError, AmbiguousKeyError: none is, or several are.
    """
    book = work.contacts.all()
    matches = _matches(book, key)
    if not matches:
        successors = work.contacts.successors()
        now = {successors[one.id] for one in _matches(work.contacts.merged(), key)}
        matches = [contact for contact in book if contact.id in now]
    if not matches:
        raise NotFoundError("contact", key)
    if len(matches) > 1:
        raise AmbiguousKeyError(key, [f"{c.display_name or c.office} ({c.id})" for c in matches])
    return matches[0]


def _matches(book: Sequence[Contact], key: str) -> list[Contact]:
    wanted = fold(key)
    return [
        contact
        for contact in book
        if wanted in (fold(contact.display_name or contact.office or ""), str(contact.id))
        or any(fold(point.value) == wanted for point in contact.emails)
    ] or [contact for contact in book if len(wanted) >= 4 and str(contact.id).startswith(wanted)]


class ContactIndex:
    """Tells whether a contact on a release is one of an address book; holds the keys alone."""

    def __init__(self, book: Iterable[Contact] = ()) -> None:
        self._by_name: dict[str, list[ContactId]] = {}
        self._by_mark: dict[tuple[str, str], ContactId] = {}  # the first who has it
        for contact in book:
            self.add(contact)

    def add(self, contact: Contact) -> None:
        self._by_name.setdefault(fold(contact.display_name), []).append(contact.id)
        for mark in _marks(contact):
            self._by_mark.setdefault(mark, contact.id)

    def remove(self, contact: Contact) -> None:
        """Take out whom `add` put in last."""
        self._by_name[fold(contact.display_name)].remove(contact.id)
        for mark in _marks(contact):
            if self._by_mark[mark] == contact.id:
                del self._by_mark[mark]

    def named(self, name: str) -> Sequence[ContactId]:
        """Return those who are called so."""
        return self._by_name.get(fold(name), ())

    def same(self, found: ReleaseContact) -> ContactId | None:
        """Return the entry that `found` is: same name and office, or same name and e-mail.

        A shared mailbox does not make two people one.
        """
        return next((self._by_mark[mark] for mark in _marks(found) if mark in self._by_mark), None)


def _marks(contact: Contact | ReleaseContact) -> list[tuple[str, str]]:
    """Return what tells a contact from others of its name."""
    name = fold(contact.display_name)
    emails = [point.value for point in contact.points if point.kind is PointKind.EMAIL]
    return [(name, f"office {fold(contact.office or '')}"), *((name, email) for email in emails)]


def same_contact(book: Sequence[Contact], found: ReleaseContact) -> Contact | None:
    """Return the entry of the address book that `found` is, as `ContactIndex.same` says."""
    key = ContactIndex(book).same(found)
    return next((contact for contact in book if contact.id == key), None)


def typed_point(kind: PointKind, text: str, *, public: bool = True) -> ContactPoint:
    """Return a point as somebody typed it: a number is kept as printed and as it is dialled."""
    text = text.strip()
    if not kind.is_number:
        return ContactPoint(kind=kind, value=text, public=public)
    ending = next((found for found in EXTENSION.finditer(text) if found.end() == len(text)), None)
    printed = text[: ending.start()] if ending else text
    return ContactPoint(
        kind=kind,
        value=dialled(printed, None).value,
        display=printed,
        extension=ending[1] if ending else None,
        public=public,
    )


class ContactService:
    """Listing, adding, changing and removing contacts."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def all(self) -> list[Contact]:
        with self._workplace.database.reading() as work:
            return list(work.contacts.all())

    def successors(self) -> dict[UUID, UUID]:
        """Return for the key of every merged contact whose it is now."""
        with self._workplace.database.reading() as work:
            return work.contacts.successors()

    def find(self, key: str) -> Contact:
        """Return whom `contact_meant` says; raise what it says."""
        with self._workplace.database.reading() as work:
            return contact_meant(work, key)

    def add(self, contact: Contact) -> tuple[Contact, Changes]:
        """Store a new contact under a new id, whatever id it came with."""
        return self.save(replace(contact, id=ContactId(self._workplace.new_id()), version=0))

    def save(self, contact: Contact) -> tuple[Contact, Changes]:
        """Raise `FieldError` if it has neither a name nor an office."""
        if not contact.display_name.strip() and not (contact.office or "").strip():
            raise FieldError("name", "")
        with self._workplace.database.transaction() as work:
            saved = work.contacts.save(composed(contact))
            if saved.person_id is not None and saved.display_name:
                person = work.people.get(saved.person_id)
                if person.display_name != saved.display_name:  # one name for both
                    work.people.save(replace(person, display_name=saved.display_name))
        return saved, Changes.of(Subject.CONTACTS)

    def save_typed(self, contact: Contact) -> tuple[Contact, Changes]:
        """Store a contact as a form left it, a new one if it was never saved.

        A number without `display` stands in `value` as somebody typed it. Empty points go.

        Raises:
            FieldError: it has neither a name nor an office.
            StaleError: somebody saved it since it was read.
        """
        points = tuple(_kept(point) for point in contact.points if point.value.strip())
        kept = replace(contact, points=points)
        return self.save(kept) if contact.version else self.add(kept)

    def remove(self, key: str) -> tuple[Contact, Changes]:
        """Take a contact out of the address book; releases keep their copies."""
        with self._workplace.database.transaction() as work:
            contact = contact_meant(work, key)
            work.contacts.delete(contact.id, at=self._workplace.now(), by=self._workplace.author)
        return contact, Changes.of(Subject.CONTACTS)


def _kept(point: ContactPoint) -> ContactPoint:
    """Return a point of a form as it is stored."""
    if point.display is not None:
        return point
    typed = typed_point(point.kind, point.value, public=point.public)
    return replace(typed, usage=(point.usage or "").strip() or None)
