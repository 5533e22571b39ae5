"""Headings between the releases of a list."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from newsdesk.ui.library.heading import Heading
from newsdesk.ui.library.release_list_model import ReleaseListModel
from newsdesk.ui.library.release_list_view import ReleaseListView, Sight
from newsdesk.ui.library.release_row_delegate import ReleaseRowDelegate
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.theme.theme_controller import ThemeController
from tests.ui.library.rows import NOW, key, keys, row

HEADING, RELEASE = 30, 82
HEADINGS = [Heading("May 2026", 3), Heading("April 2026", 2), Heading("No date", 45)]


@pytest.fixture
def view(themes: ThemeController, icons: Icons, qtbot: QtBot) -> ReleaseListView:
    model = ReleaseListModel(lambda ids, then: then([row(one.int - 1) for one in ids]), lambda: NOW)
    view = ReleaseListView(model)
    view.setItemDelegate(ReleaseRowDelegate(themes, icons, lambda: NOW, view))
    qtbot.addWidget(view)
    view.resize(308, 5 * RELEASE)
    view.show()
    qtbot.waitExposed(view)
    view.show_ids(keys(*range(50)), Sight.TOP, HEADINGS)
    view.setFocus()
    return view


def height(view: ReleaseListView, number: int) -> int:
    return view.visualRect(view.model().index(number, 0)).height()


def test_headings_are_lower_than_releases_and_read_out(view: ReleaseListView) -> None:
    assert [height(view, number) for number in (0, 1, 3, 4)] == [HEADING, RELEASE, RELEASE, HEADING]
    role = Qt.ItemDataRole.AccessibleTextRole
    assert view.model().index(4, 0).data(role) == "April 2026, 2"
    assert view.model().rowCount() == 53
    QAbstractItemModelTester(view.model())


def test_keys_pass_over_headings(view: ReleaseListView, qtbot: QtBot) -> None:
    view.mark(key(2))
    chosen = QSignalSpy(view.release_chosen)
    down, up = Qt.Key.Key_Down, Qt.Key.Key_Up
    for pressed in (down, up, Qt.Key.Key_Home, up, Qt.Key.Key_End):
        qtbot.keyClick(view, pressed)
    assert [chosen.at(number)[0] for number in range(chosen.count())] == keys(3, 2, 0, 49)


def test_page_keys_go_as_far_as_one_sees(view: ReleaseListView, qtbot: QtBot) -> None:
    view.mark(key(0))
    chosen = QSignalSpy(view.release_chosen)
    down, up = Qt.Key.Key_PageDown, Qt.Key.Key_PageUp
    for pressed in (down, down, up, up):
        qtbot.keyClick(view, pressed)
    # five rows are seen: one more stays in sight, headings take the room of a third
    assert [chosen.at(number)[0].int - 1 for number in range(chosen.count())] == [3, 6, 2, 0]
    view.mark(key(48))
    for pressed in (down, down):
        qtbot.keyClick(view, pressed)
    assert view.current() == key(49)


def test_page_keys_move_in_a_list_that_is_lower_than_a_row(
    view: ReleaseListView, qtbot: QtBot
) -> None:
    view.show_ids(keys(*range(50)), Sight.TOP)
    view.resize(308, RELEASE // 2)
    view.mark(key(10))
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.current() == key(11)
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert view.current() == key(10)


def test_all_and_stretches_are_selected_without_headings(
    view: ReleaseListView, qtbot: QtBot
) -> None:
    view.mark(key(1))
    for _ in range(3):
        qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert view.selected_ids() == keys(1, 2, 3, 4)
    view.selectAll()
    assert view.selected_ids() == keys(*range(50))


def test_a_click_on_a_heading_chooses_nothing(view: ReleaseListView, qtbot: QtBot) -> None:
    view.mark(key(1))
    place = view.visualRect(view.model().index(4, 0)).center()
    with qtbot.assertNotEmitted(view.selection_edited), qtbot.assertNotEmitted(view.release_opened):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.selected_ids() == [key(1)]


def test_the_menu_of_a_heading_selects_its_releases(view: ReleaseListView, qtbot: QtBot) -> None:
    place = view.visualRect(view.model().index(4, 0)).center()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, place, view.viewport().mapToGlobal(place)
    )
    with qtbot.assertNotEmitted(view.context_menu_requested):
        QApplication.sendEvent(view.viewport(), event)
    (menu,) = view.findChildren(QMenu)
    (action,) = menu.actions()
    assert action.text() == "Select all 2"
    with qtbot.waitSignal(view.selection_edited):
        action.trigger()
    menu.close()
    assert view.selected_ids() == keys(3, 4)


def test_the_heading_of_what_is_seen_stays_at_the_top(view: ReleaseListView) -> None:
    bar = view.verticalScrollBar()
    bar.setValue(HEADING + RELEASE)
    assert view.group_at(QPoint(50, 10)) == 0
    assert view.group_at(QPoint(50, HEADING + 10)) is None
    shown = view.viewport().grab().toImage().copy(0, 0, 300, HEADING)
    bar.setValue(0)
    assert view.viewport().grab().toImage().copy(0, 0, 300, HEADING) == shown
    bar.setValue(view.top_of(4) - 10)  # the next heading pushes it out
    assert view.group_at(QPoint(50, 5)) == 0
    assert view.group_at(QPoint(50, 15)) == 1


def test_a_release_one_goes_to_is_not_below_the_heading(
    view: ReleaseListView, qtbot: QtBot
) -> None:
    view.mark(key(40))
    for _ in range(12):
        qtbot.keyClick(view, Qt.Key.Key_Up)
        assert view.visualRect(view.currentIndex()).top() >= HEADING


def test_other_groups_of_the_same_list_keep_what_is_selected(view: ReleaseListView) -> None:
    view.mark(key(20))
    view.show_ids(keys(*range(50)), Sight.SAME, [Heading("Draft", 50)])
    assert view.model().rowCount() == 51
    assert view.current() == key(20)
    view.show_ids(keys(*range(50)), Sight.SAME)
    assert view.model().rowCount() == 50
    assert view.current() == key(20)
    assert height(view, 0) == RELEASE
    assert view.uniformItemSizes()


def test_very_many_are_laid_out_bit_by_bit(view: ReleaseListView, qtbot: QtBot) -> None:
    view.show_ids(keys(*range(5_000)), Sight.TOP, [Heading("May 2026", 5_000)])
    view.mark(key(4_000))
    qtbot.waitUntil(lambda: view.viewport().rect().contains(view.visualRect(view.currentIndex())))
