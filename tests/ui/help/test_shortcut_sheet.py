from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from newsdesk.ui.actions.registry import Said
from newsdesk.ui.help.shortcut_sheet import ShortcutSheet
from newsdesk.ui.theme.icons import Icons

ACTIONS = (
    Said("edit.find", "Find in the text", "Edit", "Ctrl+F"),
    Said("format.bold", "Bold", "Format", "Ctrl+B"),
    Said("release.recall", "Recall", "Release", ""),
)


@pytest.fixture
def sheet(icons: Icons, qtbot: QtBot) -> Iterator[ShortcutSheet]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1000, 700)
    window.show()
    sheet = ShortcutSheet(ACTIONS, icons, window)
    sheet.show()
    yield sheet
    sheet.close()


def shown(sheet: ShortcutSheet) -> set[str]:
    return {label.text() for label in sheet._scroller.widget().findChildren(QLabel)}


def test_actions_stand_under_their_menus_with_their_keys(sheet: ShortcutSheet) -> None:
    assert {"Edit", "Find in the text", "Ctrl+F", "Format", "Bold", "Ctrl+B"} <= shown(sheet)
    assert "Recall" not in shown(sheet)  # it has none


@pytest.mark.parametrize("query", ["bold", "ctrl+b", "format"])
def test_typing_leaves_what_fits_by_text_keys_or_menu(sheet: ShortcutSheet, query: str) -> None:
    sheet._field.setText(query)
    assert {"Format", "Bold", "Ctrl+B"} <= shown(sheet)
    assert "Find in the text" not in shown(sheet)


def test_nothing_fitting_is_said(sheet: ShortcutSheet) -> None:
    sheet._field.setText("zebra")
    assert sheet._nothing.isVisible()
    assert not sheet._scroller.isVisible()
