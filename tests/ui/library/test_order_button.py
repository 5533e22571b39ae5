"""In which order releases are listed that were looked for."""

from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from newsdesk.ui.library.order_button import Order, OrderButton
from newsdesk.ui.theme.icons import Icons


def test_choosing_an_order_is_told_once(icons: Icons, qtbot: QtBot) -> None:
    button = OrderButton(icons)
    qtbot.addWidget(button)
    edited = QSignalSpy(button.order_edited)
    newest, best = button.menu().actions()
    assert newest.isChecked()
    newest.trigger()
    assert edited.count() == 0
    best.trigger()
    assert edited.at(0) == [Order.BEST]
    assert button.chosen() is Order.BEST
    assert not newest.isChecked()
    assert not button.icon().isNull()
