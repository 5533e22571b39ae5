"""Changing the address book so that it can be taken back."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal
from uuid import UUID

from newsdesk.domain.address_book import BookChange, Standing
from newsdesk.domain.canonical import composed
from newsdesk.domain.contact import Contact
from newsdesk.domain.errors import StaleError
from newsdesk.domain.ids import ContactId, PersonId
from newsdesk.domain.person import Person
from newsdesk.services.workplace import Workplace

if TYPE_CHECKING:
    from newsdesk.storage.database import UnitOfWork
    from newsdesk.storage.mergeable import MergeableRepository

Book = Literal["person", "contact"]


class BookRecorder:
    """Writes entries within one transaction, and remembers how they stood before."""

    def __init__(self, work: "UnitOfWork", workplace: Workplace) -> None:
        self._work = work
        self._workplace = workplace
        self._before: dict[Book, dict[UUID, Standing[Any]]] = {"person": {}, "contact": {}}
        self._repositories: dict[Book, MergeableRepository[Any]] = {
            "person": work.people,
            "contact": work.contacts,
        }

    def save_person(self, person: Person) -> Person:
        """Raise `StaleError` if somebody saved it since it was read."""
        self._note("person", [person.id])
        return self._work.people.save(composed(person))

    def save_contact(self, contact: Contact) -> Contact:
        """Raise `StaleError` if somebody saved it since it was read."""
        self._note("contact", [contact.id])
        return self._work.contacts.save(composed(contact))

    def add_all(self, people: Sequence[Person], contacts: Sequence[Contact]) -> None:
        """Add entries, composed, under keys that nothing has yet, many at once."""
        added: tuple[tuple[Book, Sequence[Any]], ...] = (("person", people), ("contact", contacts))
        for book, entries in added:
            self._before[book] |= {entry.id: Standing() for entry in entries}
            self._repositories[book].add_all(entries)

    def put_away(
        self, book: Book, keys: Sequence[UUID], *, merged_into: UUID | None = None
    ) -> None:
        self._note(book, keys)
        self._repositories[book].put_away(
            keys, self._workplace.now(), self._workplace.author, merged_into=merged_into
        )

    def change(self) -> BookChange:
        """Return what was done so far."""
        versions: dict[UUID, int] = {}
        for book, before in self._before.items():
            versions |= self._repositories[book].versions(before)
        return BookChange(
            people={PersonId(k): s for k, s in self._before["person"].items()},
            contacts={ContactId(k): s for k, s in self._before["contact"].items()},
            versions=versions,
        )

    def take_back(self, change: BookChange) -> None:
        """Let everything stand as it stood before `change`.

        Raises:
            StaleError: somebody changed an entry after it.
        """
        books: tuple[tuple[Book, dict[UUID, Standing[Any]]], ...] = (
            ("person", {**change.people}),
            ("contact", {**change.contacts}),
        )
        for book, standings in books:
            self._check(book, standings, change)
            self._note(book, list(standings))
            self._set(book, standings)

    def _check(self, book: Book, keys: Mapping[UUID, object], change: BookChange) -> None:
        for key, version in self._repositories[book].versions(keys).items():
            if change.versions[key] != version:
                raise StaleError(book, str(key))

    def _set(self, book: Book, standings: Mapping[UUID, Standing[Any]]) -> None:
        repository = self._repositories[book]
        gone: dict[UUID | None, list[UUID]] = {}
        for key, standing in standings.items():
            if standing.value is None:
                gone.setdefault(standing.merged_into, []).append(key)
        for merged_into, keys in gone.items():
            self.put_away(book, keys, merged_into=merged_into)
        versions = repository.versions(standings)
        for key, standing in standings.items():
            if standing.value is not None:
                repository.save(replace(standing.value, version=versions[key]))

    def _note(self, book: Book, keys: Sequence[UUID]) -> None:
        before = self._before[book]
        before |= self._repositories[book].standings(key for key in keys if key not in before)
