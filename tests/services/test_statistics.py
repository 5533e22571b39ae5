"""What the office issued."""

from datetime import date

import pytest

from newsdesk.domain.errors import FieldError
from newsdesk.domain.statistics import By
from newsdesk.domain.workflow import Action
from newsdesk.services.desk import Desk
from tests.services.conftest import Clock


def test_what_was_written_and_published_is_counted(desk: Desk, clock: Clock) -> None:
    desk.newsroom.edit({"organisation": "Office for Safe Harbours"})
    for headline in ("One", "Two"):
        desk.releases.new({"headline": headline})
    first, _ = desk.releases.new({"headline": "Three", "language": "fr"}, body_md="Text.")
    clock.advance(days=3)
    desk.workflow.take(str(first.id), Action.PUBLISH)
    figures = desk.statistics.figures()
    assert (figures.total, figures.published) == (3, 1)
    assert [row.key for row in figures.tables[By.LANGUAGE]] == ["en", "fr"]
    assert figures.durations is not None
    assert figures.durations.median == 3
    assert desk.statistics.figures(only_published=True).total == 1
    assert "Office for Safe Harbours" in desk.statistics.page(figures)
    assert "language,fr,French,1" in desk.statistics.table(figures, By.LANGUAGE)


def test_a_time_that_ends_before_it_begins_is_refused(desk: Desk) -> None:
    with pytest.raises(FieldError):
        desk.statistics.figures(date(2026, 2, 1), date(2026, 1, 1))
