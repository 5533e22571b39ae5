"""How a Markdown source stands in the pane, and where one is in it."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from newsdesk.services.preferences import ThemeChoice
from newsdesk.ui.editor.markdown_editor import MarkdownEditor
from newsdesk.ui.theme.theme_controller import ThemeController
from tests.ui.editor.lines import line_heights, put

Key = Qt.Key


@pytest.mark.parametrize(
    ("text", "position", "place"),
    [("one\ntwo", 0, (1, 1)), ("one\ntwo", 5, (2, 2)), ("🚢🚢 a", 4, (1, 3)), ("", 0, (1, 1))],
)
def test_the_place_of_the_caret_counts_from_one(
    editor: MarkdownEditor, text: str, position: int, place: tuple[int, int]
) -> None:
    editor.set_text(text)
    put(editor, position)
    assert editor.place == place


def test_moving_the_caret_says_where_it_is(editor: MarkdownEditor, qtbot: QtBot) -> None:
    editor.set_text("one\ntwo")
    with qtbot.waitSignal(editor.cursor_moved) as moved:
        put(editor, 5)
    assert moved.args == [2, 2]


def test_a_change_of_theme_leaves_the_view_where_it_was(
    shown: MarkdownEditor, themes: ThemeController
) -> None:
    shown.set_text("One\n\n" * 400)
    shown.document().size()
    shown.verticalScrollBar().setValue(9_000)
    themes.choose(ThemeChoice.DARK)
    try:
        assert shown.verticalScrollBar().value() == 9_000
    finally:
        themes.choose(ThemeChoice.LIGHT)


# How it is laid out -----------------------------------------------------------------------------


def test_all_lines_have_one_height_whatever_is_done(editor: MarkdownEditor, qtbot: QtBot) -> None:
    editor.set_text("One\n\nTwo")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClick(editor, Key.Key_Return)
    qtbot.keyClick(editor, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    source = QMimeData()
    source.setText("Three\n\nFour")
    editor.insertFromMimeData(source)
    assert editor.document().blockCount() == 7
    assert line_heights(editor) == {24.0}
    editor.selectAll()
    qtbot.keyClick(editor, Key.Key_Delete)
    qtbot.keyClicks(editor, "a")
    qtbot.keyClick(editor, Key.Key_Return)
    assert line_heights(editor) == {24.0}
    for _ in range(4):
        editor.undo()
    assert line_heights(editor) == {24.0}


def test_the_line_height_follows_the_size_of_the_letters(
    editor: MarkdownEditor, qtbot: QtBot
) -> None:
    editor.set_text("One\n\nTwo")
    with qtbot.assertNotEmitted(editor.text_edited):
        editor.set_font("", 21)
    assert line_heights(editor) == {36.0}
    assert editor.document().defaultFont().pixelSize() == 21
    editor.set_text("Three")
    assert line_heights(editor) == {36.0}


def test_what_was_written_in_smaller_letters_is_undone_in_larger_ones(
    editor: MarkdownEditor, qtbot: QtBot
) -> None:
    editor.set_text("One")
    qtbot.keyClicks(editor, "a")
    editor.set_font("", 21)
    editor.undo()
    assert editor.text() == "One"
    assert line_heights(editor) == {36.0}
    editor.redo()
    assert editor.text() == "aOne"
    assert line_heights(editor) == {36.0}


def test_a_typeface_of_ones_own_comes_before_ours(editor: MarkdownEditor) -> None:
    ours = editor.document().defaultFont().families()
    editor.set_font("Courier Prime", 14)
    assert editor.document().defaultFont().families() == ["Courier Prime", *ours]


def test_a_change_of_theme_keeps_typeface_and_size(
    editor: MarkdownEditor, themes: ThemeController
) -> None:
    editor.set_text("**One**")
    font = editor.document().defaultFont()
    themes.choose(ThemeChoice.DARK)
    try:
        assert editor.document().defaultFont() == font
    finally:
        themes.choose(ThemeChoice.LIGHT)


def test_each_paragraph_runs_in_its_own_direction(editor: MarkdownEditor) -> None:
    editor.set_text("One\nعربي one\n2026")
    document = editor.document()
    directions = [document.findBlockByNumber(number).textDirection() for number in range(2)]
    assert directions == [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]


# From the page ----------------------------------------------------------------------------------


def test_a_click_on_the_page_goes_to_its_words(editor: MarkdownEditor) -> None:
    editor.set_text("The pier at dawn\n\n🚢 Stop at the **new** pier at dawn")
    editor.go_to(2, 2, "at the new pier", 11)
    assert editor.place == (3, 23)


def test_a_click_on_a_page_that_is_behind_does_no_harm(editor: MarkdownEditor) -> None:
    editor.set_text("One")
    editor.go_to(7, 9, "words", 2)
    assert editor.place == (1, 1)
