from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from newsdesk.domain.language import Direction
from newsdesk.rendering.page import BlockKind, Page, RenderedBlock, key_of
from newsdesk.ui.assets import Assets
from newsdesk.ui.preview.early_page import EarlyPage
from newsdesk.ui.preview.native_room import NativeRoom
from newsdesk.ui.preview.preview_page import HOST_WORLD
from newsdesk.ui.preview.preview_pane import PreviewPane
from newsdesk.ui.preview.shell import Layout, Look, shell_html
from newsdesk.ui.theme.theme_controller import ThemeController
from tests.ui.preview.conftest import Browser

PLACE = QRect(40, 60, 500, 300)

Begin = Callable[..., EarlyPage]


def saying(text: str) -> Page:
    html = f"<p>{text}</p>"
    block = RenderedBlock(key_of(html), 0, 0, html, BlockKind.BODY)
    return Page("en", Direction.LEFT_TO_RIGHT, text, (block,))


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window that is seen, and has nothing in it yet."""
    window = QWidget()
    window.resize(800, 500)
    QVBoxLayout(window).setContentsMargins(0, 0, 0, 0)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    return window


@pytest.fixture
def begin(assets: Assets, themes: ThemeController, window: QWidget) -> Begin:
    """Begin with a page as it was kept, its look that of the pane."""

    def begin(text: str = "begun", **changes: Any) -> EarlyPage:
        look = Look.of(themes.theme, Layout.DESKTOP)
        kept = {
            "place": [PLACE.x(), PLACE.y(), PLACE.width(), PLACE.height()],
            "html": shell_html(assets.release_css, look, saying(text)),
            "canvas": look.canvas,
            "zoom": 1.0,
        }
        return EarlyPage(kept | changes, assets.preview_js, window)

    return begin


def said(browser: Browser) -> str:
    return browser.ask("document.body.innerText.trim()")


def put(pane: PreviewPane, window: QWidget) -> None:
    layout = window.layout()
    assert layout is not None
    layout.addWidget(pane)
    pane.show()


def test_it_comes_to_its_place_once_it_is_painted(begin: Begin, qtbot: QtBot) -> None:
    early = begin()
    assert early.room.isVisible()  # or it would paint nothing
    assert not early.room.geometry().intersects(QRect(0, 0, 800, 500))
    with qtbot.waitSignal(early.painted, timeout=20_000):
        pass
    assert early.room.geometry() == PLACE
    early.give_up()


@pytest.mark.parametrize("is_painted", [False, True])
def test_the_preview_goes_on_with_it(
    is_painted: bool, pane: PreviewPane, window: QWidget, begin: Begin, qtbot: QtBot
) -> None:
    early = begin()
    if is_painted:
        with qtbot.waitSignal(early.painted, timeout=20_000):
            pass
    put(pane, window)
    pane.show_page(saying("begun"))
    view = early.view
    with qtbot.waitSignal(pane.painted, timeout=20_000) as painted:
        pane.start(early)
        assert early.room.parentWidget() is pane._stage
        # what is seen stays; what is not stays covered until it is
        assert pane._stage.skeleton.isVisible() is not is_painted
    assert painted.args == [pane.last_patch]
    browser = Browser(pane, qtbot)
    assert pane._view is view
    assert view.mapTo(pane._stage, QPoint()) == QPoint()
    assert said(browser) == "begun"
    browser.show(saying("patched"))
    assert said(browser) == "patched"


def test_what_is_there_is_not_loaded_again(
    pane: PreviewPane, window: QWidget, begin: Begin, qtbot: QtBot
) -> None:
    early = begin()
    with qtbot.waitSignal(early.painted, timeout=20_000):
        pass
    early.view.page().runJavaScript("document.body.kept = true", HOST_WORLD)
    put(pane, window)
    pane.show_page(saying("begun"))
    with qtbot.waitSignal(pane.painted, timeout=20_000):
        pane.start(early)
    browser = Browser(pane, qtbot)
    browser.show(saying("patched"))
    assert browser.ask("document.body.kept") is True


@pytest.mark.parametrize("is_painted", [False, True])
def test_another_page_is_loaded_in_its_place(
    is_painted: bool, pane: PreviewPane, window: QWidget, begin: Begin, qtbot: QtBot
) -> None:
    early = begin("of yesterday")
    if is_painted:
        with qtbot.waitSignal(early.painted, timeout=20_000):
            pass
    put(pane, window)
    pane.show_page(saying("of today"))
    pane.start(early)
    assert pane._stage.skeleton.isVisible()
    browser = Browser(pane, qtbot)
    browser.show(saying("of today, later"))
    assert said(browser) == "of today, later"


def test_a_page_that_is_not_wanted_is_gone_from_sight(begin: Begin, qtbot: QtBot) -> None:
    early = begin()
    view = early.view
    with qtbot.waitSignal(view.destroyed):
        early.give_up()
        assert not view.isVisible()


@pytest.mark.parametrize(
    "damage", [{"place": 7}, {"place": [1, 2]}, {"zoom": "wide"}, {"zoom": None}], ids=str
)
def test_a_damaged_one_is_none(damage: dict[str, Any], begin: Begin, window: QWidget) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        begin(**damage)
    assert window.findChild(NativeRoom) is None
