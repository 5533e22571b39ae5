"""Long work, one piece after the other, so that saves come in between."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal


class Series(QObject):
    """Begins each piece when the one before has ended.

    Signals:
        progressed(int, int): pieces done, pieces in all.
        finished(): the last piece has ended.
        cancelled(): it stopped because `cancel` was called; what was done before is kept.
    """

    progressed = Signal(int, int)
    finished = Signal()
    cancelled = Signal()

    def __init__(
        self,
        pieces: Sequence[Callable[[Callable[[], None]], None]],
        parent: QObject | None = None,
    ) -> None:
        """Each piece is called with what it is to call when it has ended, well or not."""
        super().__init__(parent)
        self._pieces = tuple(pieces)
        self._done = 0
        self._is_cancelled = False

    @property
    def total(self) -> int:
        return len(self._pieces)

    def start(self) -> None:
        self._next()

    def cancel(self) -> None:
        """Begin no further piece; the one under way ends first."""
        self._is_cancelled = True

    def _next(self) -> None:
        if self._done == len(self._pieces):
            self.finished.emit()
        elif self._is_cancelled:
            self.cancelled.emit()
        else:
            self._pieces[self._done](self._on_ended)

    def _on_ended(self) -> None:
        self._done += 1
        self.progressed.emit(self._done, len(self._pieces))
        self._next()
