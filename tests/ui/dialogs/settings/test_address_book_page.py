"""The address book in the settings."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from newsdesk.domain.contact import Contact
from newsdesk.ui.changes import ChangeHub
from newsdesk.ui.dialogs.contact_dialog import ContactDialog
from newsdesk.ui.dialogs.settings.address_book_page import AddressBookPage
from newsdesk.ui.dialogs.settings.page_parts import PageParts
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.entry_list import EntryList
from newsdesk.ui.widgets.notice_bar import NoticeBar
from tests.ui.dialogs.house_texts import field

SAMPLES = ["Dana Whitlock", "Léa Marchetti", "Tomas Okello", "نور الحلبي"]


@pytest.fixture
def notice(icons: Icons, qtbot: QtBot) -> NoticeBar:
    notice = NoticeBar(icons)
    qtbot.addWidget(notice)
    return notice


@pytest.fixture
def page(
    sample_folder: Path,
    store: Store,
    hub: ChangeHub,
    icons: Icons,
    notice: NoticeBar,
    qtbot: QtBot,
) -> AddressBookPage:
    page = AddressBookPage(PageParts(store, hub, icons, notice))
    qtbot.addWidget(page)
    page.resize(564, 480)
    page.show()
    qtbot.waitUntil(lambda: shown(page) == SAMPLES)
    return page


def entries(page: AddressBookPage) -> EntryList:
    (list_,) = page.findChildren(EntryList)
    return list_


def shown(page: AddressBookPage) -> list[str]:
    return [entries(page).item(row).text() for row in range(entries(page).count())]


def dialog(page: AddressBookPage, qtbot: QtBot) -> ContactDialog:
    qtbot.waitUntil(lambda: any(d.isVisible() for d in page.findChildren(ContactDialog)))
    return next(d for d in page.findChildren(ContactDialog) if d.isVisible())


def contact(store: Store, name: str, qtbot: QtBot) -> Contact:
    found: list[Contact] = []
    store.read(lambda desk: desk.contacts.find(name), found.append)
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def test_a_contact_is_found_by_the_number(page: AddressBookPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(field(page, "Search contacts"), "5550141")
    assert shown(page) == ["Léa Marchetti"]


def test_a_new_contact_is_marked_in_the_list(page: AddressBookPage, qtbot: QtBot) -> None:
    buttons = page.findChildren(QPushButton)
    new = next(one for one in buttons if one.text() == "&New contact")
    qtbot.mouseClick(new, Qt.MouseButton.LeftButton)
    form = dialog(page, qtbot)
    qtbot.keyClicks(field(form, "Name"), "Karim Best")
    with qtbot.waitSignal(form.saved):
        qtbot.keyClick(form, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Karim Best" in shown(page))
    qtbot.waitUntil(lambda: entries(page).currentItem().text() == "Karim Best")


def test_enter_opens_a_contact_and_what_is_changed_is_shown(
    page: AddressBookPage, qtbot: QtBot
) -> None:
    qtbot.keyClick(entries(page), Qt.Key.Key_Return)
    form = dialog(page, qtbot)
    assert field(form, "Name").text() == "Dana Whitlock"
    field(form, "Name").selectAll()
    qtbot.keyClicks(field(form, "Name"), "Dana Ash")
    with qtbot.waitSignal(form.saved):
        qtbot.keyClick(form, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(page)[0] == "Dana Ash")


def test_delete_takes_a_contact_out_and_undo_brings_it_back(
    page: AddressBookPage, store: Store, notice: NoticeBar, qtbot: QtBot
) -> None:
    before = contact(store, "Dana Whitlock", qtbot)
    qtbot.keyClick(entries(page), Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: shown(page) == SAMPLES[1:])
    assert notice.text() == "Removed from the address book: Dana Whitlock."
    (undo,) = (button for button in notice.findChildren(QPushButton) if button.text() == "Undo")
    undo.click()
    qtbot.waitUntil(lambda: shown(page) == SAMPLES)
    after = contact(store, "Dana Whitlock", qtbot)
    assert replace(after, version=before.version) == before


def test_somebody_who_is_not_active_is_marked(
    page: AddressBookPage, store: Store, qtbot: QtBot
) -> None:
    dana = contact(store, "Dana Whitlock", qtbot)
    store.change(lambda desk: desk.contacts.save(replace(dana, is_active=False)))
    role = Qt.ItemDataRole.AccessibleTextRole
    qtbot.waitUntil(lambda: str(entries(page).item(0).data(role)).endswith("· not active"))


def test_a_contact_that_somebody_else_removed_does_no_harm(
    page: AddressBookPage, store: Store, notice: NoticeBar, qtbot: QtBot
) -> None:
    dana = contact(store, "Dana Whitlock", qtbot)
    store.change(lambda desk: desk.contacts.remove(str(dana.id)))
    page.remove_entry(dana.id)
    qtbot.waitUntil(lambda: shown(page) == SAMPLES[1:])
    qtbot.waitUntil(lambda: "no contact" in notice.text() or "no longer there" in notice.text())
    page.open_entry(dana.id)
    assert not any(d.isVisible() for d in page.findChildren(ContactDialog))
