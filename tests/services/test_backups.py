"""Making backups, looking at them, and going back to one."""

import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsdesk import paths
from newsdesk.desk import backups_of, open_desk, open_journal, rescue_of
from newsdesk.domain.backup import BackupReason
from newsdesk.domain.errors import Cancelled, StorageError, StorageProblem
from newsdesk.domain.journal import JournalEntry
from newsdesk.domain.media import PictureWords
from newsdesk.domain.release import Release
from newsdesk.domain.revision import Reason
from newsdesk.services.desk import Desk
from newsdesk.services.new_picture import picture_in
from newsdesk.storage.names import NAME
from tests.pictures import photo
from tests.services.conftest import Clock

CHANGE = BackupReason.CHANGE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "newsroom"


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    stick = tmp_path / "stick"
    stick.mkdir()
    return stick


def headlines(desk: Desk, path: str) -> list[str]:
    return [one.headline for one in desk.backups.contents(path).newest]


def test_a_backup_is_listed_with_what_is_in_it(desk: Desk) -> None:
    assert desk.backups.overview().last_good is None
    desk.releases.new({"headline": "Crews train"})
    made = desk.backups.make(BackupReason.ASKED)
    overview = desk.backups.overview()
    assert overview.last_good == made.backup
    assert overview.backups == (made.backup,)
    desk.backups.check(made.backup.path)
    contents = desk.backups.contents(made.backup.path)
    assert contents.releases == 1
    assert [one.headline for one in contents.newest] == ["Crews train"]


# The draft journal ----------------------------------------------------------------------------


def typed_and_stored(folder: Path, body: str) -> Release:
    """Have a text in the journal of a run that has ended, and in the newsroom."""
    with open_desk(folder, writing=True) as desk, open_journal(folder) as journal:
        release, _ = desk.releases.new({"headline": "Crews train"})
        text = replace(release, body_md=body)
        journal.write(JournalEntry(release=text, at=datetime.now(UTC)))
        stored, _ = desk.releases.save(text, Reason.AUTOSAVE)
        journal.mark_stored(stored.id)
    return stored


def runs(folder: Path) -> list[Path]:
    journals = paths.journal_dir(folder)
    return list(journals.iterdir()) if journals.is_dir() else []


def test_a_text_leaves_the_journal_once_a_backup_has_it_and_comes_back_from_there(
    folder: Path,
) -> None:
    release = typed_and_stored(folder, "Typed before the backup.")
    assert len(runs(folder)) == 1
    with open_desk(folder, writing=True) as desk:
        desk.backups.make(CHANGE)
    assert runs(folder) == []
    later = typed_and_stored(folder, "Typed after the backup.")
    path = folder / NAME
    path.write_bytes(bytes(path.stat().st_size))
    rescue = rescue_of(folder)
    survey = rescue.survey()
    assert survey.backup is not None
    rescue.restore(survey.backup.backup.path)
    with open_desk(folder) as desk:
        assert desk.releases.get(str(release.id)).body_md == "Typed before the backup."
        assert desk.releases.get(str(later.id)).body_md == "Typed after the backup."


def test_a_text_that_nobody_stored_stays_in_the_journal(folder: Path) -> None:
    with open_desk(folder, writing=True) as desk, open_journal(folder) as journal:
        release, _ = desk.releases.new({"headline": "Crews train"})
        text = replace(release, body_md="Not stored.")
        journal.write(JournalEntry(release=text, at=datetime.now(UTC)))
    with open_desk(folder, writing=True) as desk:
        desk.backups.make(CHANGE)
        assert [one.mine.body_md for one in desk.recovery.found()] == ["Not stored."]


def test_a_text_stays_in_the_journal_while_the_second_place_lacks_the_backup(
    folder: Path, stick: Path
) -> None:
    typed_and_stored(folder, "Typed before the backup.")
    with open_desk(folder, writing=True) as desk:
        assert desk.backups.make(CHANGE, place=str(stick / "away")).second_problem is not None
        assert len(runs(folder)) == 1
        assert desk.backups.make(CHANGE, place=str(stick)).second_problem is None
        assert runs(folder) == []


