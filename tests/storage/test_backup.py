"""Copies that count only once they are checked."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import timedelta, timezone
from pathlib import Path
from threading import Thread

import pytest

from newsdesk.domain.backup import BackupReason
from newsdesk.domain.errors import Cancelled, StorageError, StorageProblem
from newsdesk.domain.query import ReleaseQuery
from newsdesk.storage import sqlite
from newsdesk.storage.backup import back_up, backups_in, check
from newsdesk.storage.database import Database
from newsdesk.storage.schema import newest
from tests.storage.conftest import Opener, fill
from tests.storage.making import NOW, Clock, keep, plain_release


@pytest.fixture
def backups(folder: Path) -> Path:
    return folder / "backups"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def headlines(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as copy:
        return [row[0] for row in copy.execute("SELECT headline FROM release ORDER BY headline")]


def test_a_backup_holds_everything_under_a_name_that_says_when_and_why(
    database: Database, backups: Path
) -> None:
    release = keep(database, plain_release())
    at = NOW.astimezone(timezone(timedelta(hours=5)))
    path = back_up(database._driver, backups, now=at, reason=BackupReason.IMPORT)
    assert path == backups / "newsdesk-20260302T093012Z-import.sqlite"
    assert names(backups) == [path.name]
    assert headlines(path) == [release.headline]
    (described,) = backups_in(backups)
    assert described.path == str(path)
    assert described.made == NOW.replace(microsecond=0)
    assert described.reason is BackupReason.IMPORT
    assert described.size == path.stat().st_size
    assert described.is_verified


def test_one_before_a_migration_says_from_which_schema(database: Database, backups: Path) -> None:
    path = back_up(database._driver, backups, now=NOW, reason=BackupReason.SCHEMA)
    assert path.name == f"newsdesk-20260302T093012Z-schema{newest():04}.sqlite"
    assert [one.reason for one in backups_in(backups)] == [BackupReason.SCHEMA]


def test_a_backup_is_at_rest_and_reading_it_leaves_nothing_beside_it(
    database: Database, backups: Path
) -> None:
    keep(database, plain_release())
    path = database.back_up(BackupReason.ASKED)
    before = path.read_bytes()
    assert sqlite.is_at_rest(path)
    check(path)
    assert names(backups) == [path.name]
    assert path.read_bytes() == before


def test_two_of_one_second_do_not_replace_each_other(database: Database, backups: Path) -> None:
    first = database.back_up(BackupReason.ASKED)
    keep(database, plain_release(headline="Later"))
    second = database.back_up(BackupReason.ASKED)
    assert first != second
    assert (headlines(first), headlines(second)) == ([], ["Later"])
    assert [one.path for one in backups_in(backups)] == [str(second), str(first)]


@pytest.mark.parametrize(
    ("first", "second"),
    [(BackupReason.ASKED, BackupReason.RESTORE), (BackupReason.RESTORE, BackupReason.ASKED)],
)
def test_of_two_of_one_second_the_later_comes_first_whatever_they_are_for(
    database: Database, backups: Path, first: BackupReason, second: BackupReason
) -> None:
    for reason in (first, second):
        database.back_up(reason)
    assert [one.reason for one in backups_in(backups)] == [second, first]


def test_saving_goes_on_while_a_reader_copies_one_moment(
    database: Database, folder: Path, open_database: Opener
) -> None:
    keep(database, plain_release(headline="Before"))
    reader = open_database(folder, writing=False)
    saved: list[str] = []

    def save() -> None:
        if not saved:  # between two steps of the copying
            other = Thread(target=lambda: keep(database, plain_release(headline="Meanwhile")))
            other.start()
            other.join()
            saved.append("Meanwhile")

    path = reader.back_up(BackupReason.CHANGE, rest=save)
    assert saved
    assert headlines(path) == ["Before"]
    with database.reading() as work:
        assert work.releases.count() == 2


def test_a_copy_with_damage_in_its_structure_is_no_backup(
    database: Database, backups: Path
) -> None:
    keep(database, plain_release())
    good = database.back_up(BackupReason.ASKED)
    with sqlite.unlinked(database._driver):
        database._driver.execute("DELETE FROM release")
    with pytest.raises(StorageError) as caught:
        database.back_up(BackupReason.CHANGE)
    assert caught.value.problem is StorageProblem.CORRUPT
    assert names(backups) == [good.name]


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE release SET body_md = replace(body_md, '12', '17')",
        "UPDATE revision SET snapshot = x'00'",
        "UPDATE revision SET sha256 = replace(sha256, 'a', 'b')",
    ],
)
def test_a_text_that_is_not_what_was_recorded_is_told_and_never_taken_for_sound(
    database: Database, backups: Path, damage: str
) -> None:
    release = keep(database, plain_release(body_md="There were 12 people on board, all safe."))
    good = database.back_up(BackupReason.ASKED)
    database._driver.execute(damage)
    with pytest.raises(StorageError) as caught:
        database.back_up(BackupReason.CHANGE)
    assert caught.value.problem is StorageProblem.CORRUPT
    assert str(release.id) in caught.value.detail
    sound = [one.path for one in backups_in(backups) if one.is_verified]
    assert sound == [str(good)]
    check(good)
    (damaged,) = [one.path for one in backups_in(backups) if not one.is_verified]
    with pytest.raises(StorageError):
        check(Path(damaged))


def test_one_bit_in_the_text_of_a_backup_is_found(database: Database) -> None:
    keep(database, plain_release(body_md="The lighthouse keeper counted 12 boats. " * 40))
    path = database.back_up(BackupReason.ASKED)
    content = bytearray(path.read_bytes())
    content[content.index(b"keeper counted 12 boats. The")] ^= 0x04  # not in the folded index
    path.write_bytes(content)
    with pytest.raises(StorageError) as caught:
        check(path)
    assert caught.value.problem is StorageProblem.CORRUPT


def test_a_copy_that_is_stopped_leaves_nothing(database: Database, backups: Path) -> None:
    def stop() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        database.back_up(BackupReason.ASKED, rest=stop)
    assert names(backups) == []
    with database.transaction():
        pass  # nothing is left open


def test_a_folder_where_a_file_stands_is_said_in_words(database: Database, backups: Path) -> None:
    backups.write_text("Dear reader")
    with pytest.raises(StorageError) as caught:
        database.back_up(BackupReason.ASKED)
    assert caught.value.problem is StorageProblem.CANNOT_OPEN
    assert caught.value.path == str(backups)


def test_halves_and_files_of_others_are_no_backups(database: Database, backups: Path) -> None:
    database.back_up(BackupReason.ASKED)
    for name in (
        "newsdesk-20260302T093012Z-open.sqlite.part-12",
        "newsdesk-20260302T093012Z-holiday.sqlite",
        "newsdesk.sqlite",
        "notes.txt",
    ):
        (backups / name).write_bytes(b"x")
    assert [one.reason for one in backups_in(backups)] == [BackupReason.ASKED]


KILLED = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4
from newsdesk.domain.backup import BackupReason
from newsdesk.storage.database import Database
count = 0
def rest():
    global count
    count += 1
    if count == int(sys.argv[2]):
        os.kill(os.getpid(), 9)
database = Database.open(
    Path(sys.argv[1]), writing=True, now=lambda: datetime.now(UTC), new_id=uuid4
)
database.back_up(BackupReason.CHANGE, rest=rest)
print("made")
"""


