import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from newsdesk.ui.dialogs.many_dialog import ManyDialog
from newsdesk.ui.jobs.import_question import Ask


class Answer:
    def __init__(self, dialog: ManyDialog) -> None:
        self.chosen: list[Ask] = []
        self.cancelled: list[bool] = []
        dialog.ask_chosen.connect(self.chosen.append)
        dialog.cancelled.connect(lambda: self.cancelled.append(True))


def button(dialog: ManyDialog, text: str) -> QPushButton:
    buttons = dialog.findChildren(QPushButton)
    return next(one for one in buttons if one.text().replace("&", "") == text)


@pytest.mark.parametrize(
    ("text", "ask"),
    [("Look at each", Ask.EACH), ("Bring in all that are sure", Ask.DOUBTFUL)],
)
def test_it_says_which_texts_to_look_at(text: str, ask: Ask, qtbot: QtBot) -> None:
    dialog = ManyDialog(500, is_more=False)
    qtbot.addWidget(dialog)
    answer = Answer(dialog)
    dialog.open()
    qtbot.mouseClick(button(dialog, text), Qt.MouseButton.LeftButton)
    assert (answer.chosen, answer.cancelled) == ([ask], [])
    assert not dialog.isVisible()


def test_escape_brings_nothing_in_and_enter_what_is_sure(qtbot: QtBot) -> None:
    for key, chosen, cancelled in (
        (Qt.Key.Key_Escape, [], [True]),
        (Qt.Key.Key_Return, [Ask.DOUBTFUL], []),
    ):
        dialog = ManyDialog(500, is_more=False)
        qtbot.addWidget(dialog)
        answer = Answer(dialog)
        dialog.open()
        qtbot.keyClick(dialog, key)
        assert (answer.chosen, answer.cancelled) == (chosen, cancelled)


@pytest.mark.parametrize(
    ("is_more", "title"), [(False, "There are 500 texts"), (True, "There are more than 500 texts")]
)
def test_the_number_is_said_as_far_as_it_is_known(is_more: bool, title: str, qtbot: QtBot) -> None:
    dialog = ManyDialog(500, is_more=is_more)
    qtbot.addWidget(dialog)
    assert title in [label.text() for label in dialog.findChildren(QLabel)]
