"""A copy takes the place of the database, whatever happens on the way."""

import subprocess
import sys
from pathlib import Path

import pytest

from newsdesk.domain.backup import BackupReason
from newsdesk.domain.errors import StorageError, StorageProblem
from newsdesk.domain.query import ReleaseQuery
from newsdesk.storage import sqlite
from newsdesk.storage.database import Database
from newsdesk.storage.lock import FolderLock
from newsdesk.storage.names import NAME
from newsdesk.storage.restoring import finish, is_staged, set_aside_in, stage
from tests.storage.conftest import Opener, fill
from tests.storage.making import NOW, keep, plain_release


@pytest.fixture
def backup(database: Database) -> Path:
    """Of a newsroom with one release, in which there is another one since."""
    keep(database, plain_release(headline="In the backup"))
    path = database.back_up(BackupReason.ASKED)
    keep(database, plain_release(headline="Since then"))
    return path


def headlines(database: Database) -> set[str]:
    with database.reading() as work:
        return {one.headline for one in work.releases.summaries(ReleaseQuery())}


def opened_alone(path: Path, folder: Path, open_database: Opener) -> set[str]:
    """Return what is in a database that stands in nobody's place."""
    folder.mkdir()
    for ending in ("", *sqlite.ENDINGS):
        file = path.with_name(path.name + ending)
        if file.exists():
            (folder / (NAME + ending)).write_bytes(file.read_bytes())
    return headlines(open_database(folder))


def test_the_backup_is_there_at_the_next_open_and_what_was_there_stands_beside_it(
    database: Database, folder: Path, backup: Path, open_database: Opener, tmp_path: Path
) -> None:
    aside = stage(folder, backup, now=NOW)
    assert headlines(database) == {"In the backup", "Since then"}  # until it is opened again
    database.close()
    restored = open_database(folder)
    assert headlines(restored) == {"In the backup"}
    assert not is_staged(folder)
    assert aside == folder / "newsdesk-before-restore-20260302T093012Z.sqlite"
    assert set_aside_in(folder) == [aside]
    assert opened_alone(aside, tmp_path / "aside", open_database) == {"In the backup", "Since then"}
    keep(restored, plain_release(headline="Work goes on"))
    assert backup.exists()


def test_a_reader_finds_the_restored_one_too(
    database: Database, folder: Path, backup: Path, open_database: Opener
) -> None:
    stage(folder, backup, now=NOW)
    beside = open_database(folder, writing=False)
    assert headlines(beside) == {"In the backup", "Since then"}  # somebody still writes there
    beside.close()
    database.close()
    assert headlines(open_database(folder, writing=False)) == {"In the backup"}


def test_what_somebody_still_reads_is_set_aside_with_its_log(
    database: Database, folder: Path, backup: Path, open_database: Opener, tmp_path: Path
) -> None:
    reader = open_database(folder, writing=False)
    with reader.reading() as work:
        work.releases.count()
        database.close()  # it cannot come to rest
        stage(folder, backup, now=NOW)
        assert headlines(open_database(folder)) == {"In the backup"}
    (aside,) = set_aside_in(folder)
    everything = {"In the backup", "Since then"}
    assert opened_alone(aside, tmp_path / "aside", open_database) == everything


def test_a_damaged_backup_is_refused_and_nothing_changes(
    database: Database, folder: Path, backup: Path
) -> None:
    content = bytearray(backup.read_bytes())
    content[content.index(b"In the backup")] ^= 0x01
    backup.write_bytes(content)
    with pytest.raises(StorageError) as caught:
        stage(folder, backup, now=NOW)
    assert caught.value.problem is StorageProblem.CORRUPT
    assert not is_staged(folder)
    assert headlines(database) == {"In the backup", "Since then"}


@pytest.mark.parametrize("content", [b"", b"Dear reader, " * 100])
def test_what_is_no_newsroom_is_refused(database: Database, folder: Path, content: bytes) -> None:
    letter = folder / "letter.sqlite"
    letter.write_bytes(content)
    with pytest.raises(StorageError) as caught:
        stage(folder, letter, now=NOW)
    assert caught.value.problem is StorageProblem.NOT_A_DATABASE
    assert not is_staged(folder)


