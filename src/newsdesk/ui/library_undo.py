"""Taking back what was last done to the releases in the list."""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar, QWidget

from newsdesk.ui.library.release_list_view import ReleaseListView


class LibraryUndo(QObject):
    """Knows the last action on the list, for as long as there is no other; once, then it is gone.

    Where the keyboard is in the list, undo is of the list; in a text it is the text's. Menus and
    the bar above take the keyboard only on the way.

    Signals:
        changed(): `what` is another one now.
    """

    changed = Signal()

    def __init__(self, on_the_way: QWidget, parent: QObject) -> None:
        """Who goes to `on_the_way` leaves the list only to come back."""
        super().__init__(parent)
        self._on_the_way = on_the_way
        self._is_in_list = isinstance(QApplication.focusWidget(), ReleaseListView)
        self._what = ""
        self._run: Callable[[], None] | None = None
        cast(QApplication, QApplication.instance()).focusChanged.connect(self._on_focus_changed)

    @property
    def what(self) -> str:
        """What undo would take back, in words; "": nothing, or the keyboard is elsewhere."""
        return self._what if self._is_in_list else ""

    def remember(self, what: str, run: Callable[[], None]) -> None:
        """This was done now, and `run` takes it back."""
        self._what, self._run = what, run
        self.changed.emit()

    def forget(self) -> None:
        """What was done now cannot be taken back, nor can what was done before it."""
        self._what, self._run = "", None
        self.changed.emit()

    def run(self) -> bool:
        """Take it back if the keyboard is in the list; tell whether there was anything."""
        run = self._run
        if run is None or not self._is_in_list:
            return False
        self.forget()
        run()
        return True

    @Slot("QWidget*", "QWidget*")
    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None or isinstance(now, QMenu | QMenuBar) or self._on_the_way.isAncestorOf(now):
            return
        is_in_list = isinstance(now, ReleaseListView)
        if is_in_list != self._is_in_list:
            self._is_in_list = is_in_list
            if self._what:
                self.changed.emit()
