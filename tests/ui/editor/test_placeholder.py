"""What an empty field shows."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from newsdesk.ui.editor.markdown_editor import MarkdownEditor
from newsdesk.ui.theme.theme_controller import ThemeController


@pytest.fixture
def editor(themes: ThemeController, qtbot: QtBot) -> MarkdownEditor:
    editor = MarkdownEditor(themes)
    qtbot.addWidget(editor)
    editor.resize(480, 200)
    editor.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # no caret
    editor.show()
    qtbot.waitExposed(editor)
    return editor


def inked(editor: MarkdownEditor) -> QRect:
    """Return where anything is drawn."""
    image: QImage = editor.viewport().grab().toImage()
    ground = QColor(image.pixelColor(0, 0))
    places = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y) != ground
    ]
    if not places:
        return QRect()
    xs, ys = zip(*places, strict=True)
    return QRect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def test_it_stands_where_the_text_will(editor: MarkdownEditor) -> None:
    placeholder = inked(editor)
    editor.set_text("Begin with the news: who did what, where and when")
    text = inked(editor)
    assert abs(placeholder.top() - text.top()) <= 1
    assert abs(placeholder.left() - text.left()) <= 1
    assert abs(placeholder.height() - text.height()) <= 1


def test_it_stands_on_the_side_where_the_window_begins(editor: MarkdownEditor) -> None:
    editor.resize(800, 200)
    left = inked(editor).left()
    editor.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert inked(editor).left() > left + 200


def test_it_gives_way_to_what_is_being_composed(editor: MarkdownEditor) -> None:
    QApplication.sendEvent(editor, QInputMethodEvent("ni", []))
    assert 0 < inked(editor).width() < 60


def test_a_text_that_may_not_be_changed_asks_for_nothing(editor: MarkdownEditor) -> None:
    editor.set_editable(False)
    assert inked(editor).isEmpty()


def test_an_empty_text_runs_as_the_window_does_and_another_as_its_words(
    editor: MarkdownEditor,
) -> None:
    right, left = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
    first = editor.document().firstBlock
    editor.setLayoutDirection(right)
    assert first().textDirection() == right
    editor.set_text("One")
    assert first().textDirection() == left
    editor.set_text("")
    assert first().textDirection() == right
    editor.setLayoutDirection(left)
    assert first().textDirection() == left
    editor.set_text("عربي")
    assert first().textDirection() == right
