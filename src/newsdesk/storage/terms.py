"""The words that releases are filed under."""

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import datetime
from typing import cast
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, bindparam, func, insert, select, update

from newsdesk.domain.ids import ReleaseId, TermId
from newsdesk.domain.slug import slugify, unique
from newsdesk.domain.vocabulary import Scheme, Term, TermColour, TermEntry
from newsdesk.storage.entries import EntryRepository
from newsdesk.storage.rows import RowForm, Values, fetched, table_of
from newsdesk.storage.tables import ReleaseRow, ReleaseTermRow, TermRow

_RELEASE = table_of(ReleaseRow)
_CARRIED = table_of(ReleaseTermRow)
_MOST_STEPS = 16  # from one merge to the next: two that were merged into each other lead nowhere


class TermRepository(EntryRepository[Term]):
    """Terms by scheme and qcode, of which no two are the same."""

    _entity = "term"
    _form = RowForm(Term, TermRow)
    _order = ("scheme", "qcode")

    def __init__(
        self, connection: Connection, now: Callable[[], datetime], new_id: Callable[[], UUID]
    ) -> None:
        super().__init__(connection, now)
        self._new_id = new_id

    def all(self, scheme: Scheme | None = None) -> list[Term]:
        return self._where() if scheme is None else self._where(self._form.table.c.scheme == scheme)

    def entries(self, scheme: Scheme | None = None) -> list[TermEntry]:
        """Return what a vocabulary has, with how much each term is used."""
        columns = self._form.table.c
        wanted: list[ColumnElement[bool]] = [columns.deleted_at.is_(None)]
        if scheme is not None:
            wanted.append(columns.scheme == scheme)
        rows = self._rows(*wanted)
        uses = self.use_counts()
        return [
            TermEntry(term=term, colour=row["colour"], uses=uses.get(term.id, 0))
            for row, term in zip(rows, self._made(rows), strict=True)
        ]

    def used(self, *schemes: Scheme) -> list[TermEntry]:
        """Return the terms of these schemes that releases outside the trash are filed under."""
        uses = self.use_counts()
        columns = self._form.table.c
        own = [columns[name] for name in self._form.columns]
        asked = select(*own, columns.colour).where(
            columns.scheme.in_(schemes),
            columns.deleted_at.is_(None),
            columns.id.in_(select(_CARRIED.c.term_id)),
        )
        rows = fetched(self._connection, asked)
        entries = zip(rows, self._made(rows), strict=True)
        return [
            TermEntry(term=term, colour=row["colour"], uses=uses[term.id])
            for row, term in entries
            if term.id in uses
        ]

    def in_use(self, ids: Collection[TermId]) -> set[TermId]:
        """Return those of `ids` that a release outside the trash is filed under."""
        carried = select(_CARRIED.c.term_id).join(_RELEASE, _RELEASE.c.id == _CARRIED.c.release_id)
        used = carried.where(_CARRIED.c.term_id.in_(ids), _RELEASE.c.deleted_at.is_(None))
        return set(map(TermId, self._connection.scalars(used.distinct())))

    def use_counts(self) -> dict[TermId, int]:
        """Return how many releases outside the trash are filed under each term."""
        trashed = select(_RELEASE.c.id).where(_RELEASE.c.deleted_at.is_not(None))
        counted = select(_CARRIED.c.term_id, func.count().label("uses"))
        counted = counted.group_by(_CARRIED.c.term_id)
        # all of them from the index alone, then those few less that lie in the trash
        uses = {row.term_id: row.uses for row in self._connection.execute(counted)}
        for row in self._connection.execute(counted.where(_CARRIED.c.release_id.in_(trashed))):
            uses[row.term_id] -= row.uses
        return {TermId(key): number for key, number in uses.items() if number}

    def uses(self, ids: Collection[TermId]) -> list[ReleaseId]:
        """Return every release that is filed under one of these, in the trash too; oldest first."""
        carried = select(_CARRIED.c.release_id).where(_CARRIED.c.term_id.in_(ids)).distinct()
        found = self._connection.scalars(carried.order_by(_CARRIED.c.release_id))
        return [ReleaseId(key) for key in found]

    def get_or_add(self, scheme: Scheme, name: str, language: str) -> Term:
        """Return the term of this name, made if there is none; one that was put away comes back.

        The name of one that was merged means what it was merged into.
        """
        term = self.coded(scheme, slugify(name))
        if term is not None:
            return term
        columns, qcode = self._form.table.c, slugify(name)
        rows = self._rows(columns.scheme == scheme, columns.qcode == qcode)
        if rows:
            return self.save(self._made(rows)[0])
        term_id = TermId(self._new_id())
        return self.save(Term(id=term_id, scheme=scheme, qcode=qcode, names={language: name}))

    def coded(self, scheme: Scheme, qcode: str) -> Term | None:
        """Return the term of this code, or what it was merged into; None if there is none."""
        columns = self._form.table.c
        rows = self._rows(columns.scheme == scheme, columns.qcode == qcode)
        for _ in range(_MOST_STEPS):
            if not rows or rows[0]["deleted_at"] is None:
                break
            rows = self._rows(columns.id == rows[0]["merged_into"])
        is_there = bool(rows) and rows[0]["deleted_at"] is None
        return self._made(rows)[0] if is_there else None

    def free_qcode(self, scheme: Scheme, name: str, but_for: TermId) -> str:
        """Return the code of a name, or the first like it that no other term has or had."""
        columns, qcode = self._form.table.c, slugify(name)
        taken = select(columns.qcode).where(
            columns.scheme == scheme, columns.qcode.startswith(qcode), columns.id != but_for
        )
        return unique(qcode, set(self._connection.scalars(taken)))

    def save_all(self, terms: Iterable[Term]) -> None:
        """Insert or update terms, many at once; one that was put away comes back."""
        columns, at = self._form.table.c, self._now()
        known = self._connection.execute(select(columns.id, columns.version))
        versions: dict[UUID, int] = {row.id: row.version for row in known}
        new: list[Values] = []
        old: list[Values] = []
        for term in {term.id: term for term in terms}.values():
            version = versions.get(term.id, 0) + 1
            row = self._form.values(term) | {"version": version, "updated_at": at}
            row |= {"deleted_at": None, "deleted_by": None, "merged_into": None}
            if version == 1:
                new.append(row | {"created_at": at})
            else:
                old.append({"key": row.pop("id")} | row)
        if new:
            self._connection.execute(insert(self._form.table), new)
        if old:
            changing = update(self._form.table).where(columns.id == bindparam("key"))
            self._connection.execute(changing, old)

    # What belongs to the vocabulary alone -----------------------------------------------------

    def colours(self) -> Mapping[TermId, TermColour]:
        """Return the colours of the terms that have one."""
        columns = self._form.table.c
        asked = select(columns.id, columns.colour).where(columns.colour.is_not(None))
        rows = fetched(self._connection, asked)
        return {TermId(row["id"]): cast(TermColour, row["colour"]) for row in rows}

    def set_colour(self, term_id: TermId, colour: TermColour | None) -> None:
        columns = self._form.table.c
        marking = update(self._form.table).where(columns.id == term_id)
        self._connection.execute(
            marking.values(colour=colour, version=columns.version + 1, updated_at=self._now())
        )

    def merge(self, term_id: TermId, into: TermId, at: datetime, by: str) -> None:
        """Put a term away in favour of another, which its narrower terms belong to now."""
        columns = self._form.table.c
        self.delete(term_id, at, by)
        marking = update(self._form.table)
        self._connection.execute(marking.where(columns.id == term_id).values(merged_into=into))
        narrower = marking.where(columns.parent_id == term_id, columns.id != into)
        self._connection.execute(narrower.values(parent_id=into))

    def narrower(self, term_id: TermId) -> list[TermId]:
        columns = self._form.table.c
        asked = select(columns.id).where(columns.parent_id == term_id)
        return [TermId(key) for key in self._connection.scalars(asked)]

    def unmerge(self, term: Term, narrower: Collection[TermId]) -> Term:
        """Take a merge back: the term stands again, and these belong to it."""
        columns = self._form.table.c
        marking = update(self._form.table)
        self._connection.execute(marking.where(columns.id == term.id).values(merged_into=None))
        self._connection.execute(marking.where(columns.id.in_(narrower)).values(parent_id=term.id))
        return self.save(term)
