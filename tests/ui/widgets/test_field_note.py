import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from newsdesk.ui.widgets.field_note import FieldNote


@pytest.fixture
def field(qtbot: QtBot) -> QLineEdit:
    field = QLineEdit()
    qtbot.addWidget(field)
    return field


@pytest.fixture
def note(field: QLineEdit, qtbot: QtBot) -> FieldNote:
    note = FieldNote(field)
    qtbot.addWidget(note)
    return note


def test_it_is_seen_only_while_there_is_something_to_say(note: FieldNote) -> None:
    assert note.isHidden()
    note.say("No such day")
    assert note.isVisible()
    note.say("")
    assert note.isHidden()


@pytest.mark.parametrize("role", ["error", "warning", "caption"])
def test_it_is_drawn_as_it_is_meant(note: FieldNote, role: str) -> None:
    note.say("No such day", role)
    assert note.property("role") == role


def test_screen_readers_say_it_with_the_field(note: FieldNote, field: QLineEdit) -> None:
    note.say("No such day")
    assert field.accessibleDescription() == "No such day"
    note.say("")
    assert field.accessibleDescription() == ""


def test_what_people_typed_is_no_markup(note: FieldNote) -> None:
    note.say("“<img src=x>” is no day")
    assert note.textFormat() is Qt.TextFormat.PlainText
