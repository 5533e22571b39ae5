"""Texts of any length that are opened or put in."""

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from newsdesk.ui.editor.markdown_editor import MarkdownEditor
from newsdesk.ui.editor.text_intake import TextIntake

_LONG = "".join(f"Line {number} of a long text.\n" for number in range(20_000))
_HUGE = "A line of a text that is no release.\n" * 60_000


@pytest.fixture
def intake(editor: MarkdownEditor) -> TextIntake:
    return editor.intake


def clipboard(text: str) -> QMimeData:
    source = QMimeData()
    source.setText(text)
    return source


# Opening ----------------------------------------------------------------------------------------


def test_what_is_seen_of_a_long_text_is_there_at_once(
    editor: MarkdownEditor, intake: TextIntake, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(editor.text_edited), qtbot.waitSignal(intake.opened):
        editor.set_text(_LONG)
        assert editor.document().blockCount() > 1_000
        assert editor.text() != _LONG
        assert intake.is_opening
        assert not editor.is_editable
        assert editor.place == (1, 1)
    assert editor.text() == _LONG
    assert editor.is_editable
    assert not editor.can_undo
    assert not intake.is_busy


def test_a_long_text_is_in_colours_to_its_end(editor: MarkdownEditor, qtbot: QtBot) -> None:
    with qtbot.waitSignal(editor.intake.opened):
        editor.set_text(_LONG + "**The end**")
    assert len(editor.document().lastBlock().layout().formats()) == 3


def test_after_a_long_text_was_opened_keys_are_steps_of_undo(
    editor: MarkdownEditor, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(editor.intake.opened):
        editor.set_text(_LONG)
    qtbot.keyClicks(editor, "a")
    assert editor.can_undo
    editor.undo()
    assert editor.text() == _LONG


def test_a_text_that_may_only_be_read_stays_so(editor: MarkdownEditor, qtbot: QtBot) -> None:
    with qtbot.waitSignal(editor.intake.opened):
        editor.set_text(_LONG)
        editor.set_editable(False)
    assert not editor.is_editable


def test_another_text_takes_the_place_of_one_on_its_way(
    editor: MarkdownEditor, qtbot: QtBot
) -> None:
    editor.set_text(_LONG)
    editor.set_text("Short")
    assert editor.text() == "Short"
    assert editor.is_editable
    qtbot.keyClicks(editor, "a")
    assert editor.can_undo


def test_a_short_text_is_opened_at_once(intake: TextIntake, qtbot: QtBot) -> None:
    with qtbot.waitSignal(intake.opened), qtbot.assertNotEmitted(intake.busy_changed):
        intake.open("Short")


# Putting in -------------------------------------------------------------------------------------


def test_a_long_text_is_put_in_as_one_edit_and_one_step(
    editor: MarkdownEditor, intake: TextIntake, qtbot: QtBot
) -> None:
    editor.set_text("before after")
    caret = editor.textCursor()
    caret.setPosition(7)
    editor.setTextCursor(caret)
    edits: list[str] = []
    editor.text_edited.connect(lambda: edits.append(editor.text()))
    with qtbot.waitSignal(editor.pasted):
        editor.insertFromMimeData(clipboard(_LONG))
        assert intake.is_busy
        assert not intake.is_opening
        assert not editor.can_undo
    assert edits == [f"before {_LONG}after"]
    assert editor.textCursor().position() == 7 + len(_LONG)
    editor.undo()
    assert editor.text() == "before after"


def test_of_what_was_stopped_nothing_is_left(
    editor: MarkdownEditor, intake: TextIntake, qtbot: QtBot
) -> None:
    editor.set_text("before after")
    qtbot.keyClicks(editor, "typed ")
    editor.moveCursor(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
    intake.progressed.connect(lambda done, _: intake.stop() if done else None)
    with qtbot.assertNotEmitted(editor.text_edited), qtbot.waitSignals([intake.busy_changed] * 2):
        editor.insertFromMimeData(clipboard(_LONG))
    assert editor.text() == "typed before after"
    assert not editor.can_redo
    editor.undo()
    assert editor.text() == "before after"


def test_of_more_than_any_release_holds_the_user_is_asked(
    editor: MarkdownEditor, intake: TextIntake, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(intake.asked) as asked:
        editor.insertFromMimeData(clipboard(_HUGE))
    assert editor.text() == ""
    assert not intake.is_busy
    assert asked.args is not None
    with qtbot.waitSignal(editor.pasted, timeout=30_000):
        intake.put_in(asked.args[0], is_asked=True)
    assert editor.text() == _HUGE


def test_a_line_without_an_end_is_told(
    editor: MarkdownEditor, intake: TextIntake, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(intake.endless_line_came):
        intake.put_in("word " * 30_000)
    with qtbot.waitSignal(intake.endless_line_came):
        intake.open("word " * 30_000)
    editor.set_editable(False)
    with qtbot.assertNotEmitted(intake.endless_line_came):
        intake.open("word " * 30_000)


# What is no text --------------------------------------------------------------------------------


def test_what_is_no_text_is_refused(
    editor: MarkdownEditor, intake: TextIntake, qtbot: QtBot
) -> None:
    editor.set_text("before")
    data = QMimeData()
    data.setData("application/x-program", b"\x7fELF")
    for source in (clipboard("\x7fELF\x02\x01\x01" + "\0" * 64), data):
        with qtbot.waitSignal(intake.refused):
            editor.insertFromMimeData(source)
    assert editor.text() == "before"


def test_of_every_control_character_only_those_of_lines_and_tabs_stay(
    editor: MarkdownEditor,
) -> None:
    controls = [*range(0x20), 0x7F, *range(0x80, 0xA0), 0x2028, 0x2029, 0xFEFF, 0xFFFC]
    for code in controls:
        editor.set_text("")
        editor.insertFromMimeData(clipboard(f"a{chr(code)}b"))
        assert editor.text() in {"ab", "a\nb", "a\tb", f"a{chr(0xFEFF)}b"}, hex(code)
        assert editor.document().blockCount() == editor.text().count("\n") + 1


def test_what_may_only_be_read_takes_nothing_and_says_nothing(
    editor: MarkdownEditor, intake: TextIntake, qtbot: QtBot
) -> None:
    editor.set_editable(False)
    with qtbot.assertNotEmitted(intake.refused), qtbot.assertNotEmitted(editor.pasted):
        editor.insertFromMimeData(clipboard("\0" * 64))
        editor.insertFromMimeData(clipboard("words"))
    assert editor.text() == ""


def test_a_long_text_changed_elsewhere_keeps_the_caret_at_its_words(
    editor: MarkdownEditor, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(editor.intake.opened):
        editor.set_text(_LONG)
    caret = editor.textCursor()
    caret.setPosition(400_000)
    editor.setTextCursor(caret)
    with qtbot.waitSignal(editor.intake.opened):
        editor.reload("First. " + _LONG)
    assert editor.textCursor().position() == 400_007
