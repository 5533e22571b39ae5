"""Everything that comes before the first transaction."""

import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import datetime
from functools import partial
from pathlib import Path

from newsdesk.domain.backup import BackupReason
from newsdesk.domain.errors import StorageError, StorageProblem
from newsdesk.storage import search, sqlite
from newsdesk.storage.backup import FOLDER, back_up, backups_in, sync, sync_with_names
from newsdesk.storage.engine import engine_on
from newsdesk.storage.errors import files_in_words, in_words
from newsdesk.storage.lock import FolderLock
from newsdesk.storage.names import NAME
from newsdesk.storage.restoring import finish, is_staged
from newsdesk.storage.schema import MIGRATIONS, newest

__all__ = ["NAME", "close", "no_progress", "open_for_reading", "open_for_writing", "seal"]

_PIECE = 4 << 20  # bytes read at once


def no_progress(_done: int, _total: int) -> None:
    """Tell nobody."""


def open_for_writing(
    folder: Path,
    *,
    now: Callable[[], datetime],
    migrations: Path = MIGRATIONS,
    is_alone: bool = False,
    progress: Callable[[int, int], None] = no_progress,
) -> tuple[sqlite3.Connection, FolderLock]:
    """Open the database of a folder, made or migrated if need be.

    A file that is refused is left as it is, to the byte.

    Args:
        is_alone: nobody else may read while it is open: the folder is no place for a log.
        progress: told of the check of a database that was not closed, in bytes read and bytes in
            all; once they are equal, what was read is compared. What it raises ends the opening.

    Raises:
        StorageError: another newsdesk writes here; the file is damaged, newer, or another
            program's; the folder or the file cannot be written.
    """
    path = folder / NAME
    with files_in_words(folder):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    lock = FolderLock.take(folder)
    try:
        with files_in_words(path), in_words(path):
            finish(folder)
            is_new = not path.exists()
            if is_new:
                _create(path, migrations)
            schema = _schema_of(path, migrations)
            was_closed = is_new or (sqlite.is_at_rest(path) and lock.noted() == seal(path))
            lock.note("")
            if not was_closed:
                _check(path, progress)
            driver = sqlite.connect(path, writing=True)
            try:
                (sqlite.keep_alone if is_alone else sqlite.keep_log)(driver)
                if not was_closed:
                    _mend_index(driver)
                if schema < newest(migrations):
                    back_up(driver, folder / FOLDER, now=now(), reason=BackupReason.SCHEMA)
                    _migrate(driver, migrations)
            except BaseException:
                driver.close()
                raise
    except BaseException:
        lock.release()
        raise
    return driver, lock


def close(
    driver: sqlite3.Connection, path: Path, lock: FolderLock, *, is_sound: bool = True
) -> None:
    """Leave one file and a note by which a change from outside is known; give the lock back.

    Without the note, as where it is not sound, all of it is checked before it is opened again.
    """
    sqlite.close_to_one_file(driver)
    with suppress(OSError):
        if is_sound and sqlite.is_at_rest(path):
            lock.note(seal(path))
    lock.release()


def seal(path: Path) -> str:
    """Return what is another one once anybody has written to a database that is at rest."""
    found = path.stat()
    with path.open("rb") as file:
        changes = file.read(28)[24:].hex()  # counted by whatever writes through SQLite
    return f"{found.st_size} {found.st_mtime_ns} {changes}"


def open_for_reading(
    folder: Path, *, now: Callable[[], datetime], migrations: Path = MIGRATIONS
) -> sqlite3.Connection:
    """Open the database of a folder beside whoever writes in it.

    Where there is none, an empty one is read, and nothing is made. One of an older schema is
    migrated first, as if it were opened for writing.

    Raises:
        StorageError: as above.
    """
    path = folder / NAME
    with files_in_words(path, denied=StorageProblem.CANNOT_OPEN), in_words(path):
        if is_staged(folder):
            _finish_if_free(folder)
        if not path.exists():
            _check_missing(path)
            return _nothing(migrations)
        if _schema_of(path, migrations) < newest(migrations):
            driver, lock = open_for_writing(folder, now=now, migrations=migrations)
            close(driver, path, lock)
        return sqlite.connect(path, writing=False)


def _finish_if_free(folder: Path) -> None:
    """Put a restored database in its place, unless somebody works with the one before it."""
    try:
        lock = FolderLock.take(folder)
    except StorageError as error:
        if error.problem is not StorageProblem.LOCKED or not (folder / NAME).exists():
            raise
        return
    try:
        finish(folder)
    finally:
        lock.release()


def _create(path: Path, migrations: Path) -> None:
    """Make the database beside its place, whole and on the disk, before it takes that place."""
    _check_missing(path)
    part = path.with_name(f"{path.name}.part")
    for left_over in (part, *sqlite.companions(part)):
        left_over.unlink(missing_ok=True)
    with closing(sqlite.create(part)) as driver:
        _migrate(driver, migrations)
    sync(part)
    part.replace(path)
    sync_with_names(path.parent)


def _check_missing(path: Path) -> None:
    """Refuse to start empty where a log or backups are left: there was a newsroom."""
    if left := sqlite.companions(path):
        raise StorageError(StorageProblem.CORRUPT, str(path), f"only {left[0].name} is left")
    if backups_in(path.parent / FOLDER):
        raise StorageError(StorageProblem.CORRUPT, str(path), f"{path.name} is gone")


def _nothing(migrations: Path) -> sqlite3.Connection:
    driver = sqlite.in_memory()
    _migrate(driver, migrations)
    sqlite.freeze(driver)
    return driver


def _schema_of(path: Path, migrations: Path) -> int:
    """Return the schema of a file that is ours to open; refuse any other."""
    header = sqlite.read_header(path)
    if header is None:
        raise StorageError(StorageProblem.NOT_A_DATABASE, str(path))
    if header.application_id != sqlite.APPLICATION_ID:
        raise StorageError(StorageProblem.FOREIGN, str(path))
    schema = header.schema
    if not sqlite.is_at_rest(path):  # the log knows better
        with _looking_at(path) as driver:
            schema = sqlite.schema_number(driver)
    if schema > newest(migrations):
        raise StorageError(StorageProblem.NEWER, str(path))
    return schema


def _looking_at(path: Path) -> closing[sqlite3.Connection]:
    """Open a database that was not closed so that closing it again does not take its log in.

    Only where it was left half-way through a change must that be undone before anybody can read.
    """
    return closing(sqlite.connect(path, writing=sqlite.is_half_changed(path)))


def _check(path: Path, progress: Callable[[int, int], None]) -> None:
    """Read all of a database that was not closed, before the first write to it."""
    size = path.stat().st_size
    with path.open("rb", buffering=0) as file:  # from end to end: SQLite then finds it in memory
        done = 0
        while piece := file.read(_PIECE):
            done = min(done + len(piece), size)
            progress(done, size)
    with _looking_at(path) as driver:
        damage = sqlite.first_damage(driver, partial(progress, size, size))
    if damage:
        raise StorageError(StorageProblem.CORRUPT, detail=damage)


def _mend_index(driver: sqlite3.Connection) -> None:
    with engine_on(driver).connect() as connection, connection.begin():
        sqlite.begin(connection, writing=True)
        if not sqlite.is_index_sound(connection):
            search.rebuild(connection)


def _migrate(driver: sqlite3.Connection, migrations: Path) -> None:
    from newsdesk.storage.migrate import migrate  # noqa: PLC0415 - Alembic is rarely needed

    migrate(driver, migrations)
