import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from newsdesk.ui.widgets.tab_order import go_on_reading, in_reading_order, put_in_order


def test_tab_goes_through_fields_in_the_order_asked_for(qtbot: QtBot) -> None:
    form = QWidget()
    qtbot.addWidget(form)
    column = QVBoxLayout(form)
    first, second, third = QLineEdit(), QLineEdit(), QLineEdit()
    for field in (third, first, second):
        column.addWidget(field)
    form.show()
    put_in_order([first, second, third])
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert form.focusWidget() is second
    qtbot.keyClick(second, Qt.Key.Key_Tab)
    assert form.focusWidget() is third


@pytest.mark.parametrize("is_rtl", [False, True])
def test_reading_goes_line_by_line_and_past_what_takes_no_keys(qtbot: QtBot, is_rtl: bool) -> None:
    root, inside = QWidget(), QWidget()
    qtbot.addWidget(root)
    if is_rtl:
        root.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    last, first, second, third, hidden = (QLineEdit() for _ in range(5))
    QVBoxLayout(inside).addWidget(third)
    scroller = QScrollArea()
    scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroller.setWidget(inside)
    column, row = QVBoxLayout(root), QHBoxLayout()
    row.addWidget(first)
    row.addWidget(QLabel("beside"))
    row.addWidget(second)
    column.addLayout(row)
    column.addWidget(hidden)
    column.addWidget(scroller)
    column.addWidget(last)
    hidden.hide()
    root.show()
    assert in_reading_order(root) == [first, second, third, last]


class _Window(QWidget):
    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, N802 - Qt's names
        return go_on_reading(self, is_forward=next) or super().focusNextPrevChild(next)


def test_tab_comes_to_a_field_that_was_made_later_where_it_stands(qtbot: QtBot) -> None:
    window = _Window()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    first, last = QLineEdit(), QLineEdit()
    column.addWidget(first)
    column.addWidget(last)
    window.show()
    between, disabled = QLineEdit(), QLineEdit()
    disabled.setEnabled(False)
    column.insertWidget(1, between)
    column.insertWidget(2, disabled)
    QApplication.processEvents()
    first.setFocus()
    for key, expected in (
        (Qt.Key.Key_Tab, between),
        (Qt.Key.Key_Tab, last),
        (Qt.Key.Key_Tab, first),
        (Qt.Key.Key_Backtab, last),
        (Qt.Key.Key_Backtab, between),
    ):
        qtbot.keyClick(window.focusWidget(), key)
        assert window.focusWidget() is expected
