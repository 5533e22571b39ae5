"""Backups beside the newsroom and in a second place."""

import os
import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from uuid6 import uuid7

from newsdesk.domain.backup import BackupReason
from newsdesk.domain.errors import StorageError, StorageProblem
from newsdesk.domain.ids import MediaId
from newsdesk.domain.media import MediaAsset
from newsdesk.domain.query import ReleaseQuery
from newsdesk.storage.backup import check
from newsdesk.storage.backup_shelf import BackupShelf
from newsdesk.storage.database import Database
from tests.storage.conftest import Opener
from tests.storage.making import NOW, Clock, contact, keep, plain_release


@pytest.fixture
def shelf(folder: Path, clock: Clock) -> BackupShelf:
    return BackupShelf(folder, "Anna's desk", clock)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    stick = tmp_path / "stick"
    stick.mkdir()
    return stick


def with_picture(database: Database) -> str:
    sha256, path = database.media_store.add(b"a picture", ".png")
    picture = MediaAsset(id=MediaId(uuid7()), sha256=sha256, path=path, mime="image/png")
    with database.transaction() as work:
        work.media.save(picture)
    return path


def test_the_contents_tell_states_apart(database: Database, shelf: BackupShelf) -> None:
    for number in range(7):
        updated = NOW + timedelta(minutes=number)
        keep(database, plain_release(headline=f"Number {number}", versioncreated=updated))
    trashed = keep(database, plain_release(headline="Away"))
    with database.transaction() as work:
        work.releases.trash(trashed.id, at=NOW, by="dana")
        work.contacts.save(contact())
    with_picture(database)
    contents = shelf.contents(database.back_up(BackupReason.ASKED), most=2)
    assert (contents.releases, contents.trashed) == (7, 1)
    assert (contents.contacts, contents.pictures) == (1, 1)
    assert [one.headline for one in contents.newest] == ["Number 6", "Number 5"]
    assert contents.newest[0].updated == NOW + timedelta(minutes=6)


@pytest.mark.parametrize("content", [b"", b"Dear reader, " * 100, b"SQLite format 3\0" * 10])
def test_what_is_no_backup_has_no_contents(
    shelf: BackupShelf, tmp_path: Path, content: bytes
) -> None:
    letter = tmp_path / "letter.sqlite"
    letter.write_bytes(content)
    with pytest.raises(StorageError) as caught:
        shelf.contents(letter)
    assert caught.value.problem is StorageProblem.NOT_A_DATABASE


def test_a_backup_goes_to_a_second_place_with_the_pictures_that_are_not_there(
    database: Database, shelf: BackupShelf, stick: Path
) -> None:
    path = with_picture(database)
    backup = database.back_up(BackupReason.ASKED)
    copy = shelf.copy_to(stick, backup)
    assert copy.read_bytes() == backup.read_bytes()
    check(copy)
    picture = copy.parent / "media" / path
    assert picture.read_bytes() == b"a picture"
    before = picture.stat().st_mtime_ns
    shelf.copy_to(stick, database.back_up(BackupReason.CHANGE))
    assert picture.stat().st_mtime_ns == before
    assert len(shelf.all(stick)) == 2  # each is told of once
    assert all(Path(one.path).parent == shelf.folder for one in shelf.all(stick))


def test_two_newsrooms_may_share_a_second_place(
    shelf: BackupShelf, tmp_path: Path, clock: Clock, stick: Path
) -> None:
    others = [
        BackupShelf(tmp_path / "another", "Anna's desk", clock),
        BackupShelf(tmp_path / "newsroom", "Noor's desk", clock),
        BackupShelf(tmp_path / "newsroom", "وحدة", clock),
    ]
    folders = {one.folder_in(stick) for one in (shelf, *others)}
    assert len(folders) == 4
    assert all(folder.name.isascii() for folder in folders)


def test_a_second_place_that_is_away_is_said(
    database: Database, shelf: BackupShelf, tmp_path: Path
) -> None:
    backup = database.back_up(BackupReason.ASKED)
    with pytest.raises(StorageError) as caught:
        shelf.copy_to(tmp_path / "away", backup)
    assert caught.value.problem is StorageProblem.CANNOT_OPEN
    assert caught.value.path == str(tmp_path / "away")
    assert not (tmp_path / "away").exists()
    assert [one.path for one in shelf.all(tmp_path / "away")] == [str(backup)]


