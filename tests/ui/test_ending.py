"""Closing stores everything, or does not close; the next start begins with what was seen."""

from collections.abc import Callable
from pathlib import Path

import pytest

from newsdesk import paths
from newsdesk.desk import open_desk
from newsdesk.domain.errors import StorageError, StorageProblem
from newsdesk.domain.release import Release
from newsdesk.storage.journal import JournalFolder
from newsdesk.ui.dialogs.stale_dialog import StaleDialog
from newsdesk.ui.messages import words
from tests.ui.windows import OpenWindow

Open = Callable[..., OpenWindow]

HARBOUR = "Harbour crews from nine ports train together for winter rescues"


@pytest.fixture
def window(sample_folder: Path, open_window: Open) -> OpenWindow:
    window = open_window().begin()
    window.open(HARBOUR)
    window.settle()
    return window


def not_saved(problem: StorageProblem) -> str:
    why = words(StorageError(problem)).title
    return f"Not everything is saved: {why}. The text is still here."


# Storing ---------------------------------------------------------------------------------------


def test_what_was_just_typed_is_stored(window: OpenWindow) -> None:
    release = window.release
    window.type_body("At once. ")
    window.close()
    assert window.stored(release).body_md.startswith("At once. ")


def test_so_is_what_is_typed_while_that_is_stored(window: OpenWindow) -> None:
    release = window.release
    window.type_body("At once. ")
    window.window.close()
    window.type_body("And more. ")
    window.wait(lambda: not window.window.isVisible())
    assert window.stored(release).body_md.startswith("At once. And more. ")


def test_the_lock_is_given_back(window: OpenWindow) -> None:
    window.close()
    with open_desk(window.folder, writing=True) as desk:
        assert desk.releases.counts().all == 3


def test_a_window_that_cannot_save_stays_and_says_so(window: OpenWindow) -> None:
    make_room = window.fill_disk()
    window.type_body("At once. ")
    window.window.close()
    window.wait(lambda: window.notice == not_saved(StorageProblem.FULL))
    assert window.window.isVisible()
    assert window.window.editor.text.text().startswith("At once. ")
    window.push("Try again", window.window.notices)
    window.wait(lambda: window.notice == not_saved(StorageProblem.FULL))
    release = window.release
    make_room()
    window.push("Try again", window.window.notices)
    window.wait(lambda: not window.window.isVisible())
    assert window.stored(release).body_md.startswith("At once. ")


def test_it_says_so_too_of_a_text_that_was_left(window: OpenWindow) -> None:
    window.fill_disk()
    window.type_body("At once. ")
    window.open(window.listed()[0])
    window.window.close()
    window.wait(lambda: window.notice == not_saved(StorageProblem.FULL))
    assert window.window.isVisible()


def test_one_may_close_it_all_the_same(window: OpenWindow) -> None:
    release = window.release
    window.fill_disk()
    window.type_body("At once. ")
    window.window.close()
    window.push("Close without saving", window.window.notices)
    assert not window.window.isVisible()
    assert not window.stored(release).body_md.startswith("At once. ")
    assert window.surroundings.picture.load() is None  # it would show what is not there


def test_what_was_closed_without_saving_is_in_the_journal(window: OpenWindow) -> None:
    window.fill_disk()
    window.type_body("At once. ")
    window.window.close()
    window.push("Close without saving", window.window.notices)
    with open_desk(window.folder) as desk:
        (text,) = desk.recovery.found()
    assert text.mine.body_md.startswith("At once. ")


def test_nothing_is_left_of_what_was_saved(window: OpenWindow) -> None:
    window.type_body("At once. ")
    window.close()
    assert [one.is_stored for one in JournalFolder(paths.journal_dir(window.folder)).left()] == [
        True
    ]
    with open_desk(window.folder) as desk:
        assert desk.recovery.found() == []


