import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from newsdesk.ui.widgets.tab_order import ReadingOrder, in_reading_order, put_in_order


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


def test_a_field_that_comes_later_has_its_place_in_the_order(qtbot: QtBot) -> None:
    form = QWidget()
    qtbot.addWidget(form)
    ReadingOrder(form)
    column = QVBoxLayout(form)
    first, last = QLineEdit(), QLineEdit()
    column.addWidget(first)
    column.addWidget(last)
    form.show()
    between = QLineEdit()
    column.insertWidget(1, between)
    qtbot.waitUntil(lambda: first.nextInFocusChain() is between)
    assert between.nextInFocusChain() is last
