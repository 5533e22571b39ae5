import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from newsdesk.ui.inspector.new_place_form import NewPlaceForm
from newsdesk.ui.inspector.zone_field import ZoneField
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.widgets.field_note import FieldNote


@pytest.fixture
def form(qtbot: QtBot, store: Store) -> NewPlaceForm:
    form = NewPlaceForm(store)
    qtbot.addWidget(form)
    form.open_form("Samport", "en")
    return form


def said(form: NewPlaceForm) -> str:
    return form.findChild(FieldNote).text()


def fill_in(form: NewPlaceForm, qtbot: QtBot, country: str) -> None:
    field = form.findChild(QLineEdit, "new_place_country")
    field.setFocus()
    field.clear()
    qtbot.keyClicks(field, country)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def press_add(form: NewPlaceForm) -> None:
    form.findChild(QPushButton, "add_place").click()


def test_the_country_brings_a_zone_and_the_place_is_stored(
    form: NewPlaceForm, qtbot: QtBot
) -> None:
    zone = form.findChild(ZoneField)
    fill_in(form, qtbot, "moroc")
    qtbot.waitUntil(lambda: zone.zone() == "Africa/Casablanca")
    with qtbot.waitSignal(form.closed), qtbot.waitSignal(form.place_added) as added:
        press_add(form)
    place = added.args[0]
    assert form.isHidden()
    assert (place.city, place.country_code, place.tz) == ("Samport", "MA", "Africa/Casablanca")


def test_a_code_will_do_for_a_country(form: NewPlaceForm, qtbot: QtBot) -> None:
    form.findChild(QLineEdit, "new_place_country").setText("ly")
    form.findChild(ZoneField).set_zone("Africa/Tripoli")
    with qtbot.waitSignal(form.place_added) as added:
        press_add(form)
    assert added.args[0].country("en") == "Libya"


def test_a_code_of_no_country_is_refused_in_words(form: NewPlaceForm, qtbot: QtBot) -> None:
    form.findChild(QLineEdit, "new_place_country").setText("XX")
    form.findChild(ZoneField).set_zone("Africa/Tripoli")
    with qtbot.assertNotEmitted(form.place_added):
        press_add(form)
        qtbot.waitUntil(lambda: "no country “XX”" in said(form))
    assert form.isVisible()


def test_an_unknown_country_is_said_in_words(form: NewPlaceForm, qtbot: QtBot) -> None:
    fill_in(form, qtbot, "Atlantis")
    qtbot.waitUntil(lambda: "No country is called “Atlantis”" in said(form))


def test_a_place_needs_all_three(form: NewPlaceForm) -> None:
    press_add(form)
    assert said(form) == "A place has a name, a country and a time zone."


def test_escape_goes_back_without_a_place(form: NewPlaceForm, qtbot: QtBot) -> None:
    with qtbot.waitSignal(form.closed), qtbot.assertNotEmitted(form.place_added):
        qtbot.keyClick(form.findChild(QLineEdit, "new_place_name"), Qt.Key.Key_Escape)
    assert form.isHidden()


def test_closing_it_from_outside_says_nothing(form: NewPlaceForm, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(form.closed):
        form.close_form()
    assert form.isHidden()
