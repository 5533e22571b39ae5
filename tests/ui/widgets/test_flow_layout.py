from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QListWidget, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from newsdesk.ui.widgets.flow_layout import FlowLayout


class Box(QWidget):
    """Wants to be of a certain size."""

    def __init__(self, width: int, height: int = 20) -> None:
        super().__init__()
        self._size = QSize(width, height)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self._size


@pytest.fixture
def row(qtbot: QtBot) -> Iterator[QWidget]:
    """Three boxes, 60 px wide each."""
    row = QWidget()
    qtbot.addWidget(row)
    layout = FlowLayout(row, spacing=10)
    for _ in range(3):
        layout.addWidget(Box(60))
    return row


def places(row: QWidget, width: int) -> list[tuple[int, int]]:
    """Return the left top corners of the boxes that are shown."""
    row.resize(width, row.heightForWidth(width))
    row.layout().setGeometry(row.rect())
    boxes = [one for one in row.findChildren(Box) if not one.isHidden()]
    return [(box.x(), box.y()) for box in boxes]


def test_where_there_is_room_all_stand_in_one_row(row: QWidget) -> None:
    assert places(row, 200) == [(0, 0), (70, 0), (140, 0)]
    assert row.heightForWidth(200) == 20


def test_where_there_is_less_they_stand_in_several(row: QWidget) -> None:
    assert places(row, 199) == [(0, 0), (70, 0), (0, 30)]
    assert row.heightForWidth(199) == 50
    assert places(row, 60) == [(0, 0), (0, 30), (0, 60)]
    assert row.heightForWidth(60) == 80


def test_right_to_left_they_begin_at_the_right(row: QWidget) -> None:
    row.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert places(row, 199) == [(139, 0), (69, 0), (139, 30)]


def test_what_is_hidden_takes_no_room(row: QWidget) -> None:
    row.findChildren(Box)[0].hide()
    assert places(row, 199) == [(0, 0), (70, 0)]


def test_margins_are_kept_free(row: QWidget) -> None:
    row.layout().setContentsMargins(5, 7, 9, 11)
    assert places(row, 214) == [(5, 7), (75, 7), (145, 7)]
    assert row.heightForWidth(214) == 20 + 7 + 11
    assert places(row, 213)[2] == (5, 37)
    assert row.layout().minimumSize().height() >= 7 + 11


def test_low_ones_stand_in_the_middle_of_their_row(qtbot: QtBot) -> None:
    row = QWidget()
    qtbot.addWidget(row)
    layout = FlowLayout(row, spacing=0)
    for height in (20, 32):
        layout.addWidget(Box(60, height))
    assert places(row, 200) == [(0, 6), (60, 0)]


def test_one_that_is_too_wide_is_cut_to_the_room_there_is(qtbot: QtBot) -> None:
    row = QWidget()
    qtbot.addWidget(row)
    FlowLayout(row).addWidget(Box(500))
    places(row, 120)
    assert row.findChildren(Box)[0].geometry() == QRect(0, 0, 120, 20)


def test_nothing_in_it_has_no_height(qtbot: QtBot) -> None:
    row = QWidget()
    qtbot.addWidget(row)
    FlowLayout(row)
    assert row.heightForWidth(100) == 0


def test_items_can_be_taken_out_again(row: QWidget) -> None:
    layout = row.layout()
    assert layout.count() == 3
    assert layout.itemAt(3) is None
    assert layout.takeAt(3) is None
    item = layout.takeAt(0)
    assert item is not None
    assert item.widget() is row.findChildren(Box)[0]
    assert layout.count() == 2


def test_in_a_column_that_scrolls_every_row_has_its_height(qtbot: QtBot) -> None:
    area, column, row = QScrollArea(), QWidget(), QWidget()
    qtbot.addWidget(area)
    layout = FlowLayout(row)
    for _ in range(12):
        layout.addWidget(Box(60))
    stack = QVBoxLayout(column)
    stack.addWidget(row)
    stack.addWidget(Box(60, 900))
    area.setWidgetResizable(True)
    area.setWidget(column)
    area.resize(180, 200)
    area.show()
    last = row.findChildren(Box)[-1]
    qtbot.waitUntil(lambda: row.rect().contains(last.geometry()))
    area.resize(500, 200)
    qtbot.waitUntil(lambda: last.y() < 30)
    assert row.height() == row.heightForWidth(row.width())


def test_beside_a_list_it_takes_what_it_needs(qtbot: QtBot) -> None:
    panel, row = QWidget(), QWidget()
    qtbot.addWidget(panel)
    layout = FlowLayout(row)
    for _ in range(9):
        layout.addWidget(Box(60))
    stack = QVBoxLayout(panel)
    stack.addWidget(row)
    stack.addWidget(QListWidget(), 1)
    panel.resize(220, 400)
    panel.show()
    last = row.findChildren(Box)[-1]
    qtbot.waitUntil(lambda: row.rect().contains(last.geometry()))
