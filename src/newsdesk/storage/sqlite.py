"""Everything that only SQLite understands: the file, its pragmas, its locks, its search index.

The rest of the package speaks SQLAlchemy's portable language.
"""

import os
import re
import sqlite3
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import cast
from urllib.parse import quote

from sqlalchemy import Connection, Float, Select, column, func, select, table
from sqlalchemy.exc import DatabaseError

from newsdesk.domain.errors import StorageError, StorageProblem

APPLICATION_ID = 0x4E455753  # "NEWS"
_MAGIC = b"SQLite format 3\0"
_LOG, _UNDO = "-wal", "-journal"
ENDINGS = (_LOG, _UNDO, "-shm")  # of the files that may stand beside a database
_BUSY_TIMEOUT_MS = 5000
_PAGES = 1000  # copied in one step: some milliseconds
_STEPS = 10_000  # of SQLite's machine: a millisecond

# What each connection is set to, and must say when it is asked again.
_ALWAYS = {
    "busy_timeout": _BUSY_TIMEOUT_MS,
    "foreign_keys": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
}
_READING = {"query_only": 1, "wal_autocheckpoint": 0}  # checkpoints belong to the writer
_WRITING = {"synchronous": 2, "secure_delete": 1, "fullfsync": 1, "checkpoint_fullfsync": 1}

_PROBLEMS = {
    sqlite3.SQLITE_FULL: StorageProblem.FULL,
    sqlite3.SQLITE_READONLY: StorageProblem.READONLY,
    sqlite3.SQLITE_PERM: StorageProblem.READONLY,
    sqlite3.SQLITE_BUSY: StorageProblem.BUSY,
    sqlite3.SQLITE_LOCKED: StorageProblem.BUSY,
    sqlite3.SQLITE_CORRUPT: StorageProblem.CORRUPT,
    sqlite3.SQLITE_NOTADB: StorageProblem.NOT_A_DATABASE,
    sqlite3.SQLITE_CANTOPEN: StorageProblem.CANNOT_OPEN,
    sqlite3.SQLITE_IOERR: StorageProblem.IO,
}

# what each database of this schema has: where it has another name, a bit of it was turned
_IS_MISSING = re.compile(r"no such (column|table): |table \S+ has no column named ")


def problem_of(error: BaseException | None) -> StorageProblem | None:
    """Return what a driver's error means for the store; None if it is a bug of ours."""
    if not isinstance(error, sqlite3.Error):
        return None
    code: int | None = getattr(error, "sqlite_errorcode", None)
    if code == sqlite3.SQLITE_ERROR and _IS_MISSING.match(str(error)):
        return StorageProblem.CORRUPT
    if code is None:  # the driver's own: a text that is no UTF-8 any more
        return StorageProblem.CORRUPT if isinstance(error, sqlite3.OperationalError) else None
    return _PROBLEMS.get(code & 0xFF)


# The file -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What the first bytes of a database file say, read without opening it as one."""

    application_id: int
    schema: int
    is_wal: bool  # somebody has it open, or ended without closing it


def read_header(path: Path) -> Header | None:
    """Return the header of a database; None if the file is none."""
    with path.open("rb") as file:
        head = file.read(100)
    if len(head) < 100 or not head.startswith(_MAGIC):
        return None
    return Header(
        application_id=int.from_bytes(head[68:72], "big"),
        schema=int.from_bytes(head[60:64], "big"),
        is_wal=head[18:20] == b"\2\2",
    )


def is_at_rest(path: Path) -> bool:
    """Tell whether whoever wrote to a database closed it."""
    header = read_header(path)
    return header is not None and not header.is_wal and not companions(path)


def companions(path: Path) -> list[Path]:
    """Return the files that belong to a database that was not closed."""
    named = [path.with_name(path.name + ending) for ending in (_LOG, _UNDO)]
    return [file for file in named if file.exists()]


def is_half_changed(path: Path) -> bool:
    """Tell whether somebody who keeps no log, which is not us, was stopped while writing."""
    return path.with_name(path.name + _UNDO).exists()


def connect(path: Path, *, writing: bool) -> sqlite3.Connection:
    """Open an existing database file and set the connection up; transactions are begun by hand."""
    return _set_up(f"{_address(path)}?mode={'rw' if writing else 'ro'}", writing=writing)


def _address(path: Path) -> str:
    posix = path.absolute().as_posix()
    return "file://" + quote(os.fsencode(posix if posix.startswith("/") else f"/{posix}"))


