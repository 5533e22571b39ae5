from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from newsdesk.domain.language import Direction
from newsdesk.rendering.page import BlockKind, Page, RenderedBlock, key_of
from newsdesk.ui.assets import Assets
from newsdesk.ui.preview.early_page import EarlyPage, begin_early
from newsdesk.ui.preview.preview_pane import PreviewPane
from newsdesk.ui.preview.shell import Layout, Look
from tests.ui.preview.conftest import Browser

LOOK = Look("#123456", "#654321", Layout.DESKTOP)


def saying(text: str) -> Page:
    html = f"<p>{text}</p>"
    block = RenderedBlock(key_of(html), 0, 0, html, BlockKind.BODY)
    return Page("en", Direction.LEFT_TO_RIGHT, text, (block,))


@pytest.fixture
def begin(assets: Assets) -> Callable[[str], EarlyPage]:
    return lambda text: begin_early(assets, LOOK, saying(text))


def said(browser: Browser) -> str:
    return browser.ask("document.body.innerText.trim()")


@pytest.mark.parametrize("is_late", [False, True])
def test_a_view_goes_on_with_what_was_begun(
    is_late: bool, pane: PreviewPane, begin: Callable[[str], EarlyPage], qtbot: QtBot
) -> None:
    early = begin("begun")
    if is_late:
        qtbot.waitUntil(lambda: early.page.has_loaded)
    pane.show_page(saying("begun"))
    with qtbot.waitSignal(pane.painted, timeout=20_000) as painted:
        pane.start(early)
    assert painted.args == [pane.last_patch]
    browser = Browser(pane, qtbot)
    assert browser.page is early.page
    assert said(browser) == "begun"
    browser.show(saying("patched"))
    assert said(browser) == "patched"
    assert browser.ask("getComputedStyle(document.documentElement).backgroundColor") != (
        "rgb(18, 52, 86)"
    )  # the look of now


@pytest.mark.parametrize("is_late", [False, True])
def test_another_release_is_loaded_in_its_place(
    is_late: bool, pane: PreviewPane, begin: Callable[[str], EarlyPage], qtbot: QtBot
) -> None:
    early = begin("begun")
    if is_late:
        qtbot.waitUntil(lambda: early.page.has_loaded)
    pane.start(early)
    browser = Browser(pane, qtbot)
    browser.show(saying("another"))
    assert said(browser) == "another"
