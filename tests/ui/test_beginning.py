"""What was shown from memory gives way to what is stored, and nothing typed meanwhile is lost."""

from collections.abc import Callable
from pathlib import Path

import pytest

from newsdesk.desk import open_desk
from newsdesk.services.preferences import View
from newsdesk.ui import beginning as module
from newsdesk.ui.dialogs.stale_dialog import StaleDialog
from tests.ui.windows import OpenWindow

Open = Callable[..., OpenWindow]

HARBOUR = "Harbour crews from nine ports train together for winter rescues"


@pytest.fixture
def left(sample_folder: Path, open_window: Open) -> OpenWindow:
    """A window that was closed with a release open."""
    window = open_window().begin()
    window.open(HARBOUR)
    window.settle()
    window.close()
    return window


def elsewhere(window: OpenWindow, headline: str) -> None:
    """Change the release that is open there while no window is."""
    with open_desk(window.folder, writing=True) as desk:
        desk.releases.edit(str(window.release.id), {"headline": headline})


# What is open ----------------------------------------------------------------------------------


def test_the_release_that_was_open_is_open_again(left: OpenWindow, open_window: Open) -> None:
    assert open_window().begin().headline == HARBOUR


def test_so_it_is_without_a_snapshot(left: OpenWindow, open_window: Open) -> None:
    (left.folder / "state" / "start.json").unlink()
    assert open_window().begin().headline == HARBOUR


@pytest.mark.parametrize("last", ["nonsense", "01890a5d-ac96-774b-bcce-b302099a8057"])
def test_without_one_the_newest_is(last: str, left: OpenWindow, open_window: Open) -> None:
    (left.folder / "state" / "start.json").unlink()
    window = open_window(last_release=last).begin()
    assert window.headline == window.listed()[0] != HARBOUR


def test_what_was_changed_elsewhere_is_shown_as_it_is_now(
    left: OpenWindow, open_window: Open
) -> None:
    elsewhere(left, "Changed elsewhere")
    window = open_window().show()
    assert window.headline == HARBOUR
    window.wait(lambda: window.headline == "Changed elsewhere")
    assert not window.session.is_dirty
    assert window.window.editor.fields.headline.text() == "Changed elsewhere"
    window.wait(lambda: "Changed elsewhere" in window.listed())


def test_what_was_thrown_away_elsewhere_is_open_no_more(
    left: OpenWindow, open_window: Open
) -> None:
    with open_desk(left.folder, writing=True) as desk:
        desk.samples.remove()
    window = open_window().show()
    window.wait(lambda: window.store.is_writable and not window.session.is_open)
    window.wait(lambda: window.listed() == [])


def test_what_is_typed_before_the_newsroom_is_open_is_saved(
    left: OpenWindow, open_window: Open
) -> None:
    window = open_window().show()
    assert not window.store.is_readable
    window.type_body("At once. ")
    window.wait(lambda: window.store.is_writable)
    window.settle()
    assert window.stored().body_md.startswith("At once. ")
    assert window.headline == HARBOUR


def test_if_it_was_changed_elsewhere_too_one_is_asked(left: OpenWindow, open_window: Open) -> None:
    elsewhere(left, "Changed elsewhere")
    window = open_window().show()
    window.type_body("At once. ")
    dialog = window.dialog(StaleDialog)
    window.push("Keep both", dialog)
    window.wait(lambda: len(window.stored_ids()) == 4)
    window.settle()
    assert window.headline == "Changed elsewhere"


# When it is opened -----------------------------------------------------------------------------


def test_the_preview_goes_first(
    left: OpenWindow, open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_STORE_AFTER_MS", 60_000)
    monkeypatch.setattr("newsdesk.ui.preview.preview_pane.PreviewPane.start", lambda *_: None)
    window = open_window(view=View.SPLIT).show()
    window.wait(window.window.isVisible)
    assert window.store._writer._thread is None
    window.window.preview.painted.emit(1)
    window.wait(lambda: window.store.is_writable)
    window.window.preview.painted.emit(2)  # and once is enough


def test_a_preview_that_takes_its_time_holds_nothing_up(
    left: OpenWindow, open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_STORE_AFTER_MS", 10)
    monkeypatch.setattr("newsdesk.ui.preview.preview_pane.PreviewPane.start", lambda *_: None)
    window = open_window(view=View.SPLIT).show()
    window.wait(lambda: window.store.is_writable)


# Files -----------------------------------------------------------------------------------------


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "quay.md"
    path.write_text("---\nheadline: Quay repaired\nlanguage: en\n---\nThe text.\n", "utf-8")
    return path


def test_files_to_be_brought_in_are_and_the_first_is_open(
    left: OpenWindow, open_window: Open, file: Path
) -> None:
    window = open_window([file]).show()
    window.wait(lambda: window.headline == "Quay repaired")
    window.settle()
    assert len(window.stored_ids()) == 4


def test_they_are_brought_in_once(left: OpenWindow, open_window: Open, file: Path) -> None:
    window = open_window([file]).show()
    window.wait(lambda: window.headline == "Quay repaired")
    window.settle()
    window.store.opened.emit()  # as after a second try
    window.settle()
    assert len(window.stored_ids()) == 4


def test_they_wait_until_the_newsroom_can_be_written_in(
    left: OpenWindow, open_window: Open, file: Path
) -> None:
    window = open_window([file])
    with open_desk(left.folder, writing=True):
        window.show()
        window.wait(lambda: window.store.refusal is not None and window.store.is_readable)
        window.settle_reading()
        assert not window.has_dialog()
    window.wiring.welcome._try_again()
    window.wait(lambda: window.headline == "Quay repaired")


def test_one_that_is_refused_is_told(left: OpenWindow, open_window: Open, tmp_path: Path) -> None:
    window = open_window([tmp_path / "nowhere.md"]).show()
    window.wait(lambda: "nowhere.md" in window.notice)
    assert window.headline == HARBOUR


def test_a_text_typed_before_another_newsdesk_was_noticed_is_not_lost(
    left: OpenWindow, open_window: Open
) -> None:
    window = open_window()
    with open_desk(left.folder, writing=True):
        window.show()
        window.type_body("At once. ")
        window.wait(lambda: window.store.refusal is not None)
        assert not window.window.editor.text.is_editable
        assert window.window.status.text().startswith("Not saved: ")
        assert window.release.body_md.startswith("At once. ")
    window.wiring.welcome._try_again()
    window.wait(lambda: window.store.is_writable)
    window.settle()
    assert window.stored().body_md.startswith("At once. ")
    assert window.store.refusal is None
