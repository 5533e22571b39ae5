"""The figures of an office as one page, for the window, paper and files alike; and as a table."""

import csv
from dataclasses import dataclass
from functools import lru_cache
from io import StringIO

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from newsdesk.domain.spreadsheet_cell import neutralised
from newsdesk.domain.statistics import By, ReleaseStatistics
from newsdesk.rendering.bar_chart import WIDTH, Chart, lying_bars, standing_bars
from newsdesk.rendering.statistics_words import (
    COLUMNS,
    HEADINGS,
    duration_sentence,
    name_of,
    number,
    opening_sentence,
    period_words,
    sentence,
)

_MOST_BARS = 20  # the rest stands in the table


@dataclass(frozen=True, slots=True)
class StatisticsTemplate:
    """The loaded texts of the page."""

    page: str  # Jinja
    css: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Section:
    key: str
    heading: str
    column: str
    sentence: str
    chart: Chart
    rows: tuple[tuple[str, int], ...]
    left_out: int  # rows that are only in the table


def statistics_page(
    statistics: ReleaseStatistics, house: str, template: StatisticsTemplate, theme: str = "auto"
) -> str:
    """Return one self-contained HTML document; nothing in it runs or is fetched.

    Args:
        house: whose figures they are; may be empty.
        theme: light, dark, or auto, as the reader's system is.
    """
    return _template(template.page).render(
        title="The year in figures" if _is_year(statistics) else "Releases in figures",
        house=house,
        period=period_words(statistics),
        opening=opening_sentence(statistics),
        statistics=statistics,
        durations=statistics.durations,
        duration_sentence=duration_sentence(statistics),
        sections=[_section(statistics, by) for by in By] if statistics.total else [],
        width=WIDTH,
        number=number,
        theme=theme,
        css=Markup(template.css),  # noqa: S704 - a resource of the program
    )


def statistics_table(statistics: ReleaseStatistics, by: By | None = None) -> str:
    """Return figures as comma-separated values: those by one thing, or all of them."""
    file = StringIO(newline="")
    table = csv.writer(file)
    table.writerow(["By", "Key", "Name", "Releases"])
    for one in By if by is None else (by,):
        for row in statistics.tables[one]:
            cells = (one.value, row.key, name_of(one, row.key), str(row.number))
            table.writerow([neutralised(cell) for cell in cells])
    found = statistics.durations
    if by is None and found is not None:
        spans = (("lower quartile", found.lower), ("median", found.median))
        for name, days in (*spans, ("upper quartile", found.upper)):
            table.writerow(["days to publication", name, name, f"{days:g}"])
    return file.getvalue()


def _section(statistics: ReleaseStatistics, by: By) -> _Section:
    rows = tuple((name_of(by, one.key), one.number) for one in statistics.tables[by])
    shown = rows if by is By.MONTH else rows[:_MOST_BARS]
    return _Section(
        key=by.value,
        heading=HEADINGS[by],
        column=COLUMNS[by],
        sentence=sentence(statistics, by),
        chart=standing_bars(rows) if by is By.MONTH else lying_bars(shown),
        rows=rows,
        left_out=len(rows) - len(shown),
    )


def _is_year(statistics: ReleaseStatistics) -> bool:
    first, last = statistics.period.first, statistics.period.last
    if first is None or last is None or first.year != last.year:
        return False
    return (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)


@lru_cache(maxsize=2)
def _template(page: str) -> Template:
    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.from_string(page)
