"""Which colours the whole window is drawn in."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette, QStyleHints
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from newsdesk.services.preferences import ThemeChoice
from newsdesk.ui.theme.fonts import UI_PX
from newsdesk.ui.theme.theme_controller import ThemeController


@pytest.fixture
def controller(themes: ThemeController) -> Iterator[ThemeController]:
    yield themes
    themes.choose(ThemeChoice.LIGHT)


class System:
    """The light or dark that a person chose for the whole machine."""

    def __init__(self, application: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
        self._application = application
        self._scheme = Qt.ColorScheme.Light
        monkeypatch.setattr(QStyleHints, "colorScheme", lambda _hints: self._scheme)

    def change(self, scheme: Qt.ColorScheme) -> None:
        self._scheme = scheme
        self._application.styleHints().colorSchemeChanged.emit(scheme)


@pytest.fixture
def system(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> System:
    return System(qapp, monkeypatch)


def test_a_choice_is_drawn_and_told(
    controller: ThemeController, qapp: QApplication, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(controller.theme_changed) as changed:
        controller.choose(ThemeChoice.DARK)
    assert changed.args == [controller.named("dark")]
    assert controller.theme.is_dark
    assert controller.choice is ThemeChoice.DARK
    assert qapp.palette().color(QPalette.ColorRole.Base) == controller.theme.colour("surface")


def test_the_style_sheet_has_the_colours_of_the_theme(
    controller: ThemeController, qapp: QApplication
) -> None:
    controller.choose(ThemeChoice.DARK)
    sheet = qapp.styleSheet()
    assert f"color: {controller.theme.colours['text']};" in sheet
    assert "check-dark.svg" in sheet
    assert re.findall(r"@\w+@", sheet) == []


def test_a_widget_that_is_shown_already_is_drawn_anew(
    controller: ThemeController, qtbot: QtBot
) -> None:
    label = QLabel("Saved")
    label.setProperty("role", "ok")
    qtbot.addWidget(label)
    label.show()
    controller.choose(ThemeChoice.DARK)
    shown = label.palette().color(QPalette.ColorRole.WindowText)
    assert shown == controller.named("dark").colour("ok")


def test_without_a_choice_it_is_as_the_system_has_it(
    controller: ThemeController, system: System, qtbot: QtBot
) -> None:
    controller.choose(ThemeChoice.SYSTEM)
    assert not controller.theme.is_dark
    with qtbot.waitSignal(controller.theme_changed):
        system.change(Qt.ColorScheme.Dark)
    assert controller.theme.is_dark
    with qtbot.waitSignal(controller.theme_changed):
        system.change(Qt.ColorScheme.Light)
    assert not controller.theme.is_dark


def test_a_choice_holds_whatever_the_system_does(
    controller: ThemeController, system: System, qtbot: QtBot
) -> None:
    controller.choose(ThemeChoice.LIGHT)
    with qtbot.assertNotEmitted(controller.theme_changed):
        system.change(Qt.ColorScheme.Dark)
    assert not controller.theme.is_dark


def test_a_system_that_says_nothing_new_is_not_drawn_again(
    controller: ThemeController, system: System, qtbot: QtBot
) -> None:
    controller.choose(ThemeChoice.SYSTEM)
    with qtbot.assertNotEmitted(controller.theme_changed):
        system.change(Qt.ColorScheme.Unknown)


@pytest.mark.parametrize("scale", [0.8, 1.5, 2.0])
def test_texts_grow_and_lines_do_not(
    controller: ThemeController, qapp: QApplication, scale: float
) -> None:
    before = qapp.styleSheet()
    controller.choose(ThemeChoice.LIGHT, text_scale=scale)
    after = qapp.styleSheet()
    assert controller.text_scale == scale
    assert qapp.font().pixelSize() == round(UI_PX * scale)
    assert f"font-size: {round(UI_PX * scale)}px" in after
    assert after.count("border: 1px solid") == before.count("border: 1px solid")
    controller.choose(ThemeChoice.LIGHT)
    assert qapp.styleSheet() == before


def test_both_themes_can_be_had_without_being_shown(controller: ThemeController) -> None:
    assert controller.named("dark").is_dark
    assert not controller.theme.is_dark
    assert controller.named("dark") is controller.named("dark")
