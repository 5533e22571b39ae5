"""The list of versions as a person moves in it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from newsdesk.domain.revision import Reason
from newsdesk.ui.history.history_lines import history_lines
from newsdesk.ui.history.history_list import HistoryList
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.theme.theme_controller import ThemeController
from tests.ui.history.test_history_lines import NOW, revision

HISTORY = [
    revision(1, days=1),
    revision(2, Reason.AUTOSAVE, minutes=9),
    revision(3, Reason.AUTOSAVE, minutes=8),
    revision(4, minutes=7),
]


@pytest.fixture
def shown(themes: ThemeController, icons: Icons, qtbot: QtBot) -> HistoryList:
    shown = HistoryList(themes, icons)
    qtbot.addWidget(shown)
    shown.show_lines(list(history_lines(HISTORY, NOW, ())))
    shown.show()
    return shown


def numbers(shown: HistoryList) -> list[int | None]:
    return [line.number for line in shown.chosen()]


def test_it_is_as_high_as_its_lines(shown: HistoryList) -> None:
    before = shown.height()
    shown.show_lines(list(history_lines(HISTORY, NOW, (3,))))
    assert shown.height() > before
    assert shown.verticalScrollBar().maximum() == 0


def test_arrows_go_from_version_to_version_and_pass_over_days(shown: HistoryList) -> None:
    shown.focus_first()
    assert numbers(shown) == [None]
    QTest.keyClick(shown, Qt.Key.Key_Down)
    assert numbers(shown) == [4]


def test_two_can_be_chosen(shown: HistoryList) -> None:
    shown.choose([4, 1])
    assert numbers(shown) == [4, 1]


def test_enter_opens_a_version_and_unfolds_autosaves(shown: HistoryList, qtbot: QtBot) -> None:
    shown.focus_first()
    QTest.keyClick(shown, Qt.Key.Key_Down)
    with qtbot.waitSignal(shown.version_opened):
        QTest.keyClick(shown, Qt.Key.Key_Return)
    QTest.keyClick(shown, Qt.Key.Key_Down)
    with qtbot.waitSignal(shown.group_opened) as opened:
        QTest.keyClick(shown, Qt.Key.Key_Return)
    assert opened.args == [3]


def test_what_was_chosen_stays_so_when_more_was_kept(shown: HistoryList) -> None:
    shown.choose([1])
    later = [*HISTORY, revision(5, minutes=1)]
    shown.show_lines(list(history_lines(later, NOW, ())))
    assert numbers(shown) == [1]


def test_the_menu_key_asks_for_the_menu_of_what_is_chosen(shown: HistoryList, qtbot: QtBot) -> None:
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Keyboard, shown.rect().center(), shown.mapToGlobal(shown.pos())
    )
    with qtbot.assertNotEmitted(shown.context_menu_requested):
        QApplication.sendEvent(shown, event)
    shown.focus_first()
    with qtbot.waitSignal(shown.context_menu_requested):
        QApplication.sendEvent(shown, event)


@pytest.mark.parametrize("side", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_line_through_time_is_where_reading_begins(
    shown: HistoryList, side: Qt.LayoutDirection
) -> None:
    shown.setLayoutDirection(side)
    shown.resize(240, shown.height())
    shown.choose([])
    picture = shown.grab().toImage()
    middle = picture.height() // 2
    ground = picture.pixel(120, 2)
    halves = (range(30), range(picture.width() - 30, picture.width()))
    drawn = [any(picture.pixel(x, middle) != ground for x in half) for half in halves]
    assert drawn[0 if side is Qt.LayoutDirection.LeftToRight else 1]


def test_every_line_is_said_to_screen_readers(shown: HistoryList) -> None:
    model = shown.model()
    said = [
        model.data(model.index(row, 0), Qt.ItemDataRole.AccessibleTextRole)
        for row in range(model.rowCount())
    ]
    assert said[0] == "Now, As it stands in the editor"
    assert all(said)