def test_the_last_of_two_decisions_holds(
    database: Database, folder: Path, backup: Path, open_database: Opener
) -> None:
    later = database.back_up(BackupReason.ASKED)
    stage(folder, later, now=NOW)
    stage(folder, backup, now=NOW)
    database.close()
    assert headlines(open_database(folder)) == {"In the backup"}
    assert len(set_aside_in(folder)) == 1


def test_there_is_nothing_to_finish_where_nothing_is_staged(folder: Path) -> None:
    before = sorted(folder.iterdir())
    finish(folder)
    finish(folder / "nowhere")
    assert sorted(folder.iterdir()) == before


# Broken off -----------------------------------------------------------------------------------

STAGING = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from newsdesk.storage.restoring import stage
count = 0
def rest():
    global count
    count += 1
    if count == int(sys.argv[3]):
        os.kill(os.getpid(), 9)
stage(Path(sys.argv[1]), Path(sys.argv[2]), now=datetime.now(UTC), rest=rest)
print("staged")
"""
FINISHING = """
import os, sys
from pathlib import Path
from newsdesk.storage.restoring import finish
count = 0
rename = Path.rename
def dying(self, target):
    global count
    count += 1
    if count == int(sys.argv[2]):
        os.kill(os.getpid(), 9)
    return rename(self, target)
Path.rename = dying
finish(Path(sys.argv[1]))
print("finished")
"""


def said_by(program: str, *words: object) -> str:
    command = [sys.executable, "-c", program, *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()


def test_a_kill_before_it_is_decided_changes_nothing(
    database: Database, folder: Path, backup: Path, open_database: Opener
) -> None:
    database.close()
    step = 0
    for step in range(1, 30):
        if said_by(STAGING, folder, backup, step) == "staged":
            break
        database = open_database(folder)
        assert headlines(database) == {"In the backup", "Since then"}
        database.close()
    assert step > 4
    assert headlines(open_database(folder)) == {"In the backup"}


@pytest.mark.parametrize("is_at_rest", [True, False])
def test_a_kill_after_it_is_decided_loses_neither_of_the_two(
    database: Database,
    folder: Path,
    backup: Path,
    open_database: Opener,
    tmp_path: Path,
    is_at_rest: bool,
) -> None:
    stage(folder, backup, now=NOW)
    if is_at_rest:
        database.close()
    else:  # as a crash leaves it: the log beside it
        database._driver.execute("PRAGMA wal_autocheckpoint=0")
        left = {path.name: path.read_bytes() for path in folder.glob(f"{NAME}*")}
        database.close()
        for name, content in left.items():
            (folder / name).write_bytes(content)
        assert sqlite.companions(folder / NAME)
    step = 0
    for step in range(1, 10):
        if said_by(FINISHING, folder, step) == "finished":
            break
        assert is_staged(folder)
    assert step >= 2
    assert headlines(open_database(folder)) == {"In the backup"}
    (aside,) = set_aside_in(folder)
    everything = {"In the backup", "Since then"}
    assert opened_alone(aside, tmp_path / "aside", open_database) == everything


def test_a_reader_who_comes_in_the_middle_of_it_waits_instead_of_finding_nothing(
    database: Database, folder: Path, backup: Path, open_database: Opener
) -> None:
    stage(folder, backup, now=NOW)
    database.close()
    (folder / NAME).rename(set_aside_name(folder))
    lock = FolderLock.take(folder)
    with pytest.raises(StorageError) as caught:
        open_database(folder, writing=False)
    assert caught.value.problem is StorageProblem.LOCKED
    lock.release()
    assert headlines(open_database(folder, writing=False)) == {"In the backup"}


def set_aside_name(folder: Path) -> Path:
    return folder / "newsdesk-before-restore-20260302T093012Z.sqlite"


def test_a_full_disk_restores_nothing_and_harms_nothing(
    small_disk: Path, open_database: Opener
) -> None:
    folder = small_disk / "newsroom"
    database = open_database(folder)
    keep(database, plain_release(headline="Kept"))
    backup = database.back_up(BackupReason.ASKED)
    with pytest.raises(OSError, match="No space"):
        fill(small_disk / "filler")
    with pytest.raises(StorageError) as caught:
        stage(folder, backup, now=NOW)
    assert caught.value.problem is StorageProblem.FULL
    assert not is_staged(folder)
    assert headlines(database) == {"Kept"}
