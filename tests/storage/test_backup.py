"""Copies that count only once they are checked."""

import sqlite3
from contextlib import closing
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from newsdesk.domain.errors import StorageError, StorageProblem
from newsdesk.storage import sqlite
from newsdesk.storage.backup import back_up
from newsdesk.storage.database import Database
from tests.storage.making import NOW, keep, plain_release


def test_a_backup_holds_everything_under_a_name_that_says_when_and_why(
    database: Database, folder: Path
) -> None:
    release = keep(database, plain_release())
    at = NOW.astimezone(timezone(timedelta(hours=5)))
    path = back_up(database._driver, folder, now=at, why="schema0001")
    assert path == folder / "backups" / "newsdesk-20260302T093012Z-schema0001.sqlite"
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    with closing(sqlite3.connect(path)) as copy:
        assert copy.execute("SELECT headline FROM release").fetchall() == [(release.headline,)]


def test_a_damaged_copy_is_no_backup(database: Database, folder: Path) -> None:
    with sqlite.unlinked(database._driver):
        database._driver.execute("INSERT INTO release_media VALUES ('a', 0, 'b', 'body')")
    with pytest.raises(StorageError) as caught:
        back_up(database._driver, folder, now=NOW, why="damaged")
    assert caught.value.problem is StorageProblem.CORRUPT
    assert list((folder / "backups").iterdir()) == []


def test_what_a_broken_backup_left_is_no_hindrance(database: Database, folder: Path) -> None:
    (folder / "backups").mkdir()
    (folder / "backups" / "newsdesk-20260302T093012Z-x.sqlite.part").write_bytes(b"x")
    path = back_up(database._driver, folder, now=datetime.fromisoformat(NOW.isoformat()), why="x")
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_folder_where_a_file_stands_is_said_in_words(database: Database, folder: Path) -> None:
    (folder / "backups").write_text("Dear reader")
    with pytest.raises(StorageError) as caught:
        back_up(database._driver, folder, now=NOW, why="x")
    assert caught.value.problem is StorageProblem.CANNOT_OPEN
