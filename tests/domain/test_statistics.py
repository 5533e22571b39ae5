"""Figures from counts."""

from datetime import date
from statistics import quantiles

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.statistics import By, Durations, Figure, Period, PlainCounts, computed


def test_months_without_a_release_are_there_too() -> None:
    counts = PlainCounts(total=3, months={(2025, 11): 1, (2026, 2): 2})
    assert computed(counts, Period()).months == (
        Figure("2025-11", 1),
        Figure("2025-12", 0),
        Figure("2026-01", 0),
        Figure("2026-02", 2),
    )


def test_a_period_that_was_asked_for_is_shown_whole() -> None:
    year = Period(first=date(2026, 1, 1), last=date(2026, 12, 31))
    assert len(computed(PlainCounts(), year).months) == 12
    assert computed(PlainCounts(), Period()).months == ()


def test_the_greatest_comes_first() -> None:
    counts = PlainCounts(total=4, countries={"KE": 1, "CH": 2, "AT": 1, "FR": 0})
    figures = computed(counts, Period())
    assert [row.key for row in figures.tables[By.COUNTRY]] == ["CH", "AT", "KE"]
    assert figures.greatest(By.COUNTRY) == Figure("CH", 2)
    assert figures.greatest(By.THEME) is None


@pytest.mark.parametrize(
    ("counts", "durations"),
    [
        ({}, None),
        ({-1: 5}, None),
        ({3: 1}, Durations(number=1, lower=3, median=3, upper=3)),
        ({0: 2, 1: 1, -1: 9}, Durations(number=3, lower=0, median=0, upper=0.5)),
        ({0: 1, 10: 1}, Durations(number=2, lower=2.5, median=5, upper=7.5)),
    ],
)
def test_what_was_issued_before_it_came_in_took_no_time(
    counts: dict[int, int], durations: Durations | None
) -> None:
    assert computed(PlainCounts(durations=counts), Period()).durations == durations


@given(st.lists(st.integers(0, 60), min_size=2, max_size=50))
def test_median_and_quartiles_are_those_of_the_single_days(days: list[int]) -> None:
    counts = {day: days.count(day) for day in days}
    found = computed(PlainCounts(durations=counts), Period()).durations
    assert found is not None
    wanted = quantiles(days, n=4, method="inclusive")
    assert [found.lower, found.median, found.upper] == pytest.approx(wanted)
