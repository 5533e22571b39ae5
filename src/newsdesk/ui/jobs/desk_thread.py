"""A thread that has a desk open and does one thing after the other on it."""

import logging
from collections.abc import Callable
from contextlib import AbstractContextManager
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, Qt, Signal, Slot

from newsdesk.domain.errors import NewsdeskError

if TYPE_CHECKING:
    from newsdesk.services.desk import Desk

OpenDesk: TypeAlias = "Callable[[], AbstractContextManager[Desk]]"
Work: TypeAlias = "Callable[[Desk], object]"
Then: TypeAlias = Callable[[object], None]
Otherwise: TypeAlias = Callable[[NewsdeskError], None]

_LOG = logging.getLogger(__name__)


class DeskThread(QObject):
    """Opens a desk in a thread of its own and answers in the thread that this object lives in.

    Signals:
        opened(): the desk is there.
        refused(NewsdeskError): it is not, and this thread has ended; `start` tries again.
    """

    opened = Signal()
    refused = Signal(object)
    _posted = Signal(object)

    def __init__(self, name: str, open_desk: OpenDesk, parent: QObject | None = None) -> None:
        """`open_desk` is called in the thread: whatever it imports does not hold the window up."""
        super().__init__(parent)
        self._name = name
        self._open_desk = open_desk
        self._queue: SimpleQueue[Callable[[Desk], None] | None] = SimpleQueue()
        self._thread: Thread | None = None
        self._is_open = False
        self._posted.connect(self._on_posted, Qt.ConnectionType.QueuedConnection)

    @property
    def is_open(self) -> bool:
        return self._is_open

    def start(self) -> None:
        """Open the desk; what was asked before is done as soon as it is there."""
        if self._thread is None:
            self._thread = Thread(target=self._run, name=self._name, daemon=True)
            self._thread.start()

    def ask(self, work: "Work", then: Then, otherwise: Otherwise) -> None:
        """Do `work` when its turn comes; then call one of the others with how it went.

        An error that nobody can act on is raised where the answer would have come.
        """
        self._queue.put(lambda desk: self._do(desk, work, then, otherwise))

    def stop(self) -> None:
        """Do what was asked, close the desk, and return when the thread has ended."""
        if self._thread is not None:
            self._queue.put(None)
            self._thread.join()
            self._thread = None
            self._is_open = False

    def _run(self) -> None:
        try:
            with self._open_desk() as desk:
                self._posted.emit(self._on_opened)
                while (work := self._queue.get()) is not None:
                    work(desk)
        except NewsdeskError as error:
            _LOG.info("%s: %s", self._name, type(error).__name__)
            refusal = error
            self._posted.emit(lambda: self._on_refused(refusal))
        except BaseException as error:  # noqa: BLE001 - a bug: raised again where it is seen
            bug = error
            self._posted.emit(lambda: _raise(bug))

    def _do(self, desk: "Desk", work: "Work", then: Then, otherwise: Otherwise) -> None:
        try:
            value = work(desk)
        except NewsdeskError as error:
            refusal = error
            self._posted.emit(lambda: otherwise(refusal))
        except Exception as error:  # noqa: BLE001 - a bug: raised again where it is seen
            bug = error
            self._posted.emit(lambda: _raise(bug))
        else:
            self._posted.emit(lambda: then(value))

    def _on_opened(self) -> None:
        self._is_open = True
        self.opened.emit()

    def _on_refused(self, error: NewsdeskError) -> None:
        self._is_open = False
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        self.refused.emit(error)

    @Slot(object)
    def _on_posted(self, answer: Callable[[], None]) -> None:
        answer()


def _raise(error: BaseException) -> None:
    raise error
