"""Putting what is typed into the draft journal, between two saves and when saving fails."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Slot

from newsdesk.domain.errors import NewsdeskError
from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.journal import JournalEntry
from newsdesk.ui.autosave import AutosaveController
from newsdesk.ui.jobs.journal_thread import JournalThread
from newsdesk.ui.session import ReleaseSession
from newsdesk.ui.timers import single_shot

SOON_MS = 800
LATEST_MS = 2_500  # on the disk within 3 s, which has to be waited for
_AGAIN_MS = 5_000  # after the journal could not be written
_END_S = 2.0  # that a crash waits for the disk


class DraftJournalling(QObject):
    """Journals the open release 0.8 s after the last key, 3 s after the first, and when told."""

    def __init__(
        self,
        session: ReleaseSession,
        autosave: AutosaveController,
        thread: JournalThread,
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._thread = thread
        self._now = now
        self._journalled = (0, 0)  # generation and edits of what was handed on last
        self._soon = single_shot(self, self.journal, SOON_MS)
        self._latest = single_shot(self, self.journal, LATEST_MS)
        self._again = single_shot(self, self.journal, _AGAIN_MS)
        session.edited.connect(self._on_edited)
        session.opened.connect(self._on_opened)
        autosave.taken.connect(self.journal)
        autosave.text_settled.connect(self._on_settled)
        thread.written.connect(self._on_written)
        thread.refused.connect(self._on_refused)

    @Slot()
    def journal(self) -> None:
        """Have the open release written as it is now, if it is not stored and not written yet."""
        self._soon.stop()
        self._latest.stop()
        session = self._session
        state = (session.generation, session.edits)
        if not session.is_dirty or state == self._journalled:
            return
        release = session.release
        if release is not None:
            self._journalled = state
            self._thread.write(JournalEntry(release=release, at=self._now()))

    def journal_at_once(self) -> None:
        """Do the same and wait for the disk: the next moment may be the last one."""
        self.journal()
        self._thread.wait(_END_S)

    def end(self) -> None:
        """Write what is not stored, and close the journal."""
        self.journal()
        self._thread.stop()

    @Slot(object)
    def _on_edited(self, _names: frozenset[str]) -> None:
        self._soon.start()
        if not self._latest.isActive():
            self._latest.start()

    @Slot()
    def _on_opened(self) -> None:
        """A text that waits to be stored was written when it was left."""
        self._soon.stop()
        self._latest.stop()
        if self._session.is_dirty:
            self._journalled = (self._session.generation, self._session.edits)

    @Slot(object)
    def _on_settled(self, release_id: ReleaseId) -> None:
        """Mark what the database has; of what was typed meanwhile a newer text is coming."""
        if self._session.release_id != release_id or not self._session.is_dirty:
            self._thread.mark_stored(release_id)

    @Slot(object)
    def _on_written(self, release_id: ReleaseId) -> None:
        if release_id == self._session.release_id:
            self._session.journalled(None)

    @Slot(object, object)
    def _on_refused(self, release_id: ReleaseId, error: NewsdeskError) -> None:
        if release_id == self._session.release_id:
            self._journalled = (0, 0)
            self._session.journalled(error)
            self._again.start()
