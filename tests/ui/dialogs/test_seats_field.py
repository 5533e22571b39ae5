"""The places where the house has its seats."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from newsdesk.domain.gazetteer import place_id
from newsdesk.ui.dialogs.seats_field import SeatsField
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.tag_chip import TagChip
from tests.ui.dialogs.house_texts import field

GENEVA, PARIS, ROME = place_id("ch/geneva"), place_id("fr/paris"), place_id("it/rome")


@pytest.fixture
def seats(store: Store, icons: Icons, qtbot: QtBot) -> SeatsField:
    seats = SeatsField(store, icons)
    qtbot.addWidget(seats)
    seats.resize(500, 200)
    seats.show()
    with qtbot.assertNotEmitted(seats.seats_edited):
        seats.set_seats((GENEVA, PARIS))
        qtbot.waitUntil(lambda: shown(seats) == ["Geneva, Switzerland", "Paris, France"])
    return seats


def shown(seats: SeatsField) -> list[str]:
    chips = [chip for chip in seats.findChildren(TagChip) if chip.isVisible()]
    return [chip.text() for chip in sorted(chips, key=lambda chip: (chip.y(), chip.x()))]


def test_a_seat_is_added_by_name(seats: SeatsField, qtbot: QtBot) -> None:
    line = field(seats, "Seats")
    line.setFocus()
    qtbot.keyClicks(line, "Rome")
    with qtbot.waitSignal(seats.seats_edited) as edited:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert edited.args == [(GENEVA, PARIS, ROME)]
    qtbot.waitUntil(lambda: shown(seats)[-1:] == ["Rome, Italy"])
    assert line.text() == ""


def test_a_seat_is_not_added_twice(seats: SeatsField, qtbot: QtBot) -> None:
    line = field(seats, "Seats")
    line.setFocus()
    qtbot.keyClicks(line, "Paris, France")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: line.text() == "")
    assert seats.seats() == (GENEVA, PARIS)


def test_backspace_in_the_empty_field_takes_the_last_one_away(
    seats: SeatsField, qtbot: QtBot
) -> None:
    line = field(seats, "Seats")
    for left in [(GENEVA,), ()]:
        qtbot.keyClick(line, Qt.Key.Key_Backspace)
        assert seats.seats() == left
    with qtbot.assertNotEmitted(seats.seats_edited):
        qtbot.keyClick(line, Qt.Key.Key_Backspace)


def test_a_seat_is_taken_away_with_its_cross(seats: SeatsField, qtbot: QtBot) -> None:
    chip = next(chip for chip in seats.findChildren(TagChip) if chip.text().startswith("Geneva"))
    with qtbot.waitSignal(seats.seats_edited):
        qtbot.keyClick(chip, Qt.Key.Key_Delete)
    assert seats.seats() == (PARIS,)
    qtbot.waitUntil(lambda: shown(seats) == ["Paris, France"])


def test_a_place_that_is_not_known_is_asked_for(seats: SeatsField, qtbot: QtBot) -> None:
    line = field(seats, "Seats")
    line.setFocus()
    qtbot.keyClicks(line, "Xyzzyville")
    with qtbot.waitSignal(seats.new_place_requested) as asked:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert asked.args == ["Xyzzyville"]
    assert seats.seats() == (GENEVA, PARIS)


def test_names_that_come_when_the_form_is_closed_do_no_harm(
    store: Store, icons: Icons, qtbot: QtBot
) -> None:
    seats = SeatsField(store, icons)
    seats.set_seats((ROME,))
    lifetime = seats._lifetime
    seats.deleteLater()
    qtbot.waitUntil(lambda: lifetime.is_over)
    answered: list[object] = []
    store.read(lambda desk: desk.places.own(), answered.append)
    qtbot.waitUntil(lambda: bool(answered))
