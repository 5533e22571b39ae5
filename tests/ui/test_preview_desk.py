"""The preview of the open release in a whole window."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QTextEdit

from newsdesk.services.preferences import PreviewMode
from newsdesk.ui import preview_desk as module
from tests.ui.windows import OpenWindow

Open = Callable[..., OpenWindow]

HARBOUR = "Harbour crews from nine ports train together for winter rescues"


@pytest.fixture
def window(sample_folder: Path, open_window: Open) -> OpenWindow:
    """The sample newsroom with a complete release open."""
    window = open_window().begin()
    window.open(HARBOUR)
    window.settle()
    return window


def ask(window: OpenWindow, script: str) -> Any:
    """Return the value of an expression in the page."""
    view = window.window.preview._view
    assert view is not None
    answers: list[Any] = []
    view.page().runJavaScript(script, 1, answers.append)
    window.wait(lambda: bool(answers))
    return answers[0]


def show_preview(window: OpenWindow) -> None:
    with window.qtbot.waitSignal(window.window.preview.painted, timeout=20_000):
        window.do("view.split")


def test_the_page_follows_the_text_and_a_click_leads_back(window: OpenWindow) -> None:
    show_preview(window)
    window.wait(lambda: HARBOUR in ask(window, "document.body.innerText"))
    window.type_body("Quite at once. ")
    window.wait(lambda: "Quite at once. " in ask(window, "document.body.innerText"))
    ask(window, "window.scrollTo(0, 150); document.querySelector('h1').click(); 1")
    window.wait(window.window.editor.fields.headline.hasFocus)
    window.wait(lambda: ask(window, "window.scrollY") == 150)
    other = window.open(next(one for one in window.listed() if one != HARBOUR))
    window.wait(lambda: other.headline in ask(window, "document.body.innerText"))
    assert ask(window, "window.scrollY") == 0  # from the top


def test_a_preview_that_is_not_seen_for_a_while_is_given_up_and_comes_back(
    window: OpenWindow,
) -> None:
    show_preview(window)
    preview = window.window.preview
    window.do("view.write")
    assert window.wiring.preview._give_up.isActive()
    assert window.wiring.preview._give_up.interval() == module._GIVEN_UP_AFTER_MS
    assert window.wiring.preview.scheduler.is_paused
    window.do("view.split")  # before that: it is the same one
    assert not window.wiring.preview._give_up.isActive()
    assert not window.wiring.preview.scheduler.is_paused
    window.do("view.write")
    window.wiring.preview._give_up.setInterval(1)
    window.wiring.preview._give_up.start()
    window.wait(lambda: preview._view is None)
    show_preview(window)
    window.wait(lambda: HARBOUR in ask(window, "document.body.innerText"))


def test_without_a_preview_no_engine_is_started(window: OpenWindow) -> None:
    assert window.window.preview._view is None
    assert window.wiring.preview.scheduler.is_paused


def test_the_width_of_a_phone_is_kept(window: OpenWindow, open_window: Open) -> None:
    window.window.preview.mode_edited.emit(PreviewMode.PHONE)
    window.close()
    assert window.kept().preview_mode is PreviewMode.PHONE
    assert open_window().begin().window.preview.mode is PreviewMode.PHONE


def test_the_release_is_shown_as_plain_text_and_follows(window: OpenWindow) -> None:
    show_preview(window)
    preview = window.window.preview
    preview.set_mode(PreviewMode.TEXT)
    text = preview.findChild(QTextEdit, "plain_text")
    assert text is not None
    window.wait(lambda: HARBOUR in text.toPlainText().replace("\n", " ").replace("  ", " "))
    window.type_body("At once. ")
    window.wait(lambda: "At once." in text.toPlainText())


def test_scrolling_together_can_be_switched_off_and_stays_so(
    window: OpenWindow, open_window: Open
) -> None:
    scrolling = window.wiring.preview.beside.scrolling
    assert scrolling.is_on
    window.do("view.scroll_together")
    assert not scrolling.is_on
    assert not window.action("view.scroll_together").isChecked()
    window.close()
    assert not open_window().begin().wiring.preview.beside.scrolling.is_on
