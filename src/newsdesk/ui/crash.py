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
    _met_elsewhere = Signal(object)  # in another thread

    def __init__(self, keep: Callable[[], None], parent: QObject | None = None) -> None:
        """`keep` is called before anything else: it has on the disk what is being written."""
        super().__init__(parent)
        self._keep = keep
        self._seen: set[str] = set()
        queued = Qt.ConnectionType.QueuedConnection
        self._met.connect(self._on_met, queued)
        self._met_elsewhere.connect(self._on_met_elsewhere, queued)

    def install(self) -> None:
        sys.excepthook = self._on_error
        threading.excepthook = lambda met: self._met_elsewhere.emit(met.exc_value)

    def _on_error(
        self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        if isinstance(error, KeyboardInterrupt):
            sys.exit(130)
        self._keep_text()
        self._met.emit(error)

    @Slot(object)
    def _on_met_elsewhere(self, error: BaseException) -> None:
        """The text can be had in this thread alone."""
        self._keep_text()
        self._on_met(error)

    @Slot(object)
    def _on_met(self, error: BaseException) -> None:
        _LOG.error("a bug", exc_info=error)
        report = in_places(error)
        if report not in self._seen:
            self._seen.add(report)
            self.crashed.emit(report)

    def _keep_text(self) -> None:
        """Do it whatever else is wrong: an error on the way must not come back here."""
        try:
            self._keep()
        except Exception:  # noqa: BLE001 - told in the log
            _LOG.exception("what is written could not be kept")


def in_places(error: BaseException) -> str:
    """Return the kind of an error and where it came through, without a word of any release."""
    frames = extract_tb(error.__traceback__)
    lines = [f"{frame.filename}:{frame.lineno} in {frame.name}" for frame in frames]
    return "\n".join([type(error).__qualname__, *lines])
