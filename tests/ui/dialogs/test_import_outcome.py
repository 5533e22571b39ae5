import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from newsdesk.domain.errors import ImportProblem, ImportRefusedError
from newsdesk.ui.dialogs.icon_line import IconLine
from newsdesk.ui.dialogs.import_outcome import ImportOutcomeDialog
from newsdesk.ui.jobs.import_account import BroughtIn
from newsdesk.ui.theme.icons import Icons

OUTCOME = BroughtIn(
    stored=1,
    refused=(("two.txt", ImportRefusedError(ImportProblem.EMPTY, "two.txt")),),
    skipped=("three.txt", ""),
)


@pytest.fixture
def dialog(icons: Icons, qtbot: QtBot) -> ImportOutcomeDialog:
    dialog = ImportOutcomeDialog(OUTCOME, icons)
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def button(dialog: ImportOutcomeDialog, text: str) -> QPushButton:
    buttons = dialog.findChildren(QPushButton)
    return next(one for one in buttons if one.text().replace("&", "") == text)


def test_each_text_that_did_not_come_in_is_listed_with_its_reason(
    dialog: ImportOutcomeDialog,
) -> None:
    assert dialog.text().split("\n") == [
        "“two.txt” was not brought in. There is nothing in it.",
        "Left out: three.txt",
        "Left out: the pasted text",
    ]
    lines = [line.text() for line in dialog.findChildren(IconLine)]
    assert len(lines) == 3


def test_the_list_can_be_copied(dialog: ImportOutcomeDialog, qtbot: QtBot) -> None:
    qtbot.mouseClick(button(dialog, "Copy"), Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == dialog.text()


def test_a_report_can_be_asked_for(dialog: ImportOutcomeDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.report_requested):
        qtbot.mouseClick(button(dialog, "Save report…"), Qt.MouseButton.LeftButton)
    assert dialog.isVisible()


def test_where_all_came_in_there_is_no_list(icons: Icons, qtbot: QtBot) -> None:
    dialog = ImportOutcomeDialog(BroughtIn(stored=2), icons)
    qtbot.addWidget(dialog)
    dialog.open()
    assert dialog.text() == ""
    assert not button(dialog, "Copy").isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()
