"""The room without a screen: there it is a widget like any other. On one: `test_seen.py`."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QRhiWidget, QWidget
from pytestqt.qtbot import QtBot

from newsdesk.ui.preview.native_room import NativeRoom


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    parent.resize(300, 200)
    qtbot.addWidget(parent)
    parent.show()
    return parent


def test_the_view_fills_it(parent: QWidget) -> None:
    view = QWidget()
    room = NativeRoom(view)
    room.stand_in(parent)
    room.place(QRect(10, 20, 100, 80), is_seen=True)
    room.show()
    assert room.parentWidget() is parent
    assert room.geometry() == QRect(10, 20, 100, 80)
    assert view.size() == room.size()


def test_what_is_not_seen_yet_is_as_large_and_elsewhere(parent: QWidget) -> None:
    room = NativeRoom(QWidget())
    room.stand_in(parent)
    room.show()
    room.place(QRect(10, 20, 100, 80), is_seen=False)
    assert room.isVisible()
    assert room.size() == QRect(10, 20, 100, 80).size()
    assert not room.geometry().intersects(parent.rect())


def test_it_moves_from_one_place_in_the_window_to_another(parent: QWidget) -> None:
    other = QWidget(parent)
    room = NativeRoom(QWidget())
    for place in (parent, other):
        room.stand_in(place)
        assert room.parentWidget() is place


def test_without_a_screen_no_window_in_the_window_is_made(parent: QWidget) -> None:
    room = NativeRoom(QWidget())
    room.stand_in(parent)
    assert parent.findChild(QRhiWidget) is None
    assert room.windowHandle() is None
