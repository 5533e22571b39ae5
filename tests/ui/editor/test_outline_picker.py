"""Going to a heading or a quote."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from newsdesk.ui.editor.markdown_editor import MarkdownEditor
from newsdesk.ui.editor.outline_picker import OutlinePicker
from newsdesk.ui.theme.theme_controller import ThemeController

_BODY = (
    "The lead.\n\n## Training\n\n"
    "“We learned to bring people ashore in the dark,” said Dana Fischer, head of training.\n\n"
    + "A line.\n\n" * 60
    + "### Costs\n\nThe ports pay.\n\n"
    + "A line.\n\n" * 60
)


@pytest.fixture
def editor(themes: ThemeController, qtbot: QtBot) -> MarkdownEditor:
    editor = MarkdownEditor(themes)
    qtbot.addWidget(editor)
    editor.resize(480, 600)
    editor.show()
    qtbot.waitExposed(editor)
    editor.set_text(_BODY)
    return editor


@pytest.fixture
def picker(editor: MarkdownEditor) -> OutlinePicker:
    picker = OutlinePicker(editor, "en", editor)
    picker.open_over(editor)
    return picker


def lines(picker: QWidget) -> list[str]:
    shown = picker.findChildren(QListWidget)[0]
    return [shown.item(row).text() for row in range(shown.count())]


def marked(picker: QWidget) -> str:
    return picker.findChildren(QListWidget)[0].currentItem().text()


def field(picker: QWidget) -> QLineEdit:
    return picker.findChildren(QLineEdit)[0]


def test_headings_are_indented_by_their_level_and_quotes_are_quoted(picker: OutlinePicker) -> None:
    assert lines(picker) == [
        "Training",
        "\u2068“We learned to bring people ashore in the dark,”\u2069",
        "\u2003Costs",
    ]


def test_the_one_that_is_read_is_marked(editor: MarkdownEditor) -> None:
    editor.go_to_line(130)
    picker = OutlinePicker(editor, "en", editor)
    assert marked(picker) == "\u2003Costs"
    picker.close()


def test_enter_goes_to_what_was_found_by_typing(
    editor: MarkdownEditor, picker: OutlinePicker, qtbot: QtBot
) -> None:
    qtbot.keyClicks(field(picker), "cos")
    assert lines(picker) == ["\u2003Costs"]
    qtbot.keyClick(field(picker), Qt.Key.Key_Return)
    assert editor.textCursor().block().text() == "### Costs"
    assert 0 < editor.cursorRect().top() < editor.viewport().height() // 2


def test_a_quote_is_found_by_who_says_it(
    editor: MarkdownEditor, picker: OutlinePicker, qtbot: QtBot
) -> None:
    qtbot.keyClicks(field(picker), "fischer")
    qtbot.keyClick(field(picker), Qt.Key.Key_Return)
    assert editor.place == (5, 1)


def test_escape_leaves_the_caret_where_it_was(
    editor: MarkdownEditor, picker: OutlinePicker, qtbot: QtBot
) -> None:
    qtbot.keyClick(field(picker), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not editor.findChildren(OutlinePicker))
    assert editor.place == (1, 1)


def test_where_there_is_none_it_says_how_to_make_one(editor: MarkdownEditor) -> None:
    editor.set_text("Only a lead.")
    picker = OutlinePicker(editor, "en", editor)
    assert any("Begin a line with ##" in label.text() for label in picker.findChildren(QLabel))
    picker.close()


def test_it_is_no_higher_than_its_lines(picker: OutlinePicker) -> None:
    shown = picker.findChildren(QListWidget)[0]
    last = shown.visualItemRect(shown.item(shown.count() - 1))
    assert 0 <= shown.viewport().height() - last.bottom() <= 6
    assert not shown.verticalScrollBar().isVisible()


def test_quotes_have_the_marks_of_the_language(editor: MarkdownEditor) -> None:
    editor.set_text("> نريد محطة تعمل على مدار الساعة")
    picker = OutlinePicker(editor, "ar", editor)
    assert lines(picker) == ["\u2068«نريد محطة تعمل على مدار الساعة»\u2069"]
    picker.close()
