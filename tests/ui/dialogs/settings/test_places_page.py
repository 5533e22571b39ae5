"""Places of the newsroom's own in the settings."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from newsdesk.ui.changes import ChangeHub
from newsdesk.ui.dialogs.settings.page_parts import PageParts
from newsdesk.ui.dialogs.settings.places_page import PlacesPage
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.entry_list import EntryList
from newsdesk.ui.widgets.notice_bar import NoticeBar


@pytest.fixture
def notice(icons: Icons, qtbot: QtBot) -> NoticeBar:
    notice = NoticeBar(icons)
    qtbot.addWidget(notice)
    return notice


@pytest.fixture
def page(store: Store, hub: ChangeHub, icons: Icons, notice: NoticeBar, qtbot: QtBot) -> PlacesPage:
    page = PlacesPage(PageParts(store, hub, icons, notice))
    qtbot.addWidget(page)
    page.resize(564, 500)
    page.show()
    return page


def shown(page: PlacesPage) -> list[str]:
    (list_,) = page.findChildren(EntryList)
    return [list_.item(row).text() for row in range(list_.count())]


def button(page: PlacesPage, text: str) -> QPushButton:
    buttons = page.findChildren(QPushButton)
    return next(b for b in buttons if b.text().replace("&", "") == text)


def line(page: PlacesPage, name: str) -> QLineEdit:
    found = page.findChild(QLineEdit, name)
    assert isinstance(found, QLineEdit)
    return found


def test_a_place_is_added_with_its_country_and_zone(page: PlacesPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(button(page, "Add a place"), Qt.MouseButton.LeftButton)
    qtbot.keyClicks(line(page, "new_place_name"), "Samport")
    qtbot.keyClicks(line(page, "new_place_country"), "Switzerl")
    qtbot.keyClick(line(page, "new_place_country"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: line(page, "new_place_zone").text() == "Europe/Zurich")
    qtbot.mouseClick(button(page, "Add place"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shown(page) == ["Samport, Switzerland"])


def test_a_name_that_is_known_already_is_filled_in(page: PlacesPage) -> None:
    page.add_place("Newtown")
    assert line(page, "new_place_name").text() == "Newtown"
    assert line(page, "new_place_name").isVisible()


def test_of_two_places_of_one_name_the_marked_one_goes_and_comes_back(
    page: PlacesPage, store: Store, notice: NoticeBar, qtbot: QtBot
) -> None:
    store.change(lambda desk: desk.places.add("Samport", "CH", "Europe/Zurich"))
    store.change(lambda desk: desk.places.add("Samport", "FR", "Europe/Paris"))
    both = {"Samport, Switzerland", "Samport, France"}
    qtbot.waitUntil(lambda: set(shown(page)) == both)
    (list_,) = page.findChildren(EntryList)
    marked = list_.currentItem().text()
    qtbot.keyClick(list_, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: set(shown(page)) == both - {marked})
    assert notice.text() == f"Removed from your places: {marked}."
    (undo,) = (one for one in notice.findChildren(QPushButton) if one.text() == "Undo")
    undo.click()
    qtbot.waitUntil(lambda: set(shown(page)) == both)


def test_a_place_cannot_be_edited_so_nothing_offers_to(page: PlacesPage, qtbot: QtBot) -> None:
    assert button(page, "").isHidden()
