"""Telling every view what a service call changed."""

from PySide6.QtCore import QObject, Signal, Slot

from newsdesk.domain.changes import Changes
from newsdesk.ui.timers import single_shot

GATHERED_MS = 500


class ChangeHub(QObject):
    """One signal; a view refreshes where what it shows overlaps with what was changed.

    Signals:
        changed(Changes): it is stored.
    """

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._gathered = Changes()
        self._pause = single_shot(self, self._tell_gathered, GATHERED_MS)

    def publish(self, changes: Changes) -> None:
        if changes != Changes():
            self.changed.emit(changes)

    def publish_soon(self, changes: Changes) -> None:
        """Tell of it together with what is stored right after: one of very many changes.

        So views read anew twice a second, however many thousand releases come in. The first one
        is told at once.
        """
        self._gathered |= changes
        if not self._pause.isActive():
            self._tell_gathered()

    @Slot()
    def _tell_gathered(self) -> None:
        gathered, self._gathered = self._gathered, Changes()
        if gathered != Changes():
            self._pause.start()
            self.publish(gathered)
