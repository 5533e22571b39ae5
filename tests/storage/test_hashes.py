"""Texts in bulk against what was recorded of them."""

import pytest

from newsdesk.domain.errors import Cancelled
from newsdesk.domain.revision import Reason
from newsdesk.storage.database import Database
from newsdesk.storage.hashes import first_altered_release, first_altered_revision
from tests.storage.making import keep, plain_release


def no_rest() -> None:
    pass


def test_what_was_saved_any_number_of_times_is_as_recorded(database: Database) -> None:
    release = keep(database, plain_release())
    keep(database, release, Reason.AUTOSAVE)
    keep(database, plain_release(headline="Another one"))
    with database.reading() as work:
        assert first_altered_revision(work._connection, no_rest) is None
        assert first_altered_release(work._connection, no_rest) is None


@pytest.mark.parametrize("column", ["body_md", "headline", "language"])
def test_a_changed_row_is_named(database: Database, column: str) -> None:
    keep(database, plain_release())
    release = keep(database, plain_release())
    database._driver.execute(
        f"UPDATE release SET {column} = 'x' || {column} WHERE slug = ?",  # noqa: S608
        (release.slug,),
    )
    with database.reading() as work:
        assert first_altered_release(work._connection, no_rest) == str(release.id)
        assert first_altered_revision(work._connection, no_rest) is None


def test_a_row_that_cannot_be_read_is_named(database: Database) -> None:
    keep(database, plain_release())
    database._driver.execute("UPDATE release SET state = 'afloat'")
    with database.reading() as work:
        assert first_altered_release(work._connection, no_rest)


@pytest.mark.parametrize("snapshot", ["x''", "x'00ff'", "substr(snapshot, 2)"])
def test_a_changed_snapshot_is_named(database: Database, snapshot: str) -> None:
    release = keep(database, plain_release())
    database._driver.execute(f"UPDATE revision SET snapshot = {snapshot}")  # noqa: S608
    with database.reading() as work:
        assert first_altered_revision(work._connection, no_rest) == f"{release.id} revision 1"


def test_whoever_rests_can_stop_the_reading(database: Database) -> None:
    keep(database, plain_release())

    def stop() -> None:
        raise Cancelled

    with database.reading() as work:
        with pytest.raises(Cancelled):
            first_altered_release(work._connection, stop)
        with pytest.raises(Cancelled):
            first_altered_revision(work._connection, stop)


def test_it_rests_often_enough_for_others_to_save_meanwhile(database: Database) -> None:
    """Whoever reads holds up all threads: a batch of 200 made a save wait for 0.4 s."""
    for _ in range(45):
        keep(database, plain_release())
    read: list[int] = []
    rests: list[int] = []
    database._driver.set_trace_callback(lambda said: read.append(1) if "quote" in said else None)
    with database.reading() as work:
        assert first_altered_release(work._connection, lambda: rests.append(len(read))) is None
    database._driver.set_trace_callback(None)
    assert rests == [0, 1, 2, 3]
