"""A standing paragraph while it is written."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QTextEdit
from pytestqt.qtbot import QtBot

from newsdesk.domain.boilerplate import Boilerplate, BoilerplateKind
from newsdesk.domain.ids import BoilerplateId
from newsdesk.ui.dialogs.settings.boilerplate_form import BoilerplateForm, TypedBoilerplate
from newsdesk.ui.theme.icons import Icons
from tests.ui.dialogs.house_texts import field

TODAY = date(2026, 11, 25)
TEXT = Boilerplate(
    id=BoilerplateId(UUID(int=1)),
    kind=BoilerplateKind.HELPLINE,
    language="fr",
    text_md="Appelez-nous.",
    valid_from=date(2026, 1, 1),
)


@pytest.fixture
def form(icons: Icons, qtbot: QtBot) -> BoilerplateForm:
    form = BoilerplateForm(icons, lambda: TODAY)
    qtbot.addWidget(form)
    form.show()
    return form


def text(form: BoilerplateForm) -> QTextEdit:
    (one,) = form.findChildren(QTextEdit)
    return one


def save(form: BoilerplateForm) -> QPushButton:
    return next(b for b in form.findChildren(QPushButton) if "Save" in b.text())


def boxes(form: BoilerplateForm) -> dict[str, QComboBox]:
    return {box.accessibleName(): box for box in form.findChildren(QComboBox)}


def test_a_new_text_is_about_us_from_today_on(form: BoilerplateForm, qtbot: QtBot) -> None:
    form.write_new("ar")
    assert not form.is_edited
    qtbot.keyClicks(text(form), "About us.")
    with qtbot.waitSignal(form.save_requested) as asked:
        save(form).click()
    assert asked.args == [TypedBoilerplate(BoilerplateKind.ABOUT, "ar", TODAY, "About us.")]


def test_the_next_version_keeps_kind_and_language(form: BoilerplateForm, qtbot: QtBot) -> None:
    form.write_next(TEXT)
    assert not form.is_edited
    assert not any(box.isEnabled() for box in boxes(form).values())
    text(form).selectAll()
    qtbot.keyClicks(text(form), "Neu.")
    with qtbot.waitSignal(form.save_requested) as asked:
        qtbot.keyClick(text(form), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked.args == [TypedBoilerplate(BoilerplateKind.HELPLINE, "fr", TODAY, "Neu.")]


def test_what_comes_into_force_later_still_does(form: BoilerplateForm, qtbot: QtBot) -> None:
    later = date(2027, 1, 1)
    form.write_next(replace(TEXT, valid_from=later))
    with qtbot.waitSignal(form.save_requested) as asked:
        save(form).click()
    assert asked.args[0].valid_from == later


def test_a_day_can_be_typed(form: BoilerplateForm, qtbot: QtBot) -> None:
    form.write_new("en")
    qtbot.keyClicks(text(form), "x")
    line = field(form, "Valid from")
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "2027-02-03")
    with qtbot.waitSignal(form.save_requested) as asked:
        save(form).setFocus()
        save(form).click()
    assert asked.args[0].valid_from == date(2027, 2, 3)


def test_nothing_is_not_saved(form: BoilerplateForm, qtbot: QtBot) -> None:
    form.write_new("en")
    qtbot.keyClicks(text(form), "  ")
    with qtbot.assertNotEmitted(form.save_requested):
        save(form).click()
    assert text(form).accessibleDescription() == "There is nothing to print yet."


def test_escape_gives_what_was_typed_back(form: BoilerplateForm, qtbot: QtBot) -> None:
    form.write_new("en")
    with qtbot.waitSignal(form.cancelled) as cancelled:
        qtbot.keyClick(text(form), Qt.Key.Key_Escape)
    assert cancelled.args == [None]
    qtbot.keyClicks(text(form), "Half")
    with qtbot.waitSignal(form.cancelled) as cancelled:
        qtbot.keyClick(text(form), Qt.Key.Key_Escape)
    typed = cancelled.args[0]
    form.write_new("en")
    form.take_up(typed)
    assert text(form).toPlainText() == "Half"
    assert form.is_edited


def test_enter_is_a_line_break_in_the_text_and_nothing_elsewhere(
    form: BoilerplateForm, qtbot: QtBot
) -> None:
    form.write_new("en")
    with qtbot.assertNotEmitted(form.save_requested):
        qtbot.keyClicks(text(form), "a")
        qtbot.keyClick(text(form), Qt.Key.Key_Return)
        qtbot.keyClick(boxes(form)["Kind"], Qt.Key.Key_Return)
    assert text(form).toPlainText() == "a\n"


def test_tab_leaves_the_text(form: BoilerplateForm, qtbot: QtBot) -> None:
    form.write_new("en")
    text(form).setFocus()
    qtbot.keyClick(text(form), Qt.Key.Key_Tab)
    assert save(form).hasFocus()


def test_the_languages_of_the_house_come_first(form: BoilerplateForm) -> None:
    form.set_house_languages(["fr", "ar"])
    box = boxes(form)["Language"]
    assert [box.itemText(number) for number in range(2)] == ["Français", "العربية"]


def test_every_field_has_a_name(form: BoilerplateForm) -> None:
    fields = [*form.findChildren(QComboBox), *form.findChildren(QTextEdit)]
    lines = [line for line in form.findChildren(QLineEdit) if line.isVisible()]
    assert all(one.accessibleName() for one in [*fields, *lines])
