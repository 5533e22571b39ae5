"""Moving a newsroom in a thread of its own."""

from collections.abc import Callable
from contextlib import suppress
from threading import Event, Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from newsdesk.domain.errors import Cancelled, NewsdeskError

if TYPE_CHECKING:
    from newsdesk.services.moving import MovingService


class MoveRun(QObject):
    """Does one thing at a time; signals are emitted in the thread that this object lives in.

    Signals:
        looked(str): where the newsroom would be moved to.
        progressed(int, int): bytes done, bytes in all.
        moved(Moved): it is there, and where it was too.
        allowed(): it is used where it is from now on.
        failed(NewsdeskError): that did not work; everything is as it was.
    """

    looked = Signal(str)
    progressed = Signal(object, object)  # Qt's own integers end at two gigabytes
    moved = Signal(object)
    allowed = Signal()
    failed = Signal(object)
    _posted = Signal(str, tuple)

    def __init__(
        self, open_moving: "Callable[[], MovingService]", parent: QObject | None = None
    ) -> None:
        """`open_moving` is called in the thread."""
        super().__init__(parent)
        self._open_moving = open_moving
        self._stop = Event()
        self._thread: Thread | None = None
        self._posted.connect(self._on_posted, Qt.ConnectionType.QueuedConnection)

    def look(self) -> None:
        """Find out where it would be moved to."""
        self._begin(lambda moving: self._post("looked", moving.destination))

    def move(self) -> None:
        """Move it there."""
        self._begin(lambda moving: self._post("moved", moving.move(report=self._report)))

    def allow(self) -> None:
        """Use it where it is."""

        def allow(moving: "MovingService") -> None:
            moving.allow()
            self._post("allowed")

        self._begin(allow)

    def stop(self) -> None:
        """Break off what is under way, which changes nothing; returns when done."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join()

    def _report(self, done: int, total: int) -> None:
        if self._stop.is_set():
            raise Cancelled
        self._post("progressed", done, total)

    def _begin(self, work: "Callable[[MovingService], None]") -> None:
        if self._thread is not None:
            self._thread.join()
        self._stop.clear()
        self._thread = Thread(target=self._run, args=(work,), name="newsdesk-moving", daemon=True)
        self._thread.start()

    def _run(self, work: "Callable[[MovingService], None]") -> None:
        try:
            work(self._open_moving())
        except Exception as error:  # noqa: BLE001 - raised again where it is seen
            self._post("failed", error)

    def _post(self, signal: str, *arguments: object) -> None:
        with suppress(RuntimeError):  # the window is gone: nobody is there to be told
            self._posted.emit(signal, arguments)

    @Slot(str, tuple)
    def _on_posted(self, signal: str, arguments: tuple[object, ...]) -> None:
        if signal == "failed" and not isinstance(arguments[0], NewsdeskError):
            assert isinstance(arguments[0], Exception)
            raise arguments[0]
        getattr(self, signal).emit(*arguments)
