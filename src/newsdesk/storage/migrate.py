"""Bringing a database to the schema of this newsdesk: all of it, or nothing.

Importing this loads Alembic, so it is imported when there is something to do.
"""

import sqlite3
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, func, inspect, select, table

from newsdesk.domain.errors import StorageError, StorageProblem
from newsdesk.storage import fingerprints, search, sqlite
from newsdesk.storage.engine import engine_on
from newsdesk.storage.schema import MIGRATIONS, newest


def migrate(driver: sqlite3.Connection, migrations: Path = MIGRATIONS) -> None:
    """Run what is pending, make again what is derived, and say which schema it is now.

    Args:
        driver: in no transaction, and the only one that writes.
        migrations: the folder with `env.py` and `versions/`.

    Raises:
        StorageError: a migration lost rows, or left some without what they belong to.
    """
    with sqlite.unlinked(driver), engine_on(driver).connect() as connection, connection.begin():
        sqlite.begin(connection, writing=True)
        before = _row_counts(connection)
        upgrade(connection, newest(migrations), migrations)
        search.rebuild(connection)
        fingerprints.rebuild(connection)
        _check(connection, before)
        sqlite.mark(connection, newest(migrations))


def upgrade(connection: Connection, schema: int, migrations: Path = MIGRATIONS) -> None:
    """Give a database the tables of a schema, within a transaction; what is derived is not made."""
    command.upgrade(alembic_config(connection, migrations), f"{schema:04}" if schema else "base")


def alembic_config(connection: Connection, migrations: Path = MIGRATIONS) -> Config:
    """Return Alembic's settings. There is no alembic.ini: it would mute the program's loggers."""
    config = Config()
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    config.attributes["connection"] = connection
    return config


def _row_counts(connection: Connection) -> dict[str, int]:
    names = [n for n in inspect(connection).get_table_names() if not sqlite.is_of_index(n)]
    counts = {name: select(func.count()).select_from(table(name)) for name in names}
    return {name: connection.scalar(count) or 0 for name, count in counts.items()}


def _check(connection: Connection, before: dict[str, int]) -> None:
    if orphans := sqlite.orphans(connection):
        raise StorageError(StorageProblem.CORRUPT, detail=orphans[0])
    after = _row_counts(connection)
    for name in before.keys() & after.keys():
        if after[name] < before[name]:
            detail = f"migrating left {after[name]} of {before[name]} rows of {name}"
            raise StorageError(StorageProblem.CORRUPT, detail=detail)
