"""The sample newsroom in the settings."""

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from newsdesk.ui.dialogs.settings.samples_page import SamplesPage
from newsdesk.ui.theme.icons import Icons


@pytest.mark.parametrize("is_writable", [True, False])
def test_the_samples_go_with_one_click_where_anything_can_be_changed(
    icons: Icons, is_writable: bool, qtbot: QtBot
) -> None:
    page = SamplesPage(icons, is_writable=is_writable)
    qtbot.addWidget(page)
    (remove,) = page.findChildren(QPushButton)
    assert remove.isEnabled() == is_writable
    if is_writable:
        with qtbot.waitSignal(page.samples_removal_requested):
            remove.click()
