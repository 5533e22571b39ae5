"""What may be opened, what is refused, and that a refused file is not touched."""

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from newsdesk.domain.backup import BackupReason
from newsdesk.domain.errors import Cancelled, StorageError, StorageProblem
from newsdesk.domain.query import ReleaseQuery
from newsdesk.storage import sqlite
from newsdesk.storage.opening import NAME, close, open_for_reading, open_for_writing
from newsdesk.storage.schema import newest
from tests.storage.conftest import Opener
from tests.storage.making import Clock, keep, plain_release

_NOT_OURS = {".lock", ".sqlite-shm"}


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file but those that hold nothing, and that Windows lets nobody read."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.name: path.read_bytes() for path in files if path.suffix not in _NOT_OURS}


def copied(folder: Path, name: str) -> Path:
    """Copy a folder in use, as it would lie on the disk after a crash."""
    ignored = shutil.ignore_patterns(*(f"*{ending}" for ending in _NOT_OURS))
    return Path(shutil.copytree(folder, folder.with_name(name), ignore=ignored))


def refusal(folder: Path, *, writing: bool) -> StorageError:
    opened = open_for_writing if writing else open_for_reading
    with pytest.raises(StorageError) as caught:
        opened(folder, now=Clock())
    return caught.value


# Making ---------------------------------------------------------------------------------------


def test_a_new_newsroom_is_made_where_there_is_none(tmp_path: Path, open_database: Opener) -> None:
    folder = tmp_path / "of" / "an" / "office"
    database = open_database(folder)
    assert sqlite.schema_number(database._driver) == newest()
    assert sqlite.ask(database._driver, "application_id") == sqlite.APPLICATION_ID
    database.close()
    assert list(contents(folder)) == [NAME]


def test_a_making_that_was_broken_off_is_begun_anew(tmp_path: Path, open_database: Opener) -> None:
    (tmp_path / f"{NAME}.part").write_bytes(b"SQLite format 3\0 and no more")
    (tmp_path / f"{NAME}.part-journal").write_bytes(b"x")
    open_database(tmp_path).close()
    assert list(contents(tmp_path)) == [NAME]


def test_a_reader_of_an_empty_folder_finds_nothing_and_makes_nothing(
    tmp_path: Path, open_database: Opener
) -> None:
    database = open_database(tmp_path / "newsroom", writing=False)
    with database.reading() as work:
        assert work.releases.summaries(ReleaseQuery()) == []
        assert work.newsroom.get().version == 0
    with pytest.raises(StorageError) as caught, database.transaction():
        pass
    assert caught.value.problem is StorageProblem.READONLY
    assert not (tmp_path / "newsroom").exists()


def test_opening_what_needs_no_migration_does_without_alembic(folder: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from uuid import uuid4; from datetime import *;"
        "from newsdesk.storage.database import Database;"
        "o = dict(now=lambda: datetime.now(UTC), new_id=uuid4);"
        "[Database.open(Path(sys.argv[1]), writing=w, **o).close() for w in (True, False)];"
        "print('alembic' in sys.modules)"
    )
    command = [sys.executable, "-c", program, str(folder)]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"


# Refusing -------------------------------------------------------------------------------------


def of_another_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as driver:
        driver.execute("CREATE TABLE recipe (name TEXT)")
        driver.execute("PRAGMA application_id=77")


def of_a_later_newsdesk(path: Path) -> None:
    with closing(sqlite3.connect(path)) as driver:
        driver.execute(f"PRAGMA application_id={sqlite.APPLICATION_ID}")
        driver.execute(f"PRAGMA user_version={newest() + 1}")


def of_ours_with_nothing_but_its_header_left(path: Path) -> None:
    driver, lock = open_for_writing(path.parent, now=Clock())
    sqlite.close_to_one_file(driver)
    lock.release()
    whole = path.read_bytes()
    path.write_bytes(whole[:100] + bytes(len(whole) - 100))


