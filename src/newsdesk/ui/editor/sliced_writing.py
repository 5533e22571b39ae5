"""Writing a long text into a document without holding up the window."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QTextCursor

from newsdesk.ui.editor.long_text import pieces

_SLICE_S = 0.03  # then keys, the mouse and what is to be painted have their turn
_FEWEST, _MOST = 4_000, 1_000_000  # characters of a slice


class SlicedWriting(QObject):
    """Writes at a cursor, some milliseconds at a time; one text at once.

    Signals:
        progressed(int, int): so many characters are written, of so many; the first time with 0.
        ended(bool): all of it is, or it was stopped.
    """

    progressed = Signal(int, int)
    ended = Signal(bool)

    def __init__(self, within: Callable[[], AbstractContextManager[None]], parent: QObject) -> None:
        """`within` returns what a slice is written in."""
        super().__init__(parent)
        self._within = within
        self._pen: QTextCursor | None = None
        self._pieces: Iterator[str] = iter(())
        self._done = 0
        self._all = 0
        self._slice = _FEWEST
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._write_slice)

    @property
    def is_running(self) -> bool:
        return self._pen is not None

    def write(self, pen: QTextCursor, text: str) -> None:
        """Write `text` where `pen` stands, in place of what it has selected: one step of undo."""
        self._pen = QTextCursor(pen)
        self._pieces = pieces(text)
        self._done, self._all = 0, len(text)
        self._slice = _FEWEST
        self._timer.start()
        self.progressed.emit(0, self._all)

    def stop(self) -> None:
        """Write no more; what is written stays."""
        if self.is_running:
            self._end(is_whole=False)

    @Slot()
    def _write_slice(self) -> None:
        if self._pen is None:
            return
        began = perf_counter()
        with self._within():
            self._write_pieces(self._pen)
        # most of it is laying out, which comes with the end of the block
        fitting = self._slice * _SLICE_S / max(perf_counter() - began, _SLICE_S / 2)
        self._slice = min(max(round(fitting), _FEWEST), _MOST)
        self.progressed.emit(self._done, self._all)
        if self._done == self._all and self.is_running:
            self._end(is_whole=True)

    def _write_pieces(self, pen: QTextCursor) -> None:
        if self._done:
            pen.joinPreviousEditBlock()
        else:
            pen.beginEditBlock()
        until = self._done + self._slice
        for piece in self._pieces:
            pen.insertText(piece)
            self._done += len(piece)
            if self._done >= until:
                break
        pen.endEditBlock()

    def _end(self, *, is_whole: bool) -> None:
        self._timer.stop()
        self._pen = None
        self._pieces = iter(())
        self.ended.emit(is_whole)
