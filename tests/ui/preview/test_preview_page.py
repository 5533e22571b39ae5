"""Hostile content in the real page: nothing runs, nobody is asked, whichever layer is missing."""

import logging
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtWebEngineCore import QWebEngineSettings, QWebEngineUrlRequestInterceptor
from pytestqt.qtbot import QtBot

from newsdesk.domain.language import Direction
from newsdesk.domain.picture_marks import markdown_of
from newsdesk.domain.release import Standing
from newsdesk.rendering.markdown import BlockRenderer
from newsdesk.rendering.page import BlockKind, Page, RenderedBlock, key_of
from newsdesk.rendering.release import render_release
from newsdesk.ui.preview import preview_page, shell, web_preview
from newsdesk.ui.preview.preview_page import PreviewPage
from tests.exporting.sample import ENGLISH, HARBOUR_UNION
from tests.rendering.test_pictures import StoredFile
from tests.ui.preview.conftest import Browser
from tests.ui.preview.hostile_html import HOSTILE, PAGE, RUN

LISTENER = Path(__file__).with_name("listener.py")
PRESS_ALL = """
[...document.querySelectorAll("main :is(a, area, button, input, summary, p)")].forEach((one) =>
  one.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true })))
"""


@dataclass(frozen=True)
class Listener:
    address: str
    log: Path

    def heard(self) -> list[str]:
        return self.log.read_text("utf-8").splitlines() if self.log.exists() else []


@pytest.fixture
def listener(tmp_path: Path) -> Iterator[Listener]:
    """A server in another process: in this one the tests allow no socket."""
    log = tmp_path / "heard.log"
    process = subprocess.Popen(
        [sys.executable, str(LISTENER), str(log)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    with process, process.stdout:
        port = process.stdout.readline().strip()
        yield Listener(f"http://127.0.0.1:{port}", log)
        process.kill()


def typed(text: str) -> Page:
    """Return the page of a release that says this wherever it can."""
    release = replace(
        ENGLISH,
        headline=text,
        subheadline=text,
        byline=text,
        body_md=f"First.\n\n{text}\n\nLast.\n\n{markdown_of(PAGE, text)}",
    )
    media = {PAGE: StoredFile(mime="image/gif", caption=text, credit=text)}
    return render_release(release, HARBOUR_UNION, Standing.CLEAR, BlockRenderer(), media).page


def page_of_the_store(
    listener: Listener,
) -> Callable[[str, Callable[[tuple[str, bytes]], None], object], None]:
    """Return what answers with a page wherever a picture is asked for."""
    script = RUN.replace("SERVER", listener.address)
    content = f'GIF89a=0;{script}//<script>{script}</script><svg onload="{script}">'.encode()

    def fetch(_sha256: str, then: Callable[[tuple[str, bytes]], None], _otherwise: object) -> None:
        then(("image/gif", content))

    return fetch


def unsanitised(html: str) -> Page:
    """Return a page with what the sanitiser would have kept out."""
    block = RenderedBlock(key_of(html), 0, 0, html, BlockKind.BODY)
    return Page("en", Direction.LEFT_TO_RIGHT, "As it was", (block,))


CALM = unsanitised("<p>Nothing.</p>")


def attack(
    browser: Browser, listener: Listener, page_of: Callable[[str], Page], *, anew: bool = False
) -> dict[str, str]:
    """Show every piece alone and press all there is to press; return which got what done.

    `anew`: with the page loaded, not patched into it.
    """
    done: dict[str, str] = {}
    browser.pane.set_fetch(page_of_the_store(listener))
    for name, piece in HOSTILE.items():
        heard = len(listener.heard())
        page = page_of(piece.replace("RUN", RUN).replace("SERVER", listener.address))
        if anew:
            browser.load(page)
        else:
            browser.show(page)
        browser.ask(PRESS_ALL)
        browser.show(CALM)  # two frames later
        mark, place = browser.ask("[document.documentElement.id, location.href.split('#')[0]]")
        found = [mark, place.removeprefix("newsdesk://preview/"), *listener.heard()[heard:]]
        if any(found):
            done[name] = " ".join(filter(None, found))
    return done


# The layers, to be taken away before the browser is there.


@pytest.fixture
def with_scripts(monkeypatch: pytest.MonkeyPatch) -> None:
    scripts = QWebEngineSettings.WebAttribute.JavascriptEnabled
    others = tuple(one for one in preview_page._OFF if one is not scripts)
    monkeypatch.setattr(preview_page, "_OFF", others)


class OpenGate(QWebEngineUrlRequestInterceptor):
    def interceptRequest(self, _info: object) -> None:  # noqa: N802 - Qt's name
        pass


class WillingPage(PreviewPage):
    def acceptNavigationRequest(self, *_: object) -> bool:  # noqa: N802 - Qt's name
        return True


@pytest.fixture
def without_gate(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preview_page, "RequestGate", OpenGate)


@pytest.fixture
def without_policy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shell, "SECURITY_POLICY", "")


@pytest.fixture
def without_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web_preview, "PreviewPage", WillingPage)


