"""The window's way to the process that knows how words are spelled."""

import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from itertools import count
from typing import Any

from PySide6.QtCore import QObject, QProcess, Signal, Slot

from newsdesk.services.spelling_worker import question

Then = Callable[[Any], None]

_LONGEST_END_MS = 2000


class SpellingProcess(QObject):
    """Asks, and hands the answers on in the order of the questions. It starts when first asked.

    Signals:
        ended(bool): it ended by itself, or could not be started; whether something that was asked
            stays unanswered. The next question starts another one, with no dictionary open.
    """

    ended = Signal(bool)

    def __init__(self, command: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._program, *self._arguments = command
        self._numbers = count(1)
        self._waiting: dict[int, tuple[Then, Then]] = {}
        # no child of this: a process that runs must be ended before its object is
        self._process = QProcess()
        self._process.setStandardErrorFile(QProcess.nullDevice())  # Hunspell talks to itself
        self._process.readyReadStandardOutput.connect(self._on_answers)
        self._process.errorOccurred.connect(self._on_error)
        self._process.finished.connect(self._on_finished)
        self.destroyed.connect(partial(_end, self._process))

    @property
    def is_running(self) -> bool:
        return self._process.state() is not QProcess.ProcessState.NotRunning

    def ask(
        self, verb: str, *arguments: Any, then: Then, otherwise: Then = lambda _why: None
    ) -> None:
        """Call `then` with the answer, or `otherwise` with why there is none."""
        if not self.is_running:
            self._process.start(self._program, self._arguments)
        number = next(self._numbers)
        self._waiting[number] = (then, otherwise)
        self._process.write(question(number, verb, *arguments))

    def stop(self) -> None:
        """End it, and answer nothing any more."""
        self._waiting.clear()
        _end(self._process)

    @Slot()
    def _on_answers(self) -> None:
        while self._process.canReadLine():
            number, value, *why = json.loads(bytes(self._process.readLine().data()))
            then, otherwise = self._waiting.pop(number, (None, None))
            if why and otherwise is not None:
                otherwise(why[0])
            elif then is not None:
                then(value)

    @Slot(QProcess.ProcessError)
    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:  # otherwise it finishes, and says so
            self._tell_ended()

    @Slot(int, QProcess.ExitStatus)
    def _on_finished(self, _code: int, _status: QProcess.ExitStatus) -> None:
        self._tell_ended()

    def _tell_ended(self) -> None:
        was_asked = bool(self._waiting)
        self._waiting.clear()
        self.ended.emit(was_asked)


def _end(process: QProcess, _ended: object = None) -> None:
    with suppress(RuntimeError):  # it is gone already
        process.blockSignals(True)  # noqa: FBT003 - Qt's
        process.kill()
        process.waitForFinished(_LONGEST_END_MS)
        process.blockSignals(False)  # noqa: FBT003 - Qt's
