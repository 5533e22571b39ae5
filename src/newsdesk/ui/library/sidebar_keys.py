"""Going through the sidebar by keyboard, as if its parts were one list."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from newsdesk.ui.widgets.section import Section

_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


@dataclass(frozen=True, slots=True)
class Stop:
    """A part of the sidebar: its lines, below a title that folds them or below none."""

    lines: QAbstractItemView
    section: Section | None = None

    @property
    def is_open(self) -> bool:
        return (self.section is None or self.section.is_open()) and bool(_rows(self.lines))


class SidebarKeys(QObject):
    """Up and Down go on to the next part, Left and Right fold one and open it.

    Signals:
        escaped(): Esc.
        went(QWidget): the keyboard is at another part now, at its title or in its lines.
    """

    escaped = Signal()
    went = Signal(QWidget)

    def __init__(self, parent: QWidget, stops: Callable[[], Sequence[Stop]]) -> None:
        """`stops` returns the parts that are shown, in their order."""
        super().__init__(parent)
        self._parent = parent
        self._stops = stops

    def watch(self, stop: Stop) -> None:
        stop.lines.installEventFilter(self)
        if stop.section is not None:
            stop.section.title.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        if event.modifiers() not in _PLAIN:
            return False
        stops = self._stops()
        for number, stop in enumerate(stops):
            if watched is stop.lines or (stop.section and watched is stop.section.title):
                is_title = watched is not stop.lines
                return self._answers(self._key(event), stops, number, is_title=is_title)
        return False

    def _key(self, event: QKeyEvent) -> int:
        """Return the key as it means in a window that runs from left to right."""
        if self._parent.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            turned = {Qt.Key.Key_Left: Qt.Key.Key_Right, Qt.Key.Key_Right: Qt.Key.Key_Left}
            return turned.get(Qt.Key(event.key()), event.key())
        return event.key()

    def _answers(self, key: int, stops: Sequence[Stop], at: int, *, is_title: bool) -> bool:
        """Do what a key means; tell whether it meant anything here."""
        match key:
            case Qt.Key.Key_Down:
                return self._go_down(stops, at, is_title=is_title)
            case Qt.Key.Key_Up:
                return self._go_up(stops, at, is_title=is_title)
            case Qt.Key.Key_Home:
                self._enter(stops[0], is_first=True)
            case Qt.Key.Key_End:
                self._enter(stops[-1], is_first=False)
            case Qt.Key.Key_Left:
                self._fold(stops[at])
            case Qt.Key.Key_Right if is_title:
                self._unfold(stops[at])
            case Qt.Key.Key_Escape:
                self.escaped.emit()
            case _:
                return False
        return True

    def _go_down(self, stops: Sequence[Stop], at: int, *, is_title: bool) -> bool:
        stop = stops[at]
        if is_title and stop.is_open:
            self._go_to_row(stop, 0)
        elif not is_title and stop.lines.currentIndex().row() < _rows(stop.lines) - 1:
            return False  # its own
        elif at + 1 < len(stops):
            self._enter(stops[at + 1], is_first=True, by_title=True)
        return True

    def _go_up(self, stops: Sequence[Stop], at: int, *, is_title: bool) -> bool:
        stop = stops[at]
        if not is_title and stop.lines.currentIndex().row() > 0:
            return False
        if not is_title and stop.section is not None:
            self._go_to(stop.section.title)
        elif at > 0:
            self._enter(stops[at - 1], is_first=False)
        return True

    def _enter(self, stop: Stop, *, is_first: bool, by_title: bool = False) -> None:
        """Go to the first or the last line of a part; to its title where that is met before."""
        if stop.section is not None and (by_title or not stop.is_open):
            self._go_to(stop.section.title)
        else:
            self._go_to_row(stop, 0 if is_first else _rows(stop.lines) - 1)

    def _fold(self, stop: Stop) -> None:
        if stop.section is not None:
            self._go_to(stop.section.title)
            if stop.section.is_open():
                stop.section.title.click()

    def _unfold(self, stop: Stop) -> None:
        if stop.section is None:
            return
        if stop.section.is_open():
            self._go_to_row(stop, 0)
        else:
            stop.section.title.click()

    def _go_to_row(self, stop: Stop, row: int) -> None:
        stop.lines.setCurrentIndex(stop.lines.model().index(row, 0))
        self._go_to(stop.lines)

    def _go_to(self, widget: QWidget) -> None:
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        self.went.emit(widget)


def _rows(lines: QAbstractItemView) -> int:
    return lines.model().rowCount()
