"""A row of action buttons that gives way."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton
from pytestqt.qtbot import QtBot

from newsdesk.ui.editor.toolbar import Toolbar
from newsdesk.ui.theme.icons import Icons

_REST = ["&Action 3", "-", "&Action 4", "&Action 5", "&Action 6"]


@pytest.fixture
def toolbar(icons: Icons, qtbot: QtBot) -> Toolbar:
    """Six buttons with a gap after the third."""
    toolbar = Toolbar(icons)
    qtbot.addWidget(toolbar)
    actions = [QAction(f"&Action {number}", toolbar) for number in range(1, 7)]
    toolbar.set_actions([*actions[:3], None, *actions[3:]])
    toolbar.show()
    return toolbar


def shown(toolbar: Toolbar) -> list[str]:
    buttons = toolbar.findChildren(QToolButton)
    return [button.accessibleName() for button in buttons if not button.isHidden()]


def in_menu(toolbar: Toolbar) -> list[str]:
    actions = toolbar.findChild(QMenu).actions()
    return ["-" if action.isSeparator() else action.text() for action in actions]


def test_all_buttons_are_shown_where_there_is_room(toolbar: Toolbar) -> None:
    toolbar.resize(toolbar.sizeHint())
    assert sorted(shown(toolbar)) == [f"Action {number}" for number in range(1, 7)]
    assert in_menu(toolbar) == []


@pytest.mark.parametrize(
    ("width", "buttons", "menu"),
    [
        (180, 4, ["&Action 5", "&Action 6"]),
        (150, 3, ["&Action 4", "&Action 5", "&Action 6"]),
        (110, 2, _REST),
        (
            32,
            0,
            ["&Action 1", "&Action 2", *_REST],
        ),
    ],
)
def test_what_there_is_no_room_for_is_in_a_menu(
    toolbar: Toolbar, width: int, buttons: int, menu: list[str]
) -> None:
    toolbar.resize(width, 32)
    expected = [*(f"Action {number}" for number in range(1, buttons + 1)), "More"]
    assert sorted(shown(toolbar)) == expected
    assert in_menu(toolbar) == menu
    toolbar.resize(toolbar.sizeHint())
    assert in_menu(toolbar) == []


def test_rarer_ones_are_always_in_the_menu(icons: Icons, qtbot: QtBot) -> None:
    toolbar = Toolbar(icons)
    qtbot.addWidget(toolbar)
    actions = [QAction(f"&Action {number}", toolbar) for number in range(1, 4)]
    rarer = [QAction("&Rare", toolbar), None, QAction("Rarer &still", toolbar)]
    toolbar.set_actions(actions, rarer)
    toolbar.show()
    toolbar.resize(toolbar.sizeHint())
    assert len(shown(toolbar)) == len(actions) + 1
    assert in_menu(toolbar) == ["&Rare", "-", "Rarer &still"]
    toolbar.resize(70, 32)
    assert in_menu(toolbar) == [
        "&Action 2", "&Action 3", "-", "&Rare", "-", "Rarer &still",
    ]  # fmt: skip


def test_a_click_does_the_action_and_takes_no_keyboard(toolbar: Toolbar, qtbot: QtBot) -> None:
    button = toolbar.findChildren(QToolButton)[1]
    action = button.defaultAction()
    with qtbot.waitSignal(action.triggered):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.focusPolicy() == Qt.FocusPolicy.TabFocus


def test_a_button_is_possible_when_its_action_is(toolbar: Toolbar) -> None:
    button = toolbar.findChildren(QToolButton)[1]
    button.defaultAction().setEnabled(False)
    assert not button.isEnabled()


def test_tab_goes_through_the_buttons_in_their_order(toolbar: Toolbar, qtbot: QtBot) -> None:
    toolbar.resize(110, 32)
    qtbot.waitExposed(toolbar)
    toolbar.activateWindow()
    buttons = {button.accessibleName(): button for button in toolbar.findChildren(QToolButton)}
    buttons["Action 1"].setFocus()
    qtbot.waitUntil(buttons["Action 1"].hasFocus)
    for name in ("Action 2", "More"):
        qtbot.keyClick(toolbar.window().focusWidget(), Qt.Key.Key_Tab)
        assert buttons[name].hasFocus()


def test_some_give_way_before_those_behind_them(icons: Icons, qtbot: QtBot) -> None:
    toolbar = Toolbar(icons)
    qtbot.addWidget(toolbar)
    actions = [QAction(f"&Action {number}", toolbar) for number in range(1, 7)]
    toolbar.set_actions([*actions[:3], None, *actions[3:]], giving_way={actions[1], actions[3]})
    toolbar.show()
    for width, expected in (
        (180, [1, 3, 5, 6]),
        (150, [1, 3, 5]),
    ):
        toolbar.resize(width, 32)
        names = [f"Action {number}" for number in expected]
        assert sorted(shown(toolbar)) == [*names, "More"]


def test_a_gap_divides_what_is_shown(icons: Icons, qtbot: QtBot) -> None:
    toolbar = Toolbar(icons)
    qtbot.addWidget(toolbar)
    one, other, third = (QAction(name, toolbar) for name in ("One", "Other", "Third"))
    toolbar.set_actions([one, None, other, third], giving_way={other, third})
    toolbar.show()
    gap = toolbar._buttons[1]
    toolbar.resize(toolbar.sizeHint())
    assert not gap.isHidden()
    toolbar.resize(70, 32)
    assert gap.isHidden()
    assert in_menu(toolbar) == ["Other", "Third"]
