"""A time of the day, typed."""

from datetime import datetime, time, timedelta

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from newsdesk.ui.inspector.typed_time import read_time

_STEPS = {Qt.Key.Key_Up: 15, Qt.Key.Key_Down: -15}  # minutes
_ANY_DAY = datetime(2000, 1, 1)  # noqa: DTZ001 - a clock's


class TimeField(QLineEdit):
    """A line that reads times in the usual ways; the arrow keys go a quarter of an hour on or back.

    Signals:
        time_edited(): the user chose another time. `set_time` does not emit it.
        unreadable_entered(str): what was typed means no time, or two; the time is what it was.
    """

    time_edited = Signal()
    unreadable_entered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._time = time()
        self._show()
        self.editingFinished.connect(self._on_finished)

    def clock(self) -> time:
        return self._time

    def set_time(self, clock: time) -> None:
        """Show a time; of the same time what is being typed is left alone."""
        if clock != self._time or not self.isModified():
            self._time = clock
            self.drop_typing()

    def drop_typing(self) -> None:
        """Show the time that holds instead of what was typed and not read yet."""
        self._show()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusInEvent(event)
        if not self.isModified():
            self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            there = datetime.combine(_ANY_DAY, self._time) + timedelta(minutes=step)
            self._take(there.time())
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        text = f"{self._time:%H:%M}"
        if text != self.text():
            self.setText(text)
        self.setModified(False)

    def _take(self, clock: time) -> None:
        is_new = clock != self._time
        self._time = clock
        self._show()
        if is_new:
            self.time_edited.emit()

    @Slot()
    def _on_finished(self) -> None:
        """Read what was typed when Enter is pressed or the field is left."""
        if not self.isModified():
            return
        try:
            self._take(read_time(self.text()))
        except ValueError:
            self.unreadable_entered.emit(self.text().strip())
