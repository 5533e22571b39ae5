"""Copies of the whole database, checked before they count as copies."""

import os
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from newsdesk.storage import sqlite
from newsdesk.storage.errors import files_in_words, in_words

_FOLDER = "backups"


def back_up(driver: sqlite3.Connection, folder: Path, *, now: datetime, why: str) -> Path:
    """Copy a database into `backups` of its folder, check the copy, and return where it is.

    Raises:
        StorageError: it could not be made, or the copy is damaged; nothing is left of it then.
    """
    backups = folder / _FOLDER
    whole = backups / f"newsdesk-{now.astimezone(UTC):%Y%m%dT%H%M%SZ}-{why}.sqlite"
    part = whole.with_name(whole.name + ".part")
    with files_in_words(backups):
        backups.mkdir(exist_ok=True)
        part.unlink(missing_ok=True)
        try:
            with in_words(part):
                sqlite.copy(driver, part)
            sync(part)
            part.replace(whole)
        finally:
            part.unlink(missing_ok=True)
        sync(backups)
    return whole


def sync(path: Path) -> None:
    """Wait until a file, or the names in a folder, are on the disk."""
    if os.name == "nt" and path.is_dir():
        return  # Windows has no such thing for folders
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
