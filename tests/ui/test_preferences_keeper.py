from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from newsdesk.services.preferences import PreferencesFile, View
from newsdesk.ui.preferences_keeper import PreferencesKeeper


@pytest.fixture
def file(tmp_path: Path) -> PreferencesFile:
    return PreferencesFile(tmp_path / "window.json")


def test_a_change_is_told_at_once_and_written_a_moment_later(
    file: PreferencesFile, qtbot: QtBot
) -> None:
    keeper = PreferencesKeeper(file)
    with qtbot.waitSignal(keeper.preferences_changed):
        keeper.change(view=View.WRITE)
    assert file.load().view is View.SPLIT
    qtbot.waitUntil(lambda: file.load().view is View.WRITE)


def test_what_the_window_shows_already_is_remembered_without_a_word(
    file: PreferencesFile, qtbot: QtBot
) -> None:
    keeper = PreferencesKeeper(file)
    with qtbot.assertNotEmitted(keeper.preferences_changed):
        keeper.remember(library_px=260)
    keeper.write()
    assert file.load().library_px == 260


def test_no_change_is_none(file: PreferencesFile, qtbot: QtBot) -> None:
    keeper = PreferencesKeeper(file)
    with qtbot.assertNotEmitted(keeper.preferences_changed):
        keeper.change(view=View.SPLIT)


def test_the_next_start_finds_them(file: PreferencesFile, qtbot: QtBot) -> None:
    keeper = PreferencesKeeper(file)
    keeper.change(closed_sections=("contacts",))
    keeper.write()
    assert PreferencesKeeper(file).preferences.closed_sections == ("contacts",)
