"""A newsroom whose database is damaged comes back, and nothing of what was there is lost."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from newsdesk.desk import open_desk, open_journal, rescue_of
from newsdesk.domain.backup import BackupReason
from newsdesk.domain.errors import StorageError, StorageProblem
from newsdesk.domain.journal import JournalEntry
from newsdesk.domain.query import ReleaseQuery
from newsdesk.domain.release import Release
from newsdesk.domain.revision import Reason
from newsdesk.storage import sqlite
from newsdesk.storage.names import NAME
from newsdesk.storage.restoring import set_aside_in
from tests.storage.making import Clock

LATER = {"seconds": 5}


@pytest.fixture
def newsroom(tmp_path: Path, clock: Clock) -> Path:
    """A newsroom with ten releases and a backup of them, closed."""
    folder = tmp_path / "newsroom"
    with open_desk(folder, writing=True, now=clock) as desk:
        for number in range(10):
            desk.releases.new({"headline": f"Berth {number}"}, body_md=f"Text {number}.")
        desk.backups.make(BackupReason.ASKED)
    return folder


@pytest.fixture
def clock() -> Clock:
    return Clock()


def texts(folder: Path) -> dict[str, str]:
    with open_desk(folder, writing=True) as desk:
        ids = desk.releases.ids(ReleaseQuery())
        return {one.headline: one.body_md for one in (desk.releases.get(str(i)) for i in ids)}


def type_and_store(folder: Path, clock: Clock, headline: str, body: str) -> Release:
    """Write as the window does: into the journal, then into the newsroom."""
    with open_desk(folder, writing=True, now=clock) as desk, open_journal(folder) as journal:
        (key,) = desk.releases.ids(ReleaseQuery(text=headline))
        release = replace(desk.releases.get(str(key)), body_md=body)
        journal.write(JournalEntry(release=release, at=clock()))
        stored, _ = desk.releases.save(release, Reason.AUTOSAVE)
        journal.mark_stored(stored.id)
    return stored


def zero(folder: Path) -> bytes:
    path = folder / NAME
    content = bytes(path.stat().st_size)
    path.write_bytes(content)
    return content


def test_a_database_of_zeros_comes_back_from_its_backup_and_the_journal(
    newsroom: Path, clock: Clock
) -> None:
    clock.advance(**LATER)
    for number in range(4):
        type_and_store(newsroom, clock, f"Berth {number}", f"Later text {number}.")
    zeros = zero(newsroom)
    with pytest.raises(StorageError):
        texts(newsroom)
    rescue = rescue_of(newsroom, now=clock)
    survey = rescue.survey()
    assert survey.backup is not None
    assert survey.backup.contents.releases == 10
    assert {draft.headline for draft in survey.drafts} == {f"Berth {n}" for n in range(4)}
    rescued = rescue.restore(survey.backup.backup.path)
    assert (rescued.releases, sorted(rescued.drafts)) == (10, [f"Berth {n}" for n in range(4)])
    assert texts(newsroom) == {
        f"Berth {n}": f"Later text {n}." if n < 4 else f"Text {n}." for n in range(10)
    }
    assert Path(rescued.aside).read_bytes() == zeros
    assert set_aside_in(newsroom) == [Path(rescued.aside)]


def test_what_the_backup_had_stays_in_the_history(newsroom: Path, clock: Clock) -> None:
    clock.advance(**LATER)
    stored = type_and_store(newsroom, clock, "Berth 1", "Later.")
    zero(newsroom)
    rescue = rescue_of(newsroom, now=clock)
    survey = rescue.survey()
    assert survey.backup is not None
    rescue.restore(survey.backup.backup.path)
    with open_desk(newsroom) as desk:
        revisions = desk.releases.revisions(str(stored.id))
        assert revisions[-1].reason is Reason.RESTORE
        assert desk.verification.verify().is_sound


def test_a_release_that_is_younger_than_the_backup_comes_back_from_the_journal(
    newsroom: Path, clock: Clock
) -> None:
    clock.advance(**LATER)
    with open_desk(newsroom, writing=True, now=clock) as desk:
        desk.releases.new({"headline": "Younger"}, body_md="")
    type_and_store(newsroom, clock, "Younger", "All of it.")
    zero(newsroom)
    rescue = rescue_of(newsroom, now=clock)
    survey = rescue.survey()
    assert survey.backup is not None
    assert rescue.restore(survey.backup.backup.path).releases == 11
    assert texts(newsroom)["Younger"] == "All of it."


def test_a_text_that_was_never_stored_is_left_for_a_person_to_decide(
    newsroom: Path, clock: Clock
) -> None:
    clock.advance(**LATER)
    with open_desk(newsroom, now=clock) as desk, open_journal(newsroom) as journal:
        (key,) = desk.releases.ids(ReleaseQuery(text="Berth 5"))
        release = replace(desk.releases.get(str(key)), body_md="Typed, not stored.")
        journal.write(JournalEntry(release=release, at=clock()))
    zero(newsroom)
    rescue = rescue_of(newsroom, now=clock)
    survey = rescue.survey()
    assert survey.backup is not None
    assert rescue.restore(survey.backup.backup.path).drafts == ()
    with open_desk(newsroom, writing=True) as desk:
        (found,) = desk.recovery.found()
    assert found.mine.body_md == "Typed, not stored."


def test_a_damaged_backup_is_passed_over_and_told_of(newsroom: Path, clock: Clock) -> None:
    clock.advance(days=1)
    with open_desk(newsroom, writing=True, now=clock) as desk:
        newest = Path(desk.backups.make(BackupReason.ASKED).backup.path)
    content = newest.read_bytes()
    newest.write_bytes(content[:5000] + bytes(20000) + content[25000:])
    zero(newsroom)
    survey = rescue_of(newsroom, now=clock).survey()
    assert survey.backup is not None
    assert survey.backup.backup.made < clock()
    ((passed_over, error),) = survey.unsound
    assert (Path(passed_over.path), error.problem) == (newest, StorageProblem.CORRUPT)


def test_without_a_backup_what_can_be_read_comes_back(newsroom: Path, clock: Clock) -> None:
    for backup in (newsroom / "backups").iterdir():
        backup.unlink()
    path = newsroom / NAME
    whole = path.read_bytes()
    path.write_bytes(bytes(4096) + whole[4096:])
    clock.advance(**LATER)
    rescue = rescue_of(newsroom, now=clock)
    assert rescue.survey().backup is None
    assert not rescue.is_readable
    rescued = rescue.salvage()
    assert rescued.releases == 10
    assert Path(rescued.aside).read_bytes() == bytes(4096) + whole[4096:]
    assert texts(newsroom) == {f"Berth {n}": f"Text {n}." for n in range(10)}
    with open_desk(newsroom) as desk:
        assert desk.verification.verify().is_sound


def test_where_nothing_can_be_read_nothing_is_changed(newsroom: Path, clock: Clock) -> None:
    zero(newsroom)
    before = {path: path.read_bytes() for path in newsroom.rglob("*") if path.is_file()}
    with pytest.raises(StorageError) as caught:
        rescue_of(newsroom, now=clock).salvage()
    assert caught.value.problem is StorageProblem.CORRUPT
    after = {path: path.read_bytes() for path in newsroom.rglob("*") if path.is_file()}
    assert after == before


def test_a_rescue_that_is_broken_off_leaves_everything_as_it_was(
    newsroom: Path, clock: Clock
) -> None:
    zero(newsroom)
    before = {path: path.read_bytes() for path in newsroom.rglob("*") if path.is_file()}
    rescue = rescue_of(newsroom, now=clock)
    survey = rescue.survey()
    assert survey.backup is not None

    def stop() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rescue.restore(survey.backup.backup.path, stop)
    after = {path: path.read_bytes() for path in newsroom.rglob("*") if path.is_file()}
    assert after == before


def test_nothing_is_brought_back_under_the_hands_of_another_newsdesk(
    newsroom: Path, clock: Clock
) -> None:
    rescue = rescue_of(newsroom, now=clock)
    survey = rescue.survey()
    assert survey.backup is not None
    with open_desk(newsroom, writing=True), pytest.raises(StorageError) as caught:
        rescue.restore(survey.backup.backup.path)
    assert caught.value.problem is StorageProblem.LOCKED


def test_a_log_that_stood_beside_the_damaged_one_is_set_aside_with_it(
    newsroom: Path, clock: Clock
) -> None:
    zero(newsroom)
    (newsroom / f"{NAME}-wal").write_bytes(b"the log")
    rescue = rescue_of(newsroom, now=clock)
    survey = rescue.survey()
    assert survey.backup is not None
    aside = Path(rescue.restore(survey.backup.backup.path).aside)
    assert aside.with_name(f"{aside.name}-wal").read_bytes() == b"the log"
    with closing(sqlite.connect(newsroom / NAME, writing=False)) as driver:
        assert sqlite.first_damage(driver) is None
