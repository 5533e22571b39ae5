from collections.abc import Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout
from pytestqt.qtbot import QtBot

from newsdesk.domain.duplicate import Duplicate, Likeness
from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.workflow import State
from newsdesk.ui.dialogs.import_answers import ImportAnswers


def there(state: State, *, is_same: bool = False) -> Duplicate:
    return Duplicate(
        release_id=ReleaseId(UUID(int=1)),
        headline="Crews",
        state=state,
        why=Likeness.TEXT,
        containment=1.0,
        is_same=is_same,
    )


@pytest.fixture
def answers(qtbot: QtBot) -> Iterator[ImportAnswers]:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    answers = ImportAnswers()
    QVBoxLayout(dialog).addWidget(answers)
    dialog.show()
    yield answers
    dialog.close()


def offered(answers: ImportAnswers) -> dict[str, bool]:
    """Return what is offered, and whether Enter does it."""
    shown = [one for one in answers.focusable() if one.isVisible()]
    return {one.text().replace("&", ""): one.isDefault() for one in shown}


def place(answers: ImportAnswers) -> str:
    return "".join(one.text() for one in answers.findChildren(QLabel) if one.isVisible())


def test_of_one_text_alone_there_is_little_to_choose(answers: ImportAnswers) -> None:
    answers.show_answers(1, 1, is_all=True, duplicate=None)
    assert offered(answers) == {"Cancel": False, "Bring in": True}
    assert place(answers) == ""


def test_of_several_one_may_be_left_out_or_all_let_in(answers: ImportAnswers) -> None:
    answers.show_answers(2, 5, is_all=True, duplicate=None)
    assert [*offered(answers)] == [
        "Cancel", "Skip this one", "Bring in all that are sure", "Bring in",
    ]  # fmt: skip
    assert place(answers) == "2 of 5"
    answers.show_answers(2, 50, is_all=False, duplicate=None)
    assert place(answers) == "2 of more than 49"


@pytest.mark.parametrize("state", [State.DRAFT, State.PUBLISHED])
def test_what_is_here_already_can_be_updated_copied_or_left_out(
    answers: ImportAnswers, state: State
) -> None:
    answers.show_answers(1, 1, is_all=True, duplicate=there(state))
    assert offered(answers) == {
        "Cancel": False, "Skip this one": False, "Bring in as a copy": False, "Update": True,
    }  # fmt: skip


def test_an_update_that_is_not_allowed_is_not_offered(answers: ImportAnswers) -> None:
    answers.show_answers(1, 3, is_all=True, duplicate=there(State.SUBMITTED))
    assert offered(answers) == {
        "Cancel": False, "Skip this one": True, "Bring in as a copy": False,
    }  # fmt: skip


def test_what_is_here_word_for_word_is_left_out_unless_said_otherwise(
    answers: ImportAnswers,
) -> None:
    answers.show_answers(1, 1, is_all=True, duplicate=there(State.DRAFT, is_same=True))
    assert offered(answers) == {
        "Cancel": False, "Skip this one": True, "Bring in as a copy": False, "Update": False,
    }  # fmt: skip


def test_what_enter_does_is_the_one_primary_button(answers: ImportAnswers) -> None:
    known = (None, there(State.DRAFT), there(State.DRAFT, is_same=True), there(State.SUBMITTED))
    for duplicate in (*known, None):
        answers.show_answers(1, 3, is_all=True, duplicate=duplicate)
        shown = [one for one in answers.focusable() if one.isVisible()]
        primary = [one for one in shown if one.property("kind") == "primary"]
        assert primary == [one for one in shown if one.isDefault()]
        assert len(primary) == 1


def test_each_button_says_what_was_chosen(answers: ImportAnswers, qtbot: QtBot) -> None:
    said: list[str] = []
    for signal, name in (
        (answers.cancel_chosen, "cancel"),
        (answers.skip_chosen, "skip"),
        (answers.bring_in_chosen, "bring in"),
        (answers.update_chosen, "update"),
        (answers.all_chosen, "all"),
    ):
        signal.connect(lambda name=name: said.append(name))
    for duplicate in (None, there(State.DRAFT)):
        answers.show_answers(1, 3, is_all=True, duplicate=duplicate)
        for button in answers.focusable():
            if button.isVisible():
                qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert said == [
        "cancel", "skip", "all", "bring in", "cancel", "skip", "bring in", "update",
    ]  # fmt: skip


def test_while_it_waits_only_cancel_can_be_pressed(answers: ImportAnswers) -> None:
    answers.show_answers(1, 3, is_all=True, duplicate=None)
    answers.set_waiting(True)
    enabled = [one.text() for one in answers.focusable() if one.isEnabled()]
    assert enabled == ["Cancel"]
