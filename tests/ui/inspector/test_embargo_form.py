from collections.abc import Callable
from datetime import date, datetime, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QRadioButton
from pytestqt.qtbot import QtBot

from newsdesk.domain.embargo import Embargo
from newsdesk.domain.errors import EmbargoError, EmbargoProblem
from newsdesk.ui.inspector.embargo_form import EmbargoForm
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.theme.icons import Icons

MAY = Embargo.until(datetime(2026, 5, 3, 9, 0), "Africa/Casablanca", city_label="Rabat")


@pytest.fixture
def form(qtbot: QtBot, store: Store, icons: Icons) -> EmbargoForm:
    form = EmbargoForm(store, icons, lambda: date(2025, 3, 1))
    qtbot.addWidget(form)
    form.show()
    return form


@pytest.fixture
def typed(form: EmbargoForm, qtbot: QtBot) -> Callable[[str, str], None]:
    def typed(name: str, text: str) -> None:
        field = form.findChild(QLineEdit, name)
        field.setFocus()
        field.selectAll()
        qtbot.keyClicks(field, text)
        qtbot.keyClick(field, Qt.Key.Key_Return)

    return typed


def shown(form: EmbargoForm, name: str) -> str:
    return form.findChild(QLineEdit, name).text()


def radios(form: EmbargoForm) -> list[QRadioButton]:
    return [one for one in form.findChildren(QRadioButton) if one.isVisible()]


def test_it_shows_every_part_of_an_embargo_and_gives_the_same_back(
    form: EmbargoForm, qtbot: QtBot
) -> None:
    embargo = Embargo.until(
        datetime(2026, 5, 3, 9, 0), "Africa/Casablanca", city_label="Rabat", note="Wires only"
    )
    with qtbot.assertNotEmitted(form.embargo_edited), qtbot.assertNotEmitted(form.embargo_typed):
        form.show_embargo(embargo)
    assert shown(form, "embargo_day") == "3 May 2026"
    assert shown(form, "embargo_time") == "09:00"
    assert shown(form, "embargo_zone") == "Africa/Casablanca"
    assert shown(form, "embargo_city") == "Rabat"
    assert shown(form, "embargo_note") == "Wires only"
    assert form.embargo() == embargo


@pytest.mark.parametrize(
    ("name", "text"), [("embargo_day", "4 May 2026"), ("embargo_time", "10:00")]
)
def test_another_time_is_an_edit(
    form: EmbargoForm, qtbot: QtBot, typed: Callable[[str, str], None], name: str, text: str
) -> None:
    form.show_embargo(MAY)
    with qtbot.waitSignal(form.embargo_edited):
        typed(name, text)
    assert form.embargo() != MAY


def test_another_zone_brings_its_city(
    form: EmbargoForm, qtbot: QtBot, typed: Callable[[str, str], None]
) -> None:
    form.show_embargo(MAY)
    with qtbot.waitSignal(form.embargo_edited):
        typed("embargo_zone", "bonn")
    assert form.embargo().tz == "Europe/Berlin"
    assert form.embargo().city_label == "Bonn"


def test_an_unknown_zone_is_said_below_its_field(
    form: EmbargoForm, qtbot: QtBot, typed: Callable[[str, str], None]
) -> None:
    form.show_embargo(MAY)
    with qtbot.assertNotEmitted(form.embargo_edited):
        typed("embargo_zone", "Atlantis")
        qtbot.waitUntil(
            lambda: any("“Atlantis”" in one.text() for one in form.findChildren(QLabel))
        )
    assert form.embargo() == MAY


def test_spaces_between_words_of_a_city_can_be_typed(form: EmbargoForm, qtbot: QtBot) -> None:
    form.show_embargo(MAY)
    form.embargo_typed.connect(lambda: form.show_embargo(form.embargo()))  # as the section does
    city = form.findChild(QLineEdit, "embargo_city")
    city.selectAll()
    qtbot.keyClick(city, Qt.Key.Key_Delete)
    assert form.embargo().city_label == "Casablanca"
    qtbot.keyClicks(city, "New York")
    assert city.text() == "New York"
    assert form.embargo().city_label == "New York"


