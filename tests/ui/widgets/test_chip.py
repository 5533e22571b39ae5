from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible, QColor
from pytestqt.qtbot import QtBot

from newsdesk.services.preferences import ThemeChoice
from newsdesk.ui.theme.theme_controller import ThemeController
from newsdesk.ui.widgets.chip import Chip


@pytest.fixture
def chip(themes: ThemeController, qtbot: QtBot) -> Iterator[Chip]:
    chip = Chip(themes)
    chip.set_state("Published", "published")
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    yield chip
    themes.choose(ThemeChoice.LIGHT)


def ground(chip: Chip) -> QColor:
    """Return the colour left of the words."""
    image = chip.grab().toImage()
    return image.pixelColor(4, image.height() // 2)


def test_it_has_the_colours_of_its_kind(chip: Chip, themes: ThemeController) -> None:
    assert ground(chip) == QColor(themes.theme.chip("published").ground)
    chip.set_state("Draft", "draft")
    assert ground(chip) == QColor(themes.theme.chip("draft").ground)


def test_it_has_those_of_the_theme_that_is_shown(chip: Chip, themes: ThemeController) -> None:
    themes.choose(ThemeChoice.DARK)
    assert ground(chip) == QColor(themes.named("dark").chip("published").ground)


def test_it_is_as_wide_as_its_words(chip: Chip) -> None:
    wide = chip.sizeHint().width()
    chip.set_state("Draft", "draft")
    assert chip.sizeHint().width() < wide
    assert chip.minimumSizeHint() == chip.sizeHint()


@pytest.mark.parametrize("height", [18, 22])
def test_it_grows_with_the_texts(themes: ThemeController, qtbot: QtBot, height: int) -> None:
    chip = Chip(themes, height=height)
    chip.set_state("Published", "published")
    qtbot.addWidget(chip)
    before = chip.sizeHint()
    themes.choose(ThemeChoice.LIGHT, text_scale=1.5)
    after = chip.sizeHint()
    themes.choose(ThemeChoice.LIGHT)
    assert after.height() == round(height * 1.5)
    assert after.width() > before.width() * 1.3
    assert chip.sizeHint() == before


def test_screen_readers_read_its_words(chip: Chip) -> None:
    interface = QAccessible.queryAccessibleInterface(chip)
    assert interface is not None
    assert interface.role() is QAccessible.Role.StaticText
    assert interface.text(QAccessible.Text.Name) == "Published"


def test_its_words_are_no_markup(chip: Chip) -> None:
    chip.set_state("<b>Draft</b>", "draft")
    assert chip.text() == "<b>Draft</b>"
    interface = QAccessible.queryAccessibleInterface(chip)
    assert interface is not None
    assert interface.text(QAccessible.Text.Name) == "<b>Draft</b>"
