"""The page of figures, and the table."""

import csv
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import html5lib
import pytest

from newsdesk import paths
from newsdesk.domain.statistics import By, Period, PlainCounts, computed
from newsdesk.exporting.statistics_page import (
    StatisticsTemplate,
    statistics_page,
    statistics_table,
)

RESOURCES: Path = paths.resources()
TEMPLATE = StatisticsTemplate(
    page=(RESOURCES / "templates" / "statistics.html.j2").read_text("utf-8"),
    css=(RESOURCES / "styles" / "statistics.css").read_text("utf-8"),
)
YEAR = Period(first=date(2026, 1, 1), last=date(2026, 12, 31))
FIGURES = computed(
    PlainCounts(
        total=30,
        published=12,
        months={(2026, month): month for month in range(1, 13)},
        countries={f"C{number}": number for number in range(1, 31)},
        themes={"=HYPERLINK(1)": 2, '<script>alert("x")</script>': 1},
        languages={"en": 30},
        types={"press_release": 30},
        durations={0: 3, 4: 9},
    ),
    YEAR,
)


def parsed(html: str) -> Any:
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html)


def test_the_page_is_sound_and_runs_nothing() -> None:
    html = statistics_page(FIGURES, "Office for Safe Harbours", TEMPLATE)
    page = parsed(html)
    assert page.find("head/title").text == "The year in figures – Office for Safe Harbours"
    assert "<script" not in html
    assert "http://" not in html.replace("http://www.w3.org/2000/svg", "")
    assert "&lt;script&gt;" in html


def test_every_chart_says_what_it_shows_and_has_a_table_behind_it() -> None:
    page = parsed(statistics_page(FIGURES, "", TEMPLATE))
    charts = [one for one in page.iter() if str(one.tag).endswith("svg")]
    assert len(charts) == len(By)
    ids = {one.get("id") for one in page.iter() if one.get("id")}
    for chart in charts:
        assert chart.get("role") == "img"
        assert set(chart.get("aria-labelledby").split()) <= ids
    tables = list(page.iter("table"))
    rows = [len(list(table.iter("tr"))) - 1 for table in tables]
    assert rows == [len(FIGURES.tables[by]) for by in By]


def test_many_countries_are_drawn_as_far_as_there_is_room_and_told_whole() -> None:
    html = statistics_page(FIGURES, "", TEMPLATE)
    assert "All 30 in a table" in html
    assert html.count("<title>C") == 20


@pytest.mark.parametrize("theme", ["light", "dark", "auto"])
def test_the_theme_of_the_window_is_taken(theme: str) -> None:
    assert f'data-theme="{theme}"' in statistics_page(FIGURES, "", TEMPLATE, theme)


def test_a_time_without_a_release_says_so() -> None:
    nothing = computed(PlainCounts(), Period())
    html = statistics_page(nothing, "", TEMPLATE)
    parsed(html)
    assert "There is no release yet." in html
    assert "<svg" not in html


def test_the_table_has_every_figure_and_no_formula() -> None:
    rows = list(csv.reader(StringIO(statistics_table(FIGURES), newline="")))
    assert rows[0] == ["By", "Key", "Name", "Releases"]
    assert ["month", "2026-03", "March 2026", "3"] in rows
    assert ["theme", "'=HYPERLINK(1)", "'=HYPERLINK(1)", "2"] in rows
    assert ["days to publication", "median", "median", "4"] in rows
    only = list(csv.reader(StringIO(statistics_table(FIGURES, By.LANGUAGE), newline="")))
    assert only[1:] == [["language", "en", "English", "30"]]