def create(path: Path) -> sqlite3.Connection:
    """Make an empty database file and open it for writing."""
    path.touch(mode=0o600, exist_ok=False)  # it holds what is under embargo
    return connect(path, writing=True)


def in_memory() -> sqlite3.Connection:
    """Open an empty database that is gone when it is closed."""
    return _set_up("file::memory:", writing=True)


def _set_up(address: str, *, writing: bool) -> sqlite3.Connection:
    driver = sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False)
    try:
        _set(driver, _ALWAYS | (_WRITING if writing else _READING))
        driver.execute("SELECT count(*) FROM sqlite_master").fetchone()  # the header is not all
    except BaseException:
        driver.close()
        raise
    return driver


def _set(driver: sqlite3.Connection, pragmas: Mapping[str, int]) -> None:
    for name, value in pragmas.items():
        driver.execute(f"PRAGMA {name}={value}")
        if ask(driver, name) != value:
            raise StorageError(StorageProblem.CANNOT_OPEN, detail=f"PRAGMA {name}={value}")


def ask(driver: sqlite3.Connection, pragma: str) -> int | str | None:
    """Return what a pragma says."""
    row = driver.execute(f"PRAGMA {pragma}").fetchone()
    return row[0] if row else None


def freeze(driver: sqlite3.Connection) -> None:
    """Let a connection that was opened for writing read only."""
    _set(driver, _READING)


def keep_log(driver: sqlite3.Connection) -> None:
    """Go over to a write-ahead log, so that readers and the writer do not wait for each other."""
    if driver.execute("PRAGMA journal_mode=WAL").fetchone()[0] != "wal":
        raise StorageError(StorageProblem.CANNOT_OPEN, detail="no write-ahead log here")


def keep_alone(driver: sqlite3.Connection) -> None:
    """Let nobody else read or write, for a folder whose locks and maps are not to be trusted.

    Each save is undone from a file beside the database if it is broken off.
    """
    driver.execute("PRAGMA locking_mode=EXCLUSIVE").fetchone()
    if driver.execute("PRAGMA journal_mode=TRUNCATE").fetchone()[0] != "truncate":
        raise StorageError(StorageProblem.CANNOT_OPEN, detail="nobody can be kept out here")
    driver.execute("BEGIN EXCLUSIVE")  # now, not with the first save
    driver.execute("COMMIT")


def checkpoint(driver: sqlite3.Connection) -> None:
    """Bring the log into the file, as far as readers let it; none of them is waited for."""
    driver.execute("PRAGMA busy_timeout=0")
    driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    driver.execute(f"PRAGMA busy_timeout={_BUSY_TIMEOUT_MS}")


def close_to_one_file(driver: sqlite3.Connection) -> None:
    """Close the writing connection and leave one file, which also says that the end was clean.

    While somebody still reads, SQLite refuses that; the log then stays and the next open takes it
    in, after a check.
    """
    with suppress(sqlite3.OperationalError):
        checkpoint(driver)
        driver.execute("PRAGMA busy_timeout=0")
        driver.execute("PRAGMA journal_mode=DELETE")
    driver.close()


def no_step() -> None:
    """Go on at once."""


def damage(driver: sqlite3.Connection, step: Callable[[], None]) -> list[str]:
    """Read the whole file; return what is wrong with it, in SQLite's words.

    Args:
        step: called every now and then; what it raises ends the reading.
    """
    with _stepping(driver, step):
        try:
            rows = driver.execute("PRAGMA integrity_check")
            return [str(said) for (said,) in rows if said != "ok"]
        except sqlite3.DatabaseError as error:
            return [_damage_in(error)]


def first_damage(driver: sqlite3.Connection, step: Callable[[], None] = no_step) -> str | None:
    """Do the same, but return the first thing that is wrong, None if it is sound.

    Rows that have lost what they belong to are looked for too; the search index, which can be made
    again, is not damage.
    """
    with _stepping(driver, step):
        try:
            for (said,) in driver.execute("PRAGMA integrity_check"):
                if said != "ok" and not is_of_index_alone(said):
                    return str(said)
            orphan = driver.execute("PRAGMA foreign_key_check").fetchone()
        except sqlite3.DatabaseError as error:
            return _damage_in(error)  # too damaged to be looked at
    return f"{orphan[0]} row {orphan[1]} without its {orphan[2]}" if orphan else None


def is_of_index_alone(said: str) -> bool:
    """Tell whether damage, in SQLite's words, is of the search index, which can be made again."""
    return _INDEX in said


