"""What the desk's books have in common: entries that are listed, saved, and put away."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, ClassVar, Generic, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, func, insert, select, update

from newsdesk.domain.errors import NotFoundError, StaleError
from newsdesk.storage.rows import RowForm, Values, fetched

T = TypeVar("T")


class EntryRepository(Generic[T]):
    """Entries of one kind in one table, under tombstones once they are put away.

    A subclass says how they stand in the table, and overrides `_made` and `_write_parts` if they
    have rows in another one.
    """

    _entity: ClassVar[str]
    _form: ClassVar[RowForm[Any]]
    _order: ClassVar[tuple[str, ...]] = ("id",)

    def __init__(self, connection: Connection, now: Callable[[], datetime]) -> None:
        self._connection = connection
        self._now = now

    def all(self) -> list[T]:
        return self._where()

    def state(self) -> int:
        """Return a number that grows with every change to any entry."""
        versions = func.coalesce(func.sum(self._form.table.c.version), 0)
        return self._connection.execute(select(versions)).scalar_one()

    def get(self, entry_id: UUID) -> T:
        """Return an entry, one that was put away too; raise `NotFoundError` if there is none."""
        rows = self._rows(self._form.table.c.id == entry_id)
        if not rows:
            raise NotFoundError(self._entity, str(entry_id))
        return self._made(rows)[0]

    def save(self, entry: T) -> T:
        """Insert or update an entry; one that was put away comes back.

        Raises:
            StaleError: it knows its version, and somebody saved it since it was read.
        """
        table = self._form.table
        values = self._form.values(entry)
        known = values.get("version")
        standing = self._connection.scalar(
            select(table.c.version).where(table.c.id == values["id"])
        )
        if known is not None and known != (standing or 0):
            raise StaleError(self._entity, str(values["id"]))
        at = self._now()
        values |= {"version": (standing or 0) + 1, "updated_at": at}
        values |= {"deleted_at": None, "deleted_by": None}
        if standing is None:
            self._connection.execute(insert(table), values | {"created_at": at})
        else:
            changing = update(table).where(table.c.id == values["id"])
            self._connection.execute(changing.where(table.c.version == standing), values)
        self._write_parts(entry)
        return self.get(values["id"])

    def delete(self, entry_id: UUID, at: datetime, by: str) -> None:
        """Put an entry away; what was copied from it stays."""
        table = self._form.table
        marking = (
            update(table)
            .where(table.c.id == entry_id)
            .values(
                version=table.c.version + 1, updated_at=self._now(), deleted_at=at, deleted_by=by
            )
        )
        if self._connection.execute(marking).rowcount != 1:
            raise NotFoundError(self._entity, str(entry_id))

    def _where(self, *conditions: ColumnElement[bool]) -> list[T]:
        """Return the entries that are not put away and fulfil the conditions."""
        rows = self._rows(self._form.table.c.deleted_at.is_(None), *conditions)
        return self._made(rows) if rows else []

    def _rows(self, *conditions: ColumnElement[bool]) -> list[Values]:
        table = self._form.table
        order = [table.c[name] for name in self._order]
        return fetched(self._connection, select(table).where(*conditions).order_by(*order))

    def _made(self, rows: list[Values]) -> list[T]:
        return [self._form.value(row) for row in rows]

    def _write_parts(self, entry: T) -> None:
        """Write what stands in other tables."""
