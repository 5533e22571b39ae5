"""The paragraph that is written stands out."""

import pytest
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from newsdesk.services.preferences import ThemeChoice
from newsdesk.ui.editor.focus_mode import FocusMode
from newsdesk.ui.editor.markdown_editor import MarkdownEditor
from newsdesk.ui.theme.theme_controller import ThemeController

_BODY = "One.\n\nTwo,\nand on.\n\nThree."


@pytest.fixture
def editor(themes: ThemeController, qtbot: QtBot) -> MarkdownEditor:
    editor = MarkdownEditor(themes)
    qtbot.addWidget(editor)
    editor.set_text(_BODY)
    return editor


@pytest.fixture
def mode(editor: MarkdownEditor, themes: ThemeController) -> FocusMode:
    mode = FocusMode(editor, themes)
    mode.is_on = True
    return mode


def standing_out(editor: MarkdownEditor) -> str:
    """Return what is not softened."""
    text = list(editor.text())
    for mark in editor.extraSelections():
        for at in range(mark.cursor.selectionStart(), mark.cursor.selectionEnd()):
            text[at] = ""
    return "".join(text)


def put(editor: MarkdownEditor, words: str) -> None:
    cursor = editor.textCursor()
    cursor.setPosition(editor.text().index(words))
    editor.setTextCursor(cursor)


@pytest.mark.usefixtures("mode")
def test_all_but_the_paragraph_with_the_caret_is_softened(editor: MarkdownEditor) -> None:
    assert standing_out(editor) == "One."
    put(editor, "and on")
    assert standing_out(editor) == "Two,\nand on."
    put(editor, "Three")
    assert standing_out(editor) == "Three."


@pytest.mark.usefixtures("mode")
def test_it_follows_what_is_written(editor: MarkdownEditor, qtbot: QtBot) -> None:
    put(editor, "Three")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(editor, " More.")
    assert standing_out(editor) == "Three. More."
    editor.textCursor().insertText("\n\n")
    assert standing_out(editor) == ""
    qtbot.keyClicks(editor, "Four")
    assert standing_out(editor) == "Four"


@pytest.mark.usefixtures("mode")
def test_paragraphs_that_become_one_stand_out_together(
    editor: MarkdownEditor, qtbot: QtBot
) -> None:
    put(editor, "\nTwo")
    qtbot.keyClicks(editor, "x")
    assert standing_out(editor) == "One.\nx\nTwo,\nand on."


def test_while_one_types_in_a_paragraph_nothing_is_drawn_anew(
    editor: MarkdownEditor, mode: FocusMode, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    monkeypatch.setattr(editor, "set_marks", lambda layer, _marks: drawn.append(layer))
    qtbot.keyClicks(editor, "word by word ")
    assert drawn == []
    put(editor, "Three")
    assert drawn == ["focus"]
    mode.is_on = False
    assert drawn == ["focus", "focus"]


def test_switched_off_nothing_is_softened(editor: MarkdownEditor, mode: FocusMode) -> None:
    mode.is_on = False
    put(editor, "Three")
    assert standing_out(editor) == _BODY


@pytest.mark.usefixtures("mode")
def test_another_text_and_another_theme_are_softened_too(
    editor: MarkdownEditor, themes: ThemeController
) -> None:
    def colour() -> str:
        mark = editor.extraSelections()[0]
        return mark.format.foreground().color().name()

    by_day = colour()
    themes.choose(ThemeChoice.DARK)
    by_night = colour()
    themes.choose(ThemeChoice.LIGHT)
    assert by_day != by_night
    editor.show_document(editor.new_document())
    editor.set_text(_BODY)
    assert standing_out(editor) == "One."
