"""The list of what became of each release and each file."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from newsdesk.domain.errors import ImportProblem, ImportRefusedError
from newsdesk.services.taking_over import Fate, TakenOver
from newsdesk.ui.dialogs.taken_over_dialog import TakenOverDialog
from tests.ui.dialogs.releases import complete


def test_each_release_and_each_refusal_has_its_line_and_can_be_copied(qtbot: QtBot) -> None:
    taken = [TakenOver(fate=fate, release=complete(headline="Crews")) for fate in Fate]
    refused = [ImportRefusedError(ImportProblem.BUNDLE_NEWER, "a/work.newsdesk", "2")]
    dialog = TakenOverDialog(taken, refused)
    qtbot.addWidget(dialog)
    dialog.open()
    lines = dialog.text().splitlines()
    assert len(lines) == len(Fate) + 1
    assert "work.newsdesk" in lines[-1]
    assert "newer newsdesk" in lines[-1]
    buttons = {one.text().replace("&", ""): one for one in dialog.findChildren(QPushButton)}
    buttons["Copy"].click()
    assert QGuiApplication.clipboard().text() == dialog.text()
    buttons["Close"].click()
    assert not dialog.isVisible()
