"""The keyboard in the sidebar: all its parts are one list."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QListWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from newsdesk.ui.library.sidebar_keys import SidebarKeys, Stop
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.section import Section

KEY = Qt.Key


class Column(QWidget):
    """Two parts with a title, of two lines each, and one line below them."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        self.stops: list[Stop] = []
        self.keys = SidebarKeys(self, lambda: self.stops)
        for title in ("Tags", "Countries", ""):
            lines = QListWidget()
            lines.addItems([f"{title} {n}" for n in range(2 if title else 1)])
            section = Section(title, icons) if title else None
            if section is not None:
                section.body.addWidget(lines)
            layout.addWidget(section or lines)
            self.stops.append(Stop(lines, section))
            self.keys.watch(self.stops[-1])

    def place(self) -> str:
        """Where the keyboard is."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QListWidget):
            return focus.currentItem().text()
        return next(
            stop.section.title.text()
            for stop in self.stops
            if stop.section is not None and focus is stop.section.title
        )


@pytest.fixture
def column(qtbot: QtBot, icons: Icons) -> Column:
    column = Column(icons)
    qtbot.addWidget(column)
    column.show()
    column.activateWindow()
    column.stops[0].lines.setFocus()
    column.stops[0].lines.setCurrentIndex(column.stops[0].lines.model().index(0, 0))
    qtbot.waitUntil(column.stops[0].lines.hasFocus)
    return column


def go(column: Column, qtbot: QtBot, *keys: Qt.Key) -> list[str]:
    """Press keys one after the other and return where each led."""
    places: list[str] = []
    for key in keys:
        focus = QApplication.focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, key)
        places.append(column.place())
    return places


def test_up_and_down_go_through_all_parts(column: Column, qtbot: QtBot) -> None:
    down = ["Tags 1", "Countries", "Countries 0", "Countries 1", " 0"]
    assert go(column, qtbot, *[KEY.Key_Down] * 5) == down
    assert go(column, qtbot, KEY.Key_Down) == [" 0"]
    up = ["Countries 1", "Countries 0", "Countries", "Tags 1", "Tags 0", "Tags"]
    assert go(column, qtbot, *[KEY.Key_Up] * 6) == up
    assert go(column, qtbot, KEY.Key_Up) == ["Tags"]


def test_home_and_end_go_to_the_first_line_and_the_last(column: Column, qtbot: QtBot) -> None:
    assert go(column, qtbot, KEY.Key_End, KEY.Key_Home) == [" 0", "Tags 0"]


def test_left_folds_and_right_opens_and_goes_in(column: Column, qtbot: QtBot) -> None:
    section = column.stops[0].section
    assert section is not None
    assert go(column, qtbot, KEY.Key_Left) == ["Tags"]
    assert not section.is_open()
    assert go(column, qtbot, KEY.Key_Left, KEY.Key_Down, KEY.Key_Up) == [
        "Tags", "Countries", "Tags"
    ]  # fmt: skip
    assert go(column, qtbot, KEY.Key_Right) == ["Tags"]
    assert section.is_open()
    assert go(column, qtbot, KEY.Key_Right) == ["Tags 0"]
    assert go(column, qtbot, KEY.Key_End, KEY.Key_Left) == [" 0", " 0"]  # it has no title


def test_sides_are_turned_round_in_an_arabic_window(column: Column, qtbot: QtBot) -> None:
    column.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    section = column.stops[0].section
    assert section is not None
    assert go(column, qtbot, KEY.Key_Right) == ["Tags"]
    assert not section.is_open()
    go(column, qtbot, KEY.Key_Left)
    assert section.is_open()


def test_escape_is_told_and_other_keys_are_left_alone(column: Column, qtbot: QtBot) -> None:
    escaped = QSignalSpy(column.keys.escaped)
    assert go(column, qtbot, KEY.Key_Escape, KEY.Key_X) == ["Tags 0", "Tags 0"]
    assert escaped.count() == 1
    qtbot.keyClick(column.stops[0].lines, KEY.Key_End, Qt.KeyboardModifier.AltModifier)
    assert escaped.count() == 1
