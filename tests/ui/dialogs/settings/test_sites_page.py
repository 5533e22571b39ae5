"""Sites that are not asked about, in the settings."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from newsdesk.ui.changes import ChangeHub
from newsdesk.ui.dialogs.settings.page_parts import PageParts
from newsdesk.ui.dialogs.settings.sites_page import SitesPage
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
def page(store: Store, hub: ChangeHub, icons: Icons, notice: NoticeBar, qtbot: QtBot) -> SitesPage:
    page = SitesPage(PageParts(store, hub, icons, notice))
    qtbot.addWidget(page)
    page.resize(564, 500)
    page.show()
    return page


def shown(page: SitesPage) -> list[str]:
    (list_,) = page.findChildren(EntryList)
    return [list_.item(row).text() for row in range(list_.count())]


def buttons(page: SitesPage) -> list[str]:
    found = page.findChildren(QPushButton)
    return [one.text().replace("&", "") for one in found if one.isVisible()]


def test_while_there_is_none_it_says_how_one_comes_here(page: SitesPage) -> None:
    texts = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert any(text.startswith("You are asked about the pages of every site.") for text in texts)
    assert buttons(page) == ["Remove"]


def test_a_site_that_is_removed_is_asked_about_again_and_that_can_be_undone(
    page: SitesPage, store: Store, notice: NoticeBar, qtbot: QtBot
) -> None:
    store.change(lambda desk: desk.sites.remember("https://example.org/news"))
    store.change(lambda desk: desk.sites.remember("press.example.com"))
    qtbot.waitUntil(lambda: shown(page) == ["example.org", "press.example.com"])
    (list_,) = page.findChildren(EntryList)
    list_.setCurrentRow(0)
    qtbot.keyClick(list_, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: shown(page) == ["press.example.com"])
    assert notice.text() == "You are asked about the pages of example.org again."
    (undo,) = (one for one in notice.findChildren(QPushButton) if one.text() == "Undo")
    undo.click()
    qtbot.waitUntil(lambda: shown(page) == ["example.org", "press.example.com"])
