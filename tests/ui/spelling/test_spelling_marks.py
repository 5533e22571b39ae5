"""Wavy lines: when they come, where, and what a key costs."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest

from newsdesk.desk import open_desk
from newsdesk.services import spelled_words
from newsdesk.services.preferences import ThemeChoice
from newsdesk.ui.editor.markdown_editor import MarkdownEditor
from newsdesk.ui.spelling import unknown_words
from newsdesk.ui.spelling.spelling_marks import SpellingMarks
from tests.ui.windows import OpenWindow

Open = Callable[..., OpenWindow]
LINES = 400


@pytest.fixture
def window(open_window: Open, bare_folder: Path) -> OpenWindow:
    """A window on a long text with one slip a line, of which those that are seen are marked."""
    body = "\n\n".join(f"Line {number} has a quaye." for number in range(LINES))
    with open_desk(bare_folder, writing=True) as desk:
        desk.releases.new({"headline": "One", "language": "en"}, body_md=body)
    opened = open_window().begin()
    opened.wait(lambda: bool(marked(opened)))
    text_of(opened).setFocus()
    return opened


def text_of(window: OpenWindow) -> MarkdownEditor:
    return window.window.editor.text


def marked(window: OpenWindow) -> list[str]:
    return [one.cursor.selectedText() for one in text_of(window).extraSelections()]


def marks_of(window: OpenWindow) -> SpellingMarks:
    return window.wiring.spelling.marks[-1]


def lines_marked(window: OpenWindow) -> set[int]:
    return {one.cursor.blockNumber() for one in text_of(window).extraSelections()}


def test_only_what_is_seen_is_marked(window: OpenWindow) -> None:
    assert set(marked(window)) == {"quaye"}
    assert len(marked(window)) < LINES / 4
    assert 0 in lines_marked(window)
    bar = text_of(window).verticalScrollBar()
    bar.setValue(bar.maximum())
    window.wait(lambda: 2 * (LINES - 1) in lines_marked(window))
    assert 0 not in lines_marked(window)


def test_a_mark_is_a_wavy_line_in_the_colour_of_what_is_wrong(window: OpenWindow) -> None:
    def colour() -> str:
        selections = text_of(window).extraSelections()  # Qt's, which keep what is in them
        drawn = selections[0].format if selections else QTextCharFormat()
        return drawn.underlineColor().name().upper()

    selections = text_of(window).extraSelections()
    wavy = QTextCharFormat.UnderlineStyle.SpellCheckUnderline
    assert selections[0].format.underlineStyle() is wavy
    themes = window.workstation.themes
    assert colour() == themes.theme.colours["bad"].upper()
    themes.choose(ThemeChoice.DARK)
    window.wait(lambda: colour() == themes.theme.colours["bad"].upper())


def test_a_key_does_no_spelling_work(window: OpenWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []

    def note(name: str, real: Callable[..., object]) -> Callable[..., object]:
        def called(*arguments: object, **named: object) -> object:
            calls.append(name)
            return real(*arguments, **named)

        return called

    for module, name in (
        (spelled_words, "unknown_parts"),
        (unknown_words, "spelled_words"),
        (unknown_words, "unknown_parts"),
        (unknown_words, "asked_about"),
    ):
        monkeypatch.setattr(module, name, note(name, getattr(module, name)))
    process, checker = window.wiring.spelling.process, window.wiring.spelling.checker
    monkeypatch.setattr(process, "ask", note("ask", process.ask))
    monkeypatch.setattr(checker, "look_up", note("look_up", checker.look_up))
    marks = marks_of(window)
    marks._pause.setInterval(1_000_000)  # the moment without a key does not come by itself
    text = text_of(window)
    drawn = text.extraSelections()
    text.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(text, " Anothr wrng word, and on.")
    QTest.keyClick(text, Qt.Key.Key_Return)
    QTest.keyClick(text, Qt.Key.Key_Backspace)
    QTest.keyClick(text, Qt.Key.Key_Up)
    assert calls == []
    assert len(text.extraSelections()) == len(drawn)
    marks.check()
    assert calls


def test_the_word_that_is_written_is_marked_when_it_is_left(window: OpenWindow) -> None:
    text = text_of(window)
    text.moveCursor(QTextCursor.MoveOperation.EndOfBlock)
    QTest.keyClicks(text, " Wrngg")
    checker = window.wiring.spelling.checker
    window.wait(lambda: checker.is_known("Wrngg") is False)
    marks_of(window).check()
    assert "Wrngg" not in marked(window)
    QTest.keyClick(text, Qt.Key.Key_Space)
    window.wait(lambda: "Wrngg" in marked(window))


def test_going_on_by_arrow_leaves_a_word_too(window: OpenWindow) -> None:
    text = text_of(window)
    text.moveCursor(QTextCursor.MoveOperation.EndOfBlock)
    QTest.keyClicks(text, " Wrngg")
    window.wait(lambda: window.wiring.spelling.checker.is_known("Wrngg") is False)
    QTest.keyClick(text, Qt.Key.Key_Down)
    window.wait(lambda: "Wrngg" in marked(window))


def test_a_text_that_is_only_read_is_not_marked(window: OpenWindow) -> None:
    text_of(window).set_editable(False)
    marks_of(window).check()
    assert marked(window) == []


def test_marks_stand_beside_those_of_others(window: OpenWindow) -> None:
    window.do("edit.find")
    bar = window.window.editor.find_bar
    assert bar is not None
    before = len(marked(window))
    bar.words.setText("Line")
    bar._search()
    window.wait(lambda: {"Line", "quaye"} <= set(marked(window)))
    bar.close_bar()
    assert len(marked(window)) == before


def test_another_release_begins_without_marks_of_this_one(
    window: OpenWindow, bare_folder: Path
) -> None:
    window.do("release.new")
    window.wait(lambda: text_of(window).text() == "")
    window.wait(lambda: marked(window) == [])
    text_of(window).setFocus()
    QTest.keyClicks(text_of(window), "A opn quay ")
    window.wait(lambda: marked(window) == ["opn"])
