"""A piece of a source, cut after a few lines."""

import pytest
from PySide6.QtGui import QColor, QImage, QPalette
from pytestqt.qtbot import QtBot

from newsdesk.ui.dialogs.source_text import SourceText
from newsdesk.ui.theme.theme_controller import ThemeController

LONG = " ".join(["harbour"] * 60)


def shown(text: str, qtbot: QtBot, width: int = 300, **how: int) -> SourceText:
    widget = SourceText(text, **how)
    qtbot.addWidget(widget)
    widget.resize(width, widget.heightForWidth(width))
    widget.show()
    return widget


def inked_columns(widget: SourceText) -> list[int]:
    """Return where there is any ink, in pixels from the left."""
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, QColor("white"))
    palette.setColor(QPalette.ColorRole.WindowText, QColor("black"))
    widget.setStyleSheet("")
    widget.setPalette(palette)
    image: QImage = widget.grab().toImage()
    ground = image.pixelColor(image.width() // 2, image.height() - 1)
    return [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y) != ground for y in range(0, image.height(), 2))
    ]


def test_a_short_text_takes_the_room_it_needs(themes: ThemeController, qtbot: QtBot) -> None:
    one = shown("One line", qtbot)
    two = shown("One line\nand another", qtbot)
    assert not one.is_cut
    assert two.height() == pytest.approx(2 * one.height(), abs=2)


def test_a_long_text_is_cut_until_all_of_it_is_wanted(
    themes: ThemeController, qtbot: QtBot
) -> None:
    widget = shown(LONG, qtbot)
    one = shown("One line", qtbot)
    assert widget.is_cut
    assert widget.heightForWidth(300) == pytest.approx(3 * one.height(), abs=3)
    widget.set_whole(True)
    assert widget.is_whole
    assert widget.heightForWidth(300) > 5 * one.height()
    widget.set_whole(False)
    assert widget.heightForWidth(300) == pytest.approx(3 * one.height(), abs=3)


def test_it_may_be_cut_after_more_lines(themes: ThemeController, qtbot: QtBot) -> None:
    assert shown(LONG, qtbot, lines=6).height() > shown(LONG, qtbot).height() * 1.8


def test_it_says_when_there_is_room_for_all_of_it(themes: ThemeController, qtbot: QtBot) -> None:
    widget = shown(LONG, qtbot)
    with qtbot.waitSignal(widget.cut_changed) as changed:
        widget.resize(3000, 60)
    assert changed.args == [False]
    with qtbot.waitSignal(widget.cut_changed) as changed:
        widget.resize(300, 60)
    assert changed.args == [True]


@pytest.mark.parametrize("rest", ["", "\n".join(["", *["سطر"] * 5])], ids=["whole", "cut"])
def test_arabic_stands_at_the_right_and_english_at_the_left(
    rest: str, themes: ThemeController, qtbot: QtBot
) -> None:
    arabic = inked_columns(shown(f"مكتب{rest}", qtbot))
    english = inked_columns(shown("Office" + rest.replace("سطر", "line"), qtbot))
    assert min(arabic) > 150
    assert max(english) < 150


def test_a_number_before_arabic_does_not_turn_it(themes: ThemeController, qtbot: QtBot) -> None:
    assert min(inked_columns(shown("150 مكتب", qtbot))) > 150


def test_a_very_long_text_does_not_hold_the_window_up(
    themes: ThemeController, qtbot: QtBot
) -> None:
    widget = shown("word " * 400_000, qtbot)
    assert widget.is_cut
    assert len(widget.accessibleName()) <= 20_000
