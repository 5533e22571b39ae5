from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from newsdesk.ui.dialogs.empty_trash_dialog import EmptyTrashDialog


def test_it_says_what_goes_and_what_stays(qtbot: QtBot) -> None:
    dialog = EmptyTrashDialog(12)
    qtbot.addWidget(dialog)
    dialog.open()
    said = " ".join(label.text() for label in dialog.findChildren(QLabel))
    for part in ("Erase 12 releases", "cannot be brought back", "checksum", "Backups", "90 days"):
        assert part in said
    with qtbot.waitSignal(dialog.erasure_requested):
        next(b for b in dialog.findChildren(QPushButton) if b.text() == "&Erase").click()


def test_enter_erases_nothing(qtbot: QtBot) -> None:
    dialog = EmptyTrashDialog(1)
    qtbot.addWidget(dialog)
    dialog.open()
    with qtbot.assertNotEmitted(dialog.erasure_requested):
        QTest.keyClick(dialog, Qt.Key.Key_Return)