def test_a_full_second_place_keeps_no_half(
    database: Database, shelf: BackupShelf, small_disk: Path
) -> None:
    keep(database, plain_release(body_md=os.urandom(3_000_000).hex()))
    backup = database.back_up(BackupReason.ASKED)
    with pytest.raises(StorageError) as caught:
        shelf.copy_to(small_disk, backup)
    assert caught.value.problem is StorageProblem.FULL
    assert list(shelf.folder_in(small_disk).iterdir()) == []
    check(backup)


def test_thinning_takes_what_may_go_and_old_halves(
    database: Database, shelf: BackupShelf, clock: Clock, stick: Path
) -> None:
    made: list[Path] = []
    for _ in range(12):
        made.append(database.back_up(BackupReason.CHANGE))
        shelf.copy_to(stick, made[-1])
        clock.advance(minutes=30)
    (shelf.folder / "notes.txt").write_text("mine")
    old = shelf.folder / f"{made[0].name}.part-9"
    old.write_bytes(b"ha")
    os.utime(old, (0, 0))
    young = shelf.folder / f"{made[1].name}.part-9"
    young.write_bytes(b"ha")
    os.utime(young, (clock().timestamp(),) * 2)
    gone = [Path(one.path) for one in shelf.thin()]
    assert sorted(gone) == made[:4]
    assert {path.name for path in shelf.folder.iterdir()} == {
        *(path.name for path in made[4:]),
        "notes.txt",
        young.name,
    }
    assert len(shelf.all(stick)) == 12
    shelf.thin(stick)
    assert len(shelf.all(stick)) == 8


def test_pictures_of_backups_and_of_what_was_set_aside_are_still_named(
    database: Database, shelf: BackupShelf, folder: Path
) -> None:
    path = with_picture(database)
    database.back_up(BackupReason.ASKED)
    assert shelf.pictures_elsewhere() == {path}
    (aside,) = shelf.folder.iterdir()
    aside.rename(folder / "newsdesk-before-restore-20260302T093012Z.sqlite")
    assert shelf.pictures_elsewhere() == {path}


def test_a_backup_from_another_machine_brings_its_pictures(
    database: Database, shelf: BackupShelf, stick: Path, tmp_path: Path, open_database: Opener
) -> None:
    path = with_picture(database)
    keep(database, plain_release(headline="From afar"))
    copy = shelf.copy_to(stick, database.back_up(BackupReason.ASKED))
    there = tmp_path / "another machine"
    elsewhere = BackupShelf(there, "Noor's desk", Clock())
    elsewhere.restore_unopened(copy)
    restored = open_database(there)
    with restored.reading() as work:
        assert [one.headline for one in work.releases.summaries(ReleaseQuery())] == ["From afar"]
    assert restored.media_store.read(path) == b"a picture"


def test_a_newsroom_that_cannot_be_opened_is_restored_and_its_remains_stay(
    database: Database, shelf: BackupShelf, folder: Path, open_database: Opener
) -> None:
    keep(database, plain_release(headline="Kept"))
    backup = database.back_up(BackupReason.ASKED)
    database.close()
    zeros = bytes((folder / "newsdesk.sqlite").stat().st_size)
    (folder / "newsdesk.sqlite").write_bytes(zeros)
    aside = shelf.restore_unopened(backup)
    assert aside.read_bytes() == zeros
    with open_database(folder).reading() as work:
        assert work.releases.count() == 1


def test_nothing_is_restored_under_somebody_who_has_the_newsroom_open(
    database: Database, shelf: BackupShelf, folder: Path
) -> None:
    backup = database.back_up(BackupReason.ASKED)
    before = sorted(folder.iterdir())
    with pytest.raises(StorageError) as caught:
        shelf.restore_unopened(backup)
    assert caught.value.problem is StorageProblem.LOCKED
    assert sorted(folder.iterdir()) == before


def test_a_copy_made_by_hand_of_a_newsroom_in_use_is_taken_with_its_log(
    database: Database, shelf: BackupShelf, folder: Path, tmp_path: Path, open_database: Opener
) -> None:
    keep(database, plain_release(headline="Only in the log"))
    by_hand = tmp_path / "by hand"
    by_hand.mkdir()
    for name in ("newsdesk.sqlite", "newsdesk.sqlite-wal"):
        shutil.copy(folder / name, by_hand)
    shelf.stage(by_hand / "newsdesk.sqlite")
    database.close()
    with open_database(folder).reading() as work:
        assert work.releases.count() == 1
