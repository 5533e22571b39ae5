from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.buttons import (
    action_button,
    icon_button,
    link_button,
    primary_button,
    secondary_button,
    set_primary,
)


@pytest.mark.parametrize(
    ("made", "kind"),
    [(primary_button, "primary"), (secondary_button, "secondary"), (link_button, "link")],
)
def test_a_button_is_of_its_kind(
    qtbot: QtBot, made: Callable[[str], QPushButton], kind: str
) -> None:
    button = made("&Export…")
    qtbot.addWidget(button)
    assert (button.text(), button.property("kind")) == ("&Export…", kind)
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus


@pytest.mark.parametrize("made", [primary_button, secondary_button])
def test_a_control_is_32_high(
    qtbot: QtBot, icons: Icons, made: Callable[[str], QPushButton]
) -> None:
    button = made("Export")
    qtbot.addWidget(button)
    assert button.sizeHint().height() == 32


def test_the_focus_does_not_make_a_button_larger(qtbot: QtBot, icons: Icons) -> None:
    button = primary_button("Export")
    qtbot.addWidget(button)
    button.show()
    before = button.sizeHint()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    assert button.sizeHint() == before


def test_a_button_becomes_the_primary_one_and_looks_so(qtbot: QtBot, icons: Icons) -> None:
    button = secondary_button("Skip")
    qtbot.addWidget(button)
    button.show()
    before = button.grab().toImage()
    set_primary(button, is_primary=True)
    assert button.property("kind") == "primary"
    assert button.grab().toImage() != before
    set_primary(button, is_primary=False)
    assert button.grab().toImage() == before


def test_an_icon_says_in_words_what_it_does(qtbot: QtBot, icons: Icons) -> None:
    button = icon_button(icons, "search", "Search")
    qtbot.addWidget(button)
    assert not button.icon().isNull()
    assert (button.accessibleName(), button.toolTip()) == ("Search", "Search")
    assert (button.width(), button.height()) == (32, 32)


def test_an_icon_is_reached_and_pressed_by_keyboard(qtbot: QtBot, icons: Icons) -> None:
    button = icon_button(icons, "search", "Search")
    qtbot.addWidget(button)
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Space)


def test_a_button_of_an_action_does_and_says_what_it_does(qtbot: QtBot, icons: Icons) -> None:
    action = QAction(icons.icon("sidebar"), "Show the side&bar")
    action.setCheckable(True)
    button = action_button(action)
    qtbot.addWidget(button)
    assert (button.width(), button.height()) == (32, 32)
    assert button.accessibleName() == "Show the sidebar"
    button.click()
    assert action.isChecked()
    action.setEnabled(False)
    assert not button.isEnabled()
