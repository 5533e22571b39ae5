"""The text field of the body."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import (
    QAction,
    QDragEnterEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeySequence,
    QTextCursor,
)
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from newsdesk.ui.editor.formats import TextFormat
from newsdesk.ui.editor.markdown_editor import MarkdownEditor
from newsdesk.ui.theme.theme_controller import ThemeController
from tests.ui.editor.lines import line_heights, put

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def paste(editor: MarkdownEditor, text: str) -> None:
    source = QMimeData()
    source.setText(text)
    editor.insertFromMimeData(source)


# The text ---------------------------------------------------------------------------------------


def test_setting_a_text_is_not_an_edit_and_cannot_be_undone(
    editor: MarkdownEditor, qtbot: QtBot
) -> None:
    qtbot.keyClicks(editor, "before")
    with qtbot.assertNotEmitted(editor.text_edited):
        editor.set_text("One\n\nTwo")
    assert editor.text() == "One\n\nTwo"
    assert not editor.can_undo
    assert editor.place == (1, 1)


def test_typing_undo_and_redo_are_edits(editor: MarkdownEditor, qtbot: QtBot) -> None:
    editor.set_text("")
    with qtbot.waitSignal(editor.text_edited):
        qtbot.keyClicks(editor, "a")
    with qtbot.waitSignal(editor.text_edited):
        editor.undo()
    assert (editor.text(), editor.can_undo, editor.can_redo) == ("", False, True)
    with qtbot.waitSignal(editor.text_edited):
        editor.redo()
    assert editor.text() == "a"


def test_the_text_comes_back_as_it_was(editor: MarkdownEditor) -> None:
    text = "Prix\u00a0: 3\u202f€\n\n\t- 🚢\n\nعربي\u200f\n"
    editor.set_text(text)
    assert editor.text() == text


@pytest.mark.parametrize(
    ("old", "at", "new", "expected"),
    [
        ("one two three", 7, "one two, three", 7),
        ("one two three", 7, "one, two three", 8),
        ("one two three", 7, "ONE two", 7),
        ("one two three", 13, "one", 3),
        ("one two three", 7, "🚢 one two three", 10),
    ],
)
def test_a_text_changed_elsewhere_keeps_the_caret_at_its_words(
    editor: MarkdownEditor, qtbot: QtBot, old: str, at: int, new: str, expected: int
) -> None:
    editor.set_text(old)
    put(editor, at)
    with qtbot.assertNotEmitted(editor.text_edited):
        editor.reload(new)
    assert editor.text() == new
    assert editor.textCursor().position() == expected


def test_a_text_is_drawn_with_its_marks_from_the_first_moment(themes: ThemeController) -> None:
    editor = MarkdownEditor(themes)
    editor.set_text("**One**")
    assert len(editor.document().firstBlock().layout().formats()) == 3


def test_reloading_leaves_the_view_where_it_was(shown: MarkdownEditor) -> None:
    shown.set_text("One\n\n" * 400)
    shown.document().size()
    shown.verticalScrollBar().setValue(9_000)
    shown.reload("One!\n\n" + "One\n\n" * 399)
    assert shown.verticalScrollBar().value() == 9_000


def test_reloading_the_same_text_leaves_undo_alone(editor: MarkdownEditor, qtbot: QtBot) -> None:
    editor.set_text("")
    qtbot.keyClicks(editor, "a")
    editor.reload("a")
    assert editor.can_undo


# Keys -------------------------------------------------------------------------------------------


def test_tab_indents_a_list_item_and_shift_tab_brings_it_back(
    shown: MarkdownEditor, qtbot: QtBot
) -> None:
    shown.set_text("1. one\n2. two\n3. three")
    qtbot.keyClick(shown, Key.Key_Down)
    qtbot.keyClick(shown, Key.Key_Tab)
    assert shown.text() == "1. one\n    1. two\n2. three"
    qtbot.keyClick(shown, Key.Key_Backtab, SHIFT)
    assert shown.text() == "1. one\n2. two\n3. three"
    assert shown.hasFocus()


def test_tab_in_a_table_goes_from_cell_to_cell(shown: MarkdownEditor, qtbot: QtBot) -> None:
    shown.set_text("| a | b |\n|---|---|")
    qtbot.keyClick(shown, Key.Key_Tab)
    qtbot.keyClicks(shown, "c")
    assert shown.text() == "| a | c |\n|---|---|"
    qtbot.keyClick(shown, Key.Key_Tab)
    qtbot.keyClick(shown, Key.Key_Backtab, SHIFT)
    assert shown.text() == "| a | c |\n|---|---|\n|  |  |"
    assert shown.textCursor().selectedText() == "c"


def test_tab_elsewhere_writes_four_spaces(shown: MarkdownEditor, qtbot: QtBot) -> None:
    shown.set_text("")
    qtbot.keyClick(shown, Key.Key_Tab)
    assert shown.text() == "    "


@pytest.mark.parametrize(("modifiers", "name"), [(CONTROL, "after"), (CONTROL | SHIFT, "before")])
def test_control_and_tab_leave_the_text(
    themes: ThemeController, qtbot: QtBot, modifiers: Qt.KeyboardModifier, name: str
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    fields = {"before": QLineEdit(), "text": MarkdownEditor(themes), "after": QLineEdit()}
    for field in fields.values():
        layout.addWidget(field)
    window.show()
    window.activateWindow()
    fields["text"].setFocus()
    qtbot.waitUntil(fields["text"].hasFocus)
    is_back = bool(modifiers & SHIFT)
    qtbot.keyClick(fields["text"], Key.Key_Backtab if is_back else Key.Key_Tab, modifiers)
    assert fields[name].hasFocus()


def test_shift_and_return_begin_a_line_that_markdown_knows(
    editor: MarkdownEditor, qtbot: QtBot
) -> None:
    editor.set_text("")
    qtbot.keyClicks(editor, "a")
    qtbot.keyClick(editor, Key.Key_Return, SHIFT)
    qtbot.keyClicks(editor, "b")
    assert editor.text() == "a\nb"
    assert editor.document().blockCount() == 2


def test_return_in_an_empty_line_begins_another_one(editor: MarkdownEditor, qtbot: QtBot) -> None:
    editor.set_text("")
    for key in ("a", Key.Key_Return, Key.Key_Return, Key.Key_Enter, "b"):
        qtbot.keyClick(editor, key)
    assert editor.text() == "a\n\n\nb"
    assert len(line_heights(editor)) == 1


def test_return_replaces_what_is_selected(editor: MarkdownEditor, qtbot: QtBot) -> None:
    editor.set_text("one two")
    editor.selectAll()
    qtbot.keyClick(editor, Key.Key_Return)
    assert editor.text() == "\n"
    editor.undo()
    assert editor.text() == "one two"


def test_up_on_the_first_line_leaves_upwards(editor: MarkdownEditor, qtbot: QtBot) -> None:
    editor.set_text("one\ntwo")
    put(editor, 5)
    with qtbot.assertNotEmitted(editor.left_upwards):
        qtbot.keyClick(editor, Key.Key_Up)
    with qtbot.waitSignal(editor.left_upwards):
        qtbot.keyClick(editor, Key.Key_Up)


@pytest.mark.parametrize("keys", ["Ctrl+B", "Ctrl+I", "Ctrl+K", "Ctrl+Alt+2", "Ctrl+Shift+Q"])
def test_the_text_leaves_the_shortcuts_of_the_window_to_it(
    shown: MarkdownEditor, qtbot: QtBot, keys: str
) -> None:
    action = QAction(shown)
    action.setShortcut(QKeySequence(keys))
    shown.addAction(action)
    combination = action.shortcut()[0]
    with qtbot.waitSignal(action.triggered):
        qtbot.keyClick(shown, combination.key(), combination.keyboardModifiers())


def test_what_an_input_method_composes_comes_in_when_it_is_done(
    editor: MarkdownEditor, qtbot: QtBot
) -> None:
    editor.set_text("")
    with qtbot.assertNotEmitted(editor.text_edited):
        QApplication.sendEvent(editor, QInputMethodEvent("ni", []))
    done = QInputMethodEvent()
    done.setCommitString("你")
    with qtbot.waitSignal(editor.text_edited):
        QApplication.sendEvent(editor, done)
    assert editor.text() == "你"


# Formatting -------------------------------------------------------------------------------------


def test_formatting_is_an_edit_that_keeps_the_words_selected(
    editor: MarkdownEditor, qtbot: QtBot
) -> None:
    editor.set_text("one two")
    editor.selectAll()
    with qtbot.waitSignal(editor.text_edited):
        editor.format_text(TextFormat.BOLD)
    assert editor.text() == "**one two**"
    assert editor.textCursor().selectedText() == "one two"
    editor.undo()
    assert editor.text() == "one two"


def test_a_link_leads_where_the_clipboard_says(editor: MarkdownEditor) -> None:
    QGuiApplication.clipboard().setText("https://example.org/report")
    editor.set_text("report")
    editor.selectAll()
    editor.format_text(TextFormat.LINK)
    assert editor.text() == "[report](https://example.org/report)"


# Clipboard and drops ----------------------------------------------------------------------------


def test_what_is_pasted_is_one_step_of_undo(editor: MarkdownEditor, qtbot: QtBot) -> None:
    editor.set_text("")
    with qtbot.waitSignals([editor.text_edited, editor.pasted]):
        paste(editor, "a\r\n\x00b")
    assert editor.text() == "a\nb"
    editor.undo()
    assert editor.text() == ""


def test_what_is_copied_is_text_alone(editor: MarkdownEditor) -> None:
    editor.set_text("**one**\u00a0!\ntwo")
    editor.selectAll()
    editor.copy()
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.text() == "**one**\u00a0!\ntwo"
    assert not copied.hasHtml()


@pytest.mark.parametrize(
    ("fill", "is_taken"),
    [
        (lambda source: source.setText("words"), True),
        (lambda source: source.setUrls([QUrl("file:///tmp/a.md")]), False),
        (lambda source: source.setUrls([QUrl("https://example.org")]), True),
    ],
)
def test_dragged_text_is_taken_and_files_are_left_to_the_window(
    editor: MarkdownEditor, fill: Callable[[QMimeData], None], is_taken: bool
) -> None:
    source = QMimeData()
    fill(source)
    event = QDragEnterEvent(
        QPoint(50, 50),
        Qt.DropAction.CopyAction,
        source,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(editor.viewport(), event)
    assert event.isAccepted() is is_taken


# Read only --------------------------------------------------------------------------------------


def test_a_text_that_may_not_be_changed_can_be_read_and_copied(
    shown: MarkdownEditor, qtbot: QtBot
) -> None:
    shown.set_text("one")
    shown.set_editable(False)
    qtbot.keyClicks(shown, "a")
    paste(shown, "b")
    shown.format_text(TextFormat.HEADING)
    qtbot.keyClick(shown, Key.Key_Return, SHIFT)
    assert shown.text() == "one"
    qtbot.keyClick(shown, Key.Key_End, SHIFT)
    assert shown.textCursor().selectedText() == "one"
    shown.set_editable(True)
    qtbot.keyClicks(shown, "a")
    assert shown.text() == "a"


def test_a_text_that_may_not_be_changed_looks_it(shown: MarkdownEditor) -> None:
    def ground() -> str:
        return shown.grab().toImage().pixelColor(200, 400).name()

    editable = ground()
    shown.set_editable(False)
    assert ground() != editable
    shown.set_editable(True)
    assert ground() == editable


# Enter -------------------------------------------------------------------------------------------


def test_enter_goes_on_with_a_list_and_shift_enter_does_not(
    editor: MarkdownEditor, qtbot: QtBot
) -> None:
    editor.set_text("- one")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClick(editor, Key.Key_Return)
    qtbot.keyClicks(editor, "two")
    qtbot.keyClick(editor, Key.Key_Return, SHIFT)
    qtbot.keyClicks(editor, "of two")
    assert editor.text() == "- one\n- two\nof two"
    assert line_heights(editor) == {24.0}


def test_in_fenced_code_a_dash_is_a_dash(editor: MarkdownEditor, qtbot: QtBot) -> None:
    editor.set_text("- one\n\n```\n- code\n```\n")
    cursor = editor.textCursor()
    cursor.setPosition(editor.text().index("- code") + len("- code"))
    editor.setTextCursor(cursor)
    qtbot.keyClick(editor, Key.Key_Return)
    assert editor.text() == "- one\n\n```\n- code\n\n```\n"