def test_a_kill_in_the_middle_leaves_a_good_newsroom_and_no_half_that_counts(
    database: Database, folder: Path, backups: Path, open_database: Opener
) -> None:
    release = keep(database, plain_release(body_md="Words. " * 20_000))
    good = database.back_up(BackupReason.ASKED)
    database.close()
    said = ""
    for step in range(1, 20):
        command = [sys.executable, "-c", KILLED, str(folder), str(step)]
        said = subprocess.run(command, capture_output=True, text=True, check=False).stdout
        if said:
            break  # it had no more steps than these
        assert [one.path for one in backups_in(backups)] == [str(good)]
        check(good)
    assert step > 2
    assert said == "made\n"
    again = open_database(folder)
    with again.reading() as work:
        assert work.releases.get(release.id, verified=True).body_md == release.body_md
    again.back_up(BackupReason.OPEN)
    assert len(backups_in(backups)) == 3


def test_two_processes_that_back_up_at_once_both_end_with_a_sound_one(
    database: Database, folder: Path, backups: Path
) -> None:
    keep(database, plain_release(body_md="Words. " * 50_000))
    program = KILLED.replace("writing=True", "writing=False").replace("== int", "== -int")
    command = [sys.executable, "-c", program, str(folder), "1"]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(2)]
    assert [process.communicate()[0].strip() for process in running] == [b"made"] * 2
    found = backups_in(backups)
    assert found
    for one in found:
        check(Path(one.path))
    assert len(names(backups)) == len(found)


def test_a_full_disk_leaves_no_half_of_a_backup_and_the_good_ones(
    small_disk: Path, clock: Clock, open_database: Opener
) -> None:
    database = open_database(small_disk / "newsroom")
    keep(database, plain_release(headline="Kept"))
    good = database.back_up(BackupReason.ASKED)
    filler = small_disk / "filler"
    with pytest.raises(OSError, match="No space"):
        fill(filler)
    with pytest.raises(StorageError) as caught:
        database.back_up(BackupReason.CHANGE)
    assert caught.value.problem is StorageProblem.FULL
    assert names(good.parent) == [good.name]
    check(good)
    filler.unlink()
    database.back_up(BackupReason.CHANGE)
    with database.reading() as work:
        assert len(work.releases.summaries(ReleaseQuery())) == 1
