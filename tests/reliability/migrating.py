"""Killing newsdesk while it backs an older newsroom up and migrates it."""

import random
import shutil
import sqlite3
import tempfile
import time
from contextlib import closing
from pathlib import Path

from newsdesk.storage import sqlite
from newsdesk.storage.opening import NAME, open_for_writing
from newsdesk.storage.schema import MIGRATIONS, newest
from tests.reliability.damage import Damaged
from tests.reliability.kills import file_damage
from tests.reliability.ledger import SOUND, Ledger
from tests.reliability.outcome import Outcome
from tests.reliability.programs import WRITER, Program, dump, started, writing
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
    """Open copies of an older newsroom and kill newsdesk on the way, until one is open."""
    ledger = Ledger(dict(older.rows))
    takes_s = _time(older)
    outcome = Outcome()
    for number in range(kills):
        chance = random.Random(f"{seed}/{number}")  # noqa: S311 - the same again
        folder = older.folder.with_name(f"{older.folder.name}-{seed}-{number}")
        shutil.copytree(older.folder, folder)
        with started(_opening(folder)) as program:
            _begins(folder, program)
            time.sleep(chance.uniform(0, takes_s))  # the moment itself
            program.kill()
            was_open = list(program.rest())[:1] == ["READY"]
        outcome.notes.append("open already" if was_open else "on the way")
        wrong = _wrong_backups(folder, ledger)
        wrong += [*ledger.wrong_in(dump(folder)), *file_damage(folder / NAME)]
        outcome.done += 1
        outcome.wrong += [f"seed {seed}, kill {number + 1}: {what}" for what in wrong]
        if not wrong:
            shutil.rmtree(folder)
    return outcome


def _opening(folder: Path) -> list[str]:
    return writing(WRITER, folder, 0, "ada", saves=0)


def _begins(folder: Path, program: Program) -> None:
    """Wait until newsdesk has begun to write into an older newsroom."""
    while not (folder / f"{NAME}-wal").exists() and program.is_running():
        time.sleep(0.001)


def _time(older: Damaged) -> float:
    """Return how many seconds it takes from the first write until the newsroom is open."""
    folder = older.folder.with_name(f"{older.folder.name}-timed")
    shutil.copytree(older.folder, folder)
    with started(_opening(folder)) as program:
        _begins(folder, program)
        begun = time.monotonic()
        program.line()
        taken = time.monotonic() - begun
        for _ in program.rest():
            pass
    shutil.rmtree(folder)
    return taken


def _wrong_backups(folder: Path, ledger: Ledger) -> list[str]:
    """Say what is wrong with what stands there as a backup."""
    wrong: list[str] = []
    for backup in sorted((folder / "backups").glob("*.sqlite")):
        with tempfile.TemporaryDirectory() as name, closing(sqlite3.connect(backup)) as driver:
            place = Path(name) / "newsroom"
            shutil.copytree(folder, place, ignore=shutil.ignore_patterns(f"{NAME}*", "backups"))
            with closing(sqlite3.connect(place / NAME)) as target:
                driver.backup(target)
            found = dump(place)
        if found.verdict != SOUND or dict(found.rows) != ledger.acknowledged:
            wrong.append(f"{backup.name}: {found.verdict} {ledger.wrong_in(found)}")
    return wrong
