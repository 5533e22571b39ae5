"""Moving in the list, and what stays when the list becomes another."""

import sys
from collections import Counter
from collections.abc import Sequence
from types import FrameType

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QListView
from pytestqt.qtbot import QtBot

from newsdesk.domain.ids import ReleaseId
from newsdesk.services.preferences import ThemeChoice
from newsdesk.ui.library.release_list_model import ReleaseListModel
from newsdesk.ui.library.release_list_view import ReleaseListView, Sight
from newsdesk.ui.library.release_row_delegate import ReleaseRowDelegate
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.theme.theme_controller import ThemeController
from tests.ui.library.rows import NOW, key, keys, row

HEIGHT = 82
HUNDRED = keys(*range(100))
NO_KEYS = Qt.KeyboardModifier.NoModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def view(themes: ThemeController, icons: Icons, qtbot: QtBot) -> ReleaseListView:
    model = ReleaseListModel(lambda ids, then: then([row(one.int - 1) for one in ids]), lambda: NOW)
    view = ReleaseListView(model)
    view.setItemDelegate(ReleaseRowDelegate(themes, icons, lambda: NOW, view))
    qtbot.addWidget(view)
    view.resize(308, 10 * HEIGHT)
    view.show()
    qtbot.waitExposed(view)
    view.show_ids(HUNDRED, Sight.SAME)
    view.setFocus()
    return view


def said(spy: QSignalSpy) -> list[ReleaseId]:
    return [spy.at(number)[0] for number in range(spy.count())]


def click(
    view: ReleaseListView, qtbot: QtBot, number: int, keys_: Qt.KeyboardModifier = NO_KEYS
) -> None:
    place = view.visualRect(view.model().index(number, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, keys_, place)


def top_row(view: ReleaseListView) -> float:
    return view.verticalScrollBar().value() / HEIGHT


def without(ids: Sequence[ReleaseId], *gone: int) -> list[ReleaseId]:
    return [one for one in ids if one not in keys(*gone)]


# Choosing ---------------------------------------------------------------------------------


def test_arrow_keys_choose_a_release(view: ReleaseListView, qtbot: QtBot) -> None:
    view.mark(key(3))
    chosen = QSignalSpy(view.release_chosen)
    for where in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Home):
        qtbot.keyClick(view, where)
    assert said(chosen) == keys(4, 5, 4, 0)
    assert view.current() == key(0)


def test_a_click_chooses_a_release(view: ReleaseListView, qtbot: QtBot) -> None:
    chosen = QSignalSpy(view.release_chosen)
    click(view, qtbot, 2)
    click(view, qtbot, 2)
    assert said(chosen) == [key(2)]


def test_marking_a_release_is_not_choosing_it(view: ReleaseListView, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(view.release_chosen), qtbot.assertNotEmitted(view.selection_edited):
        view.mark(key(3))
        view.mark(None)
        view.mark(key(4))
    assert view.current() == key(4)
    assert view.selected_ids() == [key(4)]


def test_getting_the_focus_chooses_nothing(view: ReleaseListView, qtbot: QtBot) -> None:
    view.clearFocus()
    with qtbot.assertNotEmitted(view.release_chosen):
        view.setFocus(Qt.FocusReason.TabFocusReason)
    assert view.current() is None


def test_several_are_selected_with_ctrl_and_shift(view: ReleaseListView, qtbot: QtBot) -> None:
    selected = QSignalSpy(view.selection_edited)
    click(view, qtbot, 1)
    click(view, qtbot, 4, SHIFT)
    click(view, qtbot, 8, CTRL)
    click(view, qtbot, 2, CTRL)
    assert view.selected_ids() == keys(1, 3, 4, 8)
    assert selected.count() == 4


def test_letting_a_release_go_with_ctrl_does_not_open_it(
    view: ReleaseListView, qtbot: QtBot
) -> None:
    click(view, qtbot, 1)
    click(view, qtbot, 2, CTRL)
    chosen = QSignalSpy(view.release_chosen)
    click(view, qtbot, 1, CTRL)
    assert said(chosen) == []
    assert view.selected_ids() == [key(2)]


def test_the_window_marking_what_was_chosen_keeps_the_others_selected(
    view: ReleaseListView, qtbot: QtBot
) -> None:
    view.release_chosen.connect(view.mark)  # as the window does
    click(view, qtbot, 1)
    click(view, qtbot, 4, SHIFT)
    assert view.selected_ids() == keys(1, 2, 3, 4)


def test_a_click_below_the_last_row_lets_nothing_go(view: ReleaseListView, qtbot: QtBot) -> None:
    view.show_ids(keys(0, 1), Sight.TOP)
    view.mark(key(1))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(50, 5 * HEIGHT))
    assert view.selected_ids() == [key(1)]


