"""Many texts that come in while one goes on working."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from newsdesk.ui.widgets.notice_bar import Offer, Tone
from newsdesk.ui.widgets.progress_line import ProgressLine
from tests.ui.windows import OpenWindow

Open = Callable[..., OpenWindow]
MANY = 30


@pytest.fixture
def window(sample_folder: Path, open_window: Open) -> OpenWindow:
    return open_window().begin()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    for number in range(MANY):
        text = f'---\nheadline: "Number {number}"\nlanguage: en\n---\nThe text {number}.\n'
        (folder / f"{number}.md").write_text(text, "utf-8")
    return folder


def drop(window: OpenWindow, folder: Path) -> None:
    window.window.files_dropped.emit([str(folder)])


def line_of(window: OpenWindow) -> ProgressLine | None:
    return next((one for one in window.window.findChildren(ProgressLine) if one.isVisible()), None)


def test_how_far_it_is_stays_to_be_seen_while_others_say_something(
    window: OpenWindow, folder: Path
) -> None:
    drop(window, folder)
    window.wait(lambda: line_of(window) is not None)
    window.wiring.notices.show("Moved to the trash", Tone.DONE, [Offer("Undo", lambda: None)])
    line = line_of(window)
    assert line is not None
    assert f"of {MANY} done. Next: " in line.how_far()
    window.wait(lambda: window.notice == f"{MANY} releases are brought in.")
    assert line_of(window) is None


def test_cancel_beside_the_progress_lets_nothing_more_begin(
    window: OpenWindow, folder: Path
) -> None:
    before = len(window.stored_ids())
    drop(window, folder)
    window.wait(lambda: line_of(window) is not None)
    line = line_of(window)
    assert line is not None
    window.push("Cancel", line)
    window.wait(lambda: "brought in." in window.notice)
    assert before < len(window.stored_ids()) < before + MANY


def test_one_who_writes_meanwhile_is_not_torn_away(window: OpenWindow, folder: Path) -> None:
    opened = window.release
    drop(window, folder)
    window.wait(lambda: line_of(window) is not None)
    window.type_body("At once. ")
    window.wait(lambda: window.notice == f"{MANY} releases are brought in.")
    window.settle()
    assert window.release.id == opened.id
    assert window.stored(opened).body_md.startswith("At once. ")
    window.push("Show", window.window.notices)
    window.wait(lambda: window.headline == "Number 0")


def test_one_who_searches_meanwhile_goes_on_with_what_is_found(
    window: OpenWindow, folder: Path
) -> None:
    opened = window.release
    drop(window, folder)
    window.window.library.look_for("number")
    window.wait(lambda: window.notice == f"{MANY} releases are brought in.")
    window.settle()
    assert window.release.id == opened.id
    window.wait(lambda: window.window.library.shown_total() == MANY)


def test_one_who_only_waits_is_shown_what_came_in(window: OpenWindow, folder: Path) -> None:
    drop(window, folder)
    window.wait(lambda: window.headline == "Number 0")
    window.wait(lambda: len(window.listed()) == window.window.library.shown_total() > MANY)


def test_the_list_is_read_a_few_times_and_fills_as_they_come(
    window: OpenWindow, folder: Path, qtbot: QtBot
) -> None:
    told: list[object] = []
    window.wiring.hub.changed.connect(told.append)
    drop(window, folder)
    with qtbot.waitSignal(window.window.library.list_changed, timeout=15_000):
        pass
    window.wait(lambda: window.notice == f"{MANY} releases are brought in.")
    assert 0 < len(told) < MANY / 3
