"""The lines of the sidebar under mouse and keyboard."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from newsdesk.domain.facets import Chosen
from newsdesk.domain.narrowing import Choice
from newsdesk.domain.search import Operator
from newsdesk.ui.drag_out import RELEASES
from newsdesk.ui.library.facet_model import FacetLine
from newsdesk.ui.library.facet_view import IN_SIGHT, FacetView
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.theme.theme_controller import ThemeController
from tests.ui.library.facets import facet, tag
from tests.ui.library.rows import key

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton


def line(name: str, count: int = 1) -> FacetLine:
    found = facet(Operator.COUNTRY, name, count)
    return FacetLine(key=found.condition, name=name, count=count, facet=found)


def tagged(number: int, name: str) -> FacetLine:
    found = tag(number, name)
    return FacetLine(key=found.condition, name=name, count=1, facet=found)


@pytest.fixture
def view(qtbot: QtBot, themes: ThemeController, icons: Icons) -> FacetView:
    view = FacetView(themes, icons)
    qtbot.addWidget(view)
    view.resize(208, 300)
    view.show_lines([line("China", 5), line("Chile", 2), line("Kenya")])
    view.show()
    return view


def at(view: FacetView, row: int) -> QPoint:
    return view.visualRect(view.lines.index(row)).center()


def said(spy: QSignalSpy) -> list[tuple[str, Choice]]:
    return [(spy.at(n)[0].name, spy.at(n)[1]) for n in range(spy.count())]


def test_a_click_chooses_one_and_with_a_key_another_or_none(view: FacetView, qtbot: QtBot) -> None:
    chosen = QSignalSpy(view.line_chosen)
    qtbot.mouseClick(view.viewport(), LEFT, pos=at(view, 0))
    qtbot.mouseClick(view.viewport(), LEFT, CONTROL, pos=at(view, 1))
    qtbot.mouseClick(view.viewport(), LEFT, ALT, pos=at(view, 2))
    assert said(chosen) == [
        ("China", Choice.ONLY), ("Chile", Choice.ALSO), ("Kenya", Choice.NOT)
    ]  # fmt: skip


def test_a_second_click_right_after_takes_nothing_back(view: FacetView, qtbot: QtBot) -> None:
    chosen = QSignalSpy(view.line_chosen)
    qtbot.mouseClick(view.viewport(), LEFT, pos=at(view, 0))
    qtbot.mouseDClick(view.viewport(), LEFT, pos=at(view, 0))
    assert said(chosen) == [("China", Choice.ONLY)]


def test_who_lets_go_elsewhere_or_pushes_another_button_chooses_nothing(
    view: FacetView, qtbot: QtBot
) -> None:
    chosen = QSignalSpy(view.line_chosen)
    qtbot.mousePress(view.viewport(), LEFT, pos=at(view, 0))
    qtbot.mouseRelease(view.viewport(), LEFT, pos=at(view, 1))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.MiddleButton, pos=at(view, 0))
    assert said(chosen) == []


def test_enter_chooses_where_the_keyboard_is(view: FacetView, qtbot: QtBot) -> None:
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    assert view.current() == view.lines.shown()[0]
    chosen = QSignalSpy(view.line_chosen)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    qtbot.keyClick(view, Qt.Key.Key_Space, CONTROL)
    assert said(chosen) == [("Chile", Choice.ONLY), ("Chile", Choice.ALSO)]


def test_the_keyboard_stays_where_it_is_when_counts_change(view: FacetView) -> None:
    view.go_to("country:Chile")
    view.show_lines([line("Kenya", 9), line("China", 5), line("Chile", 2)])
    current = view.current()
    assert current is not None
    assert current.name == "Chile"


def test_it_is_as_high_as_its_lines_and_scrolls_where_they_are_many(view: FacetView) -> None:
    row = view.sizeHintForRow(0)
    assert view.height() == 3 * row
    view.show_lines([line(f"Port{n}") for n in range(100)])
    view.lines.show_all(is_all=True)
    view.fit()
    assert view.height() == IN_SIGHT * row
    view.show_lines([])
    assert view.height() == 0


def texts(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def test_the_menu_offers_what_can_be_done_with_a_line(view: FacetView) -> None:
    china = view.lines.shown()[0]
    assert texts(view.menu_for(china)) == [
        "&Search", "&Add to the search", "&Leave out of the search"
    ]  # fmt: skip
    view.lines.set_chosen(Chosen(wanted=frozenset({china.key})))
    assert texts(view.menu_for(china))[0] == "&Take out of the search"
    view.lines.set_chosen(Chosen(left_out=frozenset({china.key})))
    menu = view.menu_for(china)
    assert texts(menu)[-1] == "Leave out no &longer"
    chosen = QSignalSpy(view.line_chosen)
    menu.actions()[-1].trigger()
    assert said(chosen) == [("China", Choice.NOT)]
    everything = FacetLine(key="all", name="All", count=3, icon="file")
    assert texts(view.menu_for(everything)) == ["&Show"]


def test_a_term_is_edited_from_its_menu(view: FacetView) -> None:
    winter = tagged(1, "Winter")
    edited = QSignalSpy(view.term_edit_requested)
    menu = view.menu_for(winter)
    assert texts(menu)[-1] == "&Edit in Vocabularies…"
    menu.actions()[-1].trigger()
    assert winter.facet is not None
    assert edited.at(0)[0] is winter.facet.entry


# Dropping ---------------------------------------------------------------------------------


def enter(view: FacetView, data: QMimeData, row: int) -> bool:
    event = QDragEnterEvent(
        at(view, row), Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier
    )
    view.viewportEvent(event)
    return event.isAccepted()


def drop(view: FacetView, data: QMimeData, row: int) -> None:
    event = QDropEvent(
        QPointF(at(view, row)), Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier
    )
    view.viewportEvent(event)


def test_releases_are_dropped_on_a_term_and_on_nothing_else(view: FacetView) -> None:
    view.show_lines([line("China"), tagged(1, "Winter")])
    dropped = QSignalSpy(view.releases_dropped)
    releases, others = QMimeData(), QMimeData()
    releases.setData(RELEASES, f"{key(1)} {key(2)}".encode())
    others.setText("something else")
    assert enter(view, releases, 1)
    assert not enter(view, releases, 0)
    assert not enter(view, others, 1)
    drop(view, releases, 0)
    drop(view, others, 1)
    assert dropped.count() == 0
    drop(view, releases, 1)
    assert dropped.at(0)[0].name == "Winter"
    assert dropped.at(0)[1] == [key(1), key(2)]
