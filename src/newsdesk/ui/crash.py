"""What happens when newsdesk itself is wrong: the text is kept, one dialog tells, work goes on."""

import logging
import sys
import threading
from collections.abc import Callable
from traceback import extract_tb
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, Slot

_LOG = logging.getLogger(__name__)


class CrashHook(QObject):
    """Takes every error that nobody worded. Qt goes on after one in a slot, and so do we.

    Signals:
        crashed(str): the kind of the error and the places it came through, for a dialog; each
            place only once.
    """

    crashed = Signal(str)
    _met = Signal(object)

    def __init__(self, keep: Callable[[], None], parent: QObject | None = None) -> None:
        """`keep` is called first: it stores what is being written."""
        super().__init__(parent)
        self._keep = keep
        self._seen: set[str] = set()
        self._met.connect(self._on_met, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        sys.excepthook = self._on_error
        threading.excepthook = lambda met: self._met.emit(met.exc_value)

    def _on_error(
        self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        if isinstance(error, KeyboardInterrupt):
            sys.exit(130)
        self._met.emit(error)

    @Slot(object)
    def _on_met(self, error: BaseException) -> None:
        _LOG.error("a bug", exc_info=error)
        report = in_places(error)
        if report in self._seen:
            return
        self._seen.add(report)
        self._keep()
        self.crashed.emit(report)


def in_places(error: BaseException) -> str:
    """Return the kind of an error and where it came through, without a word of any release."""
    frames = extract_tb(error.__traceback__)
    lines = [f"{frame.filename}:{frame.lineno} in {frame.name}" for frame in frames]
    return "\n".join([type(error).__qualname__, *lines])