def _damage_in(error: sqlite3.DatabaseError) -> str:
    if problem_of(error) is not StorageProblem.CORRUPT:
        raise error
    return str(error)


@contextmanager
def _stepping(driver: sqlite3.Connection, step: Callable[[], None]) -> Generator[None]:
    """Have `step` called every now and then; raise what it raised once SQLite has stopped."""
    stopped: list[BaseException] = []

    def go_on() -> int:
        try:
            step()
        except BaseException as error:  # noqa: BLE001 - raised again below
            stopped.append(error)
        return len(stopped)

    driver.set_progress_handler(go_on, _STEPS)
    try:
        yield
    except sqlite3.DatabaseError:
        if stopped:
            raise stopped[0] from None
        raise
    finally:
        driver.set_progress_handler(None, 0)


def copy(driver: sqlite3.Connection, path: Path, rest: Callable[[], None]) -> None:
    """Copy a whole database, log and all, as it is now, into a new file, and check the copy.

    It is at rest then: whoever opens it needs nothing beside it and writes nothing.

    Args:
        rest: called between steps; what it raises ends the copying.
    """

    def stepped(_status: int, _rest: int, _total: int) -> None:
        rest()

    with closing(create(path)) as target:
        with _one_state(driver):
            driver.backup(target, pages=_PAGES, progress=stepped)
        target.execute("PRAGMA journal_mode=DELETE")
        damage = first_damage(target)
    if damage:
        raise StorageError(StorageProblem.CORRUPT, str(path), damage)


@contextmanager
def _one_state(driver: sqlite3.Connection) -> Generator[None]:
    """Read one state throughout: otherwise every save would make a copy begin anew."""
    if driver.in_transaction:
        yield
        return
    driver.execute("BEGIN")
    try:
        driver.execute("SELECT count(*) FROM sqlite_master").fetchone()
        yield
    finally:
        driver.execute("ROLLBACK")


def connect_to_copy(path: Path) -> sqlite3.Connection:
    """Open a file that nobody writes to, wherever it lies, and leave nothing beside it."""
    if companions(path):  # a database that was copied by hand, with its log
        return connect(path, writing=False)
    return _set_up(f"{_address(path)}?mode=ro&immutable=1", writing=False)


def change_mark(driver: sqlite3.Connection) -> tuple[int, int]:
    """Return what is something else once anybody has changed the database."""
    by_others = int(ask(driver, "data_version") or 0)
    return by_others, driver.total_changes


def remove(path: Path) -> None:
    """Delete a database that nobody needs, and what belongs to it."""
    for file in (path, *companions(path)):
        file.unlink(missing_ok=True)


# The schema -----------------------------------------------------------------------------------


def schema_number(driver: sqlite3.Connection) -> int:
    return int(ask(driver, "user_version") or 0)


def mark(connection: Connection, schema: int) -> None:
    """Say whose file this is and which schema it has, in the transaction that made it so."""
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version={schema}")


@contextmanager
def unlinked(driver: sqlite3.Connection) -> Generator[None]:
    """Switch foreign keys off around a migration: a rebuilt table would take its children along.

    Inside a transaction the switch is silently ignored, hence outside, and read back.
    """
    _set(driver, {"foreign_keys": 0})
    try:
        yield
    finally:
        _set(driver, {"foreign_keys": 1})


def orphans(connection: Connection) -> list[str]:
    """Return the rows whose foreign keys lead nowhere."""
    rows = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    return [f"{row[0]} row {row[1]} without its {row[2]}" for row in rows]


def begin(connection: Connection, *, writing: bool) -> None:
    """Begin a transaction; one that writes takes its lock now, not half-way through."""
    _driver(connection).execute("BEGIN IMMEDIATE" if writing else "BEGIN")


def damage_of(connection: Connection, step: Callable[[], None]) -> list[str]:
    """Do as `damage`, within a transaction."""
    return damage(_driver(connection), step)


@contextmanager
def step(connection: Connection) -> Generator[None]:
    """Take back what the block did if it raises, and nothing of the transaction before it."""
    driver = _driver(connection)
    driver.execute("SAVEPOINT step")
    try:
        yield
    except BaseException:
        if driver.in_transaction:  # on a full disk SQLite may have taken all of it back
            driver.execute("ROLLBACK TO step")
            driver.execute("RELEASE step")
        raise
    driver.execute("RELEASE step")


