"""The short dates of a list, by the clock of this machine."""

from datetime import UTC, datetime

import pytest

from newsdesk.ui.library.list_date import embargo_end, list_date


def here(*parts: int) -> datetime:
    """Return a time on the clock of this machine, as it is stored."""
    return datetime(*parts).astimezone().astimezone(UTC)  # type: ignore[arg-type,misc]


NOW = here(2026, 11, 25, 14, 30)


@pytest.mark.parametrize(
    ("at", "shown"),
    [
        (here(2026, 11, 25, 14, 5), "14:05"),
        (here(2026, 11, 25, 0, 0), "00:00"),
        (here(2026, 11, 24, 23, 59), "Yesterday"),
        (here(2026, 11, 24, 0, 0), "Yesterday"),
        (here(2026, 11, 23, 23, 59), "23 Nov"),
        (here(2026, 5, 2, 9, 0), "2 May"),
        (here(2024, 5, 2, 9, 0), "2 May 2024"),
        (here(2026, 11, 26, 9, 0), "26 Nov"),
        (here(2027, 1, 1, 0, 0), "1 Jan 2027"),
    ],
)
def test_a_date_is_as_short_as_it_can_be_told(at: datetime, shown: str) -> None:
    assert list_date(at, NOW) == shown


def test_yesterday_may_be_in_another_year() -> None:
    assert list_date(here(2026, 12, 31, 12, 0), here(2027, 1, 1, 0, 1)) == "Yesterday"


@pytest.mark.parametrize(
    ("until", "shown"),
    [
        (here(2026, 11, 25, 16, 0), "Today 16:00"),
        (here(2026, 11, 26, 0, 1), "Tomorrow 00:01"),
        (here(2026, 12, 3, 9, 0), "3 Dec 09:00"),
        (here(2027, 1, 3, 9, 0), "3 Jan 2027"),
    ],
)
def test_the_end_of_an_embargo_is_told_to_the_minute_within_the_year(
    until: datetime, shown: str
) -> None:
    assert embargo_end(until, NOW) == shown


def test_tomorrow_may_be_in_another_year() -> None:
    assert embargo_end(here(2027, 1, 1, 6, 0), here(2026, 12, 31, 23, 0)) == "Tomorrow 06:00"
