"""The history: complete, hashed, thinned."""

import zlib
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text, update

from newsdesk.domain.errors import NotFoundError, StorageError, StorageProblem
from newsdesk.domain.flaw import FlawKind
from newsdesk.domain.release import Release
from newsdesk.domain.revision import Reason, Revision, digest, snapshot
from newsdesk.storage.database import Database
from newsdesk.storage.rows import table_of
from newsdesk.storage.tables import RevisionRow
from tests.storage.making import NOW, keep, kept, plain_release


def history(database: Database, release: Release) -> list[Revision]:
    with database.reading() as work:
        return work.revisions.list(release.id)


def test_every_save_is_a_whole_snapshot_with_its_hash(database: Database) -> None:
    first = keep(database, plain_release(body_md="One two"))
    second = keep(database, replace(first, body_md="Three"), Reason.PUBLISH)
    one, two = history(database, first)
    assert (one.number, one.reason, one.author, one.device) == (1, Reason.SAVE, "dana", "desk-1")
    assert (one.word_count, one.char_count, one.created) == (2, 7, NOW)
    assert one.sha256 == digest(snapshot(first))
    assert two.sha256 == digest(snapshot(second))
    with database.reading() as work:
        assert work.revisions.release_at(first.id, 1).body_md == "One two"
        assert work.revisions.release_at(first.id, 2).current_revision == 2
        assert work.releases.get(first.id).current_revision == 2


def test_permanent_ones_are_chained_and_autosaves_stand_beside_the_chain(
    database: Database,
) -> None:
    release = plain_release()
    reasons = [Reason.SAVE, Reason.AUTOSAVE, Reason.AUTOSAVE, Reason.PUBLISH, Reason.EXPORT]
    for number, reason in enumerate(reasons):
        release = keep(database, replace(release, body_md=f"Text {number}"), reason)
    one, two, three, four, five = history(database, release)
    assert one.prev_sha is two.prev_sha is three.prev_sha is None
    assert four.prev_sha == one.sha256
    assert five.prev_sha == four.sha256


def test_each_one_knows_what_it_was_made_from(database: Database) -> None:
    release = keep(database, plain_release())
    keep(database, release, Reason.EXPORT)
    one, two = history(database, release)
    with database.reading() as work:
        stored = work.releases._connection.execute(
            text("SELECT id, parent_id FROM revision ORDER BY number")
        ).all()
    assert stored == [(one.id.hex, None), (two.id.hex, one.id.hex)]


def test_an_autosave_that_changes_nothing_adds_nothing(database: Database) -> None:
    release = keep(database, plain_release())
    starred = keep(database, replace(release, starred=True), Reason.AUTOSAVE)
    assert starred.current_revision == 1
    assert len(history(database, release)) == 1
    keep(database, replace(starred, body_md="Changed"), Reason.AUTOSAVE)
    assert len(history(database, release)) == 2


def test_a_workflow_step_is_recorded_even_if_it_changes_nothing(database: Database) -> None:
    release = keep(database, plain_release())
    again = keep(database, release, Reason.EXPORT)
    assert again.current_revision == 2


def test_a_revision_that_is_not_there_is_not_found(database: Database) -> None:
    release = keep(database, plain_release())
    with database.reading() as work, pytest.raises(NotFoundError):
        work.revisions.release_at(release.id, 2)


# Damage ---------------------------------------------------------------------------------------


def overwrite(database: Database, **values: object) -> None:
    with database.transaction() as work:
        work.revisions._connection.execute(
            update(table_of(RevisionRow)).where(RevisionRow.number == 2).values(**values)
        )


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"no zlib",
        zlib.compress(b"{}"),
        zlib.compress(b"no json"),
        zlib.compress(snapshot(plain_release(body_md="Another text"))),
    ],
)
def test_a_damaged_snapshot_is_never_read(database: Database, damaged: bytes) -> None:
    release = keep(database, keep(database, plain_release()))
    overwrite(database, snapshot=damaged)
    with database.reading() as work:
        with pytest.raises(StorageError) as caught:
            work.revisions.release_at(release.id, 2)
        assert caught.value.problem is StorageProblem.CORRUPT
        assert f"{release.id} revision 2" in caught.value.detail
        (flaw,) = work.revisions.flaws(release.id)
        assert (flaw.kind, flaw.revision) == (FlawKind.REVISION, 2)
        assert work.revisions.release_at(release.id, 1).body_md == release.body_md


def test_a_snapshot_with_its_right_hash_that_is_no_release_is_damage(database: Database) -> None:
    release = keep(database, keep(database, plain_release()))
    overwrite(database, snapshot=zlib.compress(b"[]"), sha256=digest(b"[]"))
    with database.reading() as work, pytest.raises(StorageError, match="revision 2"):
        work.revisions.release_at(release.id, 2)


def test_a_sound_history_has_no_break(database: Database) -> None:
    release = plain_release()
    for reason in (Reason.SAVE, Reason.AUTOSAVE, Reason.PUBLISH):
        release = keep(database, replace(release, headline=reason), reason)
    with database.reading() as work:
        assert list(work.revisions.flaws(release.id)) == []


def history_of(database: Database, *reasons: Reason) -> Release:
    release = plain_release()
    for number, reason in enumerate(reasons, start=1):
        release = keep(database, replace(release, headline=f"Headline {number}"), reason)
    return release


def flaws(database: Database, release: Release) -> list[tuple[FlawKind, int | None, str]]:
    with database.reading() as work:
        return [
            (flaw.kind, flaw.revision, flaw.detail) for flaw in work.revisions.flaws(release.id)
        ]


