"""What storing drafts asks of the desk's books, looked up once for many."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from newsdesk.domain.contact import Contact, ReleaseContact
from newsdesk.domain.ids import ContactId
from newsdesk.domain.slug import slugify, unique
from newsdesk.domain.vocabulary import Scheme, Term
from newsdesk.services.contacts import ContactIndex
from newsdesk.services.vocabularies import term_named
from newsdesk.services.workplace import Workplace

if TYPE_CHECKING:
    from newsdesk.storage.database import UnitOfWork
    from newsdesk.storage.releases import ReleaseRepository


class ImportBooks:
    """The address book, the terms and the names of releases, for one transaction after the other.

    What was looked up holds for the next one too, unless somebody changed a book in between.
    """

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace
        self._state: tuple[int, int] | None = None  # of the books when the last transaction ended
        self._contacts = ContactIndex()
        self._terms: dict[tuple[Scheme, str], Term] = {}
        self._next_number: dict[str, int] = {}  # of a name that several releases would have
        self._undo: list[Callable[[], object]] = []
        self.has_grown = False  # in the last transaction

    @contextmanager
    def transaction(self) -> Generator["UnitOfWork"]:
        """Begin a transaction of the database; see there."""
        state, self._state = self._state, None
        with self._workplace.database.transaction() as work:
            before = _state_of(work)
            if state != before:
                self._contacts = ContactIndex(work.contacts.all())
                self._terms = {}
            yield work
            state = _state_of(work)
        self._state = state
        self.has_grown = state != before

    @contextmanager
    def step(self, work: "UnitOfWork") -> Generator[None]:
        """Take back what the block stored if it raises; see `UnitOfWork.step`."""
        self._undo.clear()
        try:
            with work.step():
                yield
        except BaseException:
            for undo in reversed(self._undo):
                undo()
            raise

    def slug(self, work: "UnitOfWork", wanted: str) -> str:
        """Return `wanted`, or a name like it that no release has."""
        number = self._next_number.get(wanted)
        if number is None:
            slug = unique(wanted, work.releases.slugs_like(wanted))
        else:
            slug = unique(wanted, _Stored(work.releases), first=number)
        if slug != wanted:
            self._number_next(wanted, int(slug.rpartition("-")[2]) + 1)
            self._undo.append(partial(self._number_next, wanted, number))
        return slug

    def _number_next(self, wanted: str, number: int | None) -> None:
        if number is None:
            del self._next_number[wanted]
        else:
            self._next_number[wanted] = number

    def term(self, work: "UnitOfWork", scheme: Scheme, name: str, language: str) -> Term:
        """Return the term of this name, made if there is none."""
        key = scheme, slugify(name)
        if key not in self._terms:
            self._terms[key] = term_named(work, self._workplace, scheme, name, language)
            self._undo.append(partial(self._terms.pop, key))
        return self._terms[key]

    def contact(self, work: "UnitOfWork", found: ReleaseContact) -> ReleaseContact:
        """Return `found` with the key of its entry in the address book, made if there is none.

        A name alone means the one whom the address book calls so, with all that it knows.
        """
        if not found.office and not found.points:
            named = self._contacts.named(found.display_name)
            return ReleaseContact.of(work.contacts.get(named[0])) if len(named) == 1 else found
        key = self._contacts.same(found)
        if key is None:
            key = ContactId(self._workplace.new_id())
            entry = Contact(
                id=key,
                display_name=found.display_name,
                role_title=found.role_title,
                office=found.office,
                points=found.points,
            )
            work.contacts.save(entry)
            self._contacts.add(entry)
            self._undo.append(partial(self._contacts.remove, entry))
        return replace(found, contact_id=key)


class _Stored:
    """The names of all releases, asked for one by one."""

    def __init__(self, releases: "ReleaseRepository") -> None:
        self._releases = releases

    def __contains__(self, slug: object) -> bool:
        return isinstance(slug, str) and self._releases.has_slug(slug)


def _state_of(work: "UnitOfWork") -> tuple[int, int]:
    return work.contacts.state(), work.terms.state()
