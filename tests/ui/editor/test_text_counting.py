"""How long the text is, and the selection."""

import pytest
from pytestqt.qtbot import QtBot

from newsdesk.rendering.counting import TextCounts
from newsdesk.ui.editor.markdown_editor import MarkdownEditor
from newsdesk.ui.editor.text_counting import TextCounting
from newsdesk.ui.session import ReleaseSession
from newsdesk.ui.theme.theme_controller import ThemeController
from tests.ui.releases import release


@pytest.fixture
def editor(themes: ThemeController, qtbot: QtBot) -> MarkdownEditor:
    editor = MarkdownEditor(themes)
    qtbot.addWidget(editor)
    editor.set_text("**One** two\n\nthree")
    return editor


@pytest.fixture
def counting(editor: MarkdownEditor, session: ReleaseSession) -> TextCounting:
    session.open(release())
    return TextCounting(editor, session)


def test_what_is_read_is_counted(counting: TextCounting, qtbot: QtBot) -> None:
    with qtbot.waitSignal(counting.counted) as counted:
        counting.set_text("One two\n\nthree", 3)
    assert counted.args == [TextCounts(3, 12, 1), False]


def test_what_is_selected_is_counted_while_it_is(
    counting: TextCounting, editor: MarkdownEditor, qtbot: QtBot
) -> None:
    counting.set_text("One two\n\nthree", 3)
    with qtbot.waitSignal(counting.counted) as counted:
        editor.selectAll()
    assert counted.args == [TextCounts(3, 16, 1), True]
    cursor = editor.textCursor()
    cursor.clearSelection()
    with qtbot.waitSignal(counting.counted) as counted:
        editor.setTextCursor(cursor)
    assert counted.args == [TextCounts(3, 12, 1), False]


def test_nothing_is_counted_while_keys_follow_each_other(
    counting: TextCounting, qtbot: QtBot
) -> None:
    told: list[object] = []
    counting.counted.connect(lambda one, _: told.append(one))
    with qtbot.waitSignal(counting.counted):
        for number in range(200):
            counting.set_text("word " * number, number)
    assert told == [TextCounts(199, 995, 1)]


def test_a_very_long_text_is_counted_without_stopping_for_it(
    counting: TextCounting, editor: MarkdownEditor, qtbot: QtBot
) -> None:
    text = ("word " * 20 + "\n") * 5_000
    with qtbot.waitSignal(counting.counted) as counted:
        counting.set_text(text, 100_000)
    assert counted.args == [TextCounts(100_000, 500_000, 439), False]
    editor.set_text(text)
    qtbot.waitUntil(lambda: not editor.intake.is_busy, timeout=30_000)
    with qtbot.waitSignal(counting.counted) as counted:
        editor.selectAll()
    assert counted.args == [TextCounts(100_000, 500_000, 439), True]