@pytest.mark.parametrize(
    ("reasons", "gone", "wanted"),
    [
        ([Reason.SAVE] * 3, [2], (FlawKind.MISSING_REVISION, 2, "")),
        ([Reason.SAVE] * 3, [1], (FlawKind.MISSING_REVISION, 1, "")),
        (
            [Reason.SAVE, Reason.AUTOSAVE, Reason.EXPORT, Reason.SAVE],
            [2, 3],  # nobody can tell which of them was an autosave
            (FlawKind.MISSING_REVISION, 3, "one of 2 to 3"),
        ),
    ],
)
def test_a_permanent_one_that_was_taken_out_is_named(
    database: Database,
    reasons: list[Reason],
    gone: list[int],
    wanted: tuple[FlawKind, int, str],
) -> None:
    release = history_of(database, *reasons)
    with database.transaction() as work:
        for number in gone:
            work.revisions._connection.execute(
                text("DELETE FROM revision WHERE number = :number"), {"number": number}
            )
    assert flaws(database, release) == [wanted]


def test_an_autosave_that_was_taken_out_is_missed_by_nobody(database: Database) -> None:
    release = history_of(database, Reason.SAVE, Reason.AUTOSAVE, Reason.SAVE)
    with database.transaction() as work:
        work.revisions._connection.execute(text("DELETE FROM revision WHERE number = 2"))
    assert flaws(database, release) == []


def test_a_link_that_was_altered_is_told(database: Database) -> None:
    release = history_of(database, Reason.SAVE, Reason.SAVE, Reason.SAVE)
    overwrite(database, prev_sha="0" * 64)
    assert flaws(database, release) == [(FlawKind.CHAIN, 2, "")]


@pytest.mark.parametrize("column", ["reason", "created", "number"])
def test_a_row_that_cannot_be_read_is_named_and_the_others_are_read(
    database: Database, column: str
) -> None:
    release = history_of(database, Reason.SAVE, Reason.SAVE, Reason.SAVE)
    with database.transaction() as work:
        altered = {"reason": "sbve", "created": "yesterday", "number": 9}[column]
        work.revisions._connection.execute(
            text(f"UPDATE revision SET {column} = :altered WHERE number = 2"),  # noqa: S608
            {"altered": altered},
        )
    found = flaws(database, release)
    assert found
    if column != "number":
        assert [flaw[:2] for flaw in found] == [(FlawKind.REVISION, 2)]


# Thinning -------------------------------------------------------------------------------------


def test_autosaves_are_thinned_and_nothing_else(database: Database) -> None:
    noon = NOW.replace(hour=12, minute=0, second=0, microsecond=0)
    ages = {  # minutes before noon -> kept?
        "an hour ago": (60, True),
        "also an hour ago": (61, True),
        "two days ago, 11:50": (2 * 1440 + 10, True),
        "two days ago, 11:40": (2 * 1440 + 20, False),
        "two days ago, 10:50": (2 * 1440 + 70, True),
        "ten days ago, 11:50": (10 * 1440 + 10, True),
        "ten days ago, 10:50": (10 * 1440 + 70, False),
        "eleven days ago": (11 * 1440, True),
        "a hundred days ago": (100 * 1440, False),
    }
    release = plain_release()
    with database.transaction() as work:
        release, _ = kept(work, release, at=noon - timedelta(days=200))
        for headline, (minutes, _) in reversed(ages.items()):
            at = noon - timedelta(minutes=minutes)
            edited = replace(release, headline=headline)
            release, _ = kept(work, edited, Reason.AUTOSAVE, at=at)
        permanent = replace(release, headline="kept")
        release, _ = kept(work, permanent, at=noon - timedelta(days=99))
        thinned = work.revisions.thin(noon)
    with database.reading() as work:
        left = [
            work.revisions.release_at(release.id, revision.number).headline
            for revision in work.revisions.list(release.id)
        ]
    wanted = [headline for headline, (_, is_kept) in reversed(ages.items()) if is_kept]
    assert left == ["New bridge opens", *wanted, "kept"]
    assert thinned == sum(not is_kept for _, is_kept in ages.values())


def test_thinning_twice_finds_nothing_more(database: Database) -> None:
    release = plain_release()
    with database.transaction() as work:
        for number in range(100):
            release = replace(release, headline=f"Headline {number}")
            at = NOW - timedelta(hours=100 - number)
            release, _ = kept(work, release, Reason.AUTOSAVE, at=at)
        later = NOW + timedelta(days=30)
        assert work.revisions.thin(later) > 50
        assert work.revisions.thin(later) == 0
        assert list(work.revisions.flaws(release.id)) == []


def test_thinning_goes_on_where_it_stopped(database: Database) -> None:
    release = plain_release()
    with database.transaction() as work:
        for number in range(10):
            release = replace(release, headline=f"Headline {number}")
            release, _ = kept(work, release, Reason.AUTOSAVE)
        later = NOW + timedelta(days=1000)
        assert [work.revisions.thin(later, at_most=4) for _ in range(4)] == [4, 4, 1, 0]
        assert work.revisions.numbers(release.id) == [10]


def test_the_current_revision_is_never_thinned(database: Database) -> None:
    release = keep(database, plain_release(), Reason.AUTOSAVE)
    with database.transaction() as work:
        assert work.revisions.thin(NOW + timedelta(days=1000)) == 0
        assert work.releases.get(release.id, verified=True)


def test_each_release_keeps_its_own(database: Database) -> None:
    for _ in range(2):
        with database.transaction() as work:
            release = plain_release()
            for number in range(3):
                edited = replace(release, headline=f"Headline {number}")
                release, _ = kept(work, edited, Reason.AUTOSAVE, at=NOW)
    with database.transaction() as work:
        assert work.revisions.thin(NOW + timedelta(days=3)) == 2
