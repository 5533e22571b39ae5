"""The address book."""

from collections.abc import Sequence
from dataclasses import replace

from newsdesk.domain.canonical import composed
from newsdesk.domain.changes import Changes, Subject
from newsdesk.domain.contact import Contact, ContactPoint, PointKind, ReleaseContact
from newsdesk.domain.errors import AmbiguousKeyError, FieldError, NotFoundError
from newsdesk.domain.fold import fold
from newsdesk.domain.ids import ContactId
from newsdesk.importing.phone_numbers import dialled
from newsdesk.services.workplace import Workplace


def find_contact(book: Sequence[Contact], key: str) -> Contact:
    """Return the one contact meant by a name, an e-mail address or the beginning of an id.

    Raises:
        NotFoundError, AmbiguousKeyError: none is, or several are.
    """
    wanted = fold(key)
    matches = [
        contact
        for contact in book
        if wanted in (fold(contact.display_name or contact.office or ""), str(contact.id))
        or any(fold(point.value) == wanted for point in contact.emails)
    ] or [contact for contact in book if len(wanted) >= 4 and str(contact.id).startswith(wanted)]
    if not matches:
        raise NotFoundError("contact", key)
    if len(matches) > 1:
        raise AmbiguousKeyError(key, [f"{c.display_name or c.office} ({c.id})" for c in matches])
    return matches[0]


def same_contact(book: Sequence[Contact], found: ReleaseContact) -> Contact | None:
    """Return the entry of the address book that `found` is: same name and office, or same e-mail.

    A shared mailbox does not make two people one.
    """
    emails = {point.value for point in found.points}
    for contact in book:
        same_name = fold(contact.display_name) == fold(found.display_name)
        same_office = fold(contact.office or "") == fold(found.office or "")
        if same_name and (same_office or emails & {point.value for point in contact.emails}):
            return contact
    return None


def typed_point(kind: PointKind, text: str, *, public: bool = True) -> ContactPoint:
    """Return a point as somebody typed it: a number is kept as printed and as it is dialled."""
    if not kind.is_number:
        return ContactPoint(kind=kind, value=text.strip(), public=public)
    number = dialled(text, None).value
    return ContactPoint(kind=kind, value=number, display=text.strip(), public=public)


class ContactService:
    """Listing, adding, changing and removing contacts."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def all(self) -> list[Contact]:
        with self._workplace.database.reading() as work:
            return list(work.contacts.all())

    def find(self, key: str) -> Contact:
        return find_contact(self.all(), key)

    def add(self, contact: Contact) -> tuple[Contact, Changes]:
        """Store a new contact under a new id, whatever id it came with."""
        return self.save(replace(contact, id=ContactId(self._workplace.new_id()), version=0))

    def save(self, contact: Contact) -> tuple[Contact, Changes]:
        """Raise `FieldError` if it has neither a name nor an office."""
        if not contact.display_name.strip() and not (contact.office or "").strip():
            raise FieldError("name", "")
        with self._workplace.database.transaction() as work:
            saved = work.contacts.save(composed(contact))
        return saved, Changes.of(Subject.CONTACTS)

    def remove(self, key: str) -> tuple[Contact, Changes]:
        """Take a contact out of the address book; releases keep their copies."""
        with self._workplace.database.transaction() as work:
            contact = find_contact(work.contacts.all(), key)
            work.contacts.delete(contact.id, at=self._workplace.now(), by=self._workplace.author)
        return contact, Changes.of(Subject.CONTACTS)
