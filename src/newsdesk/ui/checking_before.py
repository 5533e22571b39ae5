"""The check that comes before the first write, seen in the window."""

from PySide6.QtCore import QObject, Slot

from newsdesk.ui.backup_words import size_of
from newsdesk.ui.jobs.opening_progress import OpeningProgress
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.notices import Notices
from newsdesk.ui.timers import single_shot

SHOWN_AFTER_MS = 400  # what takes no longer need not be told


class CheckingBefore(QObject):
    """Says why nothing is saved yet, and how far the check is, once it takes a moment."""

    def __init__(
        self, progress: OpeningProgress, store: Store, notices: Notices, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._notices = notices
        self._done = self._total = 0
        self._is_shown = False
        self._soon = single_shot(self, self._show, SHOWN_AFTER_MS)
        progress.progressed.connect(self._on_progressed)
        store.starting.connect(progress.begin)
        store.ending.connect(progress.stop)
        store.opened.connect(self._end)
        store.refused.connect(self._end)

    @Slot(object, object)
    def _on_progressed(self, done: int, total: int) -> None:
        self._done, self._total = done, total
        if self._is_shown:
            self._show_progress()
        elif not self._soon.isActive():
            self._soon.start()

    @Slot()
    def _show(self) -> None:
        self._is_shown = True
        self._notices.show(
            self.tr(
                "newsdesk was not closed the last time, or another program changed the newsroom: "
                "all of it is checked before anything is stored. What is shown here can be read "
                "and written on; what you type is kept in the draft journal meanwhile."
            )
        )
        self._show_progress()

    def _show_progress(self) -> None:
        said = (
            self.tr("{0} of {1} read").format(size_of(self._done), size_of(self._total))
            if self._done < self._total
            else self.tr("{0} read; comparing…").format(size_of(self._total))
        )
        self._notices.bar.show_progress(self._done, self._total, said)

    @Slot()
    def _end(self) -> None:
        self._soon.stop()
        if self._is_shown:
            self._is_shown = False
            self._notices.bar.end_progress()
