from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from newsdesk.ui.first_picture import FirstPicture

SIDE, PAPER, INK = "#204060", "#fefefe", "#102030"
LINE = [20, 20, 200, 18, 13, 600, "#ff0000", False, "Harbour opens"]


def picture(**changes: Any) -> dict[str, Any]:
    whole = {
        "fonts": [],
        "families": ["Inter"],
        "panes": [[0, 0, 250, 300, SIDE], [250, 0, 250, 300, PAPER]],
        "lines": [LINE],
        "editor": [260, 60, 220, 200],
        "text": "The harbour opened.\n\nIt is open.",
        "text_px": 14,
        "text_families": ["IBM Plex Mono"],
        "line_px": 24,
        "margin_px": 22,
        "text_colour": INK,
        "ground_colour": PAPER,
    }
    return whole | changes


@pytest.fixture(autouse=True)
def unstyled(qapp: QApplication) -> Iterator[None]:
    """No style sheet is there yet when the picture is shown."""
    sheet = qapp.styleSheet()
    qapp.setStyleSheet("")
    yield
    qapp.setStyleSheet(sheet)


def shown(widget: FirstPicture, qtbot: QtBot) -> QImage:
    qtbot.addWidget(widget)
    widget.resize(500, 300)
    return widget.grab().toImage()


def red_columns(image: QImage, rect: QRect) -> list[int]:
    """Return the columns in which something red is painted."""
    ground = QColor(SIDE)
    return [
        x
        for x in range(rect.left(), rect.right())
        if any(
            image.pixelColor(x, y).red() > ground.red() + 60
            for y in range(rect.top(), rect.bottom())
        )
    ]


def test_panes_are_painted_where_they_stood(qtbot: QtBot) -> None:
    image = shown(FirstPicture(picture(lines=[])), qtbot)
    assert image.pixelColor(10, 10) == QColor(SIDE)
    assert image.pixelColor(249, 299) == QColor(SIDE)
    assert image.pixelColor(251, 10) == QColor(PAPER)


def test_a_line_is_painted_in_its_colour_at_its_side(qtbot: QtBot) -> None:
    rect = QRect(20, 20, 200, 18)
    left = red_columns(shown(FirstPicture(picture()), qtbot), rect)
    line = [*LINE[:7], True, LINE[8]]
    right = red_columns(shown(FirstPicture(picture(lines=[line])), qtbot), rect)
    assert left
    assert right
    assert left[0] < 30
    assert right[-1] > 210
    assert right[0] > left[0] + 50


def test_no_line_is_painted_outside_of_its_place(qtbot: QtBot) -> None:
    line = [*LINE[:8], "Harbour crews from nine ports train together " * 4]
    image = shown(FirstPicture(picture(lines=[line])), qtbot)
    below = QRect(0, 40, 250, 200)
    assert red_columns(image, below) == []


def test_the_text_is_a_real_one_that_cannot_be_typed_into(qtbot: QtBot) -> None:
    widget = FirstPicture(picture())
    shown(widget, qtbot)
    assert widget.text.geometry() == QRect(260, 60, 220, 200)
    assert widget.text.toPlainText() == "The harbour opened.\n\nIt is open."
    assert widget.text.isReadOnly()


def test_its_lines_are_as_high_as_those_of_the_editor(qtbot: QtBot) -> None:
    widget = FirstPicture(picture())
    shown(widget, qtbot)
    document = widget.text.document()
    layout = document.documentLayout()
    tops = [
        layout.blockBoundingRect(document.findBlockByNumber(number)).top() for number in range(3)
    ]
    assert [round(after - before) for before, after in pairwise(tops)] == [24, 24]
    assert tops[0] == 22


def test_it_is_written_in_the_colours_of_the_window(qtbot: QtBot) -> None:
    widget = FirstPicture(picture(ground_colour="#123456"))
    image = shown(widget, qtbot)
    assert image.pixelColor(QPoint(475, 255)) == QColor("#123456")


@pytest.mark.parametrize("missing", sorted(picture()))
def test_a_picture_without_one_of_its_parts_is_none(missing: str, qtbot: QtBot) -> None:
    damaged = picture()
    del damaged[missing]
    with pytest.raises(KeyError):
        FirstPicture(damaged)


@pytest.mark.parametrize(
    "changes",
    [
        {"panes": 7},
        {"panes": [[1, 2]]},
        {"lines": [["a"]]},
        {"lines": [[20, 20, "wide", 18, 13, 600, INK, False, "text"]]},
        {"editor": [1, 2, 3]},
        {"text": 5},
        {"text_px": "large"},
        {"families": 3},
        {"fonts": 3},
        {"fonts": [3]},
        {"margin_px": []},
    ],
    ids=str,
)
def test_neither_is_one_with_something_else_in_their_place(
    changes: dict[str, Any], qtbot: QtBot
) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        FirstPicture(picture(**changes))