def test_a_text_stays_in_the_journal_where_no_backup_was_made(folder: Path) -> None:
    typed_and_stored(folder, "Typed before the backup.")

    def stop() -> None:
        raise Cancelled

    with open_desk(folder, writing=True) as desk, pytest.raises(Cancelled):
        desk.backups.make(CHANGE, rest=stop)
    assert len(runs(folder)) == 1


# When one is made -----------------------------------------------------------------------------


def test_what_is_held_already_is_not_backed_up_again(desk: Desk, folder: Path) -> None:
    assert desk.backups.make_unless_held(CHANGE)
    assert desk.backups.make_unless_held(CHANGE) is None
    desk.releases.new({})
    assert desk.backups.make_unless_held(CHANGE)
    with open_desk(folder) as reader:
        assert reader.backups.make_unless_held(CHANGE)  # it knows of none
        assert reader.backups.make_unless_held(CHANGE) is None
        desk.releases.new({})
        assert reader.backups.make_unless_held(CHANGE)


def test_at_most_one_of_a_half_hour_is_due(desk: Desk, clock: Clock) -> None:
    assert desk.backups.make_if_due(BackupReason.OPEN)
    desk.releases.new({})
    clock.advance(minutes=29)
    assert desk.backups.make_if_due(CHANGE) is None
    clock.advance(minutes=1)
    assert desk.backups.make_if_due(CHANGE)


def test_a_backup_from_the_future_keeps_none_from_being_made(desk: Desk, clock: Clock) -> None:
    clock.advance(days=900)
    desk.backups.make(CHANGE)
    clock.advance(days=-900)
    desk.releases.new({})
    assert desk.backups.make_if_due(CHANGE)


def test_of_two_in_one_moment_the_later_one_stays(desk: Desk) -> None:
    desk.backups.make(CHANGE)
    desk.releases.new({"headline": "Later"})
    made = desk.backups.make(CHANGE)
    assert desk.backups.overview().backups == (made.backup,)
    assert headlines(desk, made.backup.path) == ["Later"]


def test_backups_are_thinned_as_they_are_made(desk: Desk, clock: Clock, stick: Path) -> None:
    for _ in range(10):
        desk.backups.make(CHANGE, place=str(stick))
        clock.advance(minutes=30)
    assert len(desk.backups.overview().backups) == 8
    assert len(desk.backups.overview(str(stick)).backups) == 8


def test_a_damaged_newsroom_is_never_backed_up_over_the_last_good_one(
    desk: Desk, clock: Clock, folder: Path
) -> None:
    release, _ = desk.releases.new({"headline": "Crews train"}, body_md="All 12 are safe.")
    good = desk.backups.make(CHANGE)
    database = desk.backups._opened()
    database._driver.execute("UPDATE release SET body_md = replace(body_md, '12', '17')")
    for _ in range(40):
        clock.advance(days=9)
        with pytest.raises(StorageError) as caught:
            desk.backups.make(CHANGE)
        assert caught.value.problem is StorageProblem.CORRUPT
        assert str(release.id) in caught.value.detail
    assert desk.backups.overview().last_good == good.backup
    desk.backups.check(good.backup.path)


def test_a_second_place_gets_backup_and_pictures(desk: Desk, stick: Path, tmp_path: Path) -> None:
    file = tmp_path / "quay.jpg"
    file.write_bytes(photo(60, 40))
    with_picture(desk, file)
    made = desk.backups.make(CHANGE, place=str(stick))
    assert made.second_problem is None
    copy = Path(made.second)
    assert copy.is_relative_to(stick)
    assert copy.read_bytes() == Path(made.backup.path).read_bytes()
    (picture,) = (copy.parent / "media").glob("*/*")
    assert picture.stat().st_size > 0
    Path(made.backup.path).unlink()
    assert desk.backups.overview(str(stick)).backups[0].path == str(copy)


def with_picture(desk: Desk, file: Path) -> None:
    release, _ = desk.releases.new({})
    desk.pictures.add(str(release.id), picture_in(file), PictureWords(alt="A quay"))


def test_a_second_place_that_is_away_stops_nothing_and_is_said(desk: Desk, stick: Path) -> None:
    stick.rmdir()
    made = desk.backups.make(CHANGE, place=str(stick))
    assert made.second == ""
    assert made.second_problem is not None
    assert made.second_problem.path == str(stick)
    assert not desk.backups.overview(str(stick)).is_place_there
    assert desk.backups.overview().is_place_there


