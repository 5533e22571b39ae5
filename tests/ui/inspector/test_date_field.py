from datetime import date

import pytest
from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import QCalendarWidget, QPushButton
from pytestqt.qtbot import QtBot

from newsdesk.ui.inspector.date_field import DateField
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.field_note import FieldNote

TODAY = date(2026, 11, 25)
DAY = date(2026, 5, 3)


@pytest.fixture
def field(qtbot: QtBot, icons: Icons) -> DateField:
    field = DateField(icons, lambda: TODAY, is_optional=True)
    qtbot.addWidget(field)
    field.show()
    field.set_day(DAY)
    return field


def typed(field: DateField, qtbot: QtBot, text: str) -> None:
    field.line.setFocus()
    field.line.selectAll()
    qtbot.keyClick(field.line, Qt.Key.Key_Delete)
    qtbot.keyClicks(field.line, text)
    qtbot.keyClick(field.line, Qt.Key.Key_Return)


def test_setting_a_day_is_not_an_edit(field: DateField, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(field.day_edited):
        field.set_day(TODAY)
    assert field.line.text() == "25 Nov 2026"


def test_a_typed_day_is_taken_at_enter(field: DateField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(field.day_edited) as edited:
        typed(field, qtbot, "4 june")
    assert edited.args == [date(2026, 6, 4)]
    assert field.line.text() == "4 Jun 2026"


def test_no_date_is_possible(field: DateField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(field.day_edited) as edited:
        typed(field, qtbot, "")
    assert edited.args == [None]
    assert field.line.text() == ""


def test_no_day_is_said_in_words_and_changes_nothing(field: DateField, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(field.day_edited):
        typed(field, qtbot, "31 feb 2026")
    note = field.findChild(FieldNote)
    assert "“31 feb 2026” is no day" in note.text()
    assert field.line.accessibleDescription() == note.text()
    assert field.day() == DAY
    assert field.line.text() == "31 feb 2026"
    typed(field, qtbot, "28 feb 2026")
    assert note.isHidden()


def test_what_is_being_typed_stays_when_the_same_day_is_set_again(
    field: DateField, qtbot: QtBot
) -> None:
    field.line.selectAll()
    qtbot.keyClicks(field.line, "4 ju")
    field.set_day(DAY)
    assert field.line.text() == "4 ju"
    field.drop_typing()
    assert field.line.text() == "3 May 2026"


@pytest.mark.parametrize(
    ("key", "day"), [(Qt.Key.Key_Up, date(2026, 5, 4)), (Qt.Key.Key_Down, date(2026, 5, 2))]
)
def test_arrow_keys_go_a_day_on_or_back(
    field: DateField, qtbot: QtBot, key: Qt.Key, day: date
) -> None:
    with qtbot.waitSignal(field.day_edited) as edited:
        qtbot.keyClick(field.line, key)
    assert edited.args == [day]


def test_an_empty_field_steps_to_today(field: DateField, qtbot: QtBot) -> None:
    field.set_day(None)
    with qtbot.waitSignal(field.day_edited) as edited:
        qtbot.keyClick(field.line, Qt.Key.Key_Up)
    assert edited.args == [TODAY]


def test_the_calendar_opens_by_keyboard_and_gives_a_day(field: DateField, qtbot: QtBot) -> None:
    qtbot.keyClick(field.line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = field.findChild(QCalendarWidget)
    assert calendar.isVisible()
    assert calendar.selectedDate() == QDate(2026, 5, 3)
    assert calendar.firstDayOfWeek() == QLocale().firstDayOfWeek()
    with qtbot.waitSignal(field.day_edited) as edited:
        calendar.activated.emit(QDate(2026, 5, 20))
    assert edited.args == [date(2026, 5, 20)]
    assert not calendar.isVisible()


@pytest.mark.parametrize(("name", "day"), [("Today", TODAY), ("No date", None)])
def test_the_calendar_offers_today_and_no_date(
    field: DateField, qtbot: QtBot, name: str, day: date | None
) -> None:
    field.open_calendar()
    button = next(one for one in field.findChildren(QPushButton) if one.text() == name)
    with qtbot.waitSignal(field.day_edited) as edited:
        button.click()
    assert edited.args == [day]


def test_a_date_that_must_be_cannot_be_taken_away(qtbot: QtBot, icons: Icons) -> None:
    field = DateField(icons, lambda: TODAY, is_optional=False)
    qtbot.addWidget(field)
    field.set_day(DAY)
    field.open_calendar()
    assert "No date" not in {one.text() for one in field.findChildren(QPushButton)}
    with qtbot.assertNotEmitted(field.day_edited):
        typed(field, qtbot, "")
    assert field.day() == DAY
    assert not field.findChild(FieldNote).isHidden()


def test_the_same_day_again_is_not_an_edit(field: DateField, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(field.day_edited):
        typed(field, qtbot, "2026-05-03")
    assert field.line.text() == "3 May 2026"
