from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from newsdesk.domain.provenance import Confidence, FindingKind
from newsdesk.ui.dialogs.mark_margin import Label, MarkMargin, labels
from newsdesk.ui.theme.theme_controller import ThemeController
from tests.ui.dialogs.marks import laid_out, seen_lines, shown

CONTACT = Label(shown(FindingKind.CONTACT, (0, 0), (1, 3)), "Contact", 10, 60)
DOUBT = Label(
    shown(FindingKind.EMBARGO, (3, 0), (3, 3), confidence=Confidence.LOW), "Embargo ?", 80, 160
)


@pytest.fixture
def margin(themes: ThemeController, qtbot: QtBot) -> Iterator[MarkMargin]:
    host = QWidget()
    qtbot.addWidget(host)
    margin = MarkMargin(themes, host)
    margin.resize(100, 200)
    host.show()
    yield margin
    host.close()


def bar(margin: MarkMargin, top: int, bottom: int, colour: str) -> set[bool]:
    """Return whether the bar beside the text is painted from `top` to `bottom`, and not painted."""
    image = margin.grab().toImage()
    x = 2 if margin.isRightToLeft() else margin.width() - 3
    pixels = (image.pixelColor(x, y).name().upper() for y in range(top, bottom))
    return {pixel == colour for pixel in pixels}


def test_a_bar_goes_along_a_mark_and_is_broken_along_a_doubtful_one(
    margin: MarkMargin, themes: ThemeController
) -> None:
    margin.set_labels([CONTACT, DOUBT])
    theme = themes.theme
    assert bar(margin, 12, 58, theme.mark("contact").text) == {True}
    assert bar(margin, 82, 158, theme.mark("embargo").text) == {True, False}
    assert bar(margin, 62, 78, theme.mark("contact").text) == {False}


def test_the_bar_is_on_the_side_of_the_text(margin: MarkMargin, themes: ThemeController) -> None:
    margin.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    margin.set_labels([CONTACT])
    assert bar(margin, 12, 58, themes.theme.mark("contact").text) == {True}


def test_it_is_as_wide_as_its_words_up_to_a_limit(margin: MarkMargin) -> None:
    short, long = margin.width_for(["Tags"], 500), margin.width_for(["Notes to editors"], 500)
    assert short < long < 500
    assert margin.width_for(["Notes to editors"], 60) == 60


def test_each_mark_in_sight_has_its_words_from_its_first_line_to_its_last(
    qapp: QApplication,
) -> None:
    lines = ("Crews are ready", "They said “we are”.", "Contact", "Dana Whitlock", "The end")
    document = laid_out(lines, 400)
    seen = seen_lines(document, lines, 400)
    quote = shown(FindingKind.QUOTE, (1, 10), (1, 18))
    contact = shown(FindingKind.CONTACT, (2, 0), (3, 13))
    doubt = shown(FindingKind.EMBARGO, (4, 0), (4, 7), confidence=Confidence.LOW)
    found = labels([doubt, contact, quote], seen[:4])  # the last line is out of sight
    assert [(one.text, one.has_bar) for one in found] == [("Quote", False), ("Contact", True)]
    assert (found[1].top, found[1].bottom) == (seen[2].room.top(), seen[3].room.bottom())
    (below,) = labels([doubt], seen)
    assert below.text == "Embargo ?"


def test_of_what_begins_above_the_window_the_words_stand_at_its_top(qapp: QApplication) -> None:
    lines = ("Contact", "Dana Whitlock")
    document = laid_out(lines, 400)
    seen = [
        replace(one, corner=one.corner - QPointF(0, 9)) for one in seen_lines(document, lines, 400)
    ]
    (found,) = labels([shown(FindingKind.CONTACT, (0, 0), (1, 13))], seen)
    assert found.top == 0
