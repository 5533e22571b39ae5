"""Figures in sentences."""

from datetime import date
from typing import Any

import pytest

from newsdesk.domain.statistics import By, Period, PlainCounts, ReleaseStatistics, computed
from newsdesk.rendering.statistics_words import (
    duration_sentence,
    name_of,
    number,
    opening_sentence,
    period_words,
    sentence,
)


def figures(period: Period | None = None, **counts: Any) -> ReleaseStatistics:
    return computed(PlainCounts(**counts), period or Period())


@pytest.mark.parametrize(
    ("by", "key", "name"),
    [
        (By.MONTH, "2026-03", "March 2026"),
        (By.COUNTRY, "CH", "Switzerland"),
        (By.COUNTRY, "XX", "XX"),
        (By.LANGUAGE, "fr-CH", "French"),
        (By.LANGUAGE, "zz", "zz"),
        (By.TYPE, "op_ed", "Op-ed"),
        (By.THEME, "Water", "Water"),
    ],
)
def test_keys_have_names(by: By, key: str, name: str) -> None:
    assert name_of(by, key) == name


@pytest.mark.parametrize(
    ("period", "said"),
    [
        (Period(), "All releases"),
        (Period(first=date(2026, 1, 1)), "Since 1 January 2026"),
        (Period(last=date(2026, 1, 1)), "Until 1 January 2026"),
        (Period(first=date(2026, 1, 1), last=date(2026, 1, 2)), "1 January 2026 – 2 January 2026"),
    ],
)
def test_a_period_is_said(period: Period, said: str) -> None:
    assert period_words(figures(period)) == said


@pytest.mark.parametrize(
    ("total", "published", "said"),
    [
        (0, 0, "There is no release yet."),
        (1, 1, "The library holds 1 release; it is published."),
        (1200, 1200, "The library holds 1,200 releases, every one of them published."),
        (3, 1, "The library holds 3 releases, of which 1 was published."),
        (3, 0, "The library holds 3 releases, none of them published yet."),
    ],
)
def test_it_begins_with_how_much_there_is(total: int, published: int, said: str) -> None:
    assert opening_sentence(figures(total=total, published=published)) == said


def test_some_days_are_told_from_all() -> None:
    some = figures(Period(first=date(2026, 1, 1)), total=2, published=2)
    assert opening_sentence(some).startswith("The library holds 2 releases from these days, ")
    assert sentence(some, By.THEME) == "No release from these days is filed under a theme."
    assert duration_sentence(some).startswith("No release from these days was both drafted")
    assert opening_sentence(figures(some.period)) == "There is no release then."


@pytest.mark.parametrize(
    ("durations", "said"),
    [
        ({}, "No release was both drafted and published here."),
        ({1: 1}, "The one release that was written here took 1 day to be published."),
    ],
)
def test_how_long_it_took_is_said(durations: dict[int, int], said: str) -> None:
    assert duration_sentence(figures(durations=durations)) == said


def test_quartiles_are_said_in_words() -> None:
    said = duration_sentence(figures(durations={0: 2, 2: 1, 4: 1, 9: 1}))
    assert "Of 5 releases" in said
    assert "within 2 days" in said
    assert "a quarter took less than a day, a quarter 4 days or more" in said


def test_a_month_a_tie_a_leader_and_one_alone_are_each_said() -> None:
    months = {(2026, 1): 3, (2026, 3): 1}
    found = figures(
        total=4,
        months=months,
        countries={"CH": 3, "KE": 1},
        languages={"en": 2, "fr": 2},
        types={"statement": 4},
    )
    assert sentence(found, By.MONTH) == (
        "January 2026 was the fullest month with 3 releases; on average there were 1.3 a month. "
        "In 1 month there was none."
    )
    assert sentence(found, By.COUNTRY) == (
        "Switzerland leads 2 countries with 3 releases, 75% of all; Kenya follows with 1."
    )
    assert sentence(found, By.LANGUAGE) == (
        "English and French have the most among 2 languages, 2 releases each."
    )
    assert sentence(found, By.TYPE) == "All 4 releases are of the type Statement."
    assert sentence(found, By.THEME) == "No release is filed under a theme."


def test_numbers_are_grouped() -> None:
    assert [number(one) for one in (0, 1234, 2.5, 3.0)] == ["0", "1,234", "2.5", "3"]
