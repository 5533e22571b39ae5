"""Autosaves that are no longer needed are let go while nobody works."""

from PySide6.QtCore import QObject, Slot

from newsdesk.domain.errors import NewsdeskError
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.timers import single_shot

FIRST_MS = 60_000  # after the newsroom was opened
EVERY_MS = 6 * 3_600_000
_BETWEEN_MS = 1_000  # two bits


class Thinning(QObject):
    """Thins a little after the newsroom was opened, and a few times a day after that.

    It goes bit by bit, and only when nothing else waits to be stored.
    """

    def __init__(self, store: Store, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self._timer = single_shot(self, self._thin)
        store.opened.connect(self._on_opened)

    @Slot()
    def _on_opened(self) -> None:
        self._timer.start(FIRST_MS)

    @Slot()
    def _thin(self) -> None:
        if not self._store.is_writable:
            return
        if not self._store.is_idle:
            self._timer.start(_BETWEEN_MS)
            return
        self._store.change(lambda desk: desk.history.thin(), self._on_thinned, self._on_refused)

    def _on_thinned(self, has_more: bool) -> None:
        self._timer.start(_BETWEEN_MS if has_more else EVERY_MS)

    def _on_refused(self, _error: NewsdeskError) -> None:
        """What keeps it from being stored is told by the next save; this can wait."""
        self._timer.start(EVERY_MS)
