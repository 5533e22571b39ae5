"""Two people saved one release."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from newsdesk.ui.dialogs.source_text import SourceText
from newsdesk.ui.dialogs.stale_dialog import StaleDialog
from newsdesk.ui.theme.theme_controller import ThemeController
from tests.ui.dialogs.releases import complete

MINE = complete(body_md="One.\n\nNinety of them.", headline="Crews train")
THEIRS = complete(body_md="One.\n\nEighty of them.", headline="Crews have trained", contacts=())


@pytest.fixture
def dialog(themes: ThemeController, qtbot: QtBot) -> StaleDialog:
    dialog = StaleDialog(MINE, THEIRS)
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def button(dialog: StaleDialog, text: str) -> QPushButton:
    buttons = dialog.findChildren(QPushButton)
    return next(b for b in buttons if b.text().replace("&", "") == text)


def test_both_versions_are_shown_where_they_differ(dialog: StaleDialog) -> None:
    texts = [text.accessibleName() for text in dialog.findChildren(SourceText)]
    assert texts == ["Crews train", "Ninety of them.", "Crews have trained", "Eighty of them."]


def test_what_differs_is_named(dialog: StaleDialog) -> None:
    words = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "The two differ in: headline, text, contacts." in words


@pytest.mark.parametrize(
    ("text", "choice"), [("Keep mine", "mine"), ("Take theirs", "theirs"), ("Keep both", "both")]
)
def test_each_choice_is_made_once(
    dialog: StaleDialog, text: str, choice: str, qtbot: QtBot
) -> None:
    choices: list[str] = []
    dialog.choice_made.connect(choices.append)
    qtbot.mouseClick(button(dialog, text), Qt.MouseButton.LeftButton)
    assert choices == [choice]
    assert not dialog.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_without_a_choice_nothing_is_lost(dialog: StaleDialog, key: Qt.Key, qtbot: QtBot) -> None:
    choices: list[str] = []
    dialog.choice_made.connect(choices.append)
    qtbot.keyClick(dialog, key)
    assert choices == ["both"]
    assert not dialog.isVisible()


def test_closing_the_window_is_no_choice_either(dialog: StaleDialog) -> None:
    choices: list[str] = []
    dialog.choice_made.connect(choices.append)
    dialog.close()
    assert choices == ["both"]


def test_each_button_says_what_it_does(dialog: StaleDialog) -> None:
    assert "on top of theirs" in button(dialog, "Keep mine").accessibleDescription()
    assert "copy" in button(dialog, "Take theirs").accessibleDescription()


def test_two_that_print_the_same_are_told_apart_no_further(
    themes: ThemeController, qtbot: QtBot
) -> None:
    dialog = StaleDialog(MINE, MINE)
    qtbot.addWidget(dialog)
    words = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "differ" not in words
