"""Transactions, two at a time, and what is left when somebody pulls the plug."""

import multiprocessing
import sqlite3
import time
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest
from sqlalchemy.exc import InvalidRequestError

from newsdesk.domain.errors import FieldError, StaleReleaseError, StorageError, StorageProblem
from newsdesk.storage import sqlite
from newsdesk.storage.database import Database, UnitOfWork
from newsdesk.storage.opening import NAME
from tests.storage.conftest import Opener
from tests.storage.making import contact, keep, kept, plain_release
from tests.storage.saver import save_until_killed

_FORKS = "forkserver" in multiprocessing.get_all_start_methods()
KILLS = 20 if _FORKS else 5  # each start takes a second there


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != "newsdesk.lock")


# All or nothing -------------------------------------------------------------------------------


def test_what_was_saved_is_there_after_the_next_start(folder: Path, open_database: Opener) -> None:
    database = open_database(folder)
    release = keep(database, plain_release())
    database.close()
    with open_database(folder).reading() as work:
        assert work.releases.get(release.id, verified=True) == release


def test_a_block_that_fails_leaves_nothing(database: Database) -> None:
    def save_a_contact_and_a_stale_release() -> None:
        with database.transaction() as work:
            work.contacts.save(contact())
            release, _ = kept(work, plain_release())
            work.releases.save(replace(release, version=0), dateline_text="")

    with pytest.raises(StaleReleaseError):
        save_a_contact_and_a_stale_release()
    with database.reading() as work:
        assert work.contacts.all() == []
        assert work.releases.count() == 0


def test_a_block_inside_a_block_is_a_mistake(database: Database) -> None:
    with database.transaction(), pytest.raises(InvalidRequestError), database.transaction():
        pass


def test_a_reader_writes_nothing(folder: Path, open_database: Opener) -> None:
    keep(open_database(folder), plain_release())
    reader = open_database(folder, writing=False)
    with pytest.raises(StorageError) as caught, reader.transaction():
        pass
    assert caught.value.args[:2] == (StorageProblem.READONLY, str(folder / NAME))
    with pytest.raises(StorageError) as caught, reader.reading() as work:
        work.contacts.save(contact())
    assert caught.value.problem is StorageProblem.READONLY


def test_half_a_letter_is_refused_and_nothing_kept(database: Database) -> None:
    with pytest.raises(FieldError):
        keep(database, plain_release(body_md="half \ud83d a letter"))
    with database.reading() as work:
        assert work.releases.count() == 0


def test_a_step_that_fails_is_taken_back_alone(database: Database) -> None:
    def fail_in_a_step(work: UnitOfWork) -> None:
        with work.step():
            work.contacts.save(contact(display_name="Zoe"))
            keep_half_a_letter = plain_release(body_md="half \ud83d a letter")
            work.releases.save(keep_half_a_letter, dateline_text="")

    with database.transaction() as work:
        with work.step():
            before = work.contacts.save(contact())
        with pytest.raises(FieldError):
            fail_in_a_step(work)
        after = work.contacts.save(contact())
    with database.reading() as work:
        assert {entry.id for entry in work.contacts.all()} == {before.id, after.id}
        assert work.releases.count() == 0


# Beside one another ---------------------------------------------------------------------------


@pytest.mark.parametrize("reader_first", [True, False])
def test_a_reader_sees_each_save_and_one_state_at_a_time(
    folder: Path, open_database: Opener, reader_first: bool
) -> None:
    if reader_first:
        reader, writer = open_database(folder, writing=False), open_database(folder)
    else:
        writer, reader = open_database(folder), open_database(folder, writing=False)
    release = keep(writer, plain_release())
    with reader.reading() as work:
        before = work.releases.get(release.id, verified=True)
        keep(writer, replace(release, headline="Changed"))
        assert work.releases.get(release.id) == before == release
    with reader.reading() as work:
        assert work.releases.get(release.id, verified=True).headline == "Changed"


def test_a_save_waits_for_nobody_who_reads(folder: Path, open_database: Opener) -> None:
    writer, reader = open_database(folder), open_database(folder, writing=False)
    with reader.reading() as work:
        work.releases.count()
        keep(writer, plain_release())
        writer.checkpoint()
    assert sqlite.ask(writer._driver, "busy_timeout") == 5000


