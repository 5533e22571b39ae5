"""Books whose entries may turn out to be one."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from sqlalchemy import bindparam, insert, select, update

from newsdesk.domain.address_book import Standing
from newsdesk.storage.entries import EntryRepository

T = TypeVar("T")

_AT_ONCE = 500  # keys asked for in one statement; SQLite takes so many everywhere


class MergeableRepository(EntryRepository[T]):
    """Entries that are put away with the name of whom they were found to be.

    Releases keep the keys that they were issued with; `successors` says whose they are now. So a
    merge rewrites no release, however many there are, and taking it back neither.
    """

    def save(self, entry: T) -> T:
        saved = super().save(entry)
        columns = self._form.table.c
        standing_again = update(self._form.table).where(
            columns.id == self._form.values(entry)["id"], columns.merged_into.is_not(None)
        )
        self._connection.execute(standing_again.values(merged_into=None))
        return saved

    def add_all(self, entries: Sequence[T]) -> None:
        """Insert entries under keys that nothing has yet, many at once."""
        if not entries:
            return
        at = self._now()
        stamps = {"version": 1, "created_at": at, "updated_at": at}
        rows = [self._form.values(entry) | stamps for entry in entries]
        self._connection.execute(insert(self._form.table), rows)
        self._insert_parts(entries)

    def put_away(
        self, keys: Sequence[UUID], at: datetime, by: str, *, merged_into: UUID | None = None
    ) -> None:
        """Take entries out of the book; raise nothing if they are out already."""
        if not keys:
            return
        table = self._form.table
        marking = (
            update(table)
            .where(table.c.id == bindparam("key"))
            .values(
                version=table.c.version + 1,
                updated_at=self._now(),
                deleted_at=at,
                deleted_by=by,
                merged_into=merged_into,
            )
        )
        self._connection.execute(marking, [{"key": key} for key in keys])

    def standings(self, keys: Iterable[UUID]) -> dict[UUID, Standing[T]]:
        """Return how the entries of these keys stand; one that never was is not in the book."""
        wanted = list(keys)
        found: dict[UUID, Standing[T]] = {key: Standing() for key in wanted}
        columns = self._form.table.c
        rows = [
            row
            for start in range(0, len(wanted), _AT_ONCE)
            for row in self._rows(columns.id.in_(wanted[start : start + _AT_ONCE]))
        ]
        for row, value in zip(rows, self._made(rows) if rows else [], strict=True):
            is_out = row["deleted_at"] is not None
            found[row["id"]] = Standing(
                value=None if is_out else value, merged_into=row["merged_into"]
            )
        return found

    def versions(self, keys: Iterable[UUID]) -> dict[UUID, int]:
        """Return how often each entry was saved, those that were put away too."""
        wanted = list(keys)
        columns = self._form.table.c
        found: dict[UUID, int] = {}
        for start in range(0, len(wanted), _AT_ONCE):
            asked = select(columns.id, columns.version).where(
                columns.id.in_(wanted[start : start + _AT_ONCE])
            )
            found |= {row.id: row.version for row in self._connection.execute(asked)}
        return found

    def successors(self) -> dict[UUID, UUID]:
        """Return for every merged entry the one that it is now, over all steps in between."""
        columns = self._form.table.c
        asked = select(columns.id, columns.merged_into).where(columns.merged_into.is_not(None))
        steps = {row.id: row.merged_into for row in self._connection.execute(asked)}
        return {key: _last(key, steps) for key in steps}

    def merged(self) -> list[T]:
        """Return the entries that were merged into others, as they were."""
        return self._made(self._rows(self._form.table.c.merged_into.is_not(None)))

    def former_keys(self, key: UUID) -> set[UUID]:
        """Return the key with those of all entries that were merged into its entry."""
        return {key, *(one for one, now in self.successors().items() if now == key)}

    def _insert_parts(self, entries: Sequence[T]) -> None:
        for entry in entries:
            self._write_parts(entry)


def _last(key: UUID, steps: dict[UUID, UUID]) -> UUID:
    seen = {key}
    while key in steps and steps[key] not in seen:
        key = steps[key]
        seen.add(key)
    return key
