"""Statements that run at every save and at every open.

SQLAlchemy's own way to a statement that it has compiled before costs several times what SQLite then
needs to run it. These few are compiled once, with its types, and then handed to the driver as such.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, cast
from weakref import WeakKeyDictionary

from sqlalchemy import (
    Column,
    ColumnElement,
    CompoundSelect,
    Connection,
    Delete,
    Dialect,
    Insert,
    Select,
    Update,
    bindparam,
)
from sqlalchemy.sql.dml import ReturningUpdate
from sqlalchemy.types import TypeEngine

from newsdesk.storage.rows import Values, damage_in_words

_Statement = (
    Select[*tuple[Any, ...]]
    | CompoundSelect[*tuple[Any, ...]]
    | Insert
    | Update
    | Delete
    | ReturningUpdate[*tuple[Any, ...]]
)
_Convert = Callable[[Any], Any]
_SIZES = (32, 256)  # keys that a statement has room for


class Prepared:
    """One statement, run with values by name.

    Args:
        sets: the columns that an INSERT or an UPDATE is given values for.
    """

    def __init__(self, statement: _Statement, *, sets: Iterable[str] = ()) -> None:
        self._statement = statement
        self._sets = list(sets) or None
        self._compiled = WeakKeyDictionary[Dialect, _Compiled]()  # one for each engine

    def run(self, connection: Connection, values: Values) -> list[Values]:
        """Run it and return the rows it gives, if it gives any.

        Raises:
            StorageError: something stands in them that newsdesk did not write.
        """
        compiled = self._for(connection)
        cursor: Any = connection.connection.cursor()
        try:
            cursor.execute(compiled.text, compiled.parameters(values))
            rows = cursor.fetchall() if compiled.has_rows else ()
        finally:
            cursor.close()
        with damage_in_words():
            return [compiled.row(row) for row in rows]

    def run_each(self, connection: Connection, values: Sequence[Values]) -> None:
        """Run it, which gives no rows, with each of several."""
        if not values:
            return
        compiled = self._for(connection)
        cursor: Any = connection.connection.cursor()
        try:
            cursor.executemany(compiled.text, list(map(compiled.parameters, values)))
        finally:
            cursor.close()

    def _for(self, connection: Connection) -> "_Compiled":
        compiled = self._compiled.get(connection.dialect)
        if compiled is None:
            compiled = _Compiled(self._statement, self._sets, connection.dialect)
            self._compiled[connection.dialect] = compiled
        return compiled


class PreparedByKeys:
    """One selection of rows by any number of keys, compiled for a few sizes.

    Where there are fewer keys, the last one stands in the places that are left.
    """

    def __init__(self, selection: Select[*tuple[Any, ...]], key: Column[Any]) -> None:
        self._statements = [
            (size, Prepared(selection.where(key.in_(_places(key, size))))) for size in _SIZES
        ]

    def run(self, connection: Connection, keys: Sequence[Any]) -> Iterator[Values]:
        """Yield the rows there are, in no order.

        Raises:
            StorageError: something stands in them that newsdesk did not write.
        """
        most = _SIZES[-1]
        for start in range(0, len(keys), most):
            some = keys[start : start + most]
            size, statement = next(one for one in self._statements if one[0] >= len(some))
            filled = (*some, *[some[-1]] * (size - len(some)))
            yield from statement.run(connection, dict(zip(_names(size), filled, strict=True)))


def _names(size: int) -> Iterable[str]:
    return (f"key_{number}" for number in range(size))


def _places(key: Column[Any], size: int) -> list[ColumnElement[Any]]:
    return [bindparam(name, type_=key.type) for name in _names(size)]


class _Compiled:
    """A statement in the words of one dialect."""

    def __init__(self, statement: _Statement, sets: list[str] | None, dialect: Dialect) -> None:
        compiled = statement.compile(dialect=dialect, column_keys=sets)
        names = compiled.positiontup or list(compiled.params)
        self.text = str(compiled)
        self._is_positional = compiled.positional
        self._own = {name: compiled.params[name] for name in names}  # "7" in "LIMIT 7"
        self._into = [(name, _into(compiled.binds[name].type, dialect)) for name in names]
        given = cast(Mapping[str, ColumnElement[Any]], statement.exported_columns)
        self._names = list(given.keys())
        readers = ((name, _out_of(column.type, dialect)) for name, column in given.items())
        self._out_of = [(name, convert) for name, convert in readers if convert is not None]
        self.has_rows = bool(self._names)

    def parameters(self, values: Values) -> Sequence[Any] | Values:
        given = self._own | values
        if self._is_positional:
            return [
                convert(given[name]) if convert else given[name] for name, convert in self._into
            ]
        return {
            name: convert(given[name]) if convert else given[name] for name, convert in self._into
        }

    def row(self, found: Sequence[Any]) -> Values:
        values = dict(zip(self._names, found, strict=True))
        for name, convert in self._out_of:
            values[name] = convert(values[name])
        return values


def _into(kind: TypeEngine[Any], dialect: Dialect) -> _Convert | None:
    return kind.dialect_impl(dialect).bind_processor(dialect)


def _out_of(kind: TypeEngine[Any], dialect: Dialect) -> _Convert | None:
    return kind.dialect_impl(dialect).result_processor(dialect, None)
