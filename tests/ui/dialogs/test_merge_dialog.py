from PySide6.QtWidgets import QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from newsdesk.ui.dialogs.merge_dialog import MergeDialog
from tests.ui.dialogs.terms import entry


def test_the_one_with_most_releases_stays_unless_another_is_chosen(qtbot: QtBot) -> None:
    few, most, none = entry(1, "Pier", uses=2), entry(2, "Quay & co", uses=9), entry(3, "Jetty")
    dialog = MergeDialog([few, most, none], "en")
    qtbot.addWidget(dialog)
    dialog.open()
    first, second, _ = dialog.findChildren(QRadioButton)
    assert second.isChecked()
    assert second.text() == "Quay && co · 9 releases"
    first.click()
    with qtbot.waitSignal(dialog.merge_requested) as requested:
        next(b for b in dialog.findChildren(QPushButton) if b.text() == "&Merge").click()
    assert requested.args == [[most.term.id, none.term.id], few.term.id]
