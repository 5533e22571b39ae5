"""Where the parts of a row stand."""

from dataclasses import astuple
from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF, Qt

from newsdesk.ui.library.row_measures import RowPlaces, RowType
from newsdesk.ui.theme.theme_controller import ThemeController

LTR, RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


@pytest.fixture
def ordinary(themes: ThemeController) -> RowType:
    return RowType(13)


def places(
    type_: RowType, width: float = 308, direction: Qt.LayoutDirection = LTR, date: str = "2 May"
) -> RowPlaces:
    return RowPlaces.of(
        QRectF(0, 0, width, type_.row_height),
        type_,
        chip_text="Embargoed",
        date_text=date,
        has_star=True,
        direction=direction,
    )


def test_a_row_has_the_measures_of_the_design(ordinary: RowType) -> None:
    placed = places(ordinary)
    assert ordinary.row_height == 82
    assert placed.card == QRectF(8, 2, 292, 78)
    assert (placed.headline.x(), placed.headline.y(), placed.headline.height()) == (20, 12, 18)
    assert placed.chip.height() == 18
    assert placed.bar == QRectF(8, 16, 3, 50)
    assert placed.card.bottom() - placed.chip.bottom() == 8


@pytest.mark.parametrize("px", [10, 13, 20, 26])
def test_nothing_overlaps_however_large_the_text(themes: ThemeController, px: int) -> None:
    type_ = RowType(px)
    placed = places(type_)
    assert placed.headline.bottom() <= placed.lede.top()
    assert placed.lede.bottom() <= placed.chip.top()
    assert placed.chip.bottom() < placed.card.bottom()
    assert placed.card.bottom() < type_.row_height
    assert placed.headline.height() >= type_.headline.metrics.height()


def test_rows_grow_with_the_text(themes: ThemeController) -> None:
    heights = [RowType(px).row_height for px in (10, 13, 20, 26)]
    assert heights == sorted(set(heights))


@pytest.mark.parametrize("width", [140, 248, 308, 500])
def test_the_date_gives_way_to_the_chip(ordinary: RowType, width: float) -> None:
    placed = places(ordinary, width, date="Tomorrow 00:01")
    assert placed.chip.right() <= placed.star.left()
    assert placed.star.right() <= placed.date.left()
    assert placed.date.right() <= placed.card.right()


def test_the_longest_date_fits_into_the_narrowest_list(ordinary: RowType) -> None:
    wanted = ordinary.lede.metrics.horizontalAdvance("Tomorrow 00:01")
    assert places(ordinary, 248 - 12, date="Tomorrow 00:01").date.width() >= wanted


def test_a_right_to_left_window_has_everything_mirrored(ordinary: RowType) -> None:
    left, right = places(ordinary), places(ordinary, direction=RTL)
    for one, other in zip(astuple(left), astuple(right), strict=True):
        assert other.left() == pytest.approx(308 - one.right())
        assert other.size() == one.size()
    assert right.mirrored(QRectF(0, 0, 308, 82)) == left


# One line --------------------------------------------------------------------------------------


@pytest.mark.parametrize("px", [13, 26])
@pytest.mark.parametrize("side", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_a_compact_row_is_one_line_in_which_nothing_overlaps(
    px: int, side: Qt.LayoutDirection
) -> None:
    type_ = RowType(px, is_compact=True)
    row = QRectF(0, 0, 300 * type_.scale, type_.row_height)
    places = RowPlaces.of(
        row, type_, chip_text="Published", date_text="25 Nov", has_star=True, direction=side
    )
    parts = [places.headline, places.star, places.chip, places.date]
    assert all(row.contains(part) for part in parts)
    ordered = sorted(parts, key=lambda part: part.left())
    assert all(a.right() <= b.left() for a, b in pairwise(ordered))
    assert ordered[0 if side is Qt.LayoutDirection.LeftToRight else -1] is places.headline
    assert places.lede.isEmpty()


def test_a_narrow_compact_row_leaves_the_date_to_the_headline() -> None:
    type_ = RowType(13, is_compact=True)
    row = QRectF(0, 0, 248, type_.row_height)
    places = RowPlaces.of(
        row, type_, chip_text="Draft", date_text="25 Nov", has_star=False, direction=LTR
    )
    assert places.date.isEmpty()
    assert places.headline.width() > row.width() / 2


def test_compact_rows_are_less_than_half_as_high() -> None:
    assert 2 * RowType(13, is_compact=True).row_height < RowType(13).row_height
