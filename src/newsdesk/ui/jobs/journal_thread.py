"""A thread that writes the draft journal: waiting for the disk never holds the window up."""

from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from threading import Condition, Thread
from typing import TypeAlias

from PySide6.QtCore import QObject, Qt, Signal, Slot

from newsdesk.domain.errors import NewsdeskError
from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.journal import JournalEntry
from newsdesk.services.draft_journal import DraftJournal

OpenJournal: TypeAlias = Callable[[], AbstractContextManager[DraftJournal]]


class JournalThread(QObject):
    """Writes the last text of each release; one that came meanwhile takes the place of another.

    Signals:
        written(ReleaseId): the last text of this release is on the disk.
        refused(ReleaseId, NewsdeskError): it is not, and why.
    """

    written = Signal(object)
    refused = Signal(object, object)
    _was_done = Signal(object, object)

    def __init__(self, open_journal: OpenJournal, parent: QObject | None = None) -> None:
        """`open_journal` is called in the thread, with the first text."""
        super().__init__(parent)
        self._open_journal = open_journal
        self._change = Condition()
        self._texts: dict[ReleaseId, JournalEntry] = {}
        self._stored: set[ReleaseId] = set()  # after what is in `_texts` of them
        self._is_busy = False
        self._is_ending = False
        self._thread: Thread | None = None
        self._was_done.connect(self._on_done, Qt.ConnectionType.QueuedConnection)

    def write(self, entry: JournalEntry) -> None:
        """Have a text written; returns at once."""
        with self._change:
            self._texts[entry.release.id] = entry
            self._stored.discard(entry.release.id)
            self._change.notify_all()
        if self._thread is None:
            self._thread = Thread(target=self._run, name="newsdesk-journal", daemon=True)
            self._thread.start()

    def mark_stored(self, release_id: ReleaseId) -> None:
        """Have put down that the database has the last text of a release."""
        with self._change:
            self._stored.add(release_id)
            self._change.notify_all()

    def wait(self, seconds: float) -> bool:
        """Wait until all is written, or was refused; False if that took too long."""
        with self._change:
            return self._thread is None or self._change.wait_for(self._is_idle, seconds)

    def stop(self) -> None:
        """Write what is to be written, close the journal, and return when that is done."""
        if self._thread is not None:
            with self._change:
                self._is_ending = True
                self._change.notify_all()
            self._thread.join()
            self._thread = None
            self._is_ending = False

    def _run(self) -> None:
        with self._open_journal() as journal:
            while self._do_next(journal):
                pass

    def _do_next(self, journal: DraftJournal) -> bool:
        """Do what there is to do as soon as there is anything; False at the end."""
        with self._change:
            self._is_busy = False
            self._change.notify_all()
            self._change.wait_for(lambda: self._texts or self._stored or self._is_ending)
            if not self._texts and not self._stored:
                return False
            self._is_busy = True
            texts, self._texts = self._texts, {}
            stored, self._stored = self._stored, set()
        for key, entry in texts.items():
            self._tell(key, _write(journal, entry))
        for key in stored:
            journal.mark_stored(key)
        return True

    def _is_idle(self) -> bool:
        return not (self._texts or self._stored or self._is_busy)

    def _tell(self, release_id: ReleaseId, error: Exception | None) -> None:
        with suppress(RuntimeError):  # the window is gone: nobody is there to be told
            self._was_done.emit(release_id, error)

    @Slot(object, object)
    def _on_done(self, release_id: ReleaseId, error: Exception | None) -> None:
        if error is None:
            self.written.emit(release_id)
        elif isinstance(error, NewsdeskError):
            self.refused.emit(release_id, error)
        else:
            raise error  # a bug, told where it is seen; the thread goes on


def _write(journal: DraftJournal, entry: JournalEntry) -> Exception | None:
    try:
        journal.write(entry)
    except Exception as error:  # noqa: BLE001 - raised again where it is seen
        return error
    return None