@pytest.mark.parametrize("pressed", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_opens_the_release(view: ReleaseListView, qtbot: QtBot, pressed: Qt.Key) -> None:
    view.mark(key(3))
    with qtbot.waitSignal(view.release_opened) as opened:
        qtbot.keyClick(view, pressed)
    assert opened.args == [key(3)]


def test_enter_on_a_row_that_only_has_the_focus_chooses_it_first(
    view: ReleaseListView, qtbot: QtBot
) -> None:
    view.clearFocus()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignals([view.release_chosen, view.release_opened], order="strict"):
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert view.current() == key(0)


def test_a_double_click_opens_the_release(view: ReleaseListView, qtbot: QtBot) -> None:
    place = view.visualRect(view.model().index(2, 0)).center()
    opened = QSignalSpy(view.release_opened)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert said(opened) == [key(2)]


def test_delete_asks_for_the_trash_if_anything_is_selected(
    view: ReleaseListView, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(view.trash_requested):
        qtbot.keyClick(view, Qt.Key.Key_Delete)
    view.mark(key(3))
    with qtbot.waitSignal(view.trash_requested):
        qtbot.keyClick(view, Qt.Key.Key_Delete)


def test_typing_goes_to_the_headline(view: ReleaseListView, qtbot: QtBot) -> None:
    view.viewport().repaint()  # what was seen is what can be typed
    with qtbot.waitSignal(view.release_chosen) as chosen:
        qtbot.keyClicks(view, "ferry timetable 7")
    assert chosen.args[0] in HUNDRED
    assert view.current() == key(7)


def test_a_menu_is_asked_for_where_a_row_is(view: ReleaseListView) -> None:
    asked = QSignalSpy(view.context_menu_requested)
    for place in (QPoint(50, 100), QPoint(50, 9 * HEIGHT)):
        view.show_ids(keys(0, 1, 2), Sight.TOP)
        view.doItemsLayout()
        event = QContextMenuEvent(
            QContextMenuEvent.Reason.Mouse, place, view.viewport().mapToGlobal(place)
        )
        QApplication.sendEvent(view.viewport(), event)
    assert said(asked) == [view.viewport().mapToGlobal(QPoint(50, 100))]


def test_the_menu_key_asks_for_the_menu_of_the_current_row(view: ReleaseListView) -> None:
    view.mark(key(3))
    asked = QSignalSpy(view.context_menu_requested)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    QApplication.sendEvent(view, event)
    (where,) = said(asked)
    assert view.indexAt(view.viewport().mapFromGlobal(where)).row() == 3  # type: ignore[arg-type]


# Another list -----------------------------------------------------------------------------


def test_what_is_selected_stays_so_in_another_order(view: ReleaseListView, qtbot: QtBot) -> None:
    click(view, qtbot, 2)
    click(view, qtbot, 5, CTRL)
    click(view, qtbot, 6, CTRL)
    silent = (view.release_chosen, view.selection_edited)
    spies = [QSignalSpy(signal) for signal in silent]
    view.show_ids([key(6), *without(HUNDRED, 6, 5)], Sight.SAME)
    assert view.selected_ids() == keys(6, 2)
    assert view.current() == key(6)
    assert [spy.count() for spy in spies] == [0, 0]


def test_the_marked_release_is_marked_again_when_it_comes_back(view: ReleaseListView) -> None:
    view.mark(key(50))
    view.show_ids(keys(1, 2), Sight.TOP)
    assert view.current() is None
    assert view.selected_ids() == []
    view.show_ids(HUNDRED, Sight.MARKED)
    assert view.current() == key(50)
    assert top_row(view) <= 50 <= top_row(view) + 9


def test_a_release_is_brought_into_sight_once_it_is_listed(view: ReleaseListView) -> None:
    view.mark(key(500))
    assert top_row(view) == 0
    view.show_ids([*HUNDRED, key(500)], Sight.SAME)
    assert view.current() == key(500)
    assert top_row(view) == 91


def test_what_one_looks_at_stays_where_it_is(view: ReleaseListView) -> None:
    view.verticalScrollBar().setValue(40 * HEIGHT + 13)
    view.show_ids([key(200), key(201), *HUNDRED], Sight.SAME)
    assert view.verticalScrollBar().value() == 42 * HEIGHT + 13
    view.show_ids(HUNDRED, Sight.SAME)
    assert view.verticalScrollBar().value() == 40 * HEIGHT + 13


def test_a_saved_release_goes_to_the_top_without_taking_the_view_along(
    view: ReleaseListView,
) -> None:
    view.mark(key(40))
    view.verticalScrollBar().setValue(40 * HEIGHT)
    view.show_ids([key(40), *without(HUNDRED, 40)], Sight.SAME)
    assert view.current() == key(40)
    assert view.currentIndex().row() == 0
    assert view.verticalScrollBar().value() == 40 * HEIGHT  # what was below it stays in sight


def test_at_the_top_one_sees_what_is_new(view: ReleaseListView) -> None:
    view.show_ids([key(200), *HUNDRED], Sight.SAME)
    assert top_row(view) == 0


def test_other_words_are_looked_at_from_the_top(view: ReleaseListView) -> None:
    view.mark(key(60))
    view.verticalScrollBar().setValue(60 * HEIGHT)
    view.show_ids(without(HUNDRED, 3), Sight.TOP)
    assert top_row(view) == 0
    assert view.current() == key(60)


def test_the_place_deep_in_a_long_list_is_kept(view: ReleaseListView, qtbot: QtBot) -> None:
    long = keys(*range(30_000))
    view.show_ids(long, Sight.TOP)
    view.mark(key(20_000))
    qtbot.waitUntil(lambda: 19_990 <= top_row(view) <= 20_000)
    before = view.verticalScrollBar().value()
    view.show_ids([key(50_000), *long], Sight.SAME)
    view.show_ids([key(50_001), key(50_000), *long], Sight.SAME)  # the first was not laid out yet
    qtbot.waitUntil(lambda: view.verticalScrollBar().value() == before + 2 * HEIGHT)
    assert view.current() == key(20_000)


def test_rows_that_arrive_do_not_move_the_view(view: ReleaseListView, qtbot: QtBot) -> None:
    view.show_ids(keys(*range(30_000)), Sight.TOP)
    view.mark(key(20_000))
    qtbot.waitUntil(lambda: top_row(view) > 19_000)
    before = view.verticalScrollBar().value()
    model = view.model()
    model.dataChanged.emit(model.index(0, 0), model.index(29_999, 0))
    assert view.verticalScrollBar().maximum() > before
    QApplication.processEvents()
    assert view.verticalScrollBar().value() == before


def test_the_release_below_takes_the_place_of_one_that_left(view: ReleaseListView) -> None:
    view.mark(key(3))
    assert view.show_ids(without(HUNDRED, 3, 4), Sight.SAME) == (key(3), key(5))


def test_the_last_release_is_succeeded_by_the_one_above(view: ReleaseListView) -> None:
    view.mark(key(99))
    assert view.show_ids(without(HUNDRED, 99), Sight.SAME) == (key(99), key(98))


def test_a_release_that_was_closed_before_it_left_is_succeeded_too(view: ReleaseListView) -> None:
    view.mark(key(3))
    view.mark(None)
    assert view.show_ids(without(HUNDRED, 3), Sight.SAME) == (key(3), key(4))


def test_there_is_no_successor_where_nothing_left(view: ReleaseListView) -> None:
    assert view.show_ids(without(HUNDRED, 7), Sight.SAME) is None  # none was marked
    view.mark(key(3))
    assert view.show_ids(without(HUNDRED, 7, 8), Sight.SAME) is None
    assert view.show_ids([], Sight.SAME) is None
    view.mark(key(500))
    assert view.show_ids(HUNDRED, Sight.SAME) is None  # it was not listed before


def test_choosing_is_as_if_the_user_had(view: ReleaseListView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.release_chosen) as chosen:
        view.choose(key(70))
    assert chosen.args == [key(70)]
    assert view.selected_ids() == [key(70)]
    assert top_row(view) <= 70 <= top_row(view) + 9


def test_rows_follow_the_size_of_the_text(
    view: ReleaseListView, themes: ThemeController, qtbot: QtBot
) -> None:
    try:
        themes.choose(ThemeChoice.LIGHT, text_scale=1.5)
        qtbot.waitUntil(lambda: view.visualRect(view.model().index(1, 0)).height() > 100)
    finally:
        themes.choose(ThemeChoice.LIGHT)
    qtbot.waitUntil(lambda: view.visualRect(view.model().index(1, 0)).height() == HEIGHT)


def test_a_long_list_is_laid_out_at_once(view: ReleaseListView) -> None:
    view.show_ids(keys(*range(100_000)), Sight.TOP)
    assert view.verticalScrollBar().maximum() == 100_000 * HEIGHT - view.viewport().height()
    assert view.verticalScrollMode() is QListView.ScrollMode.ScrollPerPixel


def test_laying_out_asks_the_model_nothing_row_by_row(view: ReleaseListView) -> None:
    asked = Counter[str]()

    def count(frame: FrameType, event: str, _of: object) -> None:
        if event == "call":
            asked[frame.f_code.co_qualname] += 1

    view.show_ids(keys(*range(10_000)), Sight.TOP)
    sys.setprofile(count)
    view.doItemsLayout()
    sys.setprofile(None)
    assert asked.total() < 100, asked.most_common(5)


def test_everything_can_be_selected_in_a_long_list(view: ReleaseListView, qtbot: QtBot) -> None:
    view.show_ids(keys(*range(100_000)), Sight.TOP)
    qtbot.keyClick(view, Qt.Key.Key_A, CTRL)
    assert view.selected_ids() == keys(*range(100_000))
    view.selectionModel().select(
        view.model().index(5, 0), QItemSelectionModel.SelectionFlag.Deselect
    )
    assert len(view.selected_ids()) == 99_999
