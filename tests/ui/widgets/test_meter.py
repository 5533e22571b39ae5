import pytest
from pytestqt.qtbot import QtBot

from newsdesk.ui.widgets.meter import Meter


@pytest.mark.parametrize(
    ("length", "told", "role"),
    [
        (0, "0 of 160", "caption"),
        (160, "160 of 160", "caption"),
        (161, "161 of 320", "warning"),
        (320, "320 of 320", "warning"),
        (332, "12 over the limit of 320", "error"),
    ],
)
def test_a_length_is_told_against_what_is_advised_then_against_the_limit(
    qtbot: QtBot, length: int, told: str, role: str
) -> None:
    meter = Meter(advised=160, longest=320)
    qtbot.addWidget(meter)
    meter.set_length(length)
    assert meter.text() == told
    assert meter.property("role") == role
    assert told in meter.accessibleName()


def test_one_that_is_told_only_near_the_limit_keeps_its_room(qtbot: QtBot) -> None:
    meter = Meter(advised=64, longest=120, shown_from=57)
    qtbot.addWidget(meter)
    meter.set_length(57)
    room = meter.sizeHint().height()
    assert (meter.text(), meter.property("role")) == ("57 of 64", "caption")
    meter.set_length(56)
    assert (meter.text().strip(), meter.accessibleName()) == ("", "")
    assert meter.sizeHint().height() == room