def test_another_program_that_writes_is_waited_for_and_then_named(
    folder: Path, open_database: Opener
) -> None:
    database = open_database(folder)
    database._driver.execute("PRAGMA busy_timeout=1")
    with closing(sqlite3.connect(folder / NAME)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageError) as caught:
            keep(database, plain_release())
        assert caught.value.problem is StorageProblem.BUSY
        other.rollback()
    keep(database, plain_release())


def test_a_full_disk_is_said_in_words_and_nothing_is_lost(
    folder: Path, open_database: Opener
) -> None:
    database = open_database(folder)
    release = keep(database, plain_release())
    pages = sqlite.ask(database._driver, "page_count")
    database._driver.execute(f"PRAGMA max_page_count={pages}")
    with pytest.raises(StorageError) as caught:
        keep(database, replace(release, body_md="x" * 100_000))
    assert caught.value.args[:2] == (StorageProblem.FULL, str(folder / NAME))
    with database.reading() as work:
        assert work.releases.get(release.id, verified=True) == release
    database._driver.execute("PRAGMA max_page_count=1000000")
    keep(database, replace(release, body_md="x" * 100_000))


def test_it_may_be_used_by_one_thread_after_another(database: Database) -> None:
    thread = Thread(target=keep, args=(database, plain_release()))
    thread.start()
    thread.join()
    with database.reading() as work:
        assert work.releases.count() == 1


# Closing --------------------------------------------------------------------------------------


def test_one_file_is_left_at_rest(folder: Path, open_database: Opener) -> None:
    database = open_database(folder)
    keep(database, plain_release())
    assert files(folder) == [NAME, f"{NAME}-shm", f"{NAME}-wal"]
    assert not sqlite.is_at_rest(folder / NAME)
    database.close()
    assert files(folder) == [NAME]
    assert sqlite.is_at_rest(folder / NAME)


def test_somebody_who_still_reads_is_left_in_peace(folder: Path, open_database: Opener) -> None:
    writer, reader = open_database(folder), open_database(folder, writing=False)
    release = keep(writer, plain_release())
    with reader.reading() as work:
        work.releases.count()
        writer.close()
        assert work.releases.get(release.id) == release
    reader.close()
    assert not sqlite.is_at_rest(folder / NAME)
    with open_database(folder).reading() as work:
        assert work.releases.get(release.id, verified=True) == release


def test_after_closing_another_may_write(folder: Path, open_database: Opener) -> None:
    with open_database(folder) as first:
        keep(first, plain_release())
    first.close()
    keep(open_database(folder), plain_release())


def test_an_idle_writer_empties_its_log(folder: Path, open_database: Opener) -> None:
    database = open_database(folder)
    keep(database, plain_release())
    assert (folder / f"{NAME}-wal").stat().st_size > 0
    database.checkpoint()
    assert (folder / f"{NAME}-wal").stat().st_size == 0


# The plug -------------------------------------------------------------------------------------


def test_no_acknowledged_save_is_lost_when_the_program_is_killed(
    folder: Path, open_database: Opener
) -> None:
    database = open_database(folder)
    key = keep(database, plain_release(body_md="line 0")).id
    database.close()
    context = multiprocessing.get_context("forkserver" if _FORKS else "spawn")
    if _FORKS:
        context.set_forkserver_preload(["tests.storage.saver"])
    last = 1
    for kill in range(KILLS):
        acknowledged, child_end = context.Pipe(duplex=False)
        child = context.Process(target=save_until_killed, args=(folder, key, child_end))
        child.start()
        child_end.close()
        last = acknowledged.recv()  # it is at work
        time.sleep(kill * 0.004)
        child.kill()
        child.join()
        with suppress(EOFError):
            while True:
                last = acknowledged.recv()
        acknowledged.close()
        with open_database(folder) as database, database.reading() as work:
            release = work.releases.get(key, verified=True)
            assert release.version >= last
            assert release.current_revision == release.version
    with open_database(folder, writing=False).reading() as work:
        assert list(work.revisions.flaws(key)) == []
    assert last > KILLS
