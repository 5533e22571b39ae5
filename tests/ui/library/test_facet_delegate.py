"""How a line of the sidebar is painted."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from newsdesk.domain.facets import Chosen
from newsdesk.ui.library.facet_model import FacetLine
from newsdesk.ui.library.facet_view import FacetView
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.theme.theme_controller import ThemeController

LINES = [
    FacetLine(key="teal", name="Winter", count=6, colour="term_teal"),
    FacetLine(key="draft", name="Draft", count=5, chip="draft"),
    FacetLine(key="trash", name="Trash", count=4, icon="trash"),
    FacetLine(key="plain", name="A name that is much too long for a pane as narrow", count=1_234),
]


@pytest.fixture
def view(qtbot: QtBot, themes: ThemeController, icons: Icons) -> FacetView:
    view = FacetView(themes, icons)
    qtbot.addWidget(view)
    view.resize(208, 300)
    view.show_lines(LINES)
    view.show()
    qtbot.waitExposed(view)
    return view


def painted(view: FacetView) -> QImage:
    return view.viewport().grab().toImage()


def colours(image: QImage, rect: QRect) -> set[str]:
    points = (
        QPoint(x, y)
        for x in range(max(rect.left(), 0), min(rect.right() + 1, image.width()))
        for y in range(max(rect.top(), 0), min(rect.bottom() + 1, image.height()))
    )
    return {image.pixelColor(point).name() for point in points}


def beginning(view: FacetView, row: int) -> QRect:
    """Where a line has its dot or icon."""
    rect = view.visualRect(view.lines.index(row))
    is_rtl = view.layoutDirection() is Qt.LayoutDirection.RightToLeft
    return QRect(rect.right() - 22 if is_rtl else rect.left(), rect.top(), 23, rect.height())


@pytest.mark.parametrize("side", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_a_line_begins_with_its_colour_on_either_side(
    view: FacetView, themes: ThemeController, side: Qt.LayoutDirection
) -> None:
    view.setLayoutDirection(side)
    image, theme = painted(view), themes.theme
    teal, draft = theme.colour("term_teal").name(), QColor(theme.chip("draft").text).name()
    assert teal in colours(image, beginning(view, 0))
    assert draft in colours(image, beginning(view, 1))
    assert len(colours(image, beginning(view, 2))) > 1
    assert len(colours(image, beginning(view, 3))) == 1


def test_what_is_chosen_stands_on_a_colour_and_what_is_left_out_does_not(
    view: FacetView, themes: ThemeController
) -> None:
    soft = themes.theme.colour("accent_soft").name()
    rects = [view.visualRect(view.lines.index(row)) for row in range(2)]
    view.lines.set_chosen(Chosen(frozenset({"draft"}), frozenset({"teal"})))
    image = painted(view)
    assert [soft in colours(image, rect) for rect in rects] == [False, True]
    through = themes.theme.colour("text2").name()
    middle = QRect(40, rects[0].center().y() - 2, 30, 5)
    assert through in colours(image, middle)


def test_a_long_name_leaves_room_for_its_count(view: FacetView) -> None:
    """The name ends in dots before the number begins."""
    rect = view.visualRect(view.lines.index(3))
    width = view.fontMetrics().horizontalAdvance("1,234")
    gap = QRect(rect.right() - 8 - width - 5, rect.top(), 3, rect.height())
    assert len(colours(painted(view), gap)) == 1


def test_the_line_below_what_is_dragged_has_a_ring(
    view: FacetView, themes: ThemeController
) -> None:
    view._delegate.below = "plain"
    focus = themes.theme.colour("focus")
    rect = view.visualRect(view.lines.index(3))
    edge = colours(painted(view), QRect(rect.center().x(), rect.top(), 1, 4))
    assert any(QColor(one).blue() > QColor(one).red() for one in edge)
    assert focus.blue() > focus.red()
