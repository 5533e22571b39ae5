"""The templates in the settings."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from newsdesk.domain.newsroom import Newsroom
from newsdesk.services.desk import Desk
from newsdesk.ui.changes import ChangeHub
from newsdesk.ui.dialogs.settings.page_parts import PageParts
from newsdesk.ui.dialogs.settings.templates_page import TemplatesPage
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.entry_list import EntryList
from newsdesk.ui.widgets.notice_bar import NoticeBar

Change = Callable[[Callable[[Desk], tuple[object, object]]], object]


@pytest.fixture
def notice(icons: Icons, qtbot: QtBot) -> NoticeBar:
    notice = NoticeBar(icons)
    qtbot.addWidget(notice)
    return notice


@pytest.fixture
def page(
    store: Store, hub: ChangeHub, icons: Icons, notice: NoticeBar, changed: Change, qtbot: QtBot
) -> TemplatesPage:
    page = TemplatesPage(Newsroom(languages=("en",)), PageParts(store, hub, icons, notice))
    qtbot.addWidget(page)
    page.show()
    changed(lambda desk: desk.templates.add("Statement", "fr", "{{who}} said {{what}}."))
    qtbot.waitUntil(lambda: entries(page).count() == 1)
    return page


def entries(page: TemplatesPage) -> EntryList:
    (list_,) = page.findChildren(EntryList)
    return list_


def test_a_template_is_listed_with_its_language_and_its_blanks(page: TemplatesPage) -> None:
    said = entries(page).item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Statement, Français · who, what"


def test_what_is_removed_comes_back(page: TemplatesPage, notice: NoticeBar, qtbot: QtBot) -> None:
    entries(page).setCurrentRow(0)
    QTest.keyClick(entries(page), Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: entries(page).count() == 0)
    assert notice.text() == "Removed from the templates: Statement."
    next(b for b in notice.findChildren(QPushButton) if b.text() == "Undo").click()
    qtbot.waitUntil(lambda: entries(page).count() == 1)
