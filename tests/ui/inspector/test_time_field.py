from datetime import time

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from newsdesk.ui.inspector.time_field import TimeField


@pytest.fixture
def field(qtbot: QtBot) -> TimeField:
    field = TimeField()
    qtbot.addWidget(field)
    field.show()
    field.set_time(time(9))
    return field


def typed(field: TimeField, qtbot: QtBot, text: str) -> None:
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_setting_a_time_is_not_an_edit(field: TimeField, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(field.time_edited):
        field.set_time(time(10, 30))
    assert field.text() == "10:30"


def test_a_typed_time_is_taken_at_enter(field: TimeField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(field.time_edited):
        typed(field, qtbot, "2215")
    assert field.clock() == time(22, 15)
    assert field.text() == "22:15"


def test_midnight_is_not_taken_for_a_time(field: TimeField, qtbot: QtBot) -> None:
    with (
        qtbot.assertNotEmitted(field.time_edited),
        qtbot.waitSignal(field.unreadable_entered) as entered,
    ):
        typed(field, qtbot, "midnight")
    assert entered.args == ["midnight"]
    assert field.clock() == time(9)


@pytest.mark.parametrize(
    ("key", "clock"), [(Qt.Key.Key_Up, time(9, 15)), (Qt.Key.Key_Down, time(8, 45))]
)
def test_arrow_keys_go_a_quarter_of_an_hour_on_or_back(
    field: TimeField, qtbot: QtBot, key: Qt.Key, clock: time
) -> None:
    with qtbot.waitSignal(field.time_edited):
        qtbot.keyClick(field, key)
    assert field.clock() == clock


def test_a_step_past_midnight_stays_on_the_clock(field: TimeField, qtbot: QtBot) -> None:
    field.set_time(time(0, 1))
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert field.clock() == time(23, 46)


def test_what_is_being_typed_stays_when_the_same_time_is_set_again(
    field: TimeField, qtbot: QtBot
) -> None:
    field.selectAll()
    qtbot.keyClicks(field, "1")
    field.set_time(time(9))
    assert field.text() == "1"
    field.drop_typing()
    assert field.text() == "09:00"
