"""A preview in a real browser engine, without a screen."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from newsdesk.rendering.page import Page
from newsdesk.ui.assets import Assets
from newsdesk.ui.editor.editor_pane import EditorPane
from newsdesk.ui.preview import link_bar
from newsdesk.ui.preview.preview_pane import PreviewPane
from newsdesk.ui.session import ReleaseSession
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.theme.theme_controller import ThemeController
from tests.ui.preview.two_panes import TwoPanes


@pytest.fixture(autouse=True)
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What would be opened outside of the program; nothing is."""
    opened: list[str] = []

    class Services:
        @staticmethod
        def openUrl(url: QUrl) -> bool:  # noqa: N802 - Qt's name
            opened.append(url.toString())
            return True

    monkeypatch.setattr(link_bar, "QDesktopServices", Services)
    return opened


class Browser:
    """A preview pane, with what a test asks of it and of the page in it."""

    def __init__(self, pane: PreviewPane, qtbot: QtBot) -> None:
        self.pane = pane
        self._qtbot = qtbot

    @property
    def page(self) -> Any:
        assert self.pane._view is not None
        return self.pane._view.page()

    def show(self, page: Page) -> None:
        """Return when the page is on screen."""
        with self._qtbot.waitSignal(
            self.pane.painted,
            timeout=20_000,
            check_params_cb=lambda number: number == self.pane.last_patch,
        ):
            self.pane.show_page(page)

    def load(self, page: Page) -> None:
        """Return when the page, loaded with the shell, is on screen."""
        pane = self.pane
        pane._page, pane._number = page, pane._number + 1
        with self._qtbot.waitSignal(pane.painted, timeout=20_000):
            pane._begin()

    def ask(self, script: str, world: int = 1) -> Any:
        """Return the value of an expression in the page, by default in the world of the host."""
        answers: list[str] = []
        self.page.runJavaScript(f"JSON.stringify({script})", world, answers.append)
        self._qtbot.waitUntil(lambda: bool(answers))
        return json.loads(answers[0]) if answers[0] else None

    def main(self) -> str:
        return self.ask("document.querySelector('main').innerHTML")


@pytest.fixture
def pane(
    qtbot: QtBot, assets: Assets, themes: ThemeController, icons: Icons
) -> Iterator[PreviewPane]:
    """A pane on screen whose browser is not there yet."""
    pane = PreviewPane(assets, themes, icons)
    pane.resize(700, 500)
    qtbot.addWidget(pane)
    pane.show()
    qtbot.waitExposed(pane)
    yield pane
    if (view := pane._view) is not None:
        with qtbot.waitSignal(view.destroyed):
            pane.give_up()


@pytest.fixture
def browser(pane: PreviewPane, qtbot: QtBot) -> Browser:
    pane.start()
    return Browser(pane, qtbot)


@pytest.fixture
def panes(
    themes: ThemeController, icons: Icons, pane: PreviewPane, qtbot: QtBot
) -> Iterator[TwoPanes]:
    """A text and the preview of it in one window, the browser started."""
    window, session = QWidget(), ReleaseSession()
    editor = EditorPane(session, themes, icons)
    layout = QHBoxLayout(window)
    layout.addWidget(editor, 1)
    layout.addWidget(pane, 1)
    window.resize(1200, 700)
    qtbot.addWidget(window, before_close_func=lambda _window: pane.setParent(None))
    window.show()
    window.activateWindow()
    pane.start()
    yield TwoPanes(editor, pane, session, qtbot)
    pane.hide()
