from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from newsdesk.ui.widgets.tab_order import put_in_order


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
