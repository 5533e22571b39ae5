"""Bringing a newsroom back in a thread of its own."""

from collections.abc import Callable
from contextlib import suppress
from threading import Event, Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from newsdesk.domain.errors import Cancelled, NewsdeskError

if TYPE_CHECKING:
    from newsdesk.services.rescue import RescueService


class RescueRun(QObject):
    """Does one thing at a time; signals are emitted in the thread that this object lives in.

    Signals:
        surveyed(Survey, bool): what there is to bring it back from; whether it can be looked at.
        rescued(Rescued): the newsroom can be opened again.
        failed(NewsdeskError): that did not work; everything is as it was.
    """

    surveyed = Signal(object, bool)
    rescued = Signal(object)
    failed = Signal(object)
    _was_surveyed = Signal(object, bool)
    _was_rescued = Signal(object)
    _did_fail = Signal(object)

    def __init__(
        self, open_rescue: "Callable[[], RescueService]", parent: QObject | None = None
    ) -> None:
        """`open_rescue` is called in the thread."""
        super().__init__(parent)
        self._open_rescue = open_rescue
        self._stop = Event()
        self._thread: Thread | None = None
        queued = Qt.ConnectionType.QueuedConnection
        self._was_surveyed.connect(self.surveyed, queued)
        self._was_rescued.connect(self.rescued, queued)
        self._did_fail.connect(self._on_failed, queued)

    def survey(self, place: str = "") -> None:
        """Look what there is, in the second place of backups too; "" is none."""

        def look(rescue: "RescueService") -> None:
            self._was_surveyed.emit(rescue.survey(place, self._rest), rescue.is_readable)

        self._begin(look)

    def restore(self, path: str) -> None:
        """Bring it back from a backup and the draft journal."""
        self._begin(lambda rescue: self._was_rescued.emit(rescue.restore(path, self._rest)))

    def salvage(self) -> None:
        """Bring back what can still be read."""
        self._begin(lambda rescue: self._was_rescued.emit(rescue.salvage(self._rest)))

    def stop(self) -> None:
        """Break off what is under way, as a failure that changes nothing; returns when done."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join()

    def _rest(self) -> None:
        if self._stop.is_set():
            raise Cancelled

    def _begin(self, work: "Callable[[RescueService], None]") -> None:
        if self._thread is not None:
            self._thread.join()
        self._stop.clear()
        self._thread = Thread(target=self._run, args=(work,), name="newsdesk-rescue", daemon=True)
        self._thread.start()

    def _run(self, work: "Callable[[RescueService], None]") -> None:
        try:
            work(self._open_rescue())
        except Exception as error:  # noqa: BLE001 - raised again where it is seen
            with suppress(RuntimeError):  # the window is gone: nobody is there to be told
                self._did_fail.emit(error)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, NewsdeskError):
            raise error
        self.failed.emit(error)
