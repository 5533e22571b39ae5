import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.theme.theme_controller import ThemeController
from newsdesk.ui.widgets.tag_chip import TagChip
from newsdesk.ui.widgets.tool_tip import as_tool_tip


@pytest.fixture
def chip(qtbot: QtBot, icons: Icons) -> TagChip:
    chip = TagChip("ports", icons)
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    chip.show()
    return chip


@pytest.mark.parametrize(
    "key",
    [Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Space],
)
def test_a_key_asks_for_its_removal(chip: TagChip, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(chip.removal_requested):
        qtbot.keyClick(chip, key)


@pytest.mark.parametrize(
    ("direction", "x_of_cross"),
    [
        (Qt.LayoutDirection.LeftToRight, -8),
        (Qt.LayoutDirection.RightToLeft, 8),
    ],
)
def test_only_a_click_on_the_cross_does(
    chip: TagChip, qtbot: QtBot, direction: Qt.LayoutDirection, x_of_cross: int
) -> None:
    chip.setLayoutDirection(direction)
    cross = QPoint(x_of_cross % chip.width(), 10)
    text = QPoint(chip.width() - cross.x(), 10)
    with qtbot.assertNotEmitted(chip.removal_requested):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=text)
    with qtbot.waitSignal(chip.removal_requested):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=cross)


def test_one_that_stays_has_no_cross_and_no_focus(chip: TagChip, qtbot: QtBot) -> None:
    wide = chip.sizeHint().width()
    chip.set_removable(is_removable=False)
    assert chip.sizeHint().width() < wide
    assert chip.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert chip.accessibleName() == "ports"
    with qtbot.assertNotEmitted(chip.removal_requested):
        qtbot.keyClick(chip, Qt.Key.Key_Delete)


def test_its_name_says_what_its_button_does(chip: TagChip) -> None:
    assert chip.accessibleName() == "Remove ports"


def test_a_long_word_is_cut_and_shown_whole_as_a_tool_tip(qtbot: QtBot, icons: Icons) -> None:
    chip = TagChip("a word that is far too long for the column", icons)
    qtbot.addWidget(chip)
    assert chip.minimumSizeHint().width() <= 60
    assert chip.toolTip() == as_tool_tip(chip.text())
    chip.resize(80, 24)
    assert not chip.grab().isNull()


def test_a_colour_is_a_dot_before_the_word(
    icons: Icons, themes: ThemeController, qtbot: QtBot
) -> None:
    chip = TagChip("ports", icons)
    qtbot.addWidget(chip)
    before = chip.sizeHint().width()
    chip.set_colour("term_teal")
    assert chip.sizeHint().width() > before
    chip.resize(chip.sizeHint())
    wanted = themes.theme.colour("term_teal").rgb()
    picture = chip.grab().toImage()
    dot = {picture.pixel(x, chip.height() // 2) for x in range(24)}
    assert wanted in dot
    chip.set_colour("")
    assert chip.sizeHint().width() == before
