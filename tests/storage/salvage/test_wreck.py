"""Another database takes the place of a damaged one, which is kept."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from uuid6 import uuid7

from newsdesk.domain.backup import BackupReason
from newsdesk.domain.errors import StorageError, StorageProblem
from newsdesk.storage.backup import no_rest
from newsdesk.storage.backup_shelf import BackupShelf
from newsdesk.storage.lock import FolderLock
from newsdesk.storage.names import NAME
from newsdesk.storage.salvage.reassembly import Reassembly
from newsdesk.storage.salvage.wreck import Wreck
from tests.storage.conftest import Opener
from tests.storage.making import Clock, keep, plain_release


@pytest.fixture
def wreck(folder: Path, open_database: Opener, clock: Clock) -> Wreck:
    """A newsroom of three releases with a backup; where it stands there are zeros."""
    with open_database(folder) as database:
        for _ in range(3):
            keep(database, plain_release())
        database.back_up(BackupReason.ASKED)
    (folder / NAME).write_bytes(bytes(9000))
    reassembly = Reassembly(
        author="dana", device="desk-1", now=clock, new_id=uuid7, dateline_text=lambda _: ""
    )
    return Wreck(folder, BackupShelf(folder, "desk-1", clock), reassembly)


def backup_in(folder: Path) -> Path:
    (backup,) = (folder / "backups").glob("*.sqlite")
    return backup


def test_a_backup_takes_the_place_and_the_damaged_file_is_kept(
    wreck: Wreck, folder: Path, open_database: Opener
) -> None:
    with wreck.bench() as bench:
        wreck.take_backup(backup_in(folder), bench, no_rest)
        assert (folder / NAME).read_bytes() == bytes(9000)  # not before it is said so
        aside = wreck.put_in_place(bench, no_rest)
    assert aside.read_bytes() == bytes(9000)
    assert not bench.exists()
    with open_database(folder, writing=False).reading() as work:
        assert work.releases.count() == 3


def test_a_bench_that_is_left_without_more_leaves_nothing(wreck: Wreck, folder: Path) -> None:
    before = sorted(folder.iterdir())
    with wreck.bench() as bench:
        wreck.take_backup(backup_in(folder), bench, no_rest)
    assert [path for path in sorted(folder.iterdir()) if path.name != "newsdesk.lock"] == [
        path for path in before if path.name != "newsdesk.lock"
    ]
    assert (folder / NAME).read_bytes() == bytes(9000)


def test_a_backup_gives_the_salvage_its_schema(
    wreck: Wreck, folder: Path, open_database: Opener
) -> None:
    whole = backup_in(folder).read_bytes()
    (folder / NAME).write_bytes(bytes(4096) + whole[4096:])
    with wreck.bench() as bench:
        assert wreck.salvage(bench, no_rest).releases == 3
        wreck.put_in_place(bench, no_rest)
    with open_database(folder, writing=False).reading() as work:
        assert work.releases.count() == 3


def test_nobody_else_writes_meanwhile(wreck: Wreck, folder: Path) -> None:
    with wreck.bench(), pytest.raises(StorageError) as caught:
        FolderLock.take(folder)
    assert caught.value.problem is StorageProblem.LOCKED
    FolderLock.take(folder).release()


def test_what_is_all_zeros_cannot_even_be_looked_at(wreck: Wreck, folder: Path) -> None:
    assert not wreck.is_readable()
    (folder / NAME).write_bytes(backup_in(folder).read_bytes())
    assert wreck.is_readable()


def test_a_database_without_releases_cannot_be_looked_at(wreck: Wreck, folder: Path) -> None:
    (folder / NAME).unlink()
    with closing(sqlite3.connect(folder / NAME)) as driver:
        driver.execute("CREATE TABLE recipe (name)")
        driver.commit()
    assert not wreck.is_readable()
