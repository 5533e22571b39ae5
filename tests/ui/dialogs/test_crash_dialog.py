"""What the window says of a mistake of its own."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from newsdesk.ui.dialogs.crash_dialog import CrashDialog
from newsdesk.ui.theme.icons import Icons

FIRST = "newsdesk/ui/session.py:150 in edit\nAttributeError"
SECOND = "newsdesk/ui/session.py:99 in open\nKeyError"


@pytest.fixture
def dialog(icons: Icons, qtbot: QtBot) -> CrashDialog:
    dialog = CrashDialog(FIRST, icons)
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def button(dialog: CrashDialog, text: str) -> QPushButton:
    return next(b for b in dialog.findChildren(QPushButton) if b.text().replace("&", "") == text)


def test_the_details_are_folded_away_until_somebody_asks(dialog: CrashDialog, qtbot: QtBot) -> None:
    (details,) = dialog.findChildren(QPlainTextEdit)
    assert not details.isVisible()
    before = dialog.height()
    qtbot.keyClick(button(dialog, "Details"), Qt.Key.Key_Space)
    assert details.isVisible()
    qtbot.waitUntil(lambda: dialog.height() > before)


def test_the_details_can_be_copied(dialog: CrashDialog, qtbot: QtBot) -> None:
    copying = button(dialog, "Copy details")
    qtbot.mouseClick(copying, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == FIRST
    assert copying.text() == "Copied"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_a_key_goes_on(dialog: CrashDialog, key: Qt.Key, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.finished):
        qtbot.keyClick(dialog, key)
    assert not dialog.isVisible()


def test_the_same_mistake_is_told_once(dialog: CrashDialog) -> None:
    dialog.accept()
    dialog.tell(FIRST)
    assert not dialog.isVisible()
    assert dialog.details() == FIRST


def test_the_first_mistake_can_be_told_like_every_other(icons: Icons, qtbot: QtBot) -> None:
    dialog = CrashDialog(FIRST, icons)
    qtbot.addWidget(dialog)
    dialog.tell(FIRST)
    assert dialog.isVisible()
    assert dialog.details() == FIRST


def test_another_mistake_opens_it_again_and_stands_below_the_first(dialog: CrashDialog) -> None:
    dialog.accept()
    dialog.tell(SECOND)
    assert dialog.isVisible()
    assert dialog.details() == f"{FIRST}\n\n{SECOND}"


def test_a_mistake_told_while_it_is_open_can_be_copied_too(
    dialog: CrashDialog, qtbot: QtBot
) -> None:
    qtbot.mouseClick(button(dialog, "Copy details"), Qt.MouseButton.LeftButton)
    dialog.tell(SECOND)
    assert button(dialog, "Copy details").isVisible()