@pytest.mark.parametrize("fold", [0, 1])
def test_of_a_doubled_time_it_is_shown_which_one_is_meant(form: EmbargoForm, fold: int) -> None:
    embargo = Embargo.until(datetime(2025, 10, 26, 2, 30), "Europe/Zurich", fold=fold)
    form.show_embargo(embargo)
    assert [one.text() for one in radios(form)] == ["First (UTC+2)", "Second (UTC+1)"]
    assert [one.isChecked() for one in radios(form)] == [fold == 0, fold == 1]
    assert form.embargo() == embargo


def test_a_doubled_time_has_to_be_chosen(
    form: EmbargoForm, qtbot: QtBot, typed: Callable[[str, str], None]
) -> None:
    form.propose(datetime(2025, 10, 26, 1, 30), "Europe/Zurich")
    assert radios(form) == []
    typed("embargo_time", "02:30")
    with pytest.raises(EmbargoError) as raised:
        form.embargo()
    assert raised.value.problem is EmbargoProblem.DOUBLED
    with qtbot.waitSignal(form.embargo_edited):
        radios(form)[1].click()
    assert form.embargo().fold == 1


def test_another_time_has_to_be_chosen_anew(
    form: EmbargoForm, typed: Callable[[str, str], None]
) -> None:
    form.show_embargo(Embargo.until(datetime(2025, 10, 26, 2, 30), "Europe/Zurich", fold=1))
    typed("embargo_time", "02:45")
    assert [one.isChecked() for one in radios(form)] == [False, False]
    typed("embargo_time", "04:00")
    assert radios(form) == []


def test_midnight_is_taken_with_advice_against_it(
    form: EmbargoForm, typed: Callable[[str, str], None]
) -> None:
    form.show_embargo(MAY)
    advice = next(one for one in form.findChildren(QLabel) if "Better 00:01" in one.text())
    assert advice.isHidden()
    typed("embargo_time", "00:00")
    assert advice.isVisible()
    assert form.embargo().until_local.time() == time(0)
    form.setEnabled(False)
    assert advice.isHidden()


@pytest.mark.parametrize("text", ["midnight", "12 pm", "24:00"])
def test_a_time_that_may_be_read_as_two_is_refused_in_words(
    form: EmbargoForm, qtbot: QtBot, typed: Callable[[str, str], None], text: str
) -> None:
    form.show_embargo(MAY)
    with qtbot.assertNotEmitted(form.embargo_edited):
        typed("embargo_time", text)
    words = form.findChild(QLabel, "embargo_words").text()
    assert f"“{text}”" in words
    assert "00:01 or 23:59" in words
    assert form.embargo() == MAY


def test_what_was_typed_and_not_read_can_be_dropped(
    form: EmbargoForm, typed: Callable[[str, str], None]
) -> None:
    form.show_embargo(MAY)
    typed("embargo_day", "some day")
    typed("embargo_time", "later")
    form.drop_typing()
    assert shown(form, "embargo_day") == "3 May 2026"
    assert shown(form, "embargo_time") == "09:00"


def test_the_end_is_told_in_words_and_on_other_clocks(form: EmbargoForm) -> None:
    form.show_end("Lifts in 5 min", ["10:00 UTC, Sunday 3 May 2026", "12:00 Geneva"])
    assert form.findChild(QLabel, "embargo_left").text() == "Lifts in 5 min"
    elsewhere = form.findChild(QLabel, "embargo_elsewhere")
    assert elsewhere.text() == "10:00 UTC, Sunday 3 May 2026\n12:00 Geneva"
    form.show_end("", ())
    assert elsewhere.isHidden()


@pytest.mark.parametrize("part", ["until_local", "tz", "city_label", "note", "fold"])
def test_every_part_has_its_field(form: EmbargoForm, part: str) -> None:
    assert form.field(part) is not None
    assert form.field("nothing") is None
