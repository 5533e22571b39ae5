"""One line of text in which something is marked."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from newsdesk.domain.hits import Span
from newsdesk.ui.library.marked_line import draw_marked, qt_length

GROUND = QColor("#ff0000")


def columns(text: str, hits: list[Span], side: Qt.LayoutDirection) -> list[int]:
    """Return the px columns that have the ground of what is marked."""
    image = QImage(200, 24, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    draw_marked(painter, QRectF(0, 0, 200, 24), text, hits, GROUND, side)
    painter.end()
    return [x for x in range(200) if any(image.pixelColor(x, y) == GROUND for y in range(24))]


@pytest.mark.usefixtures("qapp")
def test_what_was_found_is_marked_where_it_stands() -> None:
    left = Qt.LayoutDirection.LeftToRight
    assert columns("the port of Rabat", [], left) == []
    marked = columns("the port of Rabat", [Span(4, 8)], left)
    whole = columns("the port of Rabat", [Span(0, 17)], left)
    assert whole[0] == 0
    assert whole[0] < marked[0] < marked[-1] < whole[-1]


def test_a_language_from_the_right_is_marked_from_the_right(qapp: QApplication) -> None:
    marked = columns("ميناء الرباط", [Span(0, 5)], Qt.LayoutDirection.RightToLeft)
    assert marked[-1] >= 195


def test_what_was_cut_off_is_not_marked(qapp: QApplication) -> None:
    assert columns("the…", [Span(40, 44)], Qt.LayoutDirection.LeftToRight) == []


def test_signs_beyond_the_first_plane_are_two_for_qt() -> None:
    assert qt_length("é😀") == 3
    assert qt_length("\ud800") == 1
