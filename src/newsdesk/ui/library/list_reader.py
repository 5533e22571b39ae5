"""Asks the store for the list, and for it again whenever it may have become another."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal, Slot

from newsdesk.domain.changes import Changes, Subject
from newsdesk.domain.errors import NewsdeskError
from newsdesk.domain.grouping import GroupedKeys, Grouping
from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.query import ReleaseCounts, ReleaseQuery, ReleaseSummary
from newsdesk.ui.changes import ChangeHub
from newsdesk.ui.i18n import language_here
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.library.list_date import zone_here
from newsdesk.ui.library.listing import Listing
from newsdesk.ui.timers import single_shot

if TYPE_CHECKING:
    from newsdesk.services.desk import Desk

_COALESCE_MS = 40  # what is stored together is asked for together
_MINUTE_MS = 60_000
_SOONEST_MS = 1_000
_FIRST_ROWS = 24  # of a search: more than are seen


class ListReader(QObject):
    """Only the answer to the last question counts; one that comes late is dropped.

    Signals:
        page_read(Listing, list[ReleaseSummary]): the newest of what is found, never none; all of
            it, in its order, is on its way.
        ids_read(Listing, GroupedKeys): what is listed.
        counted(ReleaseCounts): how many there are of each kind.
        changed(frozenset[UUID]): releases were stored that may be listed; none: any of them.
        time_passed(): an embargo may be over, today may be yesterday.
    """

    page_read = Signal(object, object)
    ids_read = Signal(object, object)
    counted = Signal(object)
    changed = Signal(object)
    time_passed = Signal()

    def __init__(
        self, store: Store, hub: ChangeHub, now: Callable[[], datetime], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._now = now
        self._asked = self._has_ids = self._answered = 0  # numbers of questions
        self._touched: set[UUID] = set()
        self._is_all_touched = False
        self._later = single_shot(self, self._on_later, _COALESCE_MS)
        self._tick = single_shot(self, self.time_passed.emit)
        self._tick.setTimerType(Qt.TimerType.PreciseTimer)
        hub.changed.connect(self._on_changed)

    @property
    def has_ids(self) -> bool:
        """Whether it is known what is listed, as it was asked for last."""
        return self._has_ids == self._asked

    @property
    def is_settled(self) -> bool:
        """Whether all is answered that was asked, and nothing more is about to be."""
        return self._answered == self._asked > 0 and not self._later.isActive()

    def ask(self, listing: Listing, *, with_page: bool = False) -> None:
        """Ask what is listed.

        Args:
            with_page: have its beginning first, where that is quicker.
        """
        self._asked += 1
        number = self._asked
        query = listing.query(self._now())
        zone, language = zone_here(), language_here()

        def page(desk: "Desk") -> Sequence[ReleaseSummary] | None:
            if number != self._asked:  # something else was typed meanwhile
                return None
            return desk.search.page(replace(query, limit=_FIRST_ROWS))

        def ids(desk: "Desk") -> GroupedKeys | None:
            if number != self._asked:
                return None
            if listing.groups is None:
                return GroupedKeys(keys=desk.search.ids(query, ranked=listing.is_ranked))
            grouping = Grouping(by=listing.groups, tz=zone, language=language)
            return desk.search.grouped(query, grouping)

        if with_page and listing.has_first_page:
            self._store.read(page, partial(self._on_page_read, number, listing))
        self._store.read(ids, partial(self._on_ids_read, number, listing))
        self._store.read(
            lambda desk: desk.releases.counts(),
            partial(self._on_counted, number),
            partial(self._on_not_counted, number),
        )

    def fetch(
        self,
        words: str,
        ids: Sequence[ReleaseId],
        then: Callable[[Sequence[ReleaseSummary]], None],
    ) -> None:
        """Call `then` with what is shown of these, `words` marked in it; with none on a failure."""
        query = ReleaseQuery(text=words)

        def read(desk: "Desk") -> Sequence[ReleaseSummary]:
            return desk.search.rows(ids, query)

        def go_on_without(error: NewsdeskError) -> None:
            then([])
            self._store.failed.emit(error)

        self._store.read(read, then, go_on_without)

    def wait_for(self, end: datetime | None) -> None:
        """Have time pass once `end` is there, in a minute at the latest."""
        left = _MINUTE_MS if end is None else (end - self._now()).total_seconds() * 1_000
        self._tick.start(round(min(max(left, _SOONEST_MS), _MINUTE_MS)))

    def _on_page_read(
        self, number: int, listing: Listing, rows: Sequence[ReleaseSummary] | None
    ) -> None:
        if number == self._asked and rows:
            self.page_read.emit(listing, rows)

    def _on_ids_read(self, number: int, listing: Listing, found: GroupedKeys | None) -> None:
        if number == self._asked and found is not None:
            self._has_ids = number
            self.ids_read.emit(listing, found)

    def _on_counted(self, number: int, counts: ReleaseCounts) -> None:
        if number == self._asked:
            self._settle()
            self.counted.emit(counts)

    def _on_not_counted(self, number: int, error: NewsdeskError) -> None:
        if number == self._asked:
            self._settle()
        self._store.failed.emit(error)

    def _settle(self) -> None:
        """The last of what was asked is answered; what was stored meanwhile is told of now."""
        self._answered = self._asked
        if (self._touched or self._is_all_touched) and not self._later.isActive():
            self._later.start()

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if Subject.RELEASES in changes.subjects:
            self._touched |= changes.releases
            self._is_all_touched |= not changes.releases
            if not self._later.isActive():
                self._later.start()

    @Slot()
    def _on_later(self) -> None:
        """Tell of it, but not before what was asked is answered: that would be of no use then.

        While thousands come in, more is stored before any answer is there.
        """
        if self._answered != self._asked:
            return
        touched = frozenset[UUID]() if self._is_all_touched else frozenset(self._touched)
        self._touched, self._is_all_touched = set(), False
        self.changed.emit(touched)
