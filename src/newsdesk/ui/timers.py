"""Timers that fire once: after a pause, or when their hour has come."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


def single_shot(parent: QObject, due: Callable[[], object], ms: int = 0) -> QTimer:
    """Return a stopped timer that calls `due` once, `ms` after it was last started."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(ms)
    timer.timeout.connect(due)
    return timer
