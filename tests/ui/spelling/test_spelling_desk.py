"""Spelling in the window, with everything that belongs to it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from newsdesk.desk import open_desk
from newsdesk.ui.spelling.spell_checker import SpellingState
from newsdesk.ui.spelling.spelling_desk import dictionary_name
from tests.ui.windows import OpenWindow

Open = Callable[..., OpenWindow]


@pytest.fixture
def window(open_window: Open, bare_folder: Path) -> OpenWindow:
    """A window on a release with slips in headline and text."""
    with open_desk(bare_folder, writing=True) as desk:
        desk.releases.new(
            {"headline": "Harbour openz", "language": "en"},
            body_md="The quaye is opn.\n\n`quaye` and **Okello**.\n\nPlain words here.",
        )
    return open_window().begin()


def marked(window: OpenWindow) -> list[str]:
    text = window.window.editor.text
    return [one.cursor.selectedText() for one in text.extraSelections()]


def headline_marked(window: OpenWindow) -> list[str]:
    text = window.window.editor.fields.headline
    return [one.cursor.selectedText() for one in text.extraSelections()]


def test_unknown_words_are_marked_in_text_and_headline(window: OpenWindow) -> None:
    window.wait(lambda: marked(window) == ["quaye", "opn", "Okello"])
    window.wait(lambda: headline_marked(window) == ["openz"])


def test_the_status_says_what_it_is_checked_with(window: OpenWindow) -> None:
    def told() -> list[str]:
        labels = window.window.status.findChildren(QLabel)
        return [said for label in labels for said in (label.text(), label.toolTip())]

    window.wait(lambda: "Spelling: English (United Kingdom)" in told())
    window.session.edit("Change language", language="ar")
    window.wait(lambda: any("no dictionary" in text for text in told()))
    window.wait(lambda: marked(window) == [])
    window.session.edit("Change language", language="fr")
    window.wait(lambda: "Spelling: Français" in told())
    window.do("edit.check_spelling")
    window.wait(lambda: any("spelling off" in text for text in told()))
    window.wait(lambda: marked(window) == [])
    assert not window.keeper.preferences.is_spelling_checked
    assert not window.action("edit.check_spelling").isChecked()
    window.do("edit.check_spelling")
    window.wait(lambda: "quaye" in marked(window))


def test_the_process_goes_with_the_window(window: OpenWindow) -> None:
    process = window.wiring.spelling.process
    window.wait(lambda: process.is_running)
    window.let_go()


def test_where_nothing_is_to_be_checked_no_process_runs(
    open_window: Open, bare_folder: Path
) -> None:
    with open_desk(bare_folder, writing=True) as desk:
        desk.releases.new({"headline": "One", "language": "en"})
    window = open_window(is_spelling_checked=False).begin()
    window.settle_reading()
    assert window.wiring.spelling.checker.state is SpellingState.OFF
    assert not window.wiring.spelling.process.is_running


def test_a_process_that_dies_is_replaced(window: OpenWindow) -> None:
    window.wait(lambda: bool(marked(window)))
    spelling = window.wiring.spelling
    spelling.process._process.kill()
    window.wait(lambda: not spelling.process.is_running)
    text = window.window.editor.text
    text.setFocus()
    text.moveCursor(text.textCursor().MoveOperation.End)
    QTest.keyClicks(text, " wrng ")
    window.wait(lambda: "wrng" in marked(window))
    assert spelling.checker.state is SpellingState.READY


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("en-GB", "English (United Kingdom)"),
        ("en-US", "English (United States)"),
        ("fr", "Français"),
        ("pt-BR", "Português (Brasil)"),
        ("xx", "xx"),
    ],
)
def test_a_dictionary_is_called_by_its_language(tag: str, name: str) -> None:
    assert dictionary_name(tag) == name


def test_keys_work_on_after_all_of_it(window: OpenWindow) -> None:
    text = window.window.editor.text
    text.setFocus()
    QTest.keyClick(text, Qt.Key.Key_A)
    assert text.text().startswith("aThe")
