"""The actions most used, one click away, in windows of any width."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from newsdesk.services.preferences import ThemeChoice, View
from newsdesk.ui.actions.registry import ACTIONS, ActionRegistry
from newsdesk.ui.actions.spec import Situation
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.theme.theme_controller import ThemeController
from newsdesk.ui.top_bar import HEIGHT, TopBar
from newsdesk.ui.widgets.segmented import SegmentedControl
from tests.ui.releases import release

DRAFT = Situation(
    release=release(), selected=1, total=1, is_writable=True, is_editable=True, can_undo=True
)


class Given:
    """The commands that were given."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def __getattr__(self, group: str) -> Any:
        return _Group(group, self.names)


class _Group:
    """One group of commands, which has every command."""

    def __init__(self, name: str, given: list[str]) -> None:
        self._name = name
        self._given = given

    def __getattr__(self, name: str) -> Any:
        return lambda *_: self._given.append(f"{self._name}.{name}")


@pytest.fixture
def given() -> Given:
    return Given()


@pytest.fixture
def actions(given: Any, icons: Icons) -> ActionRegistry:
    actions = ActionRegistry(given, icons)
    actions.update(DRAFT)
    return actions


@pytest.fixture
def bar(
    actions: ActionRegistry, icons: Icons, themes: ThemeController, qtbot: QtBot
) -> Iterator[TopBar]:
    window = QWidget()
    qtbot.addWidget(window)
    bar = TopBar(actions, icons, window)
    window.show()
    made_wide(bar, 1_440)
    yield bar
    themes.choose(ThemeChoice.LIGHT)


def made_wide(bar: TopBar, width: int) -> None:
    bar.set_width(width)
    bar.resize(width, HEIGHT)


def button(bar: TopBar, name: str) -> QAbstractButton:
    return next(one for one in bar.findChildren(QAbstractButton) if one.accessibleName() == name)


def words(bar: TopBar) -> list[str]:
    buttons = [one for one in bar.findChildren(QPushButton) if one.parent() is bar]
    return [one.text().strip() for one in buttons if one.text()]


@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("New release", "releases.new"),
        ("Import", "exchange.choose_files"),
        ("Publish", "releases.publish"),
        ("Export", "exchange.export_open"),
        ("Undo", "writing.undo"),
        ("History", "history.show"),
        ("Switch to light or dark", "layout.toggle_theme"),
        ("Library", "layout.toggle_library"),
        ("Inspector", "layout.toggle_inspector"),
    ],
)
def test_a_button_does_what_it_says(
    bar: TopBar, given: Given, qtbot: QtBot, name: str, command: str
) -> None:
    qtbot.mouseClick(button(bar, name), Qt.MouseButton.LeftButton)
    assert given.names == [command]


def test_what_is_not_possible_cannot_be_pressed(
    bar: TopBar, actions: ActionRegistry, given: Given, qtbot: QtBot
) -> None:
    assert not button(bar, "Redo").isEnabled()
    actions.update(Situation())
    for name in ("New release", "Import", "Publish", "Export", "Undo"):
        assert not button(bar, name).isEnabled(), name
        qtbot.mouseClick(button(bar, name), Qt.MouseButton.LeftButton)
    assert given.names == []


def test_every_button_has_a_name_a_tool_tip_and_is_reached_by_tab(bar: TopBar) -> None:
    buttons = [one for one in bar.findChildren(QAbstractButton) if one.parent() is bar]
    assert len(buttons) >= 10
    for one in buttons:
        assert one.accessibleName()
        assert one.toolTip()
        assert one.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_the_menu_holds_every_action(bar: TopBar) -> None:
    menu = next(one for one in bar.findChildren(QToolButton) if one.menu()).menu()
    held = {one.objectName() for part in menu.actions() for one in part.menu().actions()}
    assert {spec.id for spec in ACTIONS} <= held


def test_no_action_has_the_key_that_opens_the_menu(bar: TopBar) -> None:
    key = button(bar, "Menu").shortcut().toString()
    assert key
    assert key not in {spec.shortcut for spec in ACTIONS}


# Views ----------------------------------------------------------------------------------------


def test_choosing_a_view_says_which(bar: TopBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.view_edited) as edited:
        qtbot.mouseClick(button(bar, "View: Preview"), Qt.MouseButton.LeftButton)
    assert edited.args == [View.PREVIEW]


@pytest.mark.parametrize("view", View)
def test_showing_a_view_is_not_an_edit(bar: TopBar, qtbot: QtBot, view: View) -> None:
    with qtbot.assertNotEmitted(bar.view_edited):
        bar.set_view(view)
    switch = bar.findChild(SegmentedControl)
    assert switch is not None
    assert switch.choice() == view


# Width ----------------------------------------------------------------------------------------


def test_where_there_is_room_buttons_have_words(bar: TopBar) -> None:
    assert words(bar) == ["New release", "Import", "Publish", "Export"]


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("width", [1_440, 1_024, 900, 800])
def test_nothing_is_cut_off_at_any_width(
    bar: TopBar, themes: ThemeController, qtbot: QtBot, width: int, scale: float
) -> None:
    themes.choose(ThemeChoice.LIGHT, text_scale=scale)
    made_wide(bar, width)
    assert bar.minimumSizeHint().width() <= width
    shown = [one for one in bar.findChildren(QAbstractButton) if one.isVisible()]
    qtbot.waitUntil(lambda: max(one.geometry().right() for one in shown) < width)
    assert all(one.accessibleName() for one in shown)


def test_in_a_narrow_window_words_go_one_after_the_other(bar: TopBar) -> None:
    made_wide(bar, 1_024)
    assert words(bar) == ["New release"]
    made_wide(bar, 700)
    assert words(bar) == []
    made_wide(bar, 1_440)
    assert words(bar) == ["New release", "Import", "Publish", "Export"]


def test_larger_texts_need_more_room(bar: TopBar, themes: ThemeController) -> None:
    made_wide(bar, 1_150)
    assert "Import" in words(bar)
    themes.choose(ThemeChoice.LIGHT, text_scale=1.5)
    assert "Import" not in words(bar)
    themes.choose(ThemeChoice.LIGHT)
    assert "Import" in words(bar)
