"""Commands on the spelling."""

from collections.abc import Callable
from pathlib import Path

import pytest

from newsdesk.desk import open_desk
from newsdesk.services.preferences import View
from newsdesk.ui.spelling.spell_checker import SpellingState
from tests.ui.windows import OpenWindow

Open = Callable[..., OpenWindow]


@pytest.fixture
def make(open_window: Open, bare_folder: Path) -> Callable[..., OpenWindow]:
    def make(language: str, **preferences: object) -> OpenWindow:
        with open_desk(bare_folder, writing=True) as desk:
            desk.releases.new({"headline": "Hrbr", "language": language}, body_md="opn")
        return open_window(**preferences).begin()

    return make


def notice(window: OpenWindow) -> str:
    return window.window.notices.accessibleName()


def wait_for(window: OpenWindow, state: SpellingState) -> None:
    window.wait(lambda: window.wiring.spelling.checker.state is state)


def test_the_text_is_seen_when_one_goes_to_a_word(make: Callable[..., OpenWindow]) -> None:
    window = make("en")
    wait_for(window, SpellingState.READY)
    window.keeper.remember(view=View.PREVIEW)
    window.do("edit.next_unknown_word")
    assert window.keeper.preferences.view is View.SPLIT or window.window.editor.isVisible()
    window.wait(lambda: window.window.editor.text.textCursor().selectedText() == "opn")


def test_why_there_is_no_word_to_go_to_is_said(make: Callable[..., OpenWindow]) -> None:
    window = make("ar")
    wait_for(window, SpellingState.NO_DICTIONARY)
    window.do("edit.next_unknown_word")
    assert "no dictionary for this language" in notice(window)
    window.wiring.spelling.checker._has_failed = True
    window.session.edit("Change language", language="en")
    wait_for(window, SpellingState.READY)
    window.wiring.spelling.checker._fail("damaged")
    window.do("edit.next_unknown_word")
    assert "cannot be used" in notice(window)


def test_what_is_off_can_be_switched_on_at_once(make: Callable[..., OpenWindow]) -> None:
    window = make("en", is_spelling_checked=False)
    wait_for(window, SpellingState.OFF)
    window.do("edit.next_unknown_word")
    assert "is not checked" in notice(window)
    window.push("Check it")
    assert window.keeper.preferences.is_spelling_checked
    wait_for(window, SpellingState.READY)
    assert window.action("edit.check_spelling").isChecked()
