"""Lists that entries of the desk's books have in a table of their own."""

from collections.abc import Mapping, Sequence
from typing import Any, Generic, TypeVar
from uuid import UUID

from sqlalchemy import Connection, delete, insert, select

from newsdesk.storage.rows import RowForm, fetched

T = TypeVar("T")


class PartList(Generic[T]):
    """The rows of one kind of part, in the order of `ordinal`.

    Args:
        owner: the column that names the entry they belong to.
    """

    def __init__(self, form: RowForm[T], owner: str) -> None:
        self._form = form
        self._owner = owner

    def write(self, connection: Connection, owner_id: UUID, parts: Sequence[T]) -> None:
        """Put `parts` in the place of the present ones."""
        table = self._form.table
        connection.execute(delete(table).where(table.c[self._owner] == owner_id))
        self.write_new(connection, {owner_id: parts})

    def write_new(self, connection: Connection, parts: Mapping[UUID, Sequence[T]]) -> None:
        """Write the parts of owners that have none yet, many at once."""
        rows: list[dict[str, Any]] = [
            self._form.values(part) | {self._owner: owner_id, "ordinal": ordinal}
            for owner_id, own in parts.items()
            for ordinal, part in enumerate(own)
        ]
        if rows:
            connection.execute(insert(self._form.table), rows)

    def read(
        self, connection: Connection, owner_id: UUID | None = None
    ) -> dict[UUID, tuple[T, ...]]:
        """Return the parts by owner: those of one, or of all."""
        table = self._form.table
        statement = select(table).order_by(table.c[self._owner], table.c.ordinal)
        if owner_id is not None:
            statement = statement.where(table.c[self._owner] == owner_id)
        found: dict[UUID, list[T]] = {}
        for row in fetched(connection, statement):
            found.setdefault(row[self._owner], []).append(self._form.value(row))
        return {owner: tuple(parts) for owner, parts in found.items()}