def _driver(connection: Connection) -> sqlite3.Connection:
    """Return what SQLAlchemy speaks through: its own ways cost more than these short sentences."""
    return cast(sqlite3.Connection, connection.connection.driver_connection)


# The search index -----------------------------------------------------------------------------

_INDEX = "release_search"
_WEIGHTS = {"headline": 8.0, "abstract": 3.0, "body": 1.0} | dict.fromkeys(
    ("names", "contacts", "countries", "tags", "themes", "terms"), 3.0
)
INDEX_COLUMNS = tuple(_WEIGHTS)

# Its texts come folded and in words already: no tokenizer of SQLite's is asked what a letter is.
_MAKE_INDEX = f"CREATE VIRTUAL TABLE {_INDEX} USING fts5({', '.join(_WEIGHTS)}, tokenize='ascii')"
_marks = ", ".join("?" * len(_WEIGHTS))
_WRITE = f"REPLACE INTO {_INDEX} (rowid, {', '.join(_WEIGHTS)}) VALUES (?, {_marks})"  # noqa: S608
_CHECK_INDEX = f"INSERT INTO {_INDEX} ({_INDEX}) VALUES ('integrity-check')"  # noqa: S608
_SETTLE_INDEX = f"INSERT INTO {_INDEX} ({_INDEX}, rank) VALUES ('merge', ?)"  # noqa: S608
_PAGES_SETTLED = 200  # of the index, at once: some ten milliseconds
_found = table(_INDEX, column("rowid"), column(_INDEX))


def is_of_index(name: str) -> bool:
    """Tell whether a table is the search index or one that SQLite keeps for it."""
    return name == _INDEX or name.startswith(f"{_INDEX}_")


def make_index(connection: Connection) -> None:
    """Make an empty index in the place of the present one."""
    connection.exec_driver_sql(f"DROP TABLE IF EXISTS {_INDEX}")
    connection.exec_driver_sql(_MAKE_INDEX)


def is_index_sound(connection: Connection) -> bool:
    """Tell whether the index says what its own copy of the texts says."""
    try:
        with connection.begin_nested():
            connection.exec_driver_sql(_CHECK_INDEX)
    except DatabaseError:
        return False
    return True


def write_index(connection: Connection, rowid: int, texts: Sequence[str]) -> None:
    """Put or replace one entry; `texts` in the order of `INDEX_COLUMNS`."""
    _driver(connection).execute(_WRITE, (rowid, *texts))


def erase_from_index(connection: Connection, rowid: int) -> None:
    """Take one entry out; its words stay in old pages of the index until it is settled."""
    _driver(connection).execute(f"DELETE FROM {_INDEX} WHERE rowid = ?", (rowid,))  # noqa: S608


def settle_index(connection: Connection, *, is_first: bool) -> bool:
    """Rewrite some pages of the index without what was taken out; tell whether more is left.

    Args:
        is_first: begin anew, over all of it.
    """
    driver = _driver(connection)
    before = driver.total_changes
    pages = -_PAGES_SETTLED if is_first else _PAGES_SETTLED
    driver.execute(_SETTLE_INDEX, (pages,))
    return driver.total_changes - before >= 2  # as SQLite's own words on "merge" say


def index_entries(connection: Connection, rowids: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """Return what the index holds under these numbers, a few dozen, by number.

    It is read off the table that FTS5 documents as its own copy of the texts: through FTS5 itself
    it takes a third longer.
    """
    columns = ", ".join(f"c{number}" for number in range(len(INDEX_COLUMNS)))
    marks = ", ".join("?" * len(rowids))
    sentence = f"SELECT id, {columns} FROM {_INDEX}_content WHERE id IN ({marks})"  # noqa: S608
    return {row[0]: row[1:] for row in _driver(connection).execute(sentence, rowids)}


def index_rowids(connection: Connection) -> set[int]:
    """Return every number that the index has an entry under."""
    rows = _driver(connection).execute(f"SELECT rowid FROM {_INDEX}")  # noqa: S608
    return {row[0] for row in rows}


def matching(expression: str) -> Select[int]:
    """Select the `rowid`s that match an FTS5 expression."""
    return select(_found.c.rowid).where(_found.c[_INDEX].op("MATCH")(expression))


def ranking(expression: str) -> Select[int, float]:
    """Select them with their `rank`: the lower, the better."""
    rank = func.bm25(_found.c[_INDEX], *_WEIGHTS.values(), type_=Float)
    return matching(expression).add_columns(rank.label("rank"))
