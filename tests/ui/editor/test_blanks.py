"""Blanks: seen, and gone to one after the other."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from newsdesk.desk import open_desk
from tests.ui.windows import OpenWindow

Open = Callable[..., OpenWindow]


@pytest.fixture
def window(bare_folder: Path, open_window: Open) -> OpenWindow:
    with open_desk(bare_folder, writing=True) as desk:
        desk.releases.new(
            {"headline": "{{who}} speaks"}, body_md="🌊 {{place}} – {{what}}\n\nNo blank here."
        )
    return open_window().begin()


def marked(window: OpenWindow) -> list[str]:
    return [one.cursor.selectedText() for one in window.window.editor.text.extraSelections()]


def test_blanks_are_marked_and_no_longer_once_they_are_filled_in(window: OpenWindow) -> None:
    window.wait(lambda: {"{{place}}", "{{what}}"} <= set(marked(window)))
    window.do("edit.next_blank")  # the caret is in no text: from the first
    text = window.window.editor.text
    text.setFocus()
    cursor = text.document().find("{{place}}")
    text.setTextCursor(cursor)
    QTest.keyClicks(text, "Geneva")
    window.wait(lambda: "{{place}}" not in marked(window) and "{{what}}" in marked(window))


def test_one_goes_from_blank_to_blank_through_all_texts_and_round_again(
    window: OpenWindow,
) -> None:
    editor = window.window.editor
    editor.fields.headline.setFocus()
    window.do("edit.next_blank")
    assert editor.fields.headline.textCursor().selectedText() == "{{who}}"
    QTest.keyClick(editor.fields.headline, Qt.Key.Key_Tab)
    assert editor.text.textCursor().selectedText() == "{{place}}"
    window.wait(editor.text.hasFocus)
    QTest.keyClick(editor.text, Qt.Key.Key_Tab)
    assert editor.text.textCursor().selectedText() == "{{what}}"
    QTest.keyClick(editor.text, Qt.Key.Key_Tab)
    assert editor.fields.headline.textCursor().selectedText() == "{{who}}"


def test_tab_is_what_it_was_where_no_blank_is_selected(window: OpenWindow) -> None:
    text = window.window.editor.text
    text.setFocus()
    cursor = text.document().find("No blank")
    text.setTextCursor(cursor)
    before = text.textCursor().selectedText()
    QTest.keyClick(text, Qt.Key.Key_Tab)
    assert before == "No blank"
    assert not text.textCursor().selectedText().startswith("{{")


def test_it_is_said_that_none_is_left(window: OpenWindow) -> None:
    text = window.window.editor.text
    window.type_headline("Dana speaks")
    text.setFocus()
    text.selectAll()
    QTest.keyClicks(text, "All said.")
    window.do("edit.next_blank")
    assert window.notice == "No blank is left in the text."
