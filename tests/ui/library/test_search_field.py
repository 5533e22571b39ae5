"""Typing what is looked for."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from newsdesk.ui.library.search_field import SearchField
from newsdesk.ui.theme.icons import Icons


@pytest.fixture
def field(icons: Icons, qtbot: QtBot) -> SearchField:
    field = SearchField(icons)
    qtbot.addWidget(field)
    field.show()
    qtbot.waitExposed(field)
    field.setFocus()
    return field


def test_it_says_what_it_is_for(field: SearchField) -> None:
    assert field.placeholderText() == "Search releases, contacts, tags"
    assert field.accessibleName() == "Search releases"


def test_words_are_looked_for_once_the_typing_pauses(field: SearchField, qtbot: QtBot) -> None:
    edited = QSignalSpy(field.search_edited)
    qtbot.keyClicks(field, " ferry")
    assert edited.count() == 0
    qtbot.waitUntil(lambda: edited.count() == 1)
    assert edited.at(0) == ["ferry"]
    assert field.search_text() == "ferry"


def test_space_around_the_words_is_nothing_new(field: SearchField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(field.search_edited):
        qtbot.keyClicks(field, "ferry")
    edited = QSignalSpy(field.search_edited)
    qtbot.keyClicks(field, " ")
    qtbot.keyClicks(field, "x")
    qtbot.waitUntil(lambda: edited.count() == 1)
    assert edited.at(0) == ["ferry x"]


@pytest.mark.parametrize("pressed", [Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_going_to_the_list_looks_at_once(field: SearchField, qtbot: QtBot, pressed: Qt.Key) -> None:
    qtbot.keyClicks(field, "ferry")
    with qtbot.waitSignals([field.search_edited, field.list_requested], order="strict", timeout=50):
        qtbot.keyClick(field, pressed)


def test_escape_clears_the_search_and_then_is_nothing_of_ours(
    field: SearchField, qtbot: QtBot
) -> None:
    qtbot.keyClicks(field, "ferry")
    with qtbot.waitSignal(field.search_edited):
        pass
    edited = QSignalSpy(field.search_edited)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert edited.at(0) == [""]
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert edited.count() == 1


def test_the_cross_is_there_while_there_is_something_to_clear(
    field: SearchField, qtbot: QtBot
) -> None:
    def crosses() -> list[QToolButton]:
        buttons = field.findChildren(QToolButton)
        return [one for one in buttons if one.toolTip() == "Clear search" and one.isVisible()]

    assert crosses() == []
    with qtbot.waitSignal(field.search_edited):
        qtbot.keyClicks(field, "ferry")
    (cross,) = crosses()
    with qtbot.waitSignal(field.search_edited) as edited:
        qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert edited.args == [""]


def test_setting_the_words_is_not_an_edit(field: SearchField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "fer")
    with qtbot.assertNotEmitted(field.search_edited):
        field.set_search_text("ports")
    assert not field._pause.isActive()
    with qtbot.assertNotEmitted(field.search_edited):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.search_text() == "ports"


def test_what_is_looked_for_can_be_kept(field: SearchField, qtbot: QtBot) -> None:
    keep = next(action for action in field.actions() if action.text() == "Keep this search")
    assert not keep.isVisible()
    qtbot.keyClicks(field, " ferry ")
    assert keep.isVisible()
    with qtbot.waitSignal(field.save_requested) as kept:
        keep.trigger()
    assert kept.args == ["ferry"]


def test_clearing_is_told_even_before_the_pause_was_over(icons: Icons, qtbot: QtBot) -> None:
    """The list may have been read with what was typed: something else was stored meanwhile."""
    field = SearchField(icons)
    qtbot.addWidget(field)
    qtbot.keyClicks(field, "ferries")
    with qtbot.waitSignal(field.search_edited) as edited:
        field.clear_search()
    assert edited.args == [""]
    with qtbot.assertNotEmitted(field.search_edited):
        field.clear_search()
