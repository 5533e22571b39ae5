"""Rows below each other that are put into another order by hand."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from newsdesk.ui.inspector.foldable_row import FoldableRow

R = TypeVar("R", bound=FoldableRow)
T = TypeVar("T")
_LINE_PX = 2


def moved(things: Sequence[T], place: int, to: int) -> tuple[T, ...]:
    """Return them with the one from `place` at `to`, as `RowList.move_edited` counts."""
    rest = list(things)
    rest.insert(to, rest.pop(place))
    return tuple(rest)


class RowList(QWidget, Generic[R]):
    """As many rows as are asked for; the n-th one shows the n-th thing, whatever that is.

    Signals:
        move_edited(int, int): the user moved what is shown here to there; places from 0.
        removal_edited(int): the user wants this one gone.
    """

    move_edited = Signal(int, int)
    removal_edited = Signal(int)

    def __init__(self, make_row: Callable[[], R], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make_row = make_row
        self._rows: list[R] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self._line = QFrame(self)
        self._line.setObjectName("drop_line")
        self._line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._line.hide()

    @property
    def rows(self) -> Sequence[R]:
        return self._rows

    def set_count(self, count: int) -> None:
        """Make or take away rows at the end."""
        while len(self._rows) > count:
            row = self._rows.pop()
            had_focus = row.isAncestorOf(self.window().focusWidget() or self)
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
            if had_focus and self._rows:
                self._rows[-1].head.setFocus()
        while len(self._rows) < count:
            row = self._make_row()
            place = len(self._rows)
            row.head.move_requested.connect(partial(self._move_by, place))
            row.head.removal_requested.connect(partial(self.removal_edited.emit, place))
            row.head.dragged.connect(partial(self._on_dragged, place))
            row.head.dropped.connect(partial(self._on_dropped, place))
            row.head.drag_given_up.connect(self._line.hide)
            self._rows.append(row)
            self._layout.addWidget(row)
            row.show()

    def focus_row(self, place: int) -> None:
        """Put the focus on the head of a row, or of the last one if there are not so many."""
        if self._rows:
            self._rows[max(0, min(place, len(self._rows) - 1))].head.setFocus()

    def _move_by(self, place: int, by: int) -> None:
        if 0 <= place + by < len(self._rows):
            self.move_edited.emit(place, place + by)

    def _gap_at(self, y: int) -> int:
        """Return before which row something lands that is let go at a height of the screen."""
        here = self.mapFromGlobal(QPoint(0, y)).y()
        return sum(here > row.geometry().center().y() for row in self._rows)

    def _on_dragged(self, place: int, y: int) -> None:
        gap = self._gap_at(y)
        self._line.setVisible(gap not in (place, place + 1))
        if gap < len(self._rows):
            top = self._rows[gap].geometry().top() - _LINE_PX
        else:
            top = self._rows[-1].geometry().bottom() - 1
        self._line.setGeometry(QRect(0, max(0, top), self.width(), _LINE_PX))
        self._line.raise_()

    def _on_dropped(self, place: int, y: int) -> None:
        self._line.hide()
        gap = self._gap_at(y)
        if gap not in (place, place + 1):
            self.move_edited.emit(place, gap - 1 if gap > place else gap)
