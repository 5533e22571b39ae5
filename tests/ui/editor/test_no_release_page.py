"""What stands where no release is open."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from newsdesk.ui.editor.no_release_page import NoReleasePage
from newsdesk.ui.theme.icons import Icons


def test_it_offers_what_to_do_next(icons: Icons, qtbot: QtBot) -> None:
    page = NoReleasePage(icons)
    qtbot.addWidget(page)
    new, bring_in = page.findChildren(QPushButton)
    with qtbot.waitSignal(page.new_requested):
        qtbot.mouseClick(new, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.import_requested):
        qtbot.mouseClick(bring_in, Qt.MouseButton.LeftButton)
