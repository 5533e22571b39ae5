"""The way from the settings to the address book."""

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from newsdesk.ui.dialogs.settings.address_book_page import AddressBookPage
from newsdesk.ui.theme.icons import Icons


def test_the_address_book_is_one_click_away(icons: Icons, qtbot: QtBot) -> None:
    page = AddressBookPage(icons)
    qtbot.addWidget(page)
    (button,) = page.findChildren(QPushButton)
    assert page.focusProxy() is button
    with qtbot.waitSignal(page.address_book_requested):
        button.click()
