"""Icons in the theme's colours, and nothing left of those whose widgets are gone."""

import gc
import os
import subprocess
import sys
import weakref
from collections.abc import Iterator
from itertools import product

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from newsdesk.ui.assets import Assets
from newsdesk.ui.theme.icons import NAMES, PX, Icons
from newsdesk.ui.theme.theme import Theme
from newsdesk.ui.widgets.buttons import icon_button

LARGE = 64  # px: here lines are wider than a pixel
LEAVE_EARLY = """
from pathlib import Path
import sys
from PySide6.QtWidgets import QApplication, QWidget
from newsdesk.app import load_assets
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.theme.theme import Theme
from newsdesk.ui.widgets.buttons import icon_button
from newsdesk.ui.widgets.notice_bar import NoticeBar

application = QApplication([])
themes = [Theme.from_toml(text) for text in load_assets().themes.values()]
icons = Icons(themes[0], {}, 1.0)
window = QWidget()
buttons = [icon_button(icons, "search", "Search", parent=window) for _ in range(50)]
bar = NoticeBar(icons, window)
loose = icon_button(icons, "search", "Search")
window.show()
for theme in themes:
    icons.set_theme(theme)
print("left")
"""


@pytest.fixture
def light(assets: Assets) -> Theme:
    return Theme.from_toml(assets.themes["light"])


@pytest.fixture
def dark(assets: Assets) -> Theme:
    return Theme.from_toml(assets.themes["dark"])


def pixels(image: QImage) -> Iterator[QColor]:
    places = product(range(image.width()), range(image.height()))
    return (image.pixelColor(x, y) for x, y in places)


def tint(icon: QIcon, mode: QIcon.Mode, state: QIcon.State = QIcon.State.Off) -> str:
    """Return the one colour that an icon is drawn with where its lines are whole."""
    image = icon.pixmap(LARGE, mode, state).toImage()
    (colour,) = {pixel.name() for pixel in pixels(image) if pixel.alpha() == 255}
    return colour.upper()


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_is_drawn(icons: Icons, name: str) -> None:
    assert max(pixel.alpha() for pixel in pixels(icons.pixmap(name).toImage())) > 64


def test_an_icon_has_the_colour_it_was_asked_for(icons: Icons, light: Theme) -> None:
    icon = icons.icon("trash", "bad", LARGE)
    assert tint(icon, QIcon.Mode.Normal) == light.colours["bad"]
    assert tint(icon, QIcon.Mode.Disabled) == light.colours["line2"]


def test_a_switch_has_another_colour_while_it_is_on(icons: Icons, light: Theme) -> None:
    icon = icons.icon("star", px=LARGE, checked="link")
    assert tint(icon, QIcon.Mode.Normal, QIcon.State.On) == light.colours["link"]
    assert tint(icon, QIcon.Mode.Normal) == light.colours["text2"]
    assert tint(icon, QIcon.Mode.Disabled, QIcon.State.On) == light.colours["line2"]


def test_pictures_are_as_sharp_as_the_screen(light: Theme, qtbot: QtBot) -> None:
    icons = Icons(light, {}, 2.0)
    icons.load()
    pixmap = icons.pixmap("search")
    assert pixmap.width() == 2 * PX
    assert pixmap.deviceIndependentSize().width() == PX


def test_before_drawing_is_loaded_kept_pictures_are_shown_and_others_are_empty(
    light: Theme, qtbot: QtBot
) -> None:
    earlier = Icons(light, {}, 1.0)
    earlier.load()
    earlier.pixmap("search")
    assert earlier.is_grown
    icons = Icons(light, dict(earlier.pictures), 1.0)
    assert not icons.pixmap("search").isNull()
    assert icons.pixmap("trash").isNull()
    assert icons.icon("trash").isNull()
    assert not icons.is_grown


def test_what_was_empty_is_drawn_once_that_is_loaded(light: Theme, qtbot: QtBot) -> None:
    icons = Icons(light, {}, 1.0)
    button = icon_button(icons, "search", "Search")
    qtbot.addWidget(button)
    assert button.icon().isNull()
    with qtbot.waitSignal(icons.icons_changed):
        icons.load()
    assert not button.icon().isNull()
    with qtbot.assertNotEmitted(icons.icons_changed):
        icons.load()


def test_a_theme_draws_what_is_shown_anew(light: Theme, dark: Theme, qtbot: QtBot) -> None:
    icons = Icons(light, {}, 1.0)
    icons.load()
    button = icon_button(icons, "search", "Search", px=LARGE)
    qtbot.addWidget(button)
    with qtbot.waitSignal(icons.icons_changed):
        icons.set_theme(dark)
    assert icons.is_dark
    assert tint(button.icon(), QIcon.Mode.Normal) == dark.colours["text2"]


def test_the_last_way_of_showing_is_the_one_that_counts(light: Theme, qtbot: QtBot) -> None:
    icons, owner, shown = Icons(light, {}, 1.0), QObject(), []
    icons.bind(owner, lambda: shown.append("first"))
    icons.bind(owner, lambda: shown.append("second"))
    icons.set_theme(light)
    assert shown == ["first", "second", "second"]


def test_a_deleted_widget_is_left_alone(light: Theme, dark: Theme, qtbot: QtBot) -> None:
    icons, shown = Icons(light, {}, 1.0), []
    label = QLabel()
    icons.bind(label, lambda: (label.clear(), shown.append("shown")))
    with qtbot.waitSignal(label.destroyed):
        label.deleteLater()
    icons.set_theme(dark)
    assert shown == ["shown"]


def test_a_widget_may_go_while_another_is_drawn_anew(
    light: Theme, dark: Theme, qtbot: QtBot
) -> None:
    icons, window, shown = Icons(light, {}, 1.0), QWidget(), []
    qtbot.addWidget(window)
    row = [QWidget(window) for _ in range(3)]

    def end_the_others() -> None:
        if icons.is_dark:
            for widget in row[1:]:
                widget.setParent(None)
            row[1:] = []
            gc.collect()

    icons.bind(row[0], end_the_others)
    for number in (1, 2):
        icons.bind(row[number], lambda: shown.append("shown"))
    icons.set_theme(dark)
    assert shown == ["shown", "shown"]  # when they were bound, and not again


def test_icons_keep_no_widget_alive(light: Theme, qtbot: QtBot) -> None:
    icons = Icons(light, {}, 1.0)
    button = icon_button(icons, "search", "Search")
    alive = weakref.ref(button)
    del button
    gc.collect()
    assert alive() is None


def test_the_program_ends_quietly_with_icons_on_the_screen() -> None:
    run = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", LEAVE_EARLY],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert (run.returncode, run.stdout, run.stderr) == (0, "left\n", "")
