"""Pictures of the newsroom in the real page, and nothing else by the same way."""

from collections.abc import Callable

import pytest
from PySide6.QtWebEngineCore import QWebEngineUrlScheme
from pytestqt.qtbot import QtBot

from newsdesk.domain.errors import NewsdeskError, NotFoundError
from newsdesk.domain.language import Direction
from newsdesk.rendering.page import Page, RenderedBlock, key_of
from newsdesk.ui.preview.picture_scheme import register
from tests.pictures import photo
from tests.ui.preview.conftest import Browser

QUAY, GONE, DRAWING = "ab" * 32, "cd" * 32, "ef" * 32
SIZES = "[...document.images].map((one) => [one.naturalWidth, one.complete])"


def page(*htmls: str) -> Page:
    blocks = tuple(RenderedBlock(key_of(html), 0, 0, html) for html in htmls)
    return Page("en", Direction.LEFT_TO_RIGHT, "Pictures", blocks)


def image(address: str) -> str:
    return f'<p><img alt="A quay" src="newsdesk-media:{address}" width="60" height="40"></p>'


class Pictures:
    """What the page may have, and what it asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.kept = {QUAY: ("image/jpeg", photo()), DRAWING: ("image/svg+xml", b"<svg/>")}

    def fetch(
        self,
        sha256: str,
        then: Callable[[tuple[str, bytes]], None],
        otherwise: Callable[[NewsdeskError], None],
    ) -> None:
        self.asked.append(sha256)
        if sha256 in self.kept:
            then(self.kept[sha256])
        else:
            otherwise(NotFoundError("media", sha256))


@pytest.fixture
def pictures() -> Pictures:
    return Pictures()


def loaded(browser: Browser, qtbot: QtBot) -> list[int]:
    """Return the widths of the pictures on the page when all have come or failed."""
    qtbot.waitUntil(lambda: all(done for _width, done in browser.ask(SIZES)))
    return [width for width, _done in browser.ask(SIZES)]


def test_a_picture_is_shown_and_one_that_is_gone_is_not(
    browser: Browser, pictures: Pictures, qtbot: QtBot
) -> None:
    browser.pane.set_fetch(pictures.fetch)
    browser.show(page(image(QUAY), image(GONE)))
    assert loaded(browser, qtbot) == [60, 0]
    assert set(pictures.asked) == {QUAY, GONE}


def test_a_page_that_is_loaded_with_its_pictures_does_not_wait_for_them(
    browser: Browser, pictures: Pictures, qtbot: QtBot
) -> None:
    browser.load(page(image(QUAY), '<p>src="newsdesk-media:x" is text</p>'))
    assert browser.ask(SIZES) == [[0, False]]
    assert browser.ask("document.images[0].getBoundingClientRect().height") == 40
    browser.pane.set_fetch(pictures.fetch)  # the newsroom is open
    assert loaded(browser, qtbot) == [60]
    assert "is text</p>" in browser.main()


def test_only_kinds_of_pictures_that_are_known_are_shown(
    browser: Browser, pictures: Pictures, qtbot: QtBot
) -> None:
    browser.pane.set_fetch(pictures.fetch)
    browser.show(page(image(DRAWING)))
    assert loaded(browser, qtbot) == [0]


@pytest.mark.parametrize(
    "address",
    [
        "../../newsdesk.sqlite",
        "//../newsdesk.sqlite",
        f"//{QUAY}/../../x",
        f"//{QUAY}?x=1",
        f"//{QUAY}:80/",
        f"//user@{QUAY}x/",
        f"///{QUAY[:-1]}",
        f"//{QUAY}",
        QUAY[:-1],
        QUAY + "0",
        f"{QUAY}#x/../y",
        "//C:/Windows/win.ini",
        "",
    ],
)
def test_nothing_but_a_hash_names_a_picture(
    address: str, browser: Browser, pictures: Pictures, qtbot: QtBot
) -> None:
    browser.pane.set_fetch(pictures.fetch)
    browser.show(page(image(address)))
    assert loaded(browser, qtbot) == [0]
    assert pictures.asked == []


def test_what_is_no_picture_element_gets_none(browser: Browser, pictures: Pictures) -> None:
    browser.pane.set_fetch(pictures.fetch)
    address = f"newsdesk-media:{QUAY}"
    browser.show(
        page(
            f'<iframe src="{address}"></iframe>',
            f'<object data="{address}"></object><embed src="{address}">',
            f'<video src="{address}" autoplay></video><audio src="{address}" autoplay></audio>',
            f'<style>@import "{address}"; @font-face{{font-family:f;src:url({address})}}</style>'
            '<p style="font-family:f">f</p>',
            f'<script src="{address}"></script>',
            f'<svg><use href="{address}#a"/></svg>',
        )
    )
    browser.ask(f'fetch("{address}").catch(() => 0) && 0')
    browser.show(page("<p>Nothing.</p>"))
    assert pictures.asked == []


def test_a_page_that_goes_on_without_its_picture_is_no_fault(
    browser: Browser, pictures: Pictures, qtbot: QtBot
) -> None:
    late: list[Callable[[], None]] = []

    def fetch(
        sha256: str,
        then: Callable[[tuple[str, bytes]], None],
        _otherwise: Callable[[NewsdeskError], None],
    ) -> None:
        late.append(lambda: then(pictures.kept[sha256]))

    browser.pane.set_fetch(fetch)
    browser.show(page(image(QUAY)))
    qtbot.waitUntil(lambda: bool(late))
    browser.load(page("<p>Another page.</p>"))
    late[0]()
    browser.show(page("<p>Nothing.</p>"))


def test_the_scheme_is_made_known_once() -> None:
    register()
    register()
    scheme = QWebEngineUrlScheme.schemeByName(b"newsdesk-media")
    assert scheme.syntax() is QWebEngineUrlScheme.Syntax.Path
    assert scheme.name() == b"newsdesk-media"