def test_a_text_that_another_newsdesk_does_not_let_be_saved_is_not_closed_silently(
    window: OpenWindow, open_window: Open
) -> None:
    release = window.release
    window.close()
    again = open_window()
    with open_desk(window.folder, writing=True):
        again.show()
        again.type_body("At once. ")
        again.wait(lambda: again.store.refusal is not None)
        again.window.close()
        again.wait(lambda: again.notice == not_saved(StorageProblem.LOCKED))
        again.push("Close without saving", again.window.notices)
        again.wait(lambda: not again.window.isVisible())
    assert not window.stored(release).body_md.startswith("At once. ")


def test_one_that_is_only_read_is_closed_at_once(window: OpenWindow, open_window: Open) -> None:
    window.close()
    again = open_window()
    with open_desk(window.folder, writing=True):
        again.show()
        again.wait(lambda: again.store.refusal is not None)
        again.close()


def test_it_is_not_closed_over_a_question(window: OpenWindow) -> None:
    stored: list[Release] = []
    key = str(window.release.id)
    window.store.change(lambda desk: desk.releases.edit(key, {"headline": "Theirs"}), stored.append)
    window.wait(lambda: bool(stored))
    window.type_headline("Mine")
    window.do("release.save")
    dialog = window.dialog(StaleDialog)
    window.window.close()
    window.wait(lambda: window.notice.startswith("Not everything is saved: "))
    assert window.window.isVisible()
    window.push("Keep mine", dialog)
    window.settle()
    window.close()
    assert window.stored(stored[0]).headline == "Mine"


# What the next start finds ---------------------------------------------------------------------


def test_the_snapshot_is_of_what_was_open(window: OpenWindow) -> None:
    window.type_headline("Just renamed")
    window.close()
    snapshot = window.surroundings.snapshot.load()
    assert snapshot is not None
    assert snapshot.release is not None
    assert snapshot.release.headline == "Just renamed"
    assert snapshot.page is not None
    assert [row.headline for row in snapshot.rows].count("Just renamed") == 1
    assert snapshot.total == 3


def test_it_is_written_while_the_window_is_open_too(window: OpenWindow) -> None:
    """A machine that loses its power has no time to close anything."""
    window.type_headline("Just renamed")
    window.do("release.save")

    def renamed() -> bool:
        snapshot = window.surroundings.snapshot.load()
        release = snapshot.release if snapshot else None
        return release is not None and release.headline == "Just renamed"

    window.wait(renamed)
    assert window.window.isVisible()


def test_no_snapshot_is_taken_of_a_text_that_is_not_stored(window: OpenWindow) -> None:
    window.type_headline("Not stored yet")
    assert window.wiring._ending.snapshot() is None
    window.autosave.save()
    window.settle()
    taken = window.wiring._ending.snapshot()
    assert taken is not None
    assert taken.release == window.stored()


def test_the_picture_is_of_what_was_seen(window: OpenWindow) -> None:
    text = window.release.body_md
    window.close()
    picture = window.surroundings.picture.load()
    assert picture is not None
    assert picture["text"] == text
    assert picture["lines"][-1][-1] == HARBOUR


def test_without_an_open_release_there_is_no_picture(window: OpenWindow, open_window: Open) -> None:
    window.close()
    assert window.surroundings.picture.load() is not None
    again = open_window().begin()
    again.list_view.selectAll()
    again.do("release.trash")
    again.wait(lambda: not again.session.is_open)
    again.settle()
    again.close()
    assert again.surroundings.picture.load() is None


def test_neither_is_there_one_of_a_newsroom_that_will_not_be_opened(
    window: OpenWindow, tmp_path: Path
) -> None:
    window.keeper.change(data_dir=str(tmp_path / "other"))
    window.close()
    assert window.surroundings.picture.load() is None


def test_preferences_are_written_even_if_they_just_changed(window: OpenWindow) -> None:
    window.do("view.library")
    window.close()
    assert not window.kept().is_library_shown


def test_pictures_of_icons_are_kept_for_the_next_start(
    window: OpenWindow, open_window: Open
) -> None:
    window.close()
    window.surroundings.glyphs.save({"of an earlier version": b"nothing"})
    again = open_window().begin()
    again.wait(lambda: again.workstation.icons.is_grown)
    again.close()
    kept = again.surroundings.glyphs.load()
    assert len(kept) > 20
    assert kept == again.workstation.icons.pictures
