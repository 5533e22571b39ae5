"""How far the check is that comes before a newsroom is opened which was not closed."""

from threading import Event

from PySide6.QtCore import QObject, Qt, Signal, Slot

from newsdesk.domain.errors import Cancelled


class OpeningProgress(QObject):
    """Told in the thread that opens it, heard in the one that this object lives in.

    Signals:
        progressed(int, int): bytes read, bytes in all; equal while they are compared.
    """

    progressed = Signal(object, object)  # Qt's own integers end at two gigabytes
    _reported = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = Event()
        self._last = (-1, -1)
        self._reported.connect(self.progressed, Qt.ConnectionType.QueuedConnection)

    def report(self, done: int, total: int) -> None:
        """Raise `Cancelled` if the window is being closed. In any thread."""
        if self._stop.is_set():
            raise Cancelled
        if self._last != (done, total):
            self._last = (done, total)
            self._reported.emit(done, total)

    @Slot()
    def stop(self) -> None:
        """Break off the check that is under way, which changes nothing."""
        self._stop.set()

    @Slot()
    def begin(self) -> None:
        """Another one may follow."""
        self._stop.clear()
