"""What a list of releases is asked for, and what it shows."""

from dataclasses import dataclass, field
from datetime import datetime

from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.workflow import State


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseQuery:
    """Newest first. `text` is data, whatever stands in it; its last word is a beginning."""

    text: str = ""
    states: frozenset[State] = field(default_factory=frozenset[State])  # empty: all
    language: str | None = None
    trashed: bool = False  # the trash instead of the library
    limit: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseSummary:
    """One row of a list."""

    id: ReleaseId
    headline: str
    slug: str
    state: State
    language: str
    dateline_text: str
    abstract: str | None
    updated: datetime
    embargo_until: datetime | None
    starred: bool
