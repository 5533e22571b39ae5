from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from newsdesk.ui.widgets.completing_field import Choice
from newsdesk.ui.widgets.lookup_field import LookupField

CITIES = (Choice("Geneva", 1), Choice("Genoa", 2), Choice("Rome", 3))
Answer = Callable[[Sequence[Choice]], None]


class Desk:
    """Answers when it is told to."""

    def __init__(self) -> None:
        self.questions: list[tuple[str, Answer]] = []

    def look_up(self, text: str, answer: Answer) -> None:
        self.questions.append((text, answer))

    def answer(self, number: int = -1) -> None:
        text, answer = self.questions[number]
        answer([city for city in CITIES if city.text.lower().startswith(text.lower())])


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def field(desk: Desk, qtbot: QtBot) -> LookupField:
    field = LookupField(desk.look_up)
    qtbot.addWidget(field)
    with qtbot.waitExposed(field):
        field.show()
    field.setFocus()
    return field


def offered(field: LookupField) -> list[str]:
    model = field.offered.model()
    shown = [model.index(row, 0).data() for row in range(model.rowCount())]
    return shown if field.offered.isVisible() else []


def test_it_asks_once_the_typing_pauses(field: LookupField, desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "gen")
    qtbot.waitUntil(lambda: bool(desk.questions))
    assert [text for text, _ in desk.questions] == ["gen"]
    desk.answer()
    assert offered(field) == ["Geneva", "Genoa"]


def test_an_answer_that_comes_too_late_is_dropped(
    field: LookupField, desk: Desk, qtbot: QtBot
) -> None:
    qtbot.keyClicks(field, "gen")
    qtbot.waitUntil(lambda: len(desk.questions) == 1)
    field.clear()
    qtbot.keyClicks(field, "ro")
    desk.answer(0)
    assert offered(field) == []
    qtbot.waitUntil(lambda: len(desk.questions) == 2)
    desk.answer()
    assert offered(field) == ["Rome"]


def test_enter_takes_the_first_of_what_is_still_to_come(
    field: LookupField, desk: Desk, qtbot: QtBot
) -> None:
    qtbot.keyClicks(field, "gen")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    with qtbot.waitSignal(field.choice_made) as made:
        desk.answer()
    assert made.args == [1]
    assert field.text() == ""
    assert offered(field) == []


def test_enter_on_what_nobody_knows_says_so(field: LookupField, desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "xyz")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    with qtbot.waitSignal(field.unknown_entered) as entered:
        desk.answer()
    assert entered.args == ["xyz"]
    assert field.text() == "xyz"


def test_typing_on_after_enter_takes_the_enter_back(
    field: LookupField, desk: Desk, qtbot: QtBot
) -> None:
    qtbot.keyClicks(field, "gen")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClicks(field, "o")
    with qtbot.assertNotEmitted(field.choice_made):
        desk.answer(0)


def test_what_is_asked_meanwhile_counts_alone(field: LookupField, desk: Desk, qtbot: QtBot) -> None:
    answers: list[str] = []
    qtbot.keyClicks(field, "gen")
    field.ask(lambda text, choices: answers.append(f"{text} {len(choices)}"))
    field.ask(lambda text, _: answers.append(text))
    desk.answer(0)
    desk.answer(1)
    assert answers == ["gen"]


def test_a_forgotten_question_is_not_answered(field: LookupField, desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "gen")
    qtbot.waitUntil(lambda: bool(desk.questions))
    field.forget()
    desk.answer()
    assert offered(field) == []


def test_nothing_is_asked_for_an_empty_field(field: LookupField, desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "g")
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    assert not field._pause.isActive()
    assert desk.questions == []
