"""A newsroom in another folder: whole there, and untouched where it was."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from newsdesk.domain.backup import BackupReason
from newsdesk.domain.errors import Cancelled, StorageError, StorageProblem
from newsdesk.domain.query import ReleaseQuery
from newsdesk.storage import moving, sqlite
from newsdesk.storage.lock import FolderLock
from newsdesk.storage.moving import is_free, move
from newsdesk.storage.names import MEDIA, NAME
from tests.storage.conftest import Opener
from tests.storage.making import keep, plain_release

_OF_THE_LOCK = {"newsdesk.lock"}
PICTURE = Path(MEDIA, "ab", "abcd.png")


def quiet(_done: int, _total: int) -> None:
    pass


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in files
        if path.name not in _OF_THE_LOCK and not path.name.endswith("-shm")
    }


@pytest.fixture
def newsroom(folder: Path, open_database: Opener) -> Path:
    """One with a release, a backup, a picture, a dictionary and a database that was set aside."""
    with open_database(folder) as database:
        keep(database, plain_release(headline="Ferry runs again"))
        database.back_up(BackupReason.ASKED)
    for name, content in (
        (PICTURE, b"a picture"),
        (Path("dictionaries", "rm.dic"), b"words"),
        (Path("newsdesk-before-restore-20260301T080000Z.sqlite"), b"set aside"),
        (Path("notes of somebody.txt"), b"not ours"),
        (Path("backups", "half.sqlite.part-77"), b"half"),
    ):
        (folder / name).parent.mkdir(exist_ok=True, parents=True)
        (folder / name).write_bytes(content)
    return folder


def headlines(folder: Path, open_database: Opener) -> set[str]:
    with open_database(folder) as database, database.reading() as work:
        return {one.headline for one in work.releases.summaries(ReleaseQuery())}


def test_all_that_belongs_to_it_comes_along_and_the_old_folder_is_as_it_was(
    newsroom: Path, tmp_path: Path, open_database: Opener
) -> None:
    before = contents(newsroom)
    target = tmp_path / "here" / "newsdesk"
    said: list[tuple[int, int]] = []
    move(newsroom, target, lambda done, total: said.append((done, total)))
    assert contents(newsroom) == before
    brought = contents(target)
    not_ours = {"notes of somebody.txt", str(Path("backups", "half.sqlite.part-77"))}
    assert brought.keys() == before.keys() - not_ours
    assert all(brought[name] == before[name] for name in brought if name != NAME)
    assert headlines(target, open_database) == {"Ferry runs again"}
    assert said == sorted(said)
    assert said[-1][0] == said[-1][1] > 0


def test_what_is_only_in_the_log_comes_along_and_stays_in_the_log_there(
    folder: Path, tmp_path: Path, open_database: Opener
) -> None:
    database = open_database(folder)
    keep(database, plain_release(headline="Only in the log"))
    crashed = tmp_path / "crashed"
    shutil.copytree(folder, crashed, ignore=shutil.ignore_patterns("*.lock", "*-shm"))
    before = contents(crashed)
    assert f"{NAME}-wal" in before
    move(crashed, tmp_path / "target", quiet)
    assert contents(crashed) == before
    assert headlines(tmp_path / "target", open_database) == {"Only in the log"}


def test_a_folder_without_a_newsroom_is_left_for_an_empty_one(tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    move(tmp_path / "source", tmp_path / "target", quiet)
    assert contents(tmp_path / "target") == {}


def test_a_damaged_newsroom_is_not_moved(newsroom: Path, tmp_path: Path) -> None:
    with (
        closing(sqlite.connect(newsroom / NAME, writing=True)) as driver,
        sqlite.unlinked(driver),
    ):
        driver.execute("INSERT INTO release_media VALUES ('a', 0, 'b', 'body', NULL, NULL)")
    before = contents(newsroom)
    with pytest.raises(StorageError) as refused:
        move(newsroom, tmp_path / "target", quiet)
    assert refused.value.problem is StorageProblem.CORRUPT
    assert contents(newsroom) == before
    assert NAME not in contents(tmp_path / "target")


def test_a_text_that_is_not_what_was_recorded_is_not_moved(newsroom: Path, tmp_path: Path) -> None:
    with closing(sqlite.connect(newsroom / NAME, writing=True)) as driver:
        driver.execute("UPDATE release SET headline = 'Altered'")
    with pytest.raises(StorageError) as refused:
        move(newsroom, tmp_path / "target", quiet)
    assert refused.value.problem is StorageProblem.CORRUPT
    assert NAME not in contents(tmp_path / "target")


def test_a_newsroom_that_somebody_works_in_is_not_moved(newsroom: Path, tmp_path: Path) -> None:
    lock = FolderLock.take(newsroom)
    with pytest.raises(StorageError) as refused:
        move(newsroom, tmp_path / "target", quiet)
    lock.release()
    assert refused.value.problem is StorageProblem.LOCKED


def test_a_change_on_the_way_is_noticed(
    newsroom: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def copy_and_change(source: Path, target: Path, rest: object) -> None:
        shutil.copy(source, target)
        if source.name == NAME:  # the other program brings in what was done elsewhere
            source.write_bytes(source.read_bytes() + bytes(4096))

    monkeypatch.setattr(moving, "copy_file", copy_and_change)
    with pytest.raises(StorageError) as refused:
        move(newsroom, tmp_path / "target", quiet)
    assert refused.value.problem is StorageProblem.BUSY
    assert NAME not in contents(tmp_path / "target")


@pytest.mark.parametrize("steps", range(1, 12, 2))
def test_a_move_that_is_broken_off_leaves_no_newsroom_and_is_begun_again(
    newsroom: Path, tmp_path: Path, open_database: Opener, steps: int
) -> None:
    before, target = contents(newsroom), tmp_path / "target"
    left = [steps]

    def stop(done: int, total: int) -> None:
        left[0] -= 1
        if not left[0]:
            raise Cancelled

    with pytest.raises(Cancelled):
        move(newsroom, target, stop)
    assert contents(newsroom) == before
    assert not (target / NAME).exists()
    assert is_free(target, newsroom)
    move(newsroom, target, quiet)
    assert headlines(target, open_database) == {"Ferry runs again"}


def test_no_newsroom_is_moved_over_another_one(
    newsroom: Path, tmp_path: Path, open_database: Opener
) -> None:
    other = tmp_path / "other"
    with open_database(other) as database:
        keep(database, plain_release(headline="Of another office"))
    before = contents(other)
    assert not is_free(other, newsroom)
    with pytest.raises(StorageError):
        move(newsroom, other, quiet)
    assert contents(other) == before


def test_the_backups_of_a_newsroom_that_is_gone_are_not_mixed_with_others(
    newsroom: Path, tmp_path: Path, open_database: Opener
) -> None:
    other = tmp_path / "other"
    with open_database(other) as database:
        database.back_up(BackupReason.OPEN)
    (other / NAME).unlink()
    assert not is_free(other, newsroom)
