"""Killing newsdesk while it backs an older newsroom up and migrates it."""

import shutil
import sqlite3
import tempfile
from functools import partial
from pathlib import Path

from newsdesk.storage import sqlite
from newsdesk.storage.names import NAME
from newsdesk.storage.opening import open_for_writing
from newsdesk.storage.schema import MIGRATIONS, newest
from tests.reliability.damage import Damaged
from tests.reliability.halfway import Work, kill_within
from tests.reliability.outcome import Outcome
from tests.reliability.programs import NEWSROOM
from tests.storage.making import Clock


def make_older(folder: Path) -> None:
    """Put what is in a newsroom into one of the schema before the newest."""
    present = folder.with_name(f"{folder.name}-present")
    folder.rename(present)
    shutil.copytree(present, folder, ignore=shutil.ignore_patterns(f"{NAME}*"))
    with tempfile.TemporaryDirectory() as name:
        earlier = Path(shutil.copytree(MIGRATIONS, Path(name) / "migrations"))
        for script in (earlier / "versions").glob(f"{newest():04}_*.py"):
            script.unlink()
        driver, lock = open_for_writing(folder, now=Clock(), migrations=earlier)
    driver.execute("PRAGMA foreign_keys=0")
    driver.execute("ATTACH ? AS present", (str(present / NAME),))
    driver.execute("BEGIN IMMEDIATE")
    for table in _tables(driver, "main"):
        columns = sorted(_columns(driver, "main", table) & _columns(driver, "present", table))
        names = ", ".join(f'"{column}"' for column in columns)
        driver.execute(
            f"INSERT INTO main.{table} ({names}) SELECT {names} FROM present.{table}"  # noqa: S608
        )
    driver.execute("COMMIT")
    driver.execute("DETACH present")
    sqlite.close_to_one_file(driver)
    lock.release()


def _tables(driver: sqlite3.Connection, schema: str) -> list[str]:
    made = driver.execute(f"SELECT name FROM {schema}.sqlite_master WHERE type = 'table'")  # noqa: S608
    return [name for (name,) in made if not sqlite.is_of_index(name) and name != "alembic_version"]


def _columns(driver: sqlite3.Connection, schema: str, table: str) -> set[str]:
    return {column[1] for column in driver.execute(f"PRAGMA {schema}.table_info({table})")}


def kill_migrations(older: Damaged, kills: int, seed: int) -> Outcome:
    """Open copies of an older newsroom, and kill newsdesk before they are open."""
    work = Work(partial(NEWSROOM.writing, seed=0, name="ada", saves=0), _has_begun, "READY")
    return kill_within(work, older.folder, [older.rows], kills, seed)


def _has_begun(folder: Path, _said: str | None) -> bool:
    """Tell whether anything was written into an older newsroom."""
    return (folder / f"{NAME}-wal").exists()
