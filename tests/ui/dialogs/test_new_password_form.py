"""A password that is chosen: only where it is wanted, and typed twice."""

import pytest
from PySide6.QtWidgets import QCheckBox, QLineEdit
from pytestqt.qtbot import QtBot

from newsdesk.ui.dialogs.new_password_form import NewPasswordForm
from newsdesk.ui.widgets.field_note import FieldNote


@pytest.fixture
def form(qtbot: QtBot) -> NewPasswordForm:
    form = NewPasswordForm()
    qtbot.addWidget(form)
    form.show()
    return form


def typed(form: NewPasswordForm, qtbot: QtBot, first: str, again: str) -> None:
    form.findChild(QCheckBox).setChecked(True)
    for name, text in (("password", first), ("again", again)):
        field = form.findChild(QLineEdit, name)
        assert field.echoMode() is QLineEdit.EchoMode.Password
        qtbot.keyClicks(field, text)


def test_without_a_choice_there_is_none(form: NewPasswordForm) -> None:
    assert form.is_complete
    assert form.password() == ""
    assert not form.findChild(QLineEdit, "password").isVisible()


def test_it_is_complete_once_it_was_typed_twice(form: NewPasswordForm, qtbot: QtBot) -> None:
    typed(form, qtbot, "quay", "qua")
    assert not form.is_complete
    assert form.findChild(FieldNote).text() == ""  # not wrong yet
    with qtbot.waitSignal(form.edited):
        qtbot.keyClicks(form.findChild(QLineEdit, "again"), "y")
    assert form.is_complete
    assert form.password() == "quay"


def test_two_that_differ_are_told_at_once(form: NewPasswordForm, qtbot: QtBot) -> None:
    typed(form, qtbot, "quay", "quai")
    assert not form.is_complete
    assert form.findChild(FieldNote).text() == "The two are not the same."


def test_one_that_is_given_up_is_not_used(form: NewPasswordForm, qtbot: QtBot) -> None:
    typed(form, qtbot, "quay", "quay")
    form.findChild(QCheckBox).setChecked(False)
    assert form.is_complete
    assert form.password() == ""
