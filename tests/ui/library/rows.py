"""Rows of a list, for the tests of what shows them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.query import ReleaseSummary
from newsdesk.domain.workflow import State

NOW = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)


def key(number: int) -> ReleaseId:
    return ReleaseId(UUID(int=number + 1))


def keys(*numbers: int) -> list[ReleaseId]:
    return [key(number) for number in numbers]


def row(number: int = 0, **changes: Any) -> ReleaseSummary:
    plain = ReleaseSummary(
        id=key(number),
        headline=f"Ferry timetable {number}",
        slug=f"ferry-timetable-{number}",
        state=State.DRAFT,
        language="en",
        dateline_text="Rabat, 25 November – ",
        abstract=None,
        opening="The ferries leave every half hour from today.",
        updated=NOW - timedelta(days=2),
        embargo_until=None,
        embargo_tz=None,
        starred=False,
    )
    return replace(plain, **changes)
