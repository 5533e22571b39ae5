"""The address book: cards of people and offices, and what a change of it did."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeVar
from uuid import UUID

from newsdesk.domain.contact import Contact
from newsdesk.domain.fold import fold
from newsdesk.domain.ids import ContactId, PersonId
from newsdesk.domain.person import Person
from newsdesk.domain.query import ReleaseSummary

T = TypeVar("T")

VERIFIED_FOR_DAYS = 365  # after that a number may be somebody else's


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One entry of the address book, at least one half of it there.

    Who is quoted is a person; whom the press asks is a contact. Somebody who is both has both, and
    somebody who answers at two offices has a card for each, with the same person.
    """

    person: Person | None = None
    contact: Contact | None = None

    @property
    def key(self) -> UUID:
        """What tells it from other cards: the contact's key where there is one."""
        half = self.contact or self.person
        if half is None:
            raise ValueError("a card with neither a person nor a contact")
        return half.id

    @property
    def name(self) -> str:
        """The name as its bearer writes it; an office without a person is called as it is."""
        if self.person is not None:
            return self.person.display_name
        return (self.contact.display_name or self.contact.office or "") if self.contact else ""

    @property
    def names(self) -> tuple[str, ...]:
        """The name, and what else is written for it."""
        variants = self.person.variants if self.person else ()
        printed = self.contact.display_name if self.contact else ""
        return tuple(dict.fromkeys(filter(None, (self.name, printed, *variants))))

    @property
    def sort_key(self) -> str:
        sort_name = self.person.sort_name if self.person else ""
        return fold(sort_name or sort_name_of(self.name))


def sort_name_of(name: str) -> str:
    """Return a name as lists put it in order, the last word first; a guess that can be edited."""
    words = name.split()
    return name if len(words) < 2 else f"{words[-1]}, {' '.join(words[:-1])}"


def is_stale(contact: Contact, today: date) -> bool:
    """Tell whether nobody has checked a contact for a year, or ever."""
    verified = contact.last_verified
    return verified is None or (today - verified).days > VERIFIED_FOR_DAYS


def is_covered(contact: Contact, day: date) -> bool:
    """Tell whether somebody else answers for a contact on a day."""
    if contact.cover_by is None:
        return False
    is_begun = contact.cover_from is None or contact.cover_from <= day
    return is_begun and (contact.cover_to is None or day <= contact.cover_to)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing(Generic[T]):
    """How an entry stands in a book."""

    value: T | None = None  # None: it is not in it
    merged_into: UUID | None = None  # whom it was found to be


@dataclass(frozen=True, slots=True, kw_only=True)
class BookChange:
    """What stood before a change of the address book, so that it can be taken back.

    `versions` are those of the entries after it: a later change by anybody else is never lost.
    Organisations that it added stay; nothing shows one that nobody speaks for.
    """

    people: Mapping[PersonId, Standing[Person]] = field(
        default_factory=dict[PersonId, Standing[Person]]
    )
    contacts: Mapping[ContactId, Standing[Contact]] = field(
        default_factory=dict[ContactId, Standing[Contact]]
    )
    versions: Mapping[UUID, int] = field(default_factory=dict[UUID, int])

    @property
    def is_empty(self) -> bool:
        return not self.versions


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """A release in which somebody of the address book stands."""

    release: ReleaseSummary
    is_contact: bool = False  # the press is told to ask them
    is_quoted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Uses:
    """Where somebody stands, newest first."""

    uses: tuple[Use, ...] = ()
    total: int = 0  # releases in all, of which `uses` are the newest
    as_contact: int = 0  # of these
    named: int = 0  # releases that write the name, whether they quote it or not
    looked_through: int = 0  # of those, the newest that were read for quotes
