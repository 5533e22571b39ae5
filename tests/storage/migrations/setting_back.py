"""Newsrooms as earlier newsdesks made them."""

import sqlite3
from contextlib import closing
from pathlib import Path

from newsdesk.storage import sqlite
from newsdesk.storage.migrate import migrate
from newsdesk.storage.names import NAME
from newsdesk.storage.schema import MIGRATIONS


def shortened(tmp_path: Path, schema: int) -> Path:
    """Return the migrations as they were when `schema` was the newest one."""
    folder = tmp_path / "migrations"
    (folder / "versions").mkdir(parents=True)
    for script in MIGRATIONS.glob("*.py"):
        (folder / script.name).write_bytes(script.read_bytes())
    for script in (MIGRATIONS / "versions").glob("[0-9]*.py"):
        if int(script.name[:4]) <= schema:
            (folder / "versions" / script.name).write_bytes(script.read_bytes())
    return folder


def set_back(newsroom: Path, tmp_path: Path, schema: int) -> None:
    """Make a closed newsroom one of an earlier schema, with what that has a place for."""
    now = newsroom / NAME
    now.rename(later := newsroom / "later")
    with closing(sqlite.create(now)) as driver:
        migrate(driver, shortened(tmp_path, schema))
        driver.execute("PRAGMA foreign_keys=OFF")
        driver.execute("ATTACH ? AS later", (str(later),))
        for table in _tables(driver):
            shared = ", ".join(_columns(driver, "main", table) & _columns(driver, "later", table))
            copied = f"SELECT {shared} FROM later.{table}"  # noqa: S608 - names of tables
            driver.execute(f"INSERT INTO main.{table} ({shared}) {copied}")
        driver.execute("DETACH later")
        sqlite.close_to_one_file(driver)
    later.unlink()


def _tables(driver: sqlite3.Connection) -> list[str]:
    rows = driver.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'")
    return [
        name
        for (name,) in rows.fetchall()
        if not sqlite.is_of_index(name) and not name.startswith(("sqlite_", "alembic_"))
    ]


def _columns(driver: sqlite3.Connection, schema: str, table: str) -> set[str]:
    return {row[1] for row in driver.execute(f"PRAGMA {schema}.table_info({table})")}