def test_a_backup_in_a_folder_of_choice_brings_its_pictures(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "quay.jpg"
    file.write_bytes(photo(60, 40))
    with_picture(desk, file)
    path = desk.backups.make_in(str(tmp_path / "there" / "of it"))
    assert path.parent == tmp_path / "there" / "of it"
    assert list(path.parent.glob("media/*/*.jpg"))
    assert desk.backups.overview().backups == ()


def test_going_back_keeps_what_was_there_twice(desk: Desk, folder: Path, clock: Clock) -> None:
    desk.releases.new({"headline": "First"})
    first = desk.backups.make(BackupReason.ASKED)
    clock.advance(minutes=5)
    desk.releases.new({"headline": "Second"})
    aside = desk.backups.restore(first.backup.path)
    before = desk.backups.overview().backups[0]
    assert before.reason is BackupReason.RESTORE
    assert headlines(desk, before.path) == ["Second", "First"]
    desk.backups._opened().close()
    with open_desk(folder, writing=True) as restored:
        assert restored.releases.counts().all == 1
        assert headlines(restored, str(aside)) == ["Second", "First"]
        restored.backups.restore(before.path)
    with open_desk(folder) as again:
        assert again.releases.counts().all == 2


def test_a_damaged_backup_changes_nothing(desk: Desk, folder: Path) -> None:
    made = desk.backups.make(BackupReason.ASKED)
    path = Path(made.backup.path)
    path.write_bytes(path.read_bytes()[:-4096])
    before = sorted(folder.rglob("*"))
    with pytest.raises(StorageError) as caught:
        desk.backups.restore(str(path))
    assert caught.value.problem is StorageProblem.CORRUPT
    assert sorted(folder.rglob("*")) == before


def test_a_newsroom_with_damage_in_it_can_go_back_too(desk: Desk, folder: Path) -> None:
    desk.releases.new({"headline": "Crews train"})
    made = desk.backups.make(BackupReason.ASKED)
    database = desk.backups._opened()
    database._driver.execute("UPDATE release SET headline = 'x'")
    desk.backups.restore(made.backup.path)
    database.close()
    with open_desk(folder) as restored:
        assert restored.releases.get("crews-train").headline == "Crews train"


def test_a_newsroom_that_does_not_open_is_restored_without_it(desk: Desk, folder: Path) -> None:
    desk.releases.new({"headline": "Crews train"})
    made = desk.backups.make(BackupReason.ASKED)
    desk.backups._opened().close()
    (folder / "newsdesk.sqlite").write_bytes(bytes(100_000))
    with pytest.raises(StorageError), open_desk(folder):
        pass
    backups = backups_of(folder)
    last = backups.overview().last_good
    assert last == made.backup
    assert [one.headline for one in backups.contents(last.path).newest] == ["Crews train"]
    backups.restore(last.path)
    with open_desk(folder) as restored:
        assert restored.releases.counts().all == 1


def test_making_one_needs_the_newsroom_open(folder: Path) -> None:
    with pytest.raises(LookupError):
        backups_of(folder).make(CHANGE)


def test_a_backup_can_be_stopped(desk: Desk) -> None:
    def stop() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        desk.backups.make(CHANGE, rest=stop)
    assert desk.backups.overview().backups == ()


def test_orphans_go_only_if_no_backup_names_them(
    desk: Desk, folder: Path, clock: Clock, tmp_path: Path
) -> None:
    file = tmp_path / "quay.jpg"
    file.write_bytes(photo(60, 40))
    with_picture(desk, file)
    made = desk.backups.make(CHANGE)
    (picture,) = (folder / "media").glob("*/*")
    os.utime(picture, (0, 0))
    database = desk.backups._opened()
    for table in ("release_media", "media", "revision"):
        database._driver.execute(f"DELETE FROM {table}")  # noqa: S608 - as an older state has it
    assert desk.backups.clear_orphans() == []
    Path(made.backup.path).unlink()
    assert desk.backups.clear_orphans() == [picture.relative_to(folder / "media").as_posix()]
    assert not picture.exists()
