"""The searches that people keep at hand."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QLineEdit, QListWidget
from pytestqt.qtbot import QtBot

from newsdesk.services.desk import Desk
from newsdesk.ui.changes import ChangeHub
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.library.saved_searches import SavedSearches
from newsdesk.ui.theme.icons import Icons

Change = Callable[[Callable[[Desk], Any]], Any]


@pytest.fixture
def saved(store: Store, hub: ChangeHub, icons: Icons, qtbot: QtBot) -> SavedSearches:
    saved = SavedSearches(store, hub, icons)
    qtbot.addWidget(saved)
    saved.resize(308, 300)
    return saved


def names(saved: SavedSearches) -> list[str]:
    return [one.name for one in saved.searches()]


def lines(saved: SavedSearches) -> QListWidget:
    found = saved.findChild(QListWidget)
    assert isinstance(found, QListWidget)
    return found


def test_there_is_nothing_to_be_seen_without_one(saved: SavedSearches) -> None:
    saved.read()
    assert saved.isHidden()


def test_counts_follow_what_is_stored(saved: SavedSearches, changed: Change, qtbot: QtBot) -> None:
    changed(lambda desk: desk.searches.add("port state:draft", "Ports"))
    qtbot.waitUntil(lambda: saved.counts() == {"Ports": 0})
    assert not saved.isHidden()
    changed(lambda desk: desk.releases.new({"headline": "A port opens"}))
    qtbot.waitUntil(lambda: saved.counts() == {"Ports": 1})
    assert lines(saved).item(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Ports: 1"
    assert lines(saved).item(0).toolTip() == "port state:draft"


def test_one_that_is_kept_can_be_named_at_once(saved: SavedSearches, qtbot: QtBot) -> None:
    saved.show()
    saved.save("country:china")
    qtbot.waitUntil(lambda: lines(saved).findChild(QLineEdit) is not None)
    editor = lines(saved).findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    assert editor.selectedText() == "country:china"
    qtbot.keyClicks(editor, "China")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names(saved) == ["China"])
    assert saved.has("country:china")
    assert not saved.has("China")


def test_an_empty_name_is_none(saved: SavedSearches, changed: Change, qtbot: QtBot) -> None:
    changed(lambda desk: desk.searches.add("port", "Ports"))
    qtbot.waitUntil(lambda: names(saved) == ["Ports"])
    lines(saved).item(0).setText("  ")
    assert lines(saved).item(0).text() == "Ports"


def test_enter_and_a_click_look_for_it(saved: SavedSearches, changed: Change, qtbot: QtBot) -> None:
    changed(lambda desk: desk.searches.add("port", "Ports"))
    qtbot.waitUntil(lambda: names(saved) == ["Ports"])
    chosen = QSignalSpy(saved.search_chosen)
    lines(saved).setCurrentRow(0)
    qtbot.keyClick(lines(saved), Qt.Key.Key_Return)
    place = lines(saved).visualItemRect(lines(saved).item(0)).center()
    saved.show()
    qtbot.mouseClick(lines(saved).viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [chosen.at(n) for n in range(chosen.count())] == [["port"], ["port"]]


def test_the_one_that_the_list_shows_is_marked_and_no_other(
    saved: SavedSearches, changed: Change, qtbot: QtBot
) -> None:
    def marked() -> list[str]:
        return [item.text() for item in lines(saved).selectedItems()]

    saved.show_search("quay")
    for query, name in (("port", "Ports"), ("quay", "Quays")):
        changed(lambda desk, query=query, name=name: desk.searches.add(query, name))
    qtbot.waitUntil(lambda: marked() == ["Quays"])
    lines(saved).setCurrentRow(0)
    qtbot.keyClick(lines(saved), Qt.Key.Key_Down)
    assert marked() == ["Quays"]
    saved.show_search("port")
    assert marked() == ["Ports"]
    saved.show_search("port state:draft")
    assert marked() == []


def test_what_is_removed_can_be_put_back(
    saved: SavedSearches, changed: Change, qtbot: QtBot
) -> None:
    changed(lambda desk: desk.searches.add("port", "Ports"))
    changed(lambda desk: desk.searches.add("quay", "Quays"))
    qtbot.waitUntil(lambda: names(saved) == ["Ports", "Quays"])
    lines(saved).setCurrentRow(0)
    with qtbot.waitSignal(saved.removed) as removed:
        qtbot.keyClick(lines(saved), Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: names(saved) == ["Quays"])
    saved.put_back(removed.args[0])
    qtbot.waitUntil(lambda: names(saved) == ["Ports", "Quays"])


def test_the_menu_of_a_line_renames_moves_and_deletes(
    saved: SavedSearches, changed: Change, qtbot: QtBot
) -> None:
    for name in ("One", "Two"):
        changed(lambda desk, name=name: desk.searches.add(name, name))
    qtbot.waitUntil(lambda: names(saved) == ["One", "Two"])
    menu = lines(saved).menu_for(lines(saved).item(0))  # type: ignore[attr-defined]
    texts = {action.text(): action for action in menu.actions() if not action.isSeparator()}
    assert list(texts) == ["&Search", "&Rename", "Move &up", "Move &down", "D&elete"]
    assert not texts["Move &up"].isEnabled()
    texts["Move &down"].trigger()
    qtbot.waitUntil(lambda: names(saved) == ["Two", "One"])
    texts["D&elete"].trigger()
    qtbot.waitUntil(lambda: names(saved) == ["Two"])
