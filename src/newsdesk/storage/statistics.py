"""Counting releases, in SQL that every database understands."""

from datetime import UTC, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, case, extract, func, select

from newsdesk.domain.statistics import Period, PlainCounts
from newsdesk.domain.vocabulary import Scheme, Term
from newsdesk.domain.workflow import State
from newsdesk.storage.rows import RowForm, fetched, table_of
from newsdesk.storage.tables import ReleasePlaceRow, ReleaseRow, ReleaseTermRow

_RELEASE = table_of(ReleaseRow).c
_PLACE = table_of(ReleasePlaceRow).c
_TERM = table_of(ReleaseTermRow).c
_ISSUED = (State.PUBLISHED, State.CORRECTED, State.KILLED, State.RECALLED)
_DAY = 86_400  # seconds
_TERMS = RowForm(Term, ReleaseTermRow, renamed={"id": "term_id"})


class StatisticsRepository:
    """Counts the releases outside the trash that were not given up.

    A release counts on the day of its dateline, which is printed on it; without one on the day (in
    UTC) on which it was published, or begun.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def counts(self, period: Period, language: str, *, only_published: bool) -> PlainCounts:
        """Return the counts of a period; `language` is that of the themes' names."""
        among = _conditions(period, only_published=only_published)
        total, published = self._total(among)
        return PlainCounts(
            total=total,
            published=published,
            months=self._months(among),
            countries=self._countries(among),
            themes=self._themes(among, language),
            languages=self._grouped(_RELEASE.language, among),
            types=self._grouped(_RELEASE.profile, among),
            durations=self._durations(among),
        )

    def _total(self, among: list[ColumnElement[bool]]) -> tuple[int, int]:
        issued = case((_RELEASE.state.in_(_ISSUED), 1), else_=0)
        asked = select(func.count(), func.coalesce(func.sum(issued), 0)).where(*among)
        total, published = self._connection.execute(asked).one()
        return total, published

    def _grouped(
        self, column: ColumnElement[Any], among: list[ColumnElement[bool]]
    ) -> dict[str, int]:
        asked = select(column, func.count()).where(*among).group_by(column)
        return {str(key): number for key, number in self._connection.execute(asked)}

    def _months(self, among: list[ColumnElement[bool]]) -> dict[tuple[int, int], int]:
        has_day = _RELEASE.dateline_date.is_not(None)
        instant = func.coalesce(_RELEASE.firstpublished, _RELEASE.firstcreated)
        parts = [
            case(
                (has_day, extract(part, _RELEASE.dateline_date)), else_=extract(part, instant)
            ).label(part)
            for part in ("year", "month")
        ]
        asked = select(*parts, func.count().label("number")).where(*among).group_by(*parts)
        rows = fetched(self._connection, asked)
        return {(int(row["year"]), int(row["month"])): row["number"] for row in rows}

    def _countries(self, among: list[ColumnElement[bool]]) -> dict[str, int]:
        """Count a release once under each country of its dateline."""
        asked = (
            select(_PLACE.country_code, func.count(_PLACE.release_id.distinct()))
            .where(_PLACE.release_id.in_(select(_RELEASE.id).where(*among)))
            .group_by(_PLACE.country_code)
        )
        return {row[0]: row[1] for row in self._connection.execute(asked)}

    def _themes(self, among: list[ColumnElement[bool]], language: str) -> dict[str, int]:
        asked = (
            select(_TERM.term_id, func.count(_TERM.release_id.distinct()))
            .where(
                _TERM.scheme == Scheme.THEME,
                _TERM.release_id.in_(select(_RELEASE.id).where(*among)),
            )
            .group_by(_TERM.term_id)
        )
        found: dict[str, int] = {}
        for key, number in self._connection.execute(asked):
            name = self._name(key, language)
            found[name] = found.get(name, 0) + number
        return found

    def _name(self, key: Any, language: str) -> str:
        """Return what a theme is called on the release that was filed under it last."""
        carried = select(table_of(ReleaseTermRow)).where(_TERM.term_id == key).limit(1)
        (row,) = fetched(self._connection, carried)
        return _TERMS.value(row).name(language)

    def _durations(self, among: list[ColumnElement[bool]]) -> dict[int, int]:
        """Count by whole days from the draft to its publication; less than none is below zero."""
        begun, done = (
            extract("epoch", column) for column in (_RELEASE.firstcreated, _RELEASE.firstpublished)
        )
        seconds = (done - begun).label("seconds")
        taken = select(seconds).where(_RELEASE.firstpublished.is_not(None), *among).subquery()
        days = case((taken.c.seconds < 0, -1), else_=taken.c.seconds // _DAY).label("days")
        asked = select(days, func.count().label("number")).group_by(days)
        rows = fetched(self._connection, asked)
        return {int(row["days"]): row["number"] for row in rows}


def _conditions(period: Period, *, only_published: bool) -> list[ColumnElement[bool]]:
    conditions = [_RELEASE.deleted_at.is_(None), _RELEASE.state != State.SPIKED]
    if only_published:
        conditions.append(_RELEASE.state.in_(_ISSUED))
    instant = func.coalesce(_RELEASE.firstpublished, _RELEASE.firstcreated)
    has_day = _RELEASE.dateline_date.is_not(None)
    if period.first is not None:
        begin = datetime.combine(period.first, time(), UTC)
        in_time = _RELEASE.dateline_date >= period.first
        conditions.append((has_day & in_time) | (~has_day & (instant >= begin)))
    if period.last is not None:
        end = datetime.combine(period.last + timedelta(days=1), time(), UTC)
        in_time = _RELEASE.dateline_date <= period.last
        conditions.append((has_day & in_time) | (~has_day & (instant < end)))
    return conditions
