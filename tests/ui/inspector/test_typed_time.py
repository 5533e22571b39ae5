"""Times of the day as people type them."""

from datetime import time

import pytest

from newsdesk.ui.inspector.typed_time import read_time


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("9", time(9)),
        ("9:30", time(9, 30)),
        ("09.30", time(9, 30)),
        ("0930", time(9, 30)),
        ("930", time(9, 30)),
        ("2200 hrs", time(22)),
        ("9 h 30", time(9, 30)),
        ("9h30", time(9, 30)),
        ("22 h", time(22)),
        ("17 Uhr", time(17)),
        ("9.30 p.m.", time(21, 30)),
        ("11 am", time(11)),
        ("00:01", time(0, 1)),
        ("0:00", time(0)),
        ("٠٩:٣٠", time(9, 30)),
    ],
)
def test_a_time_is_read_in_the_usual_ways(text: str, clock: time) -> None:
    assert read_time(text) == clock


@pytest.mark.parametrize(
    "text", ["", "midnight", "noon", "12 noon", "12 pm", "12 a.m.", "24:00", "9:60", "9:3", "13 pm"]
)
def test_what_may_be_read_as_two_times_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"no time|two times|must be in"):
        read_time(text)
