"""Counting what releases have in common, in SQL that every database understands."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Select, case, false, func, select, true, union_all

from newsdesk.domain.facets import Tally
from newsdesk.domain.ids import TermId
from newsdesk.storage.finding import embargo_runs
from newsdesk.storage.rows import fetched, table_of
from newsdesk.storage.tables import ReleasePlaceRow, ReleaseRow, ReleaseTermRow

_RELEASE = table_of(ReleaseRow).c
_PLACE = table_of(ReleasePlaceRow).c
_TERM = table_of(ReleaseTermRow).c


class FacetRepository:
    """Counts releases by what lists are narrowed to; terms are counted by `TermRepository`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def tallies(self, now: datetime) -> list[Tally]:
        """Return one row for each state and language, the embargoes as they run at `now`."""
        keys = (
            case((_RELEASE.deleted_at.is_(None), false()), else_=true()).label("is_trashed"),
            _RELEASE.state,
            _RELEASE.language,
        )
        counted = select(
            *keys,
            func.count().label("number"),
            _number_of(embargo_runs(now)).label("embargoed"),
            _number_of(_RELEASE.starred.is_(True)).label("starred"),
        ).group_by(*keys)
        rows = fetched(self._connection, counted)
        return [Tally(**row) for row in rows]

    def countries(self, terms: Mapping[TermId, str]) -> dict[str, int]:
        """Return how many releases outside the trash each country has, by its code.

        Args:
            terms: codes of the countries that terms stand for. A release counts once under a
                country, whether its dateline or such a term names it.
        """
        named: Select[str, object] = select(_PLACE.country_code.label("code"), _PLACE.release_id)
        if terms:
            code = case(*((_TERM.term_id == key, code) for key, code in terms.items()))
            filed = select(code, _TERM.release_id).where(_TERM.term_id.in_(terms))
            either = union_all(named, filed).subquery()
        else:
            either = named.subquery()
        trashed = select(_RELEASE.id).where(_RELEASE.deleted_at.is_not(None))
        counted = (
            select(either.c.code, func.count(either.c.release_id.distinct()))
            .where(either.c.release_id.not_in(trashed))
            .group_by(either.c.code)
        )
        return {row[0]: row[1] for row in self._connection.execute(counted)}


def _number_of(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)
