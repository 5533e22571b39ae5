"""What a list of releases is asked for, and what it shows."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from newsdesk.domain.hits import Marked, Span
from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.search import Search
from newsdesk.domain.workflow import State


class ListOrder(StrEnum):
    """What a list is in the order of."""

    UPDATED = "updated"  # the last change, newest first
    DATELINE = "dateline"  # its date, the latest first; those without one at the end
    HEADLINE = "headline"  # from A to Z, upper case and accents aside
    STATE = "state"  # as the workflow goes; of each the newest first


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseQuery:
    """Newest first, unless another order is asked for.

    `text` is data, whatever stands in it; its last word is a beginning.
    """

    text: str = ""
    search: Search | None = None  # what `text` means, where somebody knows more than codes
    tz: str = "UTC"  # whose days are meant where a release has no date but that of its last change
    is_in_headline: bool = False  # look for `text` nowhere else
    states: frozenset[State] = field(default_factory=frozenset[State])  # empty: all
    language: str | None = None
    embargoed_at: datetime | None = None  # only those whose embargo runs then
    trashed: bool = False  # the trash instead of the library
    order: ListOrder = ListOrder.UPDATED
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
    opening: str  # the first words of the body, plain, on one line
    updated: datetime
    embargo_until: datetime | None  # None too once it was lifted
    embargo_tz: str | None  # IANA name
    starred: bool
    headline_hits: tuple[Span, ...] = ()  # what was looked for, in `headline`
    excerpt: Marked | None = None  # in the place of the opening, where that was looked for


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseCounts:
    """How many releases each kind of list has. One may be in several; the trash is in no other."""

    all: int = 0
    drafts: int = 0
    embargoed: int = 0  # whatever the state
    published: int = 0  # or corrected
    withdrawn: int = 0  # killed or recalled
    trashed: int = 0
