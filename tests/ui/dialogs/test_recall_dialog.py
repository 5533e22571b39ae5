"""Taking a published release back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from newsdesk.domain.workflow import State
from newsdesk.ui.dialogs.recall_dialog import RecallDialog
from newsdesk.ui.theme.theme_controller import ThemeController
from tests.ui.dialogs.releases import complete


@pytest.fixture
def dialog(themes: ThemeController, qtbot: QtBot) -> RecallDialog:
    dialog = RecallDialog(complete(state=State.PUBLISHED))
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def recall(dialog: RecallDialog) -> QPushButton:
    return next(b for b in dialog.findChildren(QPushButton) if b.text() == "Re&call")


def reason(dialog: RecallDialog) -> QPlainTextEdit:
    return dialog.findChildren(QPlainTextEdit, "reason")[0]


def test_what_a_recall_does_is_explained(dialog: RecallDialog) -> None:
    words = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "Harbour crews train together" in words
    assert "withdrawn for good" in words


def test_a_reason_is_required(dialog: RecallDialog, qtbot: QtBot) -> None:
    assert not recall(dialog).isEnabled()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is reason(dialog))
    qtbot.keyClicks(reason(dialog), "  ")
    assert not recall(dialog).isEnabled()
    qtbot.keyClicks(reason(dialog), "The number of boats was wrong. ")
    assert recall(dialog).isEnabled()
    qtbot.keyClick(reason(dialog), Qt.Key.Key_Tab)
    recall(dialog).setFocus()
    with qtbot.waitSignal(dialog.recall_requested) as requested:
        qtbot.keyClick(recall(dialog), Qt.Key.Key_Return)
    assert requested.args == ["The number of boats was wrong."]
    assert not dialog.isVisible()


def test_a_reason_may_be_taken_away_again(dialog: RecallDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(reason(dialog), "x")
    qtbot.keyClick(reason(dialog), Qt.Key.Key_Backspace)
    assert not recall(dialog).isEnabled()


def test_the_reason_has_a_label(dialog: RecallDialog) -> None:
    assert reason(dialog).accessibleName() == "Reason"
    assert any(label.buddy() is reason(dialog) for label in dialog.findChildren(QLabel))


def test_escape_recalls_nothing(dialog: RecallDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(reason(dialog), "A reason")
    with qtbot.assertNotEmitted(dialog.recall_requested):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
