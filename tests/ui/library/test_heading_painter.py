"""A heading as it is seen."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from newsdesk.ui.library.heading import Heading
from newsdesk.ui.library.heading_painter import HeadingPainter
from newsdesk.ui.library.row_measures import RowType
from newsdesk.ui.theme.theme_controller import ThemeController


@pytest.mark.parametrize("side", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_title_is_where_the_line_begins(
    themes: ThemeController, side: Qt.LayoutDirection
) -> None:
    image = QImage(300, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.black)
    option = QStyleOptionViewItem()
    option.rect, option.direction = QRect(0, 0, 300, 30), side
    painter = QPainter(image)
    HeadingPainter(themes).paint(painter, option, RowType(13), Heading("September 2026", 7))
    painter.end()
    ground = themes.theme.colour("side").rgb()
    assert image.pixel(1, 1) == ground  # rows that pass below it are not seen
    inked = [x for x in range(300) for y in range(30) if image.pixel(x, y) != ground]
    left, right = ([x for x in inked if (x < 150) is is_left] for is_left in (True, False))
    title = left if side is Qt.LayoutDirection.LeftToRight else right
    assert len(title) > len(inked) * 2 / 3
    assert min(inked) >= 19
    assert max(inked) <= 280
