"""Which of the stored releases a list shows, and in which order."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    String,
    and_,
    case,
    func,
    not_,
    or_,
    select,
    type_coerce,
)

from newsdesk.domain.grouping import Group, GroupedKeys, Grouping
from newsdesk.domain.key_list import KeyList
from newsdesk.domain.query import ListOrder, ReleaseQuery
from newsdesk.domain.search import Condition, Mark, Operator, Part, Search, parse
from newsdesk.storage import search as index
from newsdesk.storage.grouping import STATE_RANK, STATE_RANKS, GroupForm, form_of
from newsdesk.storage.rows import damage_in_words, fetched, table_of
from newsdesk.storage.tables import ReleaseMediaRow, ReleasePlaceRow, ReleaseRow

_RELEASE = table_of(ReleaseRow)
_MEDIA = table_of(ReleaseMediaRow)
_PLACE = table_of(ReleasePlaceRow)
_AnySelect = Select[*tuple[Any, ...]]
_Condition = ColumnElement[bool]
_KEY = type_coerce(_RELEASE.c.id, String).label("id")  # made into a key when it is looked at
_FEW = 500  # hits of a search
_READ_MOST, _READ_AT_ONCE = 384, 24  # entries of the index: more take longer than to list all
_BY_CHANCE = 2  # hits that may be missing among the first of them
_SORTED_BY = (
    _KEY,
    _RELEASE.c.versioncreated,
    _RELEASE.c.dateline_date,
    _RELEASE.c.sort_headline,
    _RELEASE.c.state,
)
_NEWEST = (_RELEASE.c.versioncreated.desc(), _RELEASE.c.id.desc())
_ORDERS: Mapping[ListOrder, Sequence[ColumnElement[Any]]] = {
    ListOrder.UPDATED: _NEWEST,
    ListOrder.DATELINE: (_RELEASE.c.dateline_date.desc().nulls_last(), _RELEASE.c.id.desc()),
    ListOrder.HEADLINE: (_RELEASE.c.sort_headline, _RELEASE.c.id),
    ListOrder.STATE: (STATE_RANK, *_NEWEST),
}


class Finder:
    """Asks the search index for what stands in texts, and an index of the table for the rest."""

    def __init__(self, connection: Connection, now: Callable[[], datetime]) -> None:
        self._connection = connection
        self._now = now

    def newest(self, query: ReleaseQuery) -> KeyList:
        """Return the keys of what a list shows, in its order; cheap however many there are."""
        asked = _asked_of_index(query)
        if asked.is_nothing:
            return KeyList()
        is_newest = query.order is ListOrder.UPDATED and query.limit is not None
        found = asked.rows()
        if found is not None and is_newest and (first := self._first(asked, query)) is not None:
            return KeyList("".join(first))
        statement = self._narrowed(select(*_SORTED_BY), query)
        if found is not None:
            few = self._connection.scalars(found.limit(_FEW)).all()
            if len(few) < _FEW:
                return self._few_of(few, statement, query)
            # "+ 0" keeps SQLite from looking all of them up, instead of testing the newest ones
            statement = statement.where((_RELEASE.c.search_rowid + 0).in_(found))
        if (left_out := asked.rows_left_out()) is not None:
            statement = statement.where((_RELEASE.c.search_rowid + 0).not_in(left_out))
        listed = statement.order_by(*_ORDERS[query.order])
        with damage_in_words():
            keys = listed.limit(query.limit).with_only_columns(_KEY)
            return KeyList(self._in_one(keys))

    def _in_one(self, keys: _AnySelect) -> str:
        """Return all keys as one text: as rows they take several times as long."""
        column = keys.subquery().c[0]
        return self._connection.scalar(select(func.aggregate_strings(column, ""))) or ""

    def _first(self, asked: index.Asked, query: ReleaseQuery) -> list[str] | None:
        """Return the first of what very many entries have, by reading the newest one by one.

        The index would list all of them first.

        Returns:
            `query.limit` keys; None if most of the newest have it not.
        """
        columns = select(_KEY, _RELEASE.c.search_rowid)
        newest = _in_order(self._narrowed(columns, query)).limit(_READ_MOST)
        limit, found, read = query.limit or 0, list[str](), 0
        with closing(self._connection.execute(newest)) as rows:
            while some := rows.fetchmany(_READ_AT_ONCE):
                read += len(some)
                matching = asked.among(self._connection, [row[1] for row in some])
                found += [row[0] for row in some if row[1] in matching]
                if len(found) >= limit:
                    return found[:limit]
                if (len(found) + _BY_CHANCE) * _READ_MOST < limit * read:
                    return None  # it would take too long
        return None

    def _few_of(self, rowids: Sequence[int], statement: _AnySelect, query: ReleaseQuery) -> KeyList:
        """Look a few up and sort them here; to find them in order, all releases are walked."""
        found = fetched(self._connection, statement.where(_RELEASE.c.search_rowid.in_(rowids)))
        found.sort(key=lambda row: (row["versioncreated"], row["id"]), reverse=True)
        if query.order is ListOrder.DATELINE:
            found.sort(key=lambda row: (row["dateline_date"] or date.min, row["id"]), reverse=True)
        elif query.order is ListOrder.HEADLINE:
            found.sort(key=lambda row: (row["sort_headline"], row["id"]))
        elif query.order is ListOrder.STATE:
            found.sort(key=lambda row: STATE_RANKS[row["state"]])
        return KeyList("".join(row["id"] for row in found[: query.limit]))

    def grouped(self, query: ReleaseQuery, grouping: Grouping) -> GroupedKeys:
        """Return what a list shows, whatever its limit is, group by group."""
        query = replace(query, limit=None)
        asked = _asked_of_index(query)
        if asked.is_nothing:
            return GroupedKeys()
        form, matching = form_of(self._connection, grouping, query.order), self._matching(asked)
        counted = select(*form.columns, func.count()).select_from(form.source)
        counted = self._narrowed(counted, query).where(*matching).group_by(*form.columns)
        with damage_in_words():
            return GroupedKeys(
                groups=self._groups(form, counted),
                keys=self._grouped_keys(form, query, matching)
                if form.order
                else self.newest(query),
            )

    def _groups(self, form: GroupForm, counted: _AnySelect) -> tuple[Group, ...]:
        groups = [
            Group(key=form.key(*told_apart), count=count)
            for *told_apart, count in self._connection.execute(counted)
        ]
        return tuple(sorted(groups, key=form.rank, reverse=form.is_descending))

    def _grouped_keys(
        self, form: GroupForm, query: ReleaseQuery, matching: Sequence[_Condition]
    ) -> KeyList:
        listed = self._narrowed(select(_KEY).select_from(form.source), query).where(*matching)
        return KeyList(self._in_one(listed.order_by(*form.order, *_ORDERS[query.order])))

    def _matching(self, asked: index.Asked) -> Sequence[_Condition]:
        """Return what the entry of a release in the index must be, if that matters."""
        rowid = _RELEASE.c.search_rowid
        if (found := asked.rows()) is not None:
            few = self._connection.scalars(found.limit(_FEW)).all()
            # "+ 0" keeps SQLite from looking all of them up, instead of testing each once
            return [rowid.in_(few) if len(few) < _FEW else (rowid + 0).in_(found)]
        left_out = asked.rows_left_out()
        return [] if left_out is None else [(rowid + 0).not_in(left_out)]

    def best(self, query: ReleaseQuery) -> KeyList:
        """Return the keys of what a list shows, best first: headlines weigh most, bodies least.

        What is not looked for by words comes newest first.
        """
        asked = _asked_of_index(query)
        ranked = asked.ranked()
        if ranked is None or asked.is_nothing:
            return self.newest(query)
        if (first := self._best_few(ranked, query)) is not None:
            return first
        ranks = self._among(ranked, query).subquery()
        best = select(ranks.c.rowid).order_by(ranks.c.rank, ranks.c.rowid.desc())
        rowids = self._connection.scalars(best.limit(query.limit)).all()
        keys = self._keys_of(rowids)
        return KeyList("".join(keys[rowid] for rowid in rowids))

    def _best_few(self, ranked: Select[int, float], query: ReleaseQuery) -> KeyList | None:
        """Return the first of what is ranked, looking at no release but those; None if too few.

        The trash is small: that of the best hits it has many is rare.
        """
        if query.limit is None or query.trashed or _conditions(query, self._now()):
            return None
        ranks, most = ranked.subquery(), 2 * query.limit
        best = select(ranks.c.rowid).order_by(ranks.c.rank, ranks.c.rowid.desc()).limit(most)
        rowids = self._connection.scalars(best).all()
        columns = select(_RELEASE.c.search_rowid, _KEY, _RELEASE.c.deleted_at)
        rows = self._connection.execute(columns.where(_RELEASE.c.search_rowid.in_(rowids)))
        keys = {row[0]: row[1] for row in rows if row[2] is None}
        found = [keys[rowid] for rowid in rowids if rowid in keys]
        is_enough = len(found) >= query.limit or len(rowids) < most
        return KeyList("".join(found[: query.limit])) if is_enough else None

    def _among(self, found: _AnySelect, query: ReleaseQuery) -> _AnySelect:
        """Select of the entries found those that may be shown: no release is looked up for that."""
        rowid = found.selected_columns[0]
        rows = select(_RELEASE.c.search_rowid)
        if query.trashed or _conditions(query, self._now()):
            # "+ 0": or it would ask the index anew for each of them
            return found.where((rowid + 0).in_(self._narrowed(rows, query)))
        return found.where(rowid.not_in(rows.where(_RELEASE.c.deleted_at.is_not(None))))

    def _keys_of(self, rowids: Sequence[int]) -> dict[int, str]:
        pairs = select(_RELEASE.c.search_rowid, _KEY)
        if len(rowids) > _FEW:  # all of them, from the index of the list
            return {row[0]: row[1] for row in self._connection.execute(_in_order(pairs))}
        some = pairs.where(_RELEASE.c.search_rowid.in_(rowids))
        return {row[0]: row[1] for row in self._connection.execute(some)}

    def count(self, query: ReleaseQuery) -> int:
        """Return how many releases a list shows, whatever its limit is."""
        asked = _asked_of_index(query)
        if asked.is_nothing:
            return 0
        if (found := asked.rows()) is not None:
            few = self._connection.scalars(found.limit(_FEW)).all()
            if len(few) == _FEW:
                hits = self._among(found, query).subquery()
                return self._connection.scalar(select(func.count()).select_from(hits)) or 0
            statement = self._all_of(query).where(_RELEASE.c.search_rowid.in_(few))
            return self._connection.scalar(statement) or 0
        statement = self._all_of(query)
        if (left_out := asked.rows_left_out()) is not None:
            statement = statement.where((_RELEASE.c.search_rowid + 0).not_in(left_out))
        return self._connection.scalar(statement) or 0

    # What there is to look for --------------------------------------------------------------

    def languages(self) -> list[str]:
        """Return the tags of the languages that releases are in, the most usual first."""
        column = _RELEASE.c.language
        tags = select(column).where(_RELEASE.c.deleted_at.is_(None)).group_by(column)
        return list(self._connection.scalars(tags.order_by(func.count().desc(), column)))

    def countries(self) -> list[str]:
        """Return the codes of the countries that datelines name, the most usual first."""
        column = _PLACE.c.country_code
        codes = select(column).group_by(column).order_by(func.count().desc(), column)
        return list(self._connection.scalars(codes))

    def years(self) -> list[int]:
        """Return the years of datelines, the last first, those between them too."""
        dated = _RELEASE.c.dateline_date
        first = self._connection.scalar(select(func.min(dated)))
        last = self._connection.scalar(select(func.max(dated)))
        return list(range(last.year, first.year - 1, -1)) if first and last else []

    def _all_of(self, query: ReleaseQuery) -> Select[int]:
        return self._narrowed(select(func.count()).select_from(_RELEASE), query)

    def _narrowed(self, statement: _AnySelect, query: ReleaseQuery) -> _AnySelect:
        is_trash = _RELEASE.c.deleted_at.is_not(None)
        # in words that no index is looked up by: an order is read off its own
        is_here = case((_RELEASE.c.deleted_at.is_(None), 1), else_=0) == 1
        return statement.where(
            is_trash if query.trashed else is_here,
            *_conditions(query, self._now()),
        )


def _in_order(statement: _AnySelect) -> _AnySelect:
    return statement.order_by(_RELEASE.c.versioncreated.desc(), _RELEASE.c.id.desc())


def embargo_runs(now: datetime) -> _Condition:
    return _RELEASE.c.embargo_lifted_at.is_(None) & (_RELEASE.c.embargo_until_utc > now)


def _searched(query: ReleaseQuery) -> Search:
    return query.search or parse(query.text)


def _asked_of_index(query: ReleaseQuery) -> index.Asked:
    return index.asked(_searched(query), "headline" if query.is_in_headline else "")


def _conditions(query: ReleaseQuery, now: datetime) -> list[_Condition]:
    """Return what is asked of the columns of a release, but for the trash."""
    conditions: list[_Condition] = []
    if query.states:
        conditions.append(_RELEASE.c.state.in_(sorted(query.states)))
    if query.language is not None:
        conditions.append(_is_in(query.language))
    if query.embargoed_at is not None:
        conditions.append(embargo_runs(query.embargoed_at))
    return conditions + _of_search(_searched(query), ZoneInfo(query.tz), now)


def _of_search(search: Search, zone: ZoneInfo, now: datetime) -> list[_Condition]:
    alternatives: dict[Operator, list[_Condition]] = {}
    conditions: list[_Condition] = []
    for one in search.conditions:
        condition = _of_columns(one, zone, now)
        if condition is None:
            continue
        if one.is_excluded:
            # what is unknown is not so: NOT alone would leave it unknown
            conditions.append(case((condition, 1), else_=0) == 0)
        elif one.operator in {Operator.STATE, Operator.LANG}:
            alternatives.setdefault(one.operator, []).append(condition)
        else:
            conditions.append(condition)
    return conditions + [or_(*several) for several in alternatives.values()]


def _of_columns(one: Condition, zone: ZoneInfo, now: datetime) -> _Condition | None:
    """Return a condition that the columns of a release decide; None for any other one."""
    match one.operator:
        case Operator.STATE:
            return _RELEASE.c.state.in_(one.meaning)
        case Operator.LANG:
            return or_(*map(_is_in, one.meaning))
        case Operator.BEFORE | Operator.AFTER:
            is_before = _is_before(one.day, zone)
            return is_before if one.operator is Operator.BEFORE else not_(is_before)
        case Operator.IS | Operator.HAS:
            return _any(_marks(now) if one.operator is Operator.IS else _parts(), one.meaning)
        case _:
            return None


def _marks(now: datetime) -> dict[str, _Condition]:
    return {Mark.EMBARGOED: embargo_runs(now), Mark.STARRED: _RELEASE.c.starred.is_(True)}


def _parts() -> dict[str, _Condition]:
    return {
        Part.IMAGE: _RELEASE.c.id.in_(select(_MEDIA.c.release_id)),
        Part.EMBARGO: _RELEASE.c.embargo_until_utc.is_not(None),
    }


def _any(conditions: dict[str, _Condition], names: Iterable[str]) -> _Condition | None:
    meant = [conditions[name] for name in names if name in conditions]
    return or_(*meant) if meant else None


def _is_in(language: str) -> _Condition:
    """French is meant to find that of Canada too."""
    region = _RELEASE.c.language.startswith(f"{language}-", autoescape=True)
    return or_(_RELEASE.c.language == language, region)


def _is_before(day: date, zone: ZoneInfo) -> _Condition:
    """Compare the date of the dateline; where there is none, the day of the last change."""
    dated = _RELEASE.c.dateline_date
    midnight = datetime.combine(day, time(), zone)
    return or_(
        and_(dated.is_not(None), dated < day),  # never unknown, so that it can be turned round
        and_(dated.is_(None), _RELEASE.c.versioncreated < midnight),
    )
