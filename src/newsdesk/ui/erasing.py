"""What has been in the trash for long is erased while nobody works."""

from PySide6.QtCore import QObject, Slot

from newsdesk.domain.errors import NewsdeskError
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.timers import single_shot

FIRST_MS = 120_000  # after the newsroom was opened
EVERY_MS = 24 * 3_600_000
_BETWEEN_MS = 1_000  # two bits


class Erasing(QObject):
    """Erases some time after the newsroom was opened, and once a day after that.

    It goes bit by bit, and only when nothing else waits to be stored. After the last bit the words
    of what is gone are taken out of the search index as well.
    """

    def __init__(self, store: Store, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self._has_erased = False
        self._timer = single_shot(self, self._erase)
        self._settling = single_shot(self, self._settle)
        store.opened.connect(self._on_opened)

    @Slot()
    def _on_opened(self) -> None:
        self._timer.start(FIRST_MS)

    def settle(self) -> None:
        """Have the words of what was erased by hand taken out of the search index."""
        self._has_erased = True
        self._settling.start(0)

    @Slot()
    def _erase(self) -> None:
        if not self._store.is_writable:
            return
        if not self._store.is_idle:
            self._timer.start(_BETWEEN_MS)
            return
        self._store.change(lambda desk: desk.trash.erase_old(), self._on_erased, self._on_refused)

    def _on_erased(self, has_more: bool) -> None:
        self._has_erased |= has_more
        if has_more:
            self._timer.start(_BETWEEN_MS)
            return
        self._timer.start(EVERY_MS)
        if self._has_erased:
            self._settling.start(_BETWEEN_MS)

    @Slot()
    def _settle(self) -> None:
        if not self._store.is_idle:
            self._settling.start(_BETWEEN_MS)
            return
        is_first, self._has_erased = self._has_erased, False
        self._store.change(
            lambda desk: desk.trash.settle(is_first=is_first), self._on_settled, self._on_refused
        )

    def _on_settled(self, has_more: bool) -> None:
        if has_more:
            self._settling.start(0)

    def _on_refused(self, _error: NewsdeskError) -> None:
        """What keeps it from being stored is told by the next save; this can wait."""
        self._timer.start(EVERY_MS)
