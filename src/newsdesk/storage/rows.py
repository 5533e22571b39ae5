"""Between domain values and rows: field by field, under the same names."""

from collections.abc import Generator, Iterable, Mapping
from contextlib import contextmanager
from dataclasses import fields
from typing import Any, Generic, TypeVar, cast

from sqlalchemy import Connection, Executable, Table

from newsdesk.domain.errors import StorageError, StorageProblem
from newsdesk.storage.columns import Base

T = TypeVar("T")
Values = dict[str, Any]
"""Column name -> value."""


def table_of(row: type[Base]) -> Table:
    return cast(Table, row.__table__)


class RowForm(Generic[T]):
    """How a dataclass stands in the columns of a table.

    Args:
        prefix: what stands before a field's name in that of its column.
        renamed: field -> column, where they differ.
        elsewhere: fields that are not in this table; they are given to `value`.

    Raises:
        LookupError: a field has no column and is not said to be elsewhere.
    """

    def __init__(
        self,
        kind: type[T],
        row: type[Base],
        *,
        prefix: str = "",
        renamed: Mapping[str, str] | None = None,
        elsewhere: Iterable[str] = (),
    ) -> None:
        self.table = table_of(row)
        self._kind = kind
        names = [field.name for field in fields(cast(Any, kind)) if field.name not in elsewhere]
        self._columns = {name: (renamed or {}).get(name, prefix + name) for name in names}
        if missing := set(self._columns.values()) - set(self.table.c.keys()):
            raise LookupError(f"no column in {self.table.name} for {sorted(missing)}")

    @property
    def columns(self) -> Iterable[str]:
        return self._columns.values()

    def values(self, value: T) -> Values:
        return {column: getattr(value, name) for name, column in self._columns.items()}

    def blank(self) -> Values:
        """Return the columns of a value that is not there."""
        return dict.fromkeys(self._columns.values())

    def value(self, row: Mapping[str, Any], **elsewhere: Any) -> T:
        own = {name: row[column] for name, column in self._columns.items()}
        return self._kind(**own, **elsewhere)


def fetched(
    connection: Connection, statement: Executable, parameters: Values | None = None
) -> list[Values]:
    """Return the rows that a statement selects.

    Raises:
        StorageError: something stands in them that newsdesk did not write.
    """
    result = connection.execute(statement, parameters)
    with damage_in_words():
        names = list(result.keys())
        return [dict(zip(names, row, strict=True)) for row in result]


@contextmanager
def damage_in_words() -> Generator[None]:
    """Say of a value that cannot be read what it is: damage."""
    try:
        yield
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise StorageError(StorageProblem.CORRUPT, detail=str(error)) from error