def test_there_are_enough_kinds_of_attack() -> None:
    assert len(HOSTILE) >= 22
    assert sum("RUN" in piece for piece in HOSTILE.values()) >= 20
    assert sum("SERVER" in piece for piece in HOSTILE.values()) >= 20


def test_nothing_that_can_be_typed_runs_or_asks(
    browser: Browser, listener: Listener, opened: list[str]
) -> None:
    browser.show(CALM)
    assert attack(browser, listener, typed) == {}
    assert not any(address.startswith(("javascript:", "data:", "file:")) for address in opened)
    assert listener.heard() == []


def test_nothing_runs_or_asks_although_the_sanitiser_is_missing(
    browser: Browser, listener: Listener
) -> None:
    browser.show(CALM)
    assert attack(browser, listener, unsanitised) == {}
    assert listener.heard() == []


def test_nothing_does_although_it_is_there_when_the_page_is_loaded(
    browser: Browser, listener: Listener
) -> None:
    done = attack(browser, listener, unsanitised, anew=True)
    # A line and no request. Only the sanitiser sees to this, and for patches the host script.
    assert done.pop("a line opened before it is needed") == "connection"
    assert done == {}


@pytest.mark.parametrize("missing", ["with_scripts", "without_gate", "without_policy"])
def test_nothing_does_although_another_layer_is_missing_too(
    missing: str, request: pytest.FixtureRequest, listener: Listener
) -> None:
    request.getfixturevalue(missing)
    browser: Browser = request.getfixturevalue("browser")
    browser.show(CALM)
    assert attack(browser, listener, unsanitised) == {}


@pytest.mark.usefixtures("without_policy", "without_refusal")
def test_nobody_is_asked_although_the_page_may_leave(browser: Browser, listener: Listener) -> None:
    """The gate blocks where it would go to; it comes back by itself."""
    browser.show(CALM)
    refresh = f'<meta http-equiv=refresh content="0;url={listener.address}/refresh">'
    browser.show(unsanitised(refresh))
    browser.show(CALM)
    assert listener.heard() == []


@pytest.mark.usefixtures("with_scripts", "without_gate", "without_policy", "without_refusal")
@pytest.mark.parametrize(
    "name",
    [
        "a picture that fails",
        "a film that starts",
        "details that open",
        "a frame",
        "a picture",
        "a sheet within",
        "objects",
    ],
)
def test_without_any_layer_they_run_and_ask(
    name: str, browser: Browser, listener: Listener, qtbot: QtBot
) -> None:
    """Or the tests above would show nothing."""
    browser.show(CALM)
    piece = HOSTILE[name]
    browser.pane.show_page(
        unsanitised(piece.replace("RUN", RUN).replace("SERVER", listener.address))
    )
    asked = "/ran" if "RUN" in piece else "GET"
    qtbot.waitUntil(lambda: any(asked in line for line in listener.heard()))


def test_the_page_keeps_nothing_on_disk(browser: Browser) -> None:
    browser.show(CALM)
    profile = browser.page.profile()
    assert profile.isOffTheRecord()
    assert profile.httpCacheType() is profile.HttpCacheType.NoCache


def test_what_the_host_script_does_wrong_is_told(
    browser: Browser, expected_warnings: list[logging.LogRecord], qtbot: QtBot
) -> None:
    browser.show(CALM)
    browser.page.runJavaScript("throw new Error('a slip')", 1)
    qtbot.waitUntil(lambda: bool(expected_warnings))
    assert "a slip" in expected_warnings[0].getMessage()
