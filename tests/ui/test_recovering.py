"""What a sudden end left is asked about at the start, one text after the other."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from newsdesk.desk import open_desk, open_journal
from newsdesk.domain.changes import Changes
from newsdesk.domain.journal import JournalEntry
from newsdesk.domain.query import ReleaseQuery
from newsdesk.domain.release import Release
from newsdesk.services.desk import Desk
from newsdesk.ui.dialogs.comparison_view import ComparisonView
from newsdesk.ui.dialogs.recovery_dialog import RecoveryDialog
from tests.ui.conftest import NOW
from tests.ui.windows import OpenWindow

Open = Callable[..., OpenWindow]


@pytest.fixture
def releases(sample_folder: Path) -> list[Release]:
    with open_desk(sample_folder) as desk:
        return [desk.releases.get(str(key)) for key in desk.releases.ids(ReleaseQuery())]


def leave(folder: Path, release: Release) -> None:
    with open_journal(folder) as journal:
        journal.write(JournalEntry(release=release, at=NOW))


def test_nobody_is_asked_where_nothing_was_left(sample_folder: Path, open_window: Open) -> None:
    window = open_window().begin()
    window.settle_reading()
    assert not window.has_dialog()


def test_what_was_typed_is_taken_and_shown(
    releases: list[Release], sample_folder: Path, open_window: Open
) -> None:
    release = releases[1]
    leave(sample_folder, replace(release, body_md="Typed before the end."))
    window = open_window().begin()
    assert window.release.id != release.id
    dialog = window.dialog(RecoveryDialog)
    window.push("Keep what was typed", dialog)
    window.wait(lambda: window.release.id == release.id)
    assert window.window.editor.text.text() == "Typed before the end."
    assert window.stored(release).body_md == "Typed before the end."
    window.settle_reading()
    assert not window.has_dialog()


def test_the_release_that_is_open_is_shown_as_it_is_then(
    releases: list[Release], sample_folder: Path, open_window: Open
) -> None:
    leave(sample_folder, replace(releases[0], body_md="Typed before the end."))
    window = open_window().begin()
    window.push("Keep what was typed", window.dialog(RecoveryDialog))
    window.wait(lambda: window.window.editor.text.text() == "Typed before the end.")
    window.type_body("And on. ")  # it goes on from there
    window.do("release.save")
    window.settle()
    assert window.stored(releases[0]).body_md == "And on. Typed before the end."


def test_both_are_kept_and_the_copy_can_be_opened(
    releases: list[Release], sample_folder: Path, open_window: Open
) -> None:
    leave(sample_folder, replace(releases[0], headline="My version"))
    window = open_window().begin()
    window.push("Keep both", window.dialog(RecoveryDialog))
    window.wait(lambda: window.notice == "“My version” is kept as a release of its own.")
    assert window.stored(releases[0]).headline == releases[0].headline
    window.push("Open it", window.window.notices)
    window.wait(lambda: window.headline == "My version")


def test_what_is_put_off_is_asked_about_at_the_next_start_only(
    releases: list[Release], sample_folder: Path, open_window: Open
) -> None:
    for release in releases[:2]:
        leave(sample_folder, replace(release, body_md="Typed before the end."))
    window = open_window().begin()
    window.dialog(RecoveryDialog).reject()
    window.push("Keep the saved one", window.dialog(RecoveryDialog))
    window.settle_reading()
    window.wiring._recovering.look()
    window.settle_reading()
    assert not window.has_dialog()
    window.close()

    again = open_window().begin()
    again.push("Keep the saved one", again.dialog(RecoveryDialog))
    again.settle_reading()
    assert not again.has_dialog()
    for release in releases[:2]:
        assert again.stored(release) == release


def test_what_is_typed_into_the_first_picture_is_stored_before_anything_is_asked(
    releases: list[Release], sample_folder: Path, open_window: Open
) -> None:
    open_window().begin().close()
    leave(sample_folder, replace(releases[0], body_md="Typed before the end."))
    window = open_window().show()
    window.type_body("At once. ")
    dialog = window.dialog(RecoveryDialog)
    shown = dialog.findChild(ComparisonView)
    assert "At once." in shown.toPlainText()
    window.push("Keep both", dialog)
    window.wait(lambda: "is kept as a release" in window.notice)
    assert window.stored(releases[0]).body_md.startswith("At once. ")


def test_a_text_saved_meanwhile_is_asked_about_anew(
    releases: list[Release], sample_folder: Path, open_window: Open
) -> None:
    leave(sample_folder, replace(releases[1], body_md="Typed before the end."))
    window = open_window().begin()
    dialog = window.dialog(RecoveryDialog)

    def edit(desk: Desk) -> tuple[Release, Changes]:
        return desk.releases.edit(str(releases[1].id), {}, body_md="By somebody else.")

    window.store.change(edit)
    window.push("Keep what was typed", dialog)
    window.wait(lambda: "saved" in window.notice)
    again = window.dialog(RecoveryDialog)
    assert "By somebody else." in again.findChild(ComparisonView).toPlainText()
    window.push("Keep what was typed", again)
    window.wait(lambda: window.release.id == releases[1].id)
    assert window.stored(releases[1]).body_md == "Typed before the end."
