"""The kinds of releases that the list can be narrowed to."""

from collections.abc import Callable, Mapping
from datetime import datetime
from enum import StrEnum

from newsdesk.domain.query import ReleaseCounts, ReleaseQuery
from newsdesk.domain.search import Mark, Operator
from newsdesk.domain.workflow import State


class Filter(StrEnum):
    """In the order shown."""

    ALL = "all"
    DRAFTS = "drafts"
    EMBARGOED = "embargoed"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"
    TRASH = "trash"


ALWAYS_OFFERED = frozenset({Filter.ALL, Filter.DRAFTS})
_STATES: Mapping[Filter, frozenset[State]] = {
    Filter.DRAFTS: frozenset({State.DRAFT}),
    Filter.PUBLISHED: frozenset({State.PUBLISHED, State.CORRECTED}),
    Filter.WITHDRAWN: frozenset({State.KILLED, State.RECALLED}),
}
_COUNTS: Mapping[Filter, Callable[[ReleaseCounts], int]] = {
    Filter.ALL: lambda counts: counts.all,
    Filter.DRAFTS: lambda counts: counts.drafts,
    Filter.EMBARGOED: lambda counts: counts.embargoed,
    Filter.PUBLISHED: lambda counts: counts.published,
    Filter.WITHDRAWN: lambda counts: counts.withdrawn,
    Filter.TRASH: lambda counts: counts.trashed,
}


def query_of(chosen: Filter, text: str, now: datetime) -> ReleaseQuery:
    """Return what the store is asked for; `now` decides which embargoes run."""
    return ReleaseQuery(
        text=text,
        states=_STATES.get(chosen, frozenset()),
        embargoed_at=now if chosen is Filter.EMBARGOED else None,
        trashed=chosen is Filter.TRASH,
    )


def words_of(chosen: Filter) -> str:
    """Return what finds the same when it is typed; "" where nothing does, or all is shown."""
    if chosen is Filter.EMBARGOED:
        return f"{Operator.IS}:{Mark.EMBARGOED}"
    return " ".join(
        f"{Operator.STATE}:{state}" for state in State if state in _STATES.get(chosen, ())
    )


def count_of(chosen: Filter, counts: ReleaseCounts) -> int:
    return _COUNTS[chosen](counts)
