"""Rows whose foreign keys lead nowhere, in a database that was put together again."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class _Orphan:
    """A row of `table` whose foreign key number `key` leads nowhere."""

    table: str
    rowid: int | None
    key: int


def drop_orphans(connection: Connection, kept: Collection[str] = ()) -> None:
    """Let go of what is gone: a key that may be empty becomes so, else the row goes too.

    That may leave others without what they belong to, so it is done until there are none.

    Args:
        kept: tables whose orphans stay.
    """
    while orphans := [one for one in _orphans(connection) if one.table not in kept]:
        for orphan in orphans:
            _release(connection, orphan)


def _orphans(connection: Connection) -> list[_Orphan]:
    rows = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    return [_Orphan(row[0], row[1], row[3]) for row in rows]


def _release(connection: Connection, orphan: _Orphan) -> None:
    run, name = connection.exec_driver_sql, orphan.table  # a name of the schema's own
    keys = run(f"PRAGMA foreign_key_list({name})").all()
    columns = {row[3] for row in keys if row[0] == orphan.key}
    needed = {row[1] for row in run(f"PRAGMA table_info({name})") if row[3] or row[5]}
    if orphan.rowid is None:  # a table without numbers holds nothing but what is derived
        run(f"DELETE FROM {name}")  # noqa: S608
    elif needed & columns:
        run(f"DELETE FROM {name} WHERE rowid = ?", (orphan.rowid,))  # noqa: S608
    else:
        emptied = ", ".join(f"{column} = NULL" for column in sorted(columns))
        run(f"UPDATE {name} SET {emptied} WHERE rowid = ?", (orphan.rowid,))  # noqa: S608