@pytest.mark.parametrize("writing", [True, False])
@pytest.mark.parametrize(
    ("make", "problem"),
    [
        (of_another_program, StorageProblem.FOREIGN),
        (of_a_later_newsdesk, StorageProblem.NEWER),
        (of_ours_with_nothing_but_its_header_left, StorageProblem.CORRUPT),
        (lambda path: path.write_bytes(b""), StorageProblem.NOT_A_DATABASE),
        (lambda path: path.write_bytes(b"Dear reader, " * 500), StorageProblem.NOT_A_DATABASE),
        (lambda path: path.write_bytes(b"SQLite format 3\0"), StorageProblem.NOT_A_DATABASE),
        (lambda path: path.mkdir(), StorageProblem.CANNOT_OPEN),
        (lambda path: path.with_name(f"{NAME}-wal").write_bytes(b"x"), StorageProblem.CORRUPT),
    ],
    ids=[
        "foreign",
        "newer",
        "only a header",
        "zero bytes",
        "a letter",
        "cut off",
        "a folder",
        "log alone",
    ],
)
def test_what_is_no_newsroom_of_ours_is_refused_and_left_alone(
    tmp_path: Path, make: Callable[[Path], object], problem: StorageProblem, writing: bool
) -> None:
    make(tmp_path / NAME)
    before = contents(tmp_path)
    error = refusal(tmp_path, writing=writing)
    assert error.problem is problem
    assert error.path == str(tmp_path / NAME)
    assert contents(tmp_path) == before


def test_a_later_newsdesk_that_crashed_is_known_by_its_log(
    folder: Path, open_database: Opener
) -> None:
    database = open_database(folder)
    database._driver.execute(f"PRAGMA user_version={newest() + 1}")
    crashed = copied(folder, "crashed")
    header = sqlite.read_header(crashed / NAME)
    assert header is not None
    assert header.schema == newest()
    before = contents(crashed)
    assert refusal(crashed, writing=True).problem is StorageProblem.NEWER
    after = contents(crashed)
    assert {name: after[name] for name in (NAME, f"{NAME}-wal")} == {
        name: before[name] for name in (NAME, f"{NAME}-wal")
    }


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "a letter").write_text("Dear reader")
    error = refusal(tmp_path / "a letter" / "newsroom", writing=True)
    assert error.problem is StorageProblem.CANNOT_OPEN
    assert error.path == str(tmp_path / "a letter" / "newsroom")


def test_a_read_only_folder_is_no_damage(powerless: Path) -> None:
    powerless.chmod(0o500)
    error = refusal(powerless, writing=True)
    assert error.problem is StorageProblem.READONLY


def test_a_read_only_file_is_no_damage_and_can_be_read(
    empty_newsroom_bytes: bytes, powerless: Path
) -> None:
    path = powerless / NAME
    path.write_bytes(empty_newsroom_bytes)
    path.chmod(0o400)
    assert refusal(powerless, writing=True).problem is StorageProblem.READONLY
    assert path.read_bytes() == empty_newsroom_bytes
    powerless.chmod(0o500)
    with closing(open_for_reading(powerless, now=Clock())) as driver:
        assert driver.execute("SELECT count(*) FROM release").fetchone() == (0,)


WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4
from newsdesk.storage.database import Database
database = Database.open(
    Path(sys.argv[1]), writing=True, now=lambda: datetime.now(UTC), new_id=uuid4
)
print("writing", flush=True)
sys.stdin.read()
"""


def test_a_newsroom_being_written_by_another_newsdesk_is_refused_but_can_be_read(
    folder: Path, open_database: Opener
) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline().strip() == b"writing"
        before = contents(folder)
        assert refusal(folder, writing=True).problem is StorageProblem.LOCKED
        reader = open_database(folder, writing=False)
        with reader.reading() as work:
            assert work.releases.count() == 0
        assert contents(folder)[NAME] == before[NAME]
        writer.kill()


# After an unclean end -------------------------------------------------------------------------


@pytest.fixture
def crashed(folder: Path, open_database: Opener) -> Path:
    """A copy of a newsroom as it lies on the disk while a release of it is only in the log."""
    database = open_database(folder)
    keep(database, plain_release(headline="Only in the log"))
    return copied(folder, "crashed")


@pytest.mark.parametrize("writing", [True, False])
def test_the_log_of_a_crash_is_taken_in(
    crashed: Path, open_database: Opener, writing: bool
) -> None:
    assert not sqlite.is_at_rest(crashed / NAME)
    with open_database(crashed, writing=writing).reading() as work:
        (summary,) = work.releases.summaries(ReleaseQuery(text="log"))
    assert summary.headline == "Only in the log"


def test_damage_is_found_before_the_first_write_after_a_crash(crashed: Path) -> None:
    with closing(sqlite.connect(crashed / NAME, writing=True)) as driver, sqlite.unlinked(driver):
        driver.execute("INSERT INTO release_media VALUES ('a', 0, 'b', 'body', '', '')")
        copy = copied(crashed, "damaged")
    before = contents(copy)
    error = refusal(copy, writing=True)
    assert error.problem is StorageProblem.CORRUPT
    assert "release_media" in error.detail
    after = contents(copy)
    for name in (NAME, f"{NAME}-wal"):
        assert after[name] == before[name]


def test_the_check_says_how_far_it_is(crashed: Path) -> None:
    said: list[tuple[int, int]] = []
    driver, lock = open_for_writing(
        crashed, now=Clock(), progress=lambda done, total: said.append((done, total))
    )
    close(driver, crashed / NAME, lock)
    size = (crashed / NAME).stat().st_size
    assert said[0] == (min(size, 4 << 20), size)
    assert said[-1] == (size, size)
    assert said == sorted(said)


def test_a_check_that_is_broken_off_leaves_all_as_it_was_and_is_made_the_next_time(
    crashed: Path, open_database: Opener
) -> None:
    before = contents(crashed)

    def stop(done: int, total: int) -> None:
        if done == total:
            raise Cancelled

    with pytest.raises(Cancelled):
        open_for_writing(crashed, now=Clock(), progress=stop)
    assert contents(crashed) == before
    said: list[int] = []
    driver, lock = open_for_writing(
        crashed, now=Clock(), progress=lambda done, _total: said.append(done)
    )
    close(driver, crashed / NAME, lock)
    assert said
    with open_database(crashed).reading() as work:
        assert work.releases.count() == 1


def test_an_index_broken_by_a_crash_is_made_again(crashed: Path, open_database: Opener) -> None:
    with closing(sqlite.connect(crashed / NAME, writing=True)) as driver:
        driver.execute("DELETE FROM release_search_data WHERE id > 10")
        copy = copied(crashed, "damaged")
    with open_database(copy).reading() as work:
        assert len(work.releases.summaries(ReleaseQuery(text="log"))) == 1


def test_a_change_that_another_program_left_half_done_is_undone(
    folder: Path, open_database: Opener
) -> None:
    with open_database(folder) as database:
        for _ in range(30):
            keep(database, plain_release(body_md="x" * 4000))
    with closing(sqlite3.connect(folder / NAME)) as other:
        other.execute("PRAGMA cache_size=1")
        other.execute("BEGIN")
        other.execute("UPDATE release SET headline = 'half done', body_md = body_md || 'y'")
        stopped = copied(folder, "stopped")
    assert sqlite.is_half_changed(stopped / NAME)
    assert b"half done" in (stopped / NAME).read_bytes()
    with open_database(stopped).reading() as work:
        assert {s.headline for s in work.releases.summaries(ReleaseQuery())} == {"New bridge opens"}


def test_a_file_that_nobody_may_read_is_not_called_read_only(
    empty_newsroom_bytes: bytes, powerless: Path
) -> None:
    (powerless / NAME).write_bytes(empty_newsroom_bytes)
    (powerless / NAME).chmod(0)
    assert refusal(powerless, writing=False).problem is StorageProblem.CANNOT_OPEN


# What shows that somebody else was here ---------------------------------------------------------


def spoil(path: Path) -> None:
    """Damage a database at rest, so that only a check of all of it shows that."""
    with closing(sqlite.connect(path, writing=True)) as driver, sqlite.unlinked(driver):
        driver.execute("INSERT INTO release_media VALUES ('a', 0, 'b', 'body', NULL, NULL)")


def test_a_change_from_outside_is_checked_before_the_first_write(
    folder: Path, open_database: Opener
) -> None:
    open_database(folder).close()
    assert sqlite.is_at_rest(folder / NAME)
    spoil(folder / NAME)
    assert sqlite.is_at_rest(folder / NAME)
    before = (folder / NAME).read_bytes()
    error = refusal(folder, writing=True)
    assert error.problem is StorageProblem.CORRUPT
    assert "release_media" in error.detail
    assert (folder / NAME).read_bytes() == before


def test_what_was_closed_well_is_not_read_as_a_whole_again(
    folder: Path, open_database: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_database(folder).close()
    monkeypatch.setattr(sqlite, "first_damage", lambda _driver, _step: "it was read")
    open_database(folder).close()
    (folder / NAME).touch()
    assert refusal(folder, writing=True).detail == "it was read"


def test_what_was_found_damaged_is_read_as_a_whole_the_next_time(
    folder: Path, open_database: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = open_database(folder)
    database.distrust()
    database.close()
    assert sqlite.is_at_rest(folder / NAME)
    monkeypatch.setattr(sqlite, "first_damage", lambda _driver, _step: "it was read")
    assert refusal(folder, writing=True).detail == "it was read"


# Where no log can be --------------------------------------------------------------------------


def test_alone_there_is_no_log_and_every_save_is_waited_for(folder: Path) -> None:
    driver, lock = open_for_writing(folder, now=Clock(), is_alone=True)
    assert sqlite.ask(driver, "journal_mode") == "truncate"
    assert sqlite.ask(driver, "locking_mode") == "exclusive"
    assert sqlite.ask(driver, "synchronous") == 2
    assert not (folder / f"{NAME}-wal").exists()
    close(driver, folder / NAME, lock)
    assert sqlite.is_at_rest(folder / NAME)


def test_alone_nobody_else_reads(folder: Path) -> None:
    driver, lock = open_for_writing(folder, now=Clock(), is_alone=True)
    with (
        closing(sqlite3.connect(folder / NAME, timeout=0)) as other,
        pytest.raises(sqlite3.OperationalError, match="locked"),
    ):
        other.execute("SELECT count(*) FROM release")
    close(driver, folder / NAME, lock)


def test_a_log_from_before_is_taken_in_where_there_shall_be_none(
    crashed: Path, open_database: Opener
) -> None:
    driver, lock = open_for_writing(crashed, now=Clock(), is_alone=True)
    assert driver.execute("SELECT headline FROM release").fetchall() == [("Only in the log",)]
    assert not (crashed / f"{NAME}-wal").exists()
    close(driver, crashed / NAME, lock)
    with open_database(crashed).reading() as work:
        assert work.releases.count() == 1


def test_a_save_that_was_broken_off_alone_is_undone(folder: Path, open_database: Opener) -> None:
    with open_database(folder) as database:
        for _ in range(30):
            keep(database, plain_release(body_md="x" * 4000))
    driver, lock = open_for_writing(folder, now=Clock(), is_alone=True)
    driver.execute("PRAGMA cache_size=1")
    driver.execute("BEGIN IMMEDIATE")
    driver.execute("UPDATE release SET headline = 'half done', body_md = body_md || 'y'")
    stopped = copied(folder, "stopped")
    driver.execute("ROLLBACK")
    close(driver, folder / NAME, lock)
    assert b"half done" in (stopped / NAME).read_bytes()
    with open_database(stopped).reading() as work:
        assert {s.headline for s in work.releases.summaries(ReleaseQuery())} == {"New bridge opens"}


def test_where_backups_are_left_no_empty_newsroom_is_begun(
    folder: Path, open_database: Opener
) -> None:
    with open_database(folder) as database:
        database.back_up(BackupReason.ASKED)
    (folder / NAME).unlink()
    for writing in (True, False):
        error = refusal(folder, writing=writing)
        assert (error.problem, error.detail) == (StorageProblem.CORRUPT, f"{NAME} is gone")
    assert not (folder / NAME).exists()
