import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from newsdesk.ui.preview.skeleton import PaperSkeleton
from newsdesk.ui.theme.theme_controller import ThemeController

CANVAS, PAPER = QColor("#123456"), QColor("#FFFFFF")


@pytest.fixture
def skeleton(qtbot: QtBot, themes: ThemeController) -> PaperSkeleton:
    skeleton = PaperSkeleton(CANVAS)
    skeleton.resize(500, 400)
    qtbot.addWidget(skeleton)
    skeleton.show()
    return skeleton


def shades(image: QImage, columns: range) -> int:
    """Return how many pixels of these columns are neither paper nor canvas."""
    return sum(
        image.pixelColor(x, y) not in (CANVAS, PAPER)
        for x in columns
        for y in range(60, image.height(), 3)
    )


def test_a_white_paper_lies_on_the_canvas(skeleton: PaperSkeleton) -> None:
    image = skeleton.grab().toImage()
    assert image.pixelColor(5, 200) == CANVAS
    assert image.pixelColor(495, 200) == CANVAS
    assert image.pixelColor(30, 200) == PAPER
    assert shades(image, range(60, 440)) > 1000


def test_the_lines_begin_where_the_language_does(skeleton: PaperSkeleton) -> None:
    width = skeleton.width() - 12
    left, right = range(62, 66), range(width - 66, width - 62)
    image = skeleton.grab().toImage()
    assert shades(image, left) > shades(image, right)
    skeleton.set_right_to_left(True)
    image = skeleton.grab().toImage()
    assert shades(image, left) < shades(image, right)


def test_a_sentence_takes_the_place_of_the_lines(skeleton: PaperSkeleton) -> None:
    skeleton.say("A sentence")
    assert shades(skeleton.grab().toImage(), range(60, 80)) == 0
    (label,) = skeleton.findChildren(QLabel)
    assert (label.text(), label.isVisible()) == ("A sentence", True)
    skeleton.say("")
    assert not label.isVisible()
    assert shades(skeleton.grab().toImage(), range(60, 80)) > 0


def test_the_button_asks_again(skeleton: PaperSkeleton, qtbot: QtBot) -> None:
    (button,) = skeleton.findChildren(QPushButton)
    assert not button.isVisible()
    skeleton.say("It stopped.", "Try again")
    assert (button.text(), button.isVisible()) == ("Try again", True)
    with qtbot.waitSignal(skeleton.asked_again):
        button.setFocus()
        qtbot.keyClick(button, Qt.Key.Key_Space)


@pytest.mark.parametrize("width", [1, 40, 264, 1600])
def test_it_is_drawn_at_any_width(width: int, skeleton: PaperSkeleton) -> None:
    skeleton.resize(width, 300)
    assert not skeleton.grab().isNull()


def test_the_canvas_may_change(skeleton: PaperSkeleton) -> None:
    skeleton.set_canvas(QColor("#FEDCBA"))
    assert skeleton.grab().toImage().pixelColor(5, 200) == QColor("#FEDCBA")
