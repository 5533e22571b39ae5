from PySide6.QtWidgets import QComboBox, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from newsdesk.domain.workflow import Action
from newsdesk.ui.dialogs.bulk_dialogs import LanguageDialog, StepDialog


def button(dialog: LanguageDialog | StepDialog, text: str) -> QPushButton:
    return next(b for b in dialog.findChildren(QPushButton) if b.text() == text)


def test_the_languages_of_the_house_come_first(qtbot: QtBot) -> None:
    dialog = LanguageDialog(12, ["fr", "ar"])
    qtbot.addWidget(dialog)
    dialog.open()
    choice = dialog.findChild(QComboBox)
    assert [choice.itemData(row) for row in range(2)] == ["fr", "ar"]
    choice.setCurrentIndex(1)
    with qtbot.waitSignal(dialog.language_chosen) as chosen:
        button(dialog, "&Set language").click()
    assert chosen.args == ["ar"]


def test_no_step_is_taken_that_was_not_chosen(qtbot: QtBot) -> None:
    dialog = StepDialog(3, has_approval_steps=True)
    qtbot.addWidget(dialog)
    dialog.open()
    take = button(dialog, "&Take the step")
    assert not take.isEnabled()
    dialog.findChild(QRadioButton, "step_submit").click()
    with qtbot.waitSignal(dialog.step_chosen) as chosen:
        take.click()
    assert chosen.args == [Action.SUBMIT]


def test_a_house_without_approval_is_offered_none(qtbot: QtBot) -> None:
    dialog = StepDialog(3, has_approval_steps=False)
    qtbot.addWidget(dialog)
    offered = {one.objectName() for one in dialog.findChildren(QRadioButton)}
    assert offered == {"step_publish", "step_spike", "step_unspike"}
