from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.embargo import Clock, Embargo, clock_at
from newsdesk.domain.errors import EmbargoError, EmbargoProblem


@pytest.mark.parametrize(
    ("local", "tz", "clock"),
    [
        (datetime(2025, 3, 30, 2, 30), "Europe/Zurich", Clock.IMPOSSIBLE),
        (datetime(2025, 10, 26, 2, 30), "Europe/Zurich", Clock.DOUBLED),
        (datetime(2025, 10, 26, 3, 0), "Europe/Zurich", Clock.NORMAL),
        (datetime(2025, 3, 30, 3, 0), "Europe/Zurich", Clock.NORMAL),
        (datetime(2025, 7, 2, 0, 1), "Asia/Kathmandu", Clock.NORMAL),
        (datetime(2011, 12, 30, 12, 0), "Pacific/Apia", Clock.IMPOSSIBLE),  # a whole day left out
        (datetime(2025, 4, 6, 1, 45), "Australia/Lord_Howe", Clock.DOUBLED),  # half an hour
    ],
)
def test_the_clocks_of_a_zone_are_known(local: datetime, tz: str, clock: Clock) -> None:
    assert clock_at(local, tz) is clock


def test_an_impossible_time_is_refused() -> None:
    with pytest.raises(EmbargoError) as refused:
        Embargo.until(datetime(2025, 3, 30, 2, 30), "Europe/Zurich")
    assert refused.value.problem is EmbargoProblem.IMPOSSIBLE


def test_a_doubled_time_is_asked_about_and_both_answers_count() -> None:
    local = datetime(2025, 10, 26, 2, 30)
    with pytest.raises(EmbargoError) as asked:
        Embargo.until(local, "Europe/Zurich")
    assert asked.value.problem is EmbargoProblem.DOUBLED
    first, second = (Embargo.until(local, "Europe/Zurich", fold=fold) for fold in (0, 1))
    assert second.until_utc - first.until_utc == timedelta(hours=1)


@pytest.mark.parametrize("tz", ["CET+1", "Nowhere/City", "../../etc/passwd", "", "\0"])
def test_a_zone_that_is_none_is_refused(tz: str) -> None:
    with pytest.raises(EmbargoError) as refused:
        Embargo.until(datetime(2025, 5, 1, 9, 0), tz)
    assert refused.value.problem is EmbargoProblem.UNKNOWN_ZONE


def test_the_city_of_the_zone_is_the_default_label() -> None:
    assert Embargo.until(datetime(2025, 5, 1), "America/New_York").city_label == "New York"


def test_it_runs_until_its_minute_and_not_after_being_lifted() -> None:
    embargo = Embargo.until(datetime(2025, 1, 15, 9, 0), "America/Bogota")
    end = datetime(2025, 1, 15, 14, 0, tzinfo=UTC)
    assert embargo.until_utc == end
    assert embargo.is_running(end - timedelta(minutes=1))
    assert not embargo.is_running(end)


@given(
    st.datetimes(datetime(1990, 1, 1), datetime(2040, 1, 1)),
    st.sampled_from(["Europe/Zurich", "America/New_York", "Asia/Kabul", "Africa/Casablanca"]),
)
def test_what_exists_once_comes_back_from_utc_as_it_went(local: datetime, tz: str) -> None:
    local = local.replace(second=0, microsecond=0)
    if clock_at(local, tz) is Clock.NORMAL:
        embargo = Embargo.until(local, tz)
        assert (
            embargo.until_utc.astimezone(embargo.local_until.tzinfo).replace(tzinfo=None) == local
        )


@pytest.mark.parametrize(
    ("local", "tz"),
    [
        (datetime(9999, 12, 31, 23, 59), "America/New_York"),
        (datetime(1, 1, 1, 0, 1), "Asia/Tokyo"),
    ],
)
def test_a_time_at_the_end_of_the_calendar_is_refused(local: datetime, tz: str) -> None:
    with pytest.raises(EmbargoError) as refused:
        Embargo.until(local, tz)
    assert refused.value.problem is EmbargoProblem.UNREADABLE
