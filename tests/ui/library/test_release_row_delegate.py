"""A row as it is painted: where the ink is, and in which colours."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.query import ReleaseSummary
from newsdesk.domain.workflow import State
from newsdesk.services.preferences import ThemeChoice
from newsdesk.ui.library.release_list_model import ReleaseListModel
from newsdesk.ui.library.release_row_delegate import ReleaseRowDelegate, lede_of
from newsdesk.ui.theme.fonts import ui_font
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.theme.theme_controller import ThemeController
from tests.ui.library.rows import NOW, key, row

WIDTH = 308
HEADLINE, LEDE, CHIP_LINE = QRect(20, 12, 268, 18), QRect(20, 32, 268, 17), QRect(20, 54, 268, 18)
SELECTED = QStyle.StateFlag.State_Selected
FOCUS = QStyle.StateFlag.State_HasFocus
HOVER = QStyle.StateFlag.State_MouseOver
REST = QStyle.StateFlag.State_Enabled
Paint = Callable[..., QImage]


@pytest.fixture
def delegate(themes: ThemeController, icons: Icons) -> ReleaseRowDelegate:
    return ReleaseRowDelegate(themes, icons, lambda: NOW)


@pytest.fixture
def paint(delegate: ReleaseRowDelegate, themes: ThemeController) -> Paint:
    """Return the picture of a row; None: of one that is still on its way."""

    def painted(
        summary: ReleaseSummary | None,
        *,
        state: QStyle.StateFlag = REST,
        direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight,
        px: int = 13,
    ) -> QImage:
        model = ReleaseListModel(lambda _ids, _then: None, lambda: NOW)
        if summary is None:
            model.set_ids([key(0)])
        else:
            model.show([summary])
        option = QStyleOptionViewItem()
        option.font = ui_font(px)
        size = QSize(WIDTH, delegate.sizeHint(option, model.index(0)).height())
        option.rect = QRect(0, 0, size.width(), size.height())
        option.state = state
        option.direction = direction
        image = QImage(size, QImage.Format.Format_RGB32)
        image.fill(themes.theme.colour("side"))
        painter = QPainter(image)
        delegate.paint(painter, option, model.index(0))
        painter.end()
        return image

    return painted


def ink(image: QImage, place: QRect) -> list[int]:
    """Return the columns of `place` that hold anything but its ground."""
    ground = image.pixel(place.left() - 4, place.top())
    return [
        x
        for x in range(place.left(), place.right())
        if any(image.pixel(x, y) != ground for y in range(place.top(), place.bottom()))
    ]


def has(image: QImage, place: QRect, colour: QColor) -> bool:
    return any(
        image.pixelColor(x, y) == colour
        for x in range(place.left(), place.right())
        for y in range(place.top(), place.bottom())
    )


def test_a_row_is_82_px_high_and_grows_with_the_text(paint: Paint) -> None:
    assert paint(row()).height() == 82
    assert paint(row(), px=20).height() == 22 + round(60 * 20 / 13)


def test_words_begin_at_the_left(paint: Paint) -> None:
    image = paint(row(headline="Ports", dateline_text="", opening="Ferries."))
    assert max(ink(image, HEADLINE)) < WIDTH / 2
    assert max(ink(image, LEDE)) < WIDTH / 2


@pytest.mark.parametrize("language", ["ar", "he", "fa"])
def test_a_release_written_right_to_left_begins_at_the_right(paint: Paint, language: str) -> None:
    image = paint(row(language=language, headline="ميناء", dateline_text="", opening="الرباط"))
    assert min(ink(image, HEADLINE)) > WIDTH / 2
    assert min(ink(image, LEDE)) > WIDTH / 2
    chip_and_date = ink(image, CHIP_LINE)
    assert min(chip_and_date) < 24  # which are the window's, not the text's
    assert max(chip_and_date) > WIDTH - 24


def test_a_right_to_left_window_is_mirrored_but_not_the_words(
    paint: Paint, themes: ThemeController
) -> None:
    chip = QColor(themes.theme.chip("draft").ground)
    left, right = QRect(20, 54, 100, 18), QRect(WIDTH - 120, 54, 100, 18)
    image = paint(row(headline="Ports", opening=""))
    mirrored = paint(row(headline="Ports", opening=""), direction=Qt.LayoutDirection.RightToLeft)
    assert (has(image, left, chip), has(image, right, chip)) == (True, False)
    assert (has(mirrored, left, chip), has(mirrored, right, chip)) == (False, True)
    assert max(ink(mirrored, HEADLINE)) < WIDTH / 2


@pytest.mark.parametrize(
    ("direction", "bar"),
    [(Qt.LayoutDirection.LeftToRight, 9), (Qt.LayoutDirection.RightToLeft, WIDTH - 10)],
)
def test_the_chosen_row_has_its_ground_and_a_bar(
    paint: Paint, themes: ThemeController, direction: Qt.LayoutDirection, bar: int
) -> None:
    image = paint(row(), state=REST | SELECTED, direction=direction)
    assert image.pixelColor(WIDTH // 2, 5) == themes.theme.colour("accent_soft")
    assert image.pixelColor(bar, 41) == themes.theme.colour("link")


def test_the_row_below_the_mouse_is_shown(paint: Paint, themes: ThemeController) -> None:
    assert paint(row(), state=REST | HOVER).pixelColor(150, 5) == themes.theme.colour("hover")
    assert paint(row()).pixelColor(150, 5) == themes.theme.colour("side")


def test_the_focus_is_a_ring(paint: Paint, themes: ThemeController) -> None:
    ring = themes.theme.colour("focus")
    assert paint(row(), state=REST | SELECTED | FOCUS).pixelColor(150, 2) == ring
    assert paint(row(), state=REST | SELECTED).pixelColor(150, 2) != ring


def test_long_words_are_cut_before_the_edge(paint: Paint) -> None:
    image = paint(row(headline="Ports " * 80, opening="ferries " * 80))
    assert ink(image, QRect(289, 12, 10, 40)) == []


def test_an_untitled_release_is_named_quietly(paint: Paint, themes: ThemeController) -> None:
    image = paint(row(headline=" ", dateline_text="", opening=""))
    assert has(image, HEADLINE, themes.theme.colour("text3"))
    assert not has(image, HEADLINE, themes.theme.colour("text"))
    assert has(image, LEDE, themes.theme.colour("text3"))


def test_a_star_stands_before_the_date(paint: Paint, themes: ThemeController) -> None:
    star = themes.theme.colour("warn")
    assert has(paint(row(starred=True)), CHIP_LINE, star)
    assert not has(paint(row()), CHIP_LINE, star)


def test_the_chip_has_the_colours_of_the_status(paint: Paint, themes: ThemeController) -> None:
    for state, kind in ((State.PUBLISHED, "published"), (State.KILLED, "withdrawn")):
        assert has(paint(row(state=state)), CHIP_LINE, QColor(themes.theme.chip(kind).ground))


def test_a_row_on_its_way_is_an_outline_without_words(
    paint: Paint, themes: ThemeController
) -> None:
    image = paint(None)
    colours = {image.pixelColor(x, 21).name() for x in range(40, 150)}
    assert colours == {themes.theme.colour("press").name()}
    assert image.height() == 82


def test_another_theme_is_painted_at_once(paint: Paint, themes: ThemeController) -> None:
    try:
        themes.choose(ThemeChoice.DARK)
        image = paint(row(starred=True), state=REST | SELECTED)
        assert image.pixelColor(150, 5) == themes.theme.colour("accent_soft")
        assert themes.theme.is_dark
        assert has(image, CHIP_LINE, themes.theme.colour("warn"))
    finally:
        themes.choose(ThemeChoice.LIGHT)


def test_a_release_without_an_id_in_the_list_is_asked_for(delegate: ReleaseRowDelegate) -> None:
    asked: list[ReleaseId] = []
    model = ReleaseListModel(lambda ids, _then: asked.extend(ids), lambda: NOW)
    model.set_ids([key(0)])
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, WIDTH, 82)
    image = QImage(WIDTH, 82, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    delegate.paint(painter, option, model.index(0))
    painter.end()
    assert asked == [key(0)]


@pytest.mark.parametrize(
    ("changes", "lede"),
    [
        ({}, "Rabat, 25 November – The ferries leave every half hour from today."),
        ({"dateline_text": ""}, "The ferries leave every half hour from today."),
        ({"opening": ""}, "Rabat, 25 November"),
        ({"opening": "", "abstract": " A new timetable. "}, "A new timetable."),
        ({"opening": "", "dateline_text": ""}, ""),
    ],
)
def test_the_lede_is_dateline_and_opening_or_the_next_best(
    changes: dict[str, str], lede: str
) -> None:
    assert lede_of(row(**changes)).text == lede
