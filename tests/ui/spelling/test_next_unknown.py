"""From one unknown word to the next."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QTextEdit

from newsdesk.desk import open_desk
from tests.ui.windows import OpenWindow

Open = Callable[..., OpenWindow]
FILLING = "\n\n".join(f"Nothing is wrong in line {number}." for number in range(700))


@pytest.fixture
def window(open_window: Open, bare_folder: Path) -> OpenWindow:
    with open_desk(bare_folder, writing=True) as desk:
        desk.releases.new(
            {"headline": "Harbour openz", "subheadline": "A quay", "language": "en"},
            body_md=f"The quaye and its quayes.\n\n{FILLING}\n\nAt the enndd.",
        )
    opened = open_window().begin()
    opened.wait(lambda: opened.wiring.spelling.checker.is_ready)
    return opened


def selected(window: OpenWindow) -> str:
    editor = window.window.editor
    for text in (editor.fields.headline, editor.fields.subheadline, editor.text):
        if isinstance(text, QTextEdit) and text.hasFocus():
            return text.textCursor().selectedText()
    return ""


def test_it_goes_through_all_texts_and_round(window: OpenWindow) -> None:
    window.window.editor.text.setFocus()
    for word in ("quaye", "quayes", "enndd", "openz", "quaye"):
        window.do("edit.next_unknown_word")
        window.wait(lambda: selected(window) == word)  # noqa: B023 - waited for at once
    bar = window.window.editor.text.verticalScrollBar()
    assert bar.value() < bar.pageStep()  # it is seen


def test_it_begins_where_one_is(window: OpenWindow) -> None:
    headline = window.window.editor.fields.headline
    headline.setFocus()
    headline.go_to_end()
    window.do("edit.next_unknown_word")
    window.wait(lambda: selected(window) == "quaye")


def test_a_text_of_any_length_is_walked_through(
    window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nothing is to be looked up, the answer comes within the question."""
    monkeypatch.setattr("newsdesk.ui.spelling.next_unknown._MOST_ASKED", 10)
    window.window.editor.text.set_text("Right.\n" * 20_000 + "At the enndd.")
    window.window.editor.text.setFocus()
    window.do("edit.next_unknown_word")
    window.wait(lambda: selected(window) == "enndd")


def test_when_all_words_are_known_it_says_so(window: OpenWindow) -> None:
    window.session.edit("Change headline", headline="Harbour")
    window.window.editor.text.set_text("All is right.")
    window.window.editor.text.setFocus()
    with window.qtbot.waitSignal(window.wiring.spelling.next.not_found, timeout=20_000):
        window.do("edit.next_unknown_word")
    assert "No unknown words" in window.window.notices.accessibleName()
