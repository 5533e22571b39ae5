"""Clearing away what nobody needs any more, in the thread whose things they are.

Python clears cycles away in whichever thread happens to make the next object. A widget that dies in
the writing thread takes the program along, so that is switched off and done here, by a timer.
"""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

_EVERY_MS = 500  # so often that no time takes longer than a frame
_OLD_EVERY = 120  # of those times: everything is looked through, which takes longest


class GarbageCollector(QObject):
    """Clears cycles away in its own thread, from `start` to `stop`; nobody else does meanwhile."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._times = 0
        self._was_enabled = False  # Python's own clearing away, before
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.collect)

    def start(self) -> None:
        self._was_enabled = gc.isenabled()
        gc.disable()
        gc.freeze()  # what the start has made stays to the end
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()
        gc.unfreeze()
        if self._was_enabled:  # otherwise threads that still end their work would clear away
            gc.enable()

    @Slot()
    def collect(self) -> None:
        self._times += 1
        gc.collect(2 if self._times % _OLD_EVERY == 0 else 1)
