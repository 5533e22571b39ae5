"""What an office issued, in figures: computed from plain counts."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import accumulate
from math import floor


class By(StrEnum):
    """What releases are counted by."""

    MONTH = "month"
    COUNTRY = "country"
    THEME = "theme"
    LANGUAGE = "language"
    TYPE = "type"


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """From a day to a day, both with it; None is as far as there is anything."""

    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """One row of a table, one bar of a chart."""

    key: str  # 2026-03, a code of a country or language, a profile, the name of a theme
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Durations:
    """Whole days from the draft to its publication; a release of the same day took none."""

    number: int
    lower: float  # a quarter of the releases took no longer
    median: float
    upper: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainCounts:
    """What a store counts. One release may be under several countries and themes."""

    total: int = 0
    published: int = 0
    months: Mapping[tuple[int, int], int] = field(default_factory=dict[tuple[int, int], int])
    countries: Mapping[str, int] = field(default_factory=dict[str, int])
    themes: Mapping[str, int] = field(default_factory=dict[str, int])
    languages: Mapping[str, int] = field(default_factory=dict[str, int])
    types: Mapping[str, int] = field(default_factory=dict[str, int])
    durations: Mapping[int, int] = field(default_factory=dict[int, int])
    """Whole days from draft to publication; below zero for what was issued before it came in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseStatistics:
    """The figures of a period, each list with the greatest number first but for the months."""

    period: Period
    total: int
    published: int
    tables: Mapping[By, tuple[Figure, ...]]
    durations: Durations | None  # None: nothing was drafted and published here

    @property
    def months(self) -> tuple[Figure, ...]:
        return self.tables[By.MONTH]

    def greatest(self, by: By) -> Figure | None:
        return max(self.tables[by], key=lambda one: one.number, default=None)


def computed(counts: PlainCounts, period: Period) -> ReleaseStatistics:
    """Return the figures that follow from counts."""
    tables = {
        By.MONTH: _months(counts.months, period),
        By.COUNTRY: _ranked(counts.countries),
        By.THEME: _ranked(counts.themes),
        By.LANGUAGE: _ranked(counts.languages),
        By.TYPE: _ranked(counts.types),
    }
    return ReleaseStatistics(
        period=period,
        total=counts.total,
        published=counts.published,
        tables=tables,
        durations=_durations(counts.durations),
    )


def _ranked(counts: Mapping[str, int]) -> tuple[Figure, ...]:
    rows = (Figure(key, number) for key, number in counts.items() if number)
    return tuple(sorted(rows, key=lambda one: (-one.number, one.key)))


def _months(counts: Mapping[tuple[int, int], int], period: Period) -> tuple[Figure, ...]:
    """Return every month from the first to the last, those without a release too."""
    known = sorted(month for month, number in counts.items() if number)
    first = (period.first.year, period.first.month) if period.first else None
    last = (period.last.year, period.last.month) if period.last else None
    if not known and (first is None or last is None):
        return ()
    begin, end = first or known[0], last or known[-1]
    months: list[Figure] = []
    year, month = begin
    while (year, month) <= end:
        months.append(Figure(f"{year:04}-{month:02}", counts.get((year, month), 0)))
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return tuple(months)


def _durations(counts: Mapping[int, int]) -> Durations | None:
    days = sorted((day, number) for day, number in counts.items() if day >= 0 and number)
    number = sum(number for _day, number in days)
    if not number:
        return None
    ends = list(accumulate(count for _day, count in days))

    def at(place: int) -> int:
        """Return the days of the release in this place, from 0, if they stood in order."""
        return days[bisect_right(ends, place)][0]

    def quantile(share: float) -> float:
        """Return what lies at a share of the way, between two releases on the line of both."""
        place = (number - 1) * share
        low = floor(place)
        return at(low) + (place - low) * (at(min(low + 1, number - 1)) - at(low))

    return Durations(
        number=number, lower=quantile(0.25), median=quantile(0.5), upper=quantile(0.75)
    )
