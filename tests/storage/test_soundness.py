"""A database that is read from its first byte to its last."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import text
from uuid6 import uuid7

from newsdesk.domain.errors import Cancelled
from newsdesk.domain.export_record import ExportFormat, ExportRecord
from newsdesk.domain.flaw import Flaw, FlawKind
from newsdesk.domain.ids import ExportId
from newsdesk.domain.release import Release
from newsdesk.domain.revision import Reason
from newsdesk.storage.database import Database
from tests.storage.making import NOW, keep, plain_release


def nothing() -> None:
    pass


def change(database: Database, sentence: str) -> None:
    with database.transaction() as work:
        work.revisions._connection.execute(text(sentence))


def flaws(database: Database, release: Release) -> list[tuple[FlawKind, int | None]]:
    with database.reading() as work:
        return [(one.kind, one.revision) for one in work.soundness.release_flaws(release.id)]


@pytest.fixture
def release(database: Database) -> Release:
    first = keep(database, plain_release())
    return keep(database, replace(first, headline="The new bridge opens"), Reason.PUBLISH)


def test_a_sound_one_has_no_flaws(database: Database, release: Release) -> None:
    with database.reading() as work:
        assert work.soundness.file_flaws(nothing) == []
        assert work.soundness.orphans() == []
        assert work.soundness.lost_entries() == []
        assert work.soundness.release_ids() == [release.id]
        assert work.soundness.revision_count() == 2
    assert flaws(database, release) == []


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("UPDATE release SET headline = 'Altered'", [(FlawKind.ROW, 2), (FlawKind.INDEX, None)]),
        ("UPDATE release SET urgency = 4", [(FlawKind.ROW, 2)]),
        ("UPDATE release SET state = 'unheard of'", [(FlawKind.ROW, None)]),
        ("UPDATE revision SET snapshot = x'00' WHERE number = 1", [(FlawKind.REVISION, 1)]),
        ("DELETE FROM revision WHERE number = 1", [(FlawKind.MISSING_REVISION, 1)]),
        ("DELETE FROM revision WHERE number = 2", [(FlawKind.ROW, 1)]),
        ("DELETE FROM release_search", [(FlawKind.INDEX, None)]),
        ("UPDATE release_search SET body = 'other words'", [(FlawKind.INDEX, None)]),
    ],
)
def test_what_was_altered_behind_its_back_is_told(
    database: Database,
    release: Release,
    sentence: str,
    wanted: list[tuple[FlawKind, int | None]],
) -> None:
    change(database, sentence)
    assert flaws(database, release) == wanted


def test_an_entry_of_the_index_that_no_release_has_is_told(
    database: Database, release: Release
) -> None:
    change(database, "INSERT INTO release_search (rowid, headline) VALUES (77, 'lost')")
    assert flaws(database, release) == []
    with database.reading() as work:
        assert work.soundness.lost_entries() == [
            Flaw(kind=FlawKind.INDEX, detail="entry 77 of no release")
        ]


def test_a_row_without_the_one_it_belongs_to_is_told(database: Database, release: Release) -> None:
    database._driver.execute("PRAGMA foreign_keys=OFF")
    database._driver.execute("UPDATE revision SET release_id = 'ab' WHERE number = 1")
    with database.reading() as work:
        (flaw,) = work.soundness.orphans()
    assert flaw.kind is FlawKind.ORPHAN
    assert flaw.detail.startswith("revision row")


def test_reading_the_file_can_be_stopped(database: Database) -> None:
    for _ in range(300):
        keep(database, plain_release(body_md="A long text. " * 400))

    def stop() -> None:
        raise Cancelled

    with database.reading() as work, pytest.raises(Cancelled):
        work.soundness.file_flaws(stop)
    with database.reading() as work:
        assert work.soundness.file_flaws(nothing) == []


def test_what_left_the_desk_is_missed_even_if_it_was_the_last(
    database: Database, release: Release, recorded: Callable[[Release], None]
) -> None:
    release = keep(database, release, Reason.EXPORT)
    recorded(release)
    assert flaws(database, release) == []
    change(database, "DELETE FROM revision WHERE number = 3")
    assert flaws(database, release) == [(FlawKind.MISSING_REVISION, 3)]


@pytest.fixture
def recorded(database: Database) -> Callable[[Release], None]:
    """Record that a release, as it is now, was written into a file."""

    def record(release: Release) -> None:
        with database.transaction() as work:
            revision = work.revisions.current(release.id)
            work.exports.add(
                ExportRecord(
                    id=ExportId(uuid7()),
                    release_id=release.id,
                    revision=revision.number,
                    revision_sha256=revision.sha256,
                    format=ExportFormat.HTML,
                    path="/out/bridge.html",
                    sha256="0" * 64,
                    embargoed=False,
                    at=NOW,
                )
            )

    return record
