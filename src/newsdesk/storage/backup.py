"""Copies of the whole database, checked before they count as copies."""

import os
import re
import sqlite3
from collections.abc import Callable, Generator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection

from newsdesk.domain.backup import Backup, BackupReason
from newsdesk.domain.errors import StorageError, StorageProblem
from newsdesk.storage import hashes, sqlite
from newsdesk.storage.engine import engine_on
from newsdesk.storage.errors import files_in_words, in_words
from newsdesk.storage.schema import newest

FOLDER = "backups"  # in the newsroom's
_UNVERIFIED = ".damaged"
_NAME = re.compile(
    r"newsdesk-(?P<made>\d{8}T\d{6}Z)-(?P<reason>[a-z]+)\d*(?:-(?P<number>\d+))?(?P<state>\.damaged)?\.sqlite"
)


def no_rest() -> None:
    """Go on at once."""


def back_up(
    driver: sqlite3.Connection,
    backups: Path,
    *,
    now: datetime,
    reason: BackupReason,
    rest: Callable[[], None] = no_rest,
) -> Path:
    """Copy a database into a folder of backups, check the copy, and return where it is.

    The copy is of one moment, whoever writes meanwhile, and nobody waits for it.

    Args:
        driver: any connection to the database; in the thread of the caller.
        rest: called between steps of some milliseconds; what it raises ends it all.

    Raises:
        StorageError: it could not be made, and nothing is left of it; or a text in it is not what
            was recorded of it: the copy is kept then, because there may be no better one of the
            other texts, but under a name that says so.
    """
    stem = f"newsdesk-{now.astimezone(UTC):%Y%m%dT%H%M%SZ}-{reason}"
    if reason is BackupReason.SCHEMA:
        stem += f"{sqlite.schema_number(driver):04}"
    with files_in_words(backups):
        backups.mkdir(parents=True, exist_ok=True, mode=0o700)  # they hold what is under embargo
        whole = _free(backups, stem)
        part = whole.with_name(f"{whole.name}.part-{os.getpid()}")
        sqlite.remove(part)
        try:
            with in_words(part):
                sqlite.copy(driver, part, rest)
            altered = first_altered(part, rest)
            sync(part)
            if altered:
                whole = whole.with_suffix(f"{_UNVERIFIED}.sqlite")
            part.replace(whole)
        finally:
            sqlite.remove(part)
        sync_with_names(backups)
    if altered:
        raise StorageError(StorageProblem.CORRUPT, detail=altered)
    return whole


def check(path: Path, rest: Callable[[], None] = no_rest) -> None:
    """Read all of a copy; raise `StorageError` if anything in it is damaged."""
    with files_in_words(path, denied=StorageProblem.CANNOT_OPEN), in_words(path):
        header = sqlite.read_header(path)
        if header is None:
            raise StorageError(StorageProblem.NOT_A_DATABASE, str(path))
        if header.application_id != sqlite.APPLICATION_ID:
            raise StorageError(StorageProblem.FOREIGN, str(path))
        if header.schema > newest():
            raise StorageError(StorageProblem.NEWER, str(path))
        with closing(sqlite.connect_to_copy(path)) as driver:
            damage = sqlite.first_damage(driver)
        if damage := damage or first_altered(path, rest):
            raise StorageError(StorageProblem.CORRUPT, str(path), damage)


def first_altered(path: Path, rest: Callable[[], None]) -> str | None:
    """Return which text in a copy is not what was recorded of it; None if all are."""
    with reading_copy(path) as connection:
        altered = hashes.first_altered_revision(connection, rest)
        header = sqlite.read_header(path)
        if altered is None and header is not None and header.schema == newest():
            altered = hashes.first_altered_release(connection, rest)
    return altered


@contextmanager
def reading_copy(path: Path) -> Generator[Connection]:
    """Look into a copy and leave nothing beside it; raise `StorageError` if it cannot be read."""
    with in_words(path), closing(sqlite.connect_to_copy(path)) as driver:
        engine = engine_on(driver)
        with engine.connect() as connection:
            yield connection
        engine.dispose()


def backups_in(folder: Path) -> list[Backup]:
    """Return the copies in a folder, the last one first; halves of one count for nothing.

    Raises:
        StorageError: the folder cannot be read.
    """
    with files_in_words(folder, denied=StorageProblem.CANNOT_OPEN):
        if not folder.is_dir():
            return []
        found = [one for path in folder.iterdir() if (one := _described(path))]
    return sorted(found, key=order, reverse=True)


def order(backup: Backup) -> tuple[datetime, int]:
    """Return by what backups are ordered: those of one second by their numbers."""
    named = _NAME.fullmatch(Path(backup.path).name)
    return backup.made, int(named["number"] or 1) if named else 1


def _described(path: Path) -> Backup | None:
    named = _NAME.fullmatch(path.name)
    if named is None or named["reason"] not in list(BackupReason):
        return None
    return Backup(
        path=str(path),
        made=datetime.strptime(named["made"], "%Y%m%dT%H%M%S%z"),
        reason=BackupReason(named["reason"]),
        size=path.stat().st_size,
        is_verified=named["state"] is None,
    )


def _free(backups: Path, stem: str) -> Path:
    """Return a path that nothing stands at: no copy is ever written over another one.

    Those of one second are numbered through, whatever they were made for, so that the last one
    stays the last.
    """
    second = stem[: stem.rindex("-")]
    numbers = [
        int(named["number"] or 1)
        for path in backups.glob(f"{second}-*")
        if (named := _NAME.fullmatch(path.name))
    ]
    number = max(numbers, default=0) + 1
    return backups / (f"{stem}.sqlite" if number == 1 else f"{stem}-{number}.sqlite")


def sync(path: Path) -> None:
    """Wait until a file, or the names in a folder, are on the disk."""
    if os.name == "nt" and path.is_dir():
        return  # Windows has no such thing for folders
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_with_names(folder: Path) -> None:
    """Wait until the names in a folder are on the disk, its own too, and those of all above it.

    What is kept in a folder that was made just now would be lost with it.
    """
    sync(folder)
    for above in folder.parents:
        with suppress(OSError):  # not everyone may look in there
            sync(above)
