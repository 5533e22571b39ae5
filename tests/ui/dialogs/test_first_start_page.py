"""The first thing anybody sees."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from newsdesk.domain.newsroom import Newsroom
from newsdesk.ui.dialogs.first_start_page import FirstStartPage
from newsdesk.ui.dialogs.house_form import house_of_this_machine
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.theme.icons import Icons
from tests.ui.dialogs.house_texts import field, type_over


@pytest.fixture
def page(store: Store, icons: Icons, qtbot: QtBot) -> FirstStartPage:
    page = FirstStartPage(store, icons)
    qtbot.addWidget(page)
    page.resize(1024, 588)
    page.show()
    page.setFocus()
    qtbot.waitUntil(lambda: field(page, "Organisation").hasFocus())
    return page


def button(page: FirstStartPage, text: str) -> QPushButton:
    return next(b for b in page.findChildren(QPushButton) if b.text().replace("&", "") == text)


def test_nothing_needs_to_be_typed(page: FirstStartPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.finished) as finished:
        qtbot.mouseClick(button(page, "Begin"), Qt.MouseButton.LeftButton)
    assert finished.args == [house_of_this_machine()]


def test_enter_begins_from_a_field(page: FirstStartPage, qtbot: QtBot) -> None:
    type_over(field(page, "Organisation"), "Ministry of Ports", qtbot)
    with qtbot.waitSignal(page.finished) as finished:
        qtbot.keyClick(field(page, "Organisation"), Qt.Key.Key_Return)
    assert finished.args[0].organisation == "Ministry of Ports"


@pytest.mark.parametrize("name", ["Organisation", "Further languages", "Time zone of the desk"])
def test_escape_skips_from_any_field(page: FirstStartPage, name: str, qtbot: QtBot) -> None:
    field(page, name).setFocus()
    with qtbot.waitSignal(page.skipped), qtbot.assertNotEmitted(page.finished):
        qtbot.keyClick(field(page, name), Qt.Key.Key_Escape)


def test_the_link_skips_with_enter_too(page: FirstStartPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.skipped), qtbot.assertNotEmitted(page.finished):
        qtbot.keyClick(button(page, "Skip for now"), Qt.Key.Key_Return)


def test_it_does_not_begin_with_an_address_that_is_none(page: FirstStartPage, qtbot: QtBot) -> None:
    type_over(field(page, "Web address"), "ftp://x", qtbot)
    with qtbot.assertNotEmitted(page.finished):
        qtbot.keyClick(field(page, "Web address"), Qt.Key.Key_Return)
    assert field(page, "Web address").hasFocus()


def test_what_is_known_already_is_shown(page: FirstStartPage, qtbot: QtBot) -> None:
    known = Newsroom(version=3, organisation="Ports", tz="Africa/Tunis")
    page.set_newsroom(known)
    with qtbot.waitSignal(page.finished) as finished:
        qtbot.mouseClick(button(page, "Begin"), Qt.MouseButton.LeftButton)
    assert finished.args == [known]


def test_all_of_it_fits_into_the_smallest_window(page: FirstStartPage) -> None:
    last = button(page, "Begin")
    assert last.visibleRegion().boundingRect().size() == last.size()


def test_it_says_that_there_are_samples(page: FirstStartPage) -> None:
    assert any("sample newsroom" in label.text() for label in page.findChildren(QLabel))


def test_the_tab_key_goes_through_it_in_reading_order(page: FirstStartPage, qtbot: QtBot) -> None:
    visited: list[str] = []
    while (focus := page.focusWidget()) is not None and len(visited) < 12:
        visited.append(focus.accessibleName() or focus.property("text").replace("&", ""))
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
        if visited[-1] == "Skip for now":
            break
    assert visited == [
        "Organisation",
        "Short name",
        "Web address",
        "Main language",
        "Time zone of the desk",
        "Further languages",
        "House style of datelines",
        "End mark",
        "Begin",
        "Skip for now",
    ]
    assert all(box.accessibleName() for box in page.findChildren(QComboBox))
