"""The order in which Tab goes through fields that were not made in it."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def put_in_order(fields: Iterable[QWidget]) -> None:
    """Let Tab go from each of `fields` to the next; to be called again in another window."""
    for before, after in pairwise(fields):
        QWidget.setTabOrder(before, after)


def in_reading_order(root: QWidget) -> list[QWidget]:
    """Return what is shown in `root` and takes the keyboard, line by line as it is laid out."""
    takes_tab = bool(root.focusPolicy() & Qt.FocusPolicy.TabFocus)
    found = [root] if takes_tab or root is QApplication.focusWidget() else []
    for child in _line_by_line(root):
        found += in_reading_order(child)
    return found


def go_on_reading(root: QWidget, *, is_forward: bool) -> bool:
    """Give the focus to what is read next in `root`, or before; tell whether there is anything.

    Qt goes by when things were made, and what came later would come last.
    """
    stops = [one for one in in_reading_order(root) if one.isEnabled()]
    focus = QApplication.focusWidget()
    if focus not in stops or len(stops) == 1:
        return False
    at = stops.index(focus)
    reason = Qt.FocusReason.TabFocusReason if is_forward else Qt.FocusReason.BacktabFocusReason
    stops[(at + (1 if is_forward else -1)) % len(stops)].setFocus(reason)
    return True


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
