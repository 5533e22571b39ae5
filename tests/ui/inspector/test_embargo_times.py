from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QLocale

from newsdesk.domain.embargo import zone
from newsdesk.ui.inspector.embargo_times import (
    ClockFace,
    clock_lines,
    next_tick_ms,
    offset_in_words,
    time_left,
)

UNTIL = datetime(2016, 3, 2, 10, 0, tzinfo=UTC)
BRITISH = QLocale("en-GB")
GENEVA = ClockFace("Geneva", "Europe/Zurich")
NEW_YORK = ClockFace("New York", "America/New_York")
SYDNEY = ClockFace("Sydney", "Australia/Sydney")


def test_the_end_is_told_in_utc_and_on_each_clock_of_the_house() -> None:
    lines = clock_lines(UNTIL, (GENEVA, NEW_YORK), BRITISH, without="Africa/Tripoli")
    assert lines == ["10:00 UTC, Wednesday 2 March 2016", "11:00 Geneva", "05:00 New York"]


def test_the_day_is_said_again_where_it_is_another_one() -> None:
    late = UNTIL.replace(hour=23, minute=1)
    lines = clock_lines(late, (NEW_YORK, SYDNEY), BRITISH, without="Europe/Zurich")
    assert lines[1:] == ["18:01 New York", "10:01 Sydney, Thursday 3 March"]


def test_the_year_is_said_again_where_it_is_another_one() -> None:
    late = datetime(2016, 12, 31, 23, 30, tzinfo=UTC)
    lines = clock_lines(late, (SYDNEY,), BRITISH, without="UTC")
    assert lines == ["10:30 Sydney, Sunday 1 January 2017"]


def test_each_zone_is_named_once_and_that_of_the_embargo_not_at_all() -> None:
    bern = ClockFace("Bern", "Europe/Zurich")
    assert clock_lines(UNTIL, (GENEVA, bern, NEW_YORK), BRITISH, without="America/New_York") == [
        "10:00 UTC, Wednesday 2 March 2016",
        "11:00 Geneva",
    ]


def test_a_clock_whose_zone_nobody_knows_is_left_out() -> None:
    lost = ClockFace("Atlantis", "Atlantic/Atlantis")
    assert len(clock_lines(UNTIL, (lost,), BRITISH, without="Europe/Zurich")) == 1


@pytest.mark.parametrize(
    ("tz", "offset"),
    [
        ("Europe/Zurich", "UTC+1"),
        ("America/Bogota", "UTC−5"),
        ("Asia/Kathmandu", "UTC+5:45"),
        ("Africa/Abidjan", "UTC"),
    ],
)
def test_an_offset_is_told_without_abbreviations(tz: str, offset: str) -> None:
    assert offset_in_words(UNTIL.astimezone(zone(tz))) == offset


@pytest.mark.parametrize(
    ("left", "told"),
    [
        (timedelta(hours=2, minutes=14), "Lifts in 2 h 14 min"),
        (timedelta(hours=2, minutes=13, seconds=1), "Lifts in 2 h 14 min"),
        (timedelta(days=3, hours=4, minutes=5), "Lifts in 3 d 4 h"),
        (timedelta(minutes=59), "Lifts in 59 min"),
        (timedelta(minutes=1, seconds=1), "Lifts in 2 min"),
        (timedelta(seconds=30), "Lifts in less than a minute"),
        (timedelta(), "It is over."),
        (timedelta(days=-1), "It is over."),
    ],
)
def test_what_is_left_is_told_in_words(left: timedelta, told: str) -> None:
    assert time_left(UNTIL, UNTIL - left) == told


@pytest.mark.parametrize(
    "left", [timedelta(seconds=1), timedelta(seconds=61), timedelta(minutes=5), timedelta(days=2)]
)
def test_it_is_told_anew_when_it_is_something_else(left: timedelta) -> None:
    now = UNTIL - left
    wait = timedelta(milliseconds=next_tick_ms(UNTIL, now))
    assert timedelta() < wait <= timedelta(minutes=1, milliseconds=1)
    assert time_left(UNTIL, now + wait - timedelta(milliseconds=2)) == time_left(UNTIL, now)


def test_an_end_that_is_past_is_not_waited_for() -> None:
    assert next_tick_ms(UNTIL, UNTIL) == 0
