"""How the groups of a list are told apart, in SQL that every database understands."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    String,
    and_,
    case,
    column,
    extract,
    func,
    select,
    values,
)

from newsdesk.domain.grouping import Group, GroupBy, Grouping
from newsdesk.domain.query import ListOrder
from newsdesk.domain.workflow import State
from newsdesk.storage.columns import UtcDateTime
from newsdesk.storage.rows import table_of
from newsdesk.storage.tables import ReleasePlaceRow, ReleaseRow

_RELEASE = table_of(ReleaseRow)
_PLACE = table_of(ReleasePlaceRow)
_FIRST_PLACE = and_(_PLACE.c.release_id == _RELEASE.c.id, _PLACE.c.ordinal == 0)
_YEARS_MOST = 200  # with months of their own; what was changed before is in the first of them
STATE_RANKS = {state: rank for rank, state in enumerate(State)}
STATE_RANK = case(*((_RELEASE.c.state == state, rank) for state, rank in STATE_RANKS.items()))
"""Of a release, in the order of the workflow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupForm:
    """Where the groups of a list come from."""

    source: FromClause
    columns: Sequence[ColumnElement[Any]]  # that tell one from another
    order: Sequence[ColumnElement[Any]]  # before that of the list; empty where that has it in it
    key: Callable[..., str]  # of the columns' values
    rank: Callable[[Group], Any]  # where a group stands among the others
    is_descending: bool = False


def form_of(connection: Connection, grouping: Grouping, order: ListOrder) -> GroupForm:
    """Return the form of a grouping; `order` is what the list is in the order of."""
    if grouping.by is GroupBy.STATE:
        return _by_state()
    if grouping.by is GroupBy.COUNTRY:
        return _by_country()
    if order is ListOrder.DATELINE:
        return _by_month_of_dateline()
    return _by_month_of_change(connection, ZoneInfo(grouping.tz), order)


def _by_state() -> GroupForm:
    return GroupForm(
        source=_RELEASE,
        columns=[_RELEASE.c.state],
        order=[STATE_RANK],
        key=str,
        rank=lambda group: STATE_RANKS[State(group.key)],
    )


def _by_country() -> GroupForm:
    """In the order of codes; that of names is for who knows them."""
    code = func.coalesce(_PLACE.c.country_code, "")
    return GroupForm(
        source=_RELEASE.outerjoin(_PLACE, _FIRST_PLACE),
        columns=[code],
        order=[case((_PLACE.c.country_code.is_(None), 1), else_=0), code],
        key=str,
        rank=lambda group: (not group.key, group.key),
    )


def _by_month_of_dateline() -> GroupForm:
    dated = _RELEASE.c.dateline_date
    return GroupForm(
        source=_RELEASE,
        columns=[extract("year", dated), extract("month", dated)],
        order=[],
        key=_month_or_none,
        rank=lambda group: group.key,
        is_descending=True,
    )


def _by_month_of_change(connection: Connection, zone: ZoneInfo, order: ListOrder) -> GroupForm:
    """Compare with the instants at which months begin there: a database knows no zones."""
    changed = _RELEASE.c.versioncreated
    first = connection.scalar(select(func.min(changed))) or datetime.now(UTC)
    last = connection.scalar(select(func.max(changed))) or first
    months = (
        values(
            column("month", String),
            column("begins", UtcDateTime()),
            column("ends", UtcDateTime()),
            name="months",
        )
        .data(_months(first.astimezone(zone), last.astimezone(zone), zone))
        .cte("months")
    )
    is_in = and_(changed >= months.c.begins, changed < months.c.ends)
    return GroupForm(
        source=months.join(_RELEASE, is_in),
        columns=[months.c.month],
        order=[] if order is ListOrder.UPDATED else [months.c.month.desc()],
        key=str,
        rank=lambda group: group.key,
        is_descending=True,
    )


def _months(
    first: datetime, last: datetime, zone: ZoneInfo
) -> list[tuple[str, datetime, datetime]]:
    start = max(first.year * 12 + first.month - 1, (last.year - _YEARS_MOST) * 12)
    numbers = range(start, last.year * 12 + last.month)
    begins = [datetime(number // 12, number % 12 + 1, 1, tzinfo=zone) for number in numbers]
    ends = [*begins[1:], datetime.max.replace(tzinfo=UTC)]
    begins[0] = datetime.min.replace(tzinfo=UTC)
    return [
        (_month(number // 12, number % 12 + 1), *span)
        for number, span in zip(numbers, zip(begins, ends, strict=True), strict=True)
    ]


def _month_or_none(year: int | None, month: int | None) -> str:
    return "" if year is None or month is None else _month(int(year), int(month))


def _month(year: int, month: int) -> str:
    return f"{year:04}-{month:02}"
