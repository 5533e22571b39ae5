"""The order in which Tab goes through fields that were not made in it."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget


def put_in_order(fields: Iterable[QWidget]) -> None:
    """Let Tab go from each of `fields` to the next; to be called again in another window."""
    for before, after in pairwise(fields):
        QWidget.setTabOrder(before, after)


def in_reading_order(root: QWidget) -> list[QWidget]:
    """Return what is shown in `root` and takes the keyboard, line by line as it is laid out."""
    found = [root] if root.focusPolicy() & Qt.FocusPolicy.TabFocus else []
    for child in _line_by_line(root):
        found += in_reading_order(child)
    return found


def _line_by_line(parent: QWidget) -> list[QWidget]:
    # by where they are, not by their layouts: PySide mistakes items of a layout for earlier ones
    shown = [
        child
        for child in parent.children()
        if isinstance(child, QWidget) and not child.isWindow() and not child.isHidden()
    ]
    lines: list[list[QWidget]] = []
    for child in sorted(shown, key=lambda one: one.y()):
        if lines and child.y() < lines[-1][0].geometry().center().y():
            lines[-1].append(child)
        else:
            lines.append([child])
    is_rtl = parent.layoutDirection() is Qt.LayoutDirection.RightToLeft
    return [one for line in lines for one in sorted(line, key=lambda it: it.x(), reverse=is_rtl)]


class ReadingOrder(QObject):
    """Keeps Tab going through a widget in reading order, whatever comes into it and goes."""

    def __init__(self, root: QWidget) -> None:
        super().__init__(root)
        self._root = root
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._put_in_order)
        root.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.LayoutRequest:
            self._later.start()
        return False

    def _put_in_order(self) -> None:
        put_in_order(in_reading_order(self._root))
