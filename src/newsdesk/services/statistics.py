"""What the office issued, in figures, sentences and charts."""

from datetime import date

from newsdesk.domain.errors import FieldError
from newsdesk.domain.statistics import By, Period, ReleaseStatistics, computed
from newsdesk.exporting.statistics_page import (
    StatisticsTemplate,
    statistics_page,
    statistics_table,
)
from newsdesk.services.workplace import Workplace


class StatisticsService:
    """Counts; it stores nothing."""

    def __init__(self, workplace: Workplace, template: StatisticsTemplate) -> None:
        self._workplace = workplace
        self._template = template

    def figures(
        self, first: date | None = None, last: date | None = None, *, only_published: bool = False
    ) -> ReleaseStatistics:
        """Return the figures from a day to a day, both with it.

        Raises:
            FieldError: it ends before it begins.
        """
        if first is not None and last is not None and last < first:
            raise FieldError("until", last.isoformat())
        period = Period(first=first, last=last)
        with self._workplace.database.reading() as work:
            counts = work.statistics.counts(period, "en", only_published=only_published)
        return computed(counts, period)

    def page(self, statistics: ReleaseStatistics, theme: str = "auto") -> str:
        """Return figures as one HTML document; `theme` is light, dark or auto."""
        with self._workplace.database.reading() as work:
            house = work.newsroom.get().organisation
        return statistics_page(statistics, house, self._template, theme)

    def table(self, statistics: ReleaseStatistics, by: By | None = None) -> str:
        """Return figures as comma-separated values: those by one thing, or all of them."""
        return statistics_table(statistics, by)
