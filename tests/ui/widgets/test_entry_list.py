"""A list of entries of a book."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from newsdesk.ui.theme.theme_controller import ThemeController
from newsdesk.ui.widgets.entry_list import Entry, EntryList

DANA, LEA, NOOR = Entry(1, "Dana", "Press"), Entry(2, "Léa"), Entry(3, "Noor", "Amman")


@pytest.fixture
def entries(themes: ThemeController, qtbot: QtBot) -> EntryList:
    entries = EntryList("Contacts")
    qtbot.addWidget(entries)
    entries.resize(300, 300)
    entries.set_entries([DANA, LEA, NOOR])
    entries.show()
    return entries


def test_one_entry_is_chosen_from_the_beginning(entries: EntryList) -> None:
    assert entries.current_key() == 1


def test_an_empty_list_has_no_chosen_entry(entries: EntryList, qtbot: QtBot) -> None:
    entries.set_entries([])
    assert entries.current_key() is None
    with qtbot.assertNotEmitted(entries.removal_requested):
        qtbot.keyClick(entries, Qt.Key.Key_Delete)


def test_the_chosen_entry_stays_chosen_wherever_it_moves(entries: EntryList) -> None:
    entries.choose(2)
    entries.set_entries([LEA, NOOR])
    assert entries.current_key() == 2


@pytest.mark.parametrize(("gone", "left"), [(2, 3), (3, 2)])
def test_the_neighbour_of_one_that_is_gone_is_chosen(
    entries: EntryList, gone: int, left: int
) -> None:
    entries.choose(gone)
    entries.set_entries([entry for entry in (DANA, LEA, NOOR) if entry.key != gone])
    assert entries.current_key() == left


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_opens_the_chosen_entry(entries: EntryList, key: Qt.Key, qtbot: QtBot) -> None:
    entries.choose(3)
    with qtbot.waitSignal(entries.entry_activated) as opened:
        qtbot.keyClick(entries, key)
    assert opened.args == [3]


def test_a_double_click_opens_an_entry(entries: EntryList, qtbot: QtBot) -> None:
    spot = entries.visualItemRect(entries.item(1)).center()
    qtbot.mouseClick(entries.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    with qtbot.waitSignal(entries.entry_activated) as opened:
        qtbot.mouseDClick(entries.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert opened.args == [2]


def test_delete_asks_for_the_chosen_entry_to_go(entries: EntryList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(entries.removal_requested) as asked:
        qtbot.keyClick(entries, Qt.Key.Key_Delete)
    assert asked.args == [1]


def test_a_screen_reader_says_both_lines(entries: EntryList) -> None:
    list_ = QAccessible.queryAccessibleInterface(entries)
    assert list_.text(QAccessible.Text.Name) == "Contacts"
    said = entries.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Dana, Press"
    assert entries.item(1).data(Qt.ItemDataRole.AccessibleTextRole) == "Léa"


def test_both_lines_are_drawn(entries: EntryList) -> None:
    with_detail = entries.viewport().grab(entries.visualItemRect(entries.item(2))).toImage()
    entries.set_entries([DANA, LEA, Entry(3, "Noor")])
    without = entries.viewport().grab(entries.visualItemRect(entries.item(2))).toImage()
    assert with_detail != without
    height = entries.visualItemRect(entries.item(0)).height()
    assert height >= 2 * entries.fontMetrics().height()
