"""The line at the top of the text."""

import pytest
from pytestqt.qtbot import QtBot

from newsdesk.ui.editor.markdown_editor import MarkdownEditor
from newsdesk.ui.editor.scroll_place import ScrollPlace
from newsdesk.ui.theme.theme_controller import ThemeController

LONG = "A paragraph in one line of the source that takes many rows of the editor. " * 12
TEXT = "\n\n".join(f"## Part {number}\n\n{LONG}\n\n- one\n- two\n- three" for number in range(40))


@pytest.fixture
def editor(themes: ThemeController, qtbot: QtBot) -> MarkdownEditor:
    editor = MarkdownEditor(themes)
    qtbot.addWidget(editor)
    editor.resize(420, 500)
    editor.set_text(TEXT)
    editor.show()
    editor.document().size()  # all of it is laid out
    return editor


@pytest.fixture
def place(editor: MarkdownEditor) -> ScrollPlace:
    return ScrollPlace(editor)


def test_a_text_begins_at_line_0(editor: MarkdownEditor, place: ScrollPlace) -> None:
    assert place.line == 0
    editor.verticalScrollBar().setValue(11)  # within the margin
    assert 0 < place.line < 0.5
    place.set_line(0)
    assert editor.verticalScrollBar().value() == 0


def test_every_place_of_the_bar_is_found_again(editor: MarkdownEditor, place: ScrollPlace) -> None:
    bar = editor.verticalScrollBar()
    lines: list[float] = []
    for value in range(0, bar.maximum(), 7):
        bar.setValue(value)
        lines.append(place.line)
        bar.setValue(0)
        place.set_line(lines[-1])
        assert bar.value() == value
    assert lines == sorted(lines)
    assert len(set(lines)) == len(lines)


def test_the_line_at_the_top_is_the_one_that_is_seen_there(
    editor: MarkdownEditor, place: ScrollPlace
) -> None:
    place.set_line(14)
    at_top = editor.cursorForPosition(editor.viewport().rect().topLeft())
    assert at_top.blockNumber() == 14
    document, layout = editor.document(), editor.document().documentLayout()
    top, end = (
        layout.blockBoundingRect(document.findBlockByNumber(number)).top() for number in (16, 17)
    )
    place.set_line(16.5)
    assert editor.verticalScrollBar().value() == round((top + end) / 2)


@pytest.mark.parametrize("line", [-3, 400, 1e9])
def test_further_than_the_text_nothing_is_scrolled(
    line: float, editor: MarkdownEditor, place: ScrollPlace
) -> None:
    place.set_line(line)
    bar = editor.verticalScrollBar()
    assert bar.value() == (0 if line < 0 else bar.maximum())


def test_the_last_line_at_the_top_is_that_of_the_end(
    editor: MarkdownEditor, place: ScrollPlace
) -> None:
    bar = editor.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert place.line == place.last_line > 200


def test_only_who_else_scrolls_is_told(
    editor: MarkdownEditor, place: ScrollPlace, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(place.moved):
        place.set_line(20)
    with qtbot.waitSignal(place.moved):
        editor.verticalScrollBar().setValue(5)


def test_a_text_that_is_all_seen_stays(themes: ThemeController, qtbot: QtBot) -> None:
    editor = MarkdownEditor(themes)
    qtbot.addWidget(editor)
    editor.show()
    place = ScrollPlace(editor)
    assert (place.line, place.last_line) == (0, 0)
    place.set_line(0.5)
    assert editor.verticalScrollBar().value() == 0
