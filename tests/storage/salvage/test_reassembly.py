"""Releases out of rows: what is left of each is brought together, and what is doubtful told."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from uuid import UUID

import pytest
from uuid6 import uuid7

from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.release import Release
from newsdesk.storage import sqlite
from newsdesk.storage.database import Database
from newsdesk.storage.engine import engine_on
from newsdesk.storage.release_rows import read_release
from newsdesk.storage.salvage.reassembly import Reassembly
from newsdesk.storage.schema import newest
from tests.storage.making import Clock, keep, plain_release


@pytest.fixture
def reassembly(clock: Clock) -> Reassembly:
    return Reassembly(
        author="dana", device="desk-1", now=clock, new_id=uuid7, dateline_text=lambda _: "BASEL"
    )


@pytest.fixture
def driver(database: Database, reassembly: Reassembly) -> Iterator[sqlite3.Connection]:
    """A database of two releases, whose foreign keys are not heeded any more."""
    with closing(sqlite.in_memory()) as target:
        for headline in ("Old quay", "New quay"):
            keep(
                database, plain_release(headline=headline, slug=headline.lower().replace(" ", "-"))
            )
        database._driver.backup(target)
        target.execute("PRAGMA foreign_keys=OFF")
        yield target


def release(driver: sqlite3.Connection, headline: str) -> Release:
    (key,) = driver.execute("SELECT id FROM release WHERE headline = ?", (headline,)).fetchone()
    with engine_on(driver).connect() as connection:
        found = read_release(connection, ReleaseId(UUID(key)))
    assert found is not None
    return found


@pytest.mark.parametrize("schema", range(1, newest() + 1))
def test_the_tables_of_any_schema_can_be_made(reassembly: Reassembly, schema: int) -> None:
    with closing(sqlite.in_memory()) as driver:
        reassembly.make(driver, schema)
        assert sqlite.schema_number(driver) == schema
        assert reassembly.finish(driver, 0) is None
        assert sqlite.schema_number(driver) == newest()


def test_what_is_whole_is_as_it_was(driver: sqlite3.Connection, reassembly: Reassembly) -> None:
    found = reassembly.finish(driver, 3)
    assert found is not None
    assert (found.releases, found.from_history, found.doubtful, found.lost_rows) == (2, (), (), 3)
    assert sqlite.first_damage(driver) is None


def test_a_lost_release_comes_back_from_its_history(
    driver: sqlite3.Connection, reassembly: Reassembly
) -> None:
    before = release(driver, "Old quay")
    driver.execute("DELETE FROM release WHERE headline = 'Old quay'")
    found = reassembly.finish(driver, 0)
    assert found is not None
    assert (found.releases, found.from_history) == (2, ("Old quay",))
    after = release(driver, "Old quay")
    assert (after.id, after.body_md, after.slug) == (before.id, before.body_md, before.slug)
    (line,) = driver.execute(
        "SELECT dateline_text FROM release WHERE headline = 'Old quay'"
    ).fetchone()
    assert line == "BASEL"
    assert sqlite.first_damage(driver) is None


def test_a_release_that_nobody_can_read_comes_back_too(
    driver: sqlite3.Connection, reassembly: Reassembly
) -> None:
    driver.execute("UPDATE release SET state = 'gone mad' WHERE headline = 'Old quay'")
    found = reassembly.finish(driver, 0)
    assert found is not None
    assert (found.releases, found.from_history) == (2, ("Old quay",))


def test_a_text_that_was_altered_is_kept_and_told_of(
    driver: sqlite3.Connection, reassembly: Reassembly
) -> None:
    driver.execute("UPDATE release SET body_md = 'Altered' WHERE headline = 'Old quay'")
    found = reassembly.finish(driver, 0)
    assert found is not None
    assert found.doubtful == ("Old quay",)
    assert release(driver, "Old quay").body_md == "Altered"
    reasons = driver.execute("SELECT reason FROM revision ORDER BY created, number").fetchall()
    assert ("restore",) in reasons


def test_a_snapshot_that_is_broken_is_let_go(
    driver: sqlite3.Connection, reassembly: Reassembly
) -> None:
    driver.execute("UPDATE revision SET snapshot = x'00' WHERE number = 1")
    found = reassembly.finish(driver, 0)
    assert found is not None
    assert set(found.doubtful) == {"Old quay", "New quay"}
    assert driver.execute("SELECT count(*) FROM revision WHERE snapshot = x'00'").fetchone() == (0,)
