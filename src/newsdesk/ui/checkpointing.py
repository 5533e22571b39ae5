"""The log of the database is taken in while nobody works."""

from PySide6.QtCore import QObject, Slot

from newsdesk.domain.errors import NewsdeskError
from newsdesk.ui.changes import ChangeHub
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.timers import single_shot

IDLE_MS = 5_000  # since something was stored last


def _nothing(_what: NewsdeskError | None) -> None:
    """Nobody need know: what is in the log is as safe."""


class Checkpointing(QObject):
    """Keeps the log short, in the thread that writes, once nothing was stored for a moment."""

    def __init__(self, store: Store, hub: ChangeHub, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self._timer = single_shot(self, self._checkpoint, IDLE_MS)
        hub.changed.connect(self._on_stored)

    @Slot(object)
    def _on_stored(self, _changes: object) -> None:
        self._timer.start()

    @Slot()
    def _checkpoint(self) -> None:
        if not self._store.is_writable:
            return
        if self._store.is_idle:
            self._store.change(lambda desk: desk.upkeep.checkpoint(), _nothing, _nothing)
        else:
            self._timer.start()
