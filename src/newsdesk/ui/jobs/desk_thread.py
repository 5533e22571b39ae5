"""A thread that has a desk open and does one thing after the other on it."""

import logging
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from itertools import count
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, Qt, Signal, Slot

from newsdesk.domain.errors import Cancelled, NewsdeskError

if TYPE_CHECKING:
    from newsdesk.services.desk import Desk

OpenDesk: TypeAlias = "Callable[[], AbstractContextManager[Desk]]"
Work: TypeAlias = "Callable[[Desk], object]"
Then: TypeAlias = Callable[[object], None]
Otherwise: TypeAlias = Callable[[NewsdeskError], None]

_END = 0  # the number of no question
_LOG = logging.getLogger(__name__)


class _Question:
    """Something asked, and how it went. Made, kept and let go in the asking thread."""

    def __init__(self, work: Work, then: Then, otherwise: Otherwise) -> None:
        self.work = work
        self.then = then
        self.otherwise = otherwise
        self._value: object = None
        self._error: Exception | None = None

    def do(self, desk: "Desk") -> None:
        """Do the work. Runs in the desk's thread."""
        try:
            self._value = self.work(desk)
        except Exception as error:  # noqa: BLE001 - raised again where the answer is due
            self._error = error

    def answer(self) -> None:
        """Say how it went; raise what nobody can act on."""
        if self._error is None:
            self.then(self._value)
        elif isinstance(self._error, NewsdeskError):
            self.otherwise(self._error)
        else:
            raise self._error


class DeskThread(QObject):
    """Opens a desk in a thread of its own and answers in the thread that this object lives in.

    What is asked may hold widgets, which must not die in the other thread. So that thread knows
    questions by their numbers and keeps none of them.

    Signals:
        opened(): the desk is there.
        refused(NewsdeskError): it is not, and this thread has ended; `start` tries again.
    """

    opened = Signal()
    refused = Signal(object)
    _was_opened = Signal()
    _did_not_open = Signal(object)
    _was_done = Signal(int)

    def __init__(self, name: str, open_desk: OpenDesk, parent: QObject | None = None) -> None:
        """`open_desk` is called in the thread: whatever it imports does not hold the window up."""
        super().__init__(parent)
        self._name = name
        self._open_desk = open_desk
        self._questions: dict[int, _Question] = {}
        self._numbers = count(1)
        self._queue: SimpleQueue[int] = SimpleQueue()
        self._thread: Thread | None = None
        self._is_open = False
        self._is_desk_alone = False  # set in the thread before `_was_opened`
        queued = Qt.ConnectionType.QueuedConnection
        self._was_opened.connect(self._on_opened, queued)
        self._did_not_open.connect(self._on_not_opened, queued)
        self._was_done.connect(self._on_done, queued)

    @property
    def is_open(self) -> bool:
        return self._is_open

    @property
    def is_alone(self) -> bool:
        """Whether it is open, and nobody can read beside it."""
        return self._is_open and self._is_desk_alone

    def start(self) -> None:
        """Open the desk; what was asked before is done as soon as it is there."""
        if self._thread is None:
            self._thread = Thread(target=self._run, name=self._name, daemon=True)
            self._thread.start()

    def ask(self, work: Work, then: Then, otherwise: Otherwise) -> None:
        """Do `work` when its turn comes; then call one of the others with how it went.

        An error that nobody can act on is raised where the answer would have come.
        """
        number = next(self._numbers)
        self._questions[number] = _Question(work, then, otherwise)
        self._queue.put(number)

    def hand_over(self, other: "DeskThread") -> None:
        """Have another one do what was asked of this one, which is not open."""
        for number in self._undone():
            question = self._questions.pop(number)
            other.ask(question.work, question.then, question.otherwise)

    def stop(self) -> None:
        """Do what was asked, close the desk, and return when the thread has ended."""
        if self._thread is not None:
            self._queue.put(_END)
            self._thread.join()
            self._thread = None
            self._is_open = False
            for number in self._undone():  # it did not open: the next one must not end at once
                self._queue.put(number)

    def _undone(self) -> list[int]:
        """Take out of the queue what was asked and not begun."""
        found: list[int] = []
        with suppress(Empty):
            while True:
                found.append(self._queue.get_nowait())
        return [number for number in found if number != _END]

    def _run(self) -> None:
        try:
            with self._open_desk() as desk:
                self._is_desk_alone = desk.is_alone
                self._was_opened.emit()
                while (number := self._queue.get()) != _END:
                    self._questions[number].do(desk)
                    self._was_done.emit(number)
        except Cancelled:
            return  # `stop` waits for it: nobody is to be told
        except Exception as error:  # noqa: BLE001 - raised again where it is seen
            with suppress(RuntimeError):  # the window is gone: nobody is there to be told
                self._did_not_open.emit(error)

    @Slot()
    def _on_opened(self) -> None:
        self._is_open = self._thread is not None
        self.opened.emit()

    @Slot(object)
    def _on_not_opened(self, error: Exception) -> None:
        self._is_open = False
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        if not isinstance(error, NewsdeskError):
            raise error
        _LOG.info("%s: %s", self._name, type(error).__name__)
        self.refused.emit(error)

    @Slot(int)
    def _on_done(self, number: int) -> None:
        self._questions.pop(number).answer()
