"""Keeping what is written: nothing is said to be saved before it is on the disk."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from newsdesk.domain.errors import NewsdeskError, StaleReleaseError
from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.release import Release
from newsdesk.domain.revision import Reason
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.session import ReleaseSession
from newsdesk.ui.timers import single_shot

if TYPE_CHECKING:
    from newsdesk.domain.changes import Changes
    from newsdesk.services.desk import Desk

IDLE_MS = 3_000
LONGEST_MS = 15_000
AGAIN_MS = 1_000  # after the first failure; twice as long after each further one
_PERMANENT_EVERY = timedelta(minutes=10)


class AutosaveController(QObject):
    """Saves the open release 3 s after the last key, 15 s after the first, and when asked.

    A text that was left, or that could not be stored, waits here until it is; whoever opens its
    release again gets it from here.

    Signals:
        stale(object): this `Release` was saved by somebody else meanwhile; it is kept here.
        left_unsaved(NewsdeskError): why a text that is no longer open could not be stored; it
            waits here and is tried again.
        settled(): nothing waits any more.
        taken(): the open release is about to be stored, or left.
        text_settled(ReleaseId): what was written in this release is stored, or was given up.
    """

    stale = Signal(object)
    left_unsaved = Signal(object)
    settled = Signal()
    taken = Signal()
    text_settled = Signal(object)

    def __init__(
        self,
        session: ReleaseSession,
        store: Store,
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._store = store
        self._now = now
        self._waiting: dict[ReleaseId, _Waiting] = {}
        self._under_way: set[ReleaseId] = set()
        # releases whose text is stale, until the user says what becomes of it
        self._asked_about: dict[ReleaseId, NewsdeskError] = {}
        self._error: NewsdeskError | None = None
        self._permanent_at: dict[ReleaseId, datetime] = {}
        self._after: list[Callable[[bool], None]] = []
        self._idle = single_shot(self, self.save, IDLE_MS)
        self._longest = single_shot(self, self.save, LONGEST_MS)
        self._retry = single_shot(self, self.save, AGAIN_MS)
        self._again_ms = AGAIN_MS
        session.edited.connect(self._on_edited)
        store.opened.connect(self.save)
        store.refused.connect(self._on_refused)

    @property
    def is_settled(self) -> bool:
        return not self._waiting and not self._under_way and not self._session.is_dirty

    @property
    def error(self) -> NewsdeskError | None:
        """Why not everything could be stored, the last time that was so."""
        return self._error

    def waiting(self, release_id: ReleaseId) -> Release | None:
        """Return the text of a release that is not stored yet."""
        waiting = self._waiting.get(release_id)
        return waiting.release if waiting else None

    @Slot()
    def save(self) -> None:
        """Store what is not stored yet, now."""
        self._take_open(Reason.AUTOSAVE)
        self._begin_all()

    def save_permanently(self) -> None:
        """Store the open release as a revision that is kept for good, changed or not."""
        self._take_open(Reason.SAVE, always=True)
        self._begin_all()

    def flush(self, then: Callable[[bool], None]) -> None:
        """Store all there is, then say whether that worked."""
        self._after.append(then)
        self._save_for_those_who_wait()

    def leave(self) -> None:
        """The open release is about to give way to another one."""
        self.save()
        self._idle.stop()
        self._longest.stop()

    def forget(self, release_id: ReleaseId) -> None:
        """The user has given up a text that was found stale."""
        self._asked_about.pop(release_id, None)
        self._waiting.pop(release_id, None)
        self.text_settled.emit(release_id)

    def keep_mine(self, release: Release) -> None:
        """Store a text on top of what somebody else saved; its `version` is theirs."""
        self._asked_about.pop(release.id, None)
        edits = self._session.edits if self._is_open(release.id) else 1
        self._waiting[release.id] = _Waiting(release, Reason.SAVE, self._session.generation, edits)
        self._begin(release.id)

    def _take_open(self, reason: Reason, *, always: bool = False) -> None:
        release = self._session.release
        if release is None or not (self._session.is_dirty or always):
            return
        self.taken.emit()
        if release.id in self._asked_about:
            return
        release = self._session.wording.completed(release)
        self._waiting[release.id] = _Waiting(
            release, self._due(release.id, reason), self._session.generation, self._session.edits
        )

    def _due(self, release_id: ReleaseId, reason: Reason) -> Reason:
        """Make a permanent revision of an autosave every ten minutes."""
        since = self._permanent_at.setdefault(release_id, self._now())
        if reason is Reason.AUTOSAVE and self._now() - since >= _PERMANENT_EVERY:
            return Reason.SAVE
        return reason

    def _begin_all(self) -> None:
        for release_id in list(self._waiting):
            self._begin(release_id)

    def _begin(self, release_id: ReleaseId) -> None:
        if release_id in self._under_way or not self._store.is_writable:
            return
        one = self._waiting[release_id]
        self._under_way.add(release_id)
        if self._is_open(release_id):
            self._session.saving()

        def save(desk: "Desk") -> "tuple[Release, Changes]":
            return desk.releases.save(one.release, one.reason)

        self._store.change(
            save, partial(self._on_stored, one), partial(self._on_not_stored, one.release.id)
        )

    def _is_open(self, release_id: ReleaseId) -> bool:
        return self._session.release_id == release_id

    def _on_stored(self, one: "_Waiting", stored: Release) -> None:
        self._under_way.discard(stored.id)
        self._again_ms = AGAIN_MS
        if one.reason is not Reason.AUTOSAVE:
            self._permanent_at[stored.id] = self._now()
        newer = self._waiting.get(stored.id)
        if newer is one:
            del self._waiting[stored.id]
        elif newer is not None:
            self._waiting[stored.id] = newer.on_top_of(stored)
        if self._is_open(stored.id):
            same = one.generation == self._session.generation
            self._session.stored(stored, one.edits if same else 1, self._now())
        if newer is one or newer is None:
            self.text_settled.emit(stored.id)
        if newer is not one and newer is not None:
            self._begin(stored.id)
        elif self._session.is_dirty and self._is_open(stored.id) and not self._idle.isActive():
            self._idle.start()
        self._settle()

    def _on_not_stored(self, release_id: ReleaseId, error: NewsdeskError) -> None:
        self._under_way.discard(release_id)
        self._error = error
        if self._is_open(release_id):
            self._session.not_stored(error)
        else:
            self.left_unsaved.emit(error)
        if isinstance(error, StaleReleaseError):
            self._asked_about[release_id] = error
            self.stale.emit(self._waiting.pop(release_id).release)
        elif not self._retry.isActive():
            self._retry.start(self._again_ms)
            self._again_ms = min(2 * self._again_ms, LONGEST_MS)
        self._answer(is_saved=False)

    @Slot(object)
    def _on_refused(self, error: NewsdeskError) -> None:
        """Nothing can be stored now, and nobody knows when."""
        self._error = error
        self._take_open(Reason.AUTOSAVE)
        if self._session.release_id in self._waiting:
            self._session.not_stored(error)
        self._answer(is_saved=False)

    def _settle(self) -> None:
        if self._waiting or self._under_way:
            return
        if self._after and self._session.is_dirty:  # typed meanwhile
            self._save_for_those_who_wait()
            return
        self._answer(is_saved=True)
        self.settled.emit()

    def _save_for_those_who_wait(self) -> None:
        self.save()
        refusal, release = self._store.refusal, self._session.head
        asked = self._asked_about.get(release.id) if release else None
        if self.is_settled:
            self._answer(is_saved=True)
        elif self._under_way:
            return
        elif refusal is not None:
            self._on_refused(refusal)
        elif asked is not None:
            self._error = asked
            self._answer(is_saved=False)

    def _answer(self, *, is_saved: bool) -> None:
        after, self._after = self._after, []
        for then in after:
            then(is_saved)

    @Slot(object)
    def _on_edited(self, _names: frozenset[str]) -> None:
        self._idle.start()
        if not self._longest.isActive():
            self._longest.start()


class _Waiting:
    """A release to be stored, and which edit of which opening it is."""

    def __init__(self, release: Release, reason: Reason, generation: int, edits: int) -> None:
        self.release = release
        self.reason = reason
        self.generation = generation
        self.edits = edits

    def on_top_of(self, stored: Release) -> "_Waiting":
        """Return the same text, to be stored after what was stored while it waited."""
        release = replace(self.release, version=stored.version, slug=stored.slug)
        return _Waiting(release, self.reason, self.generation, self.edits)
