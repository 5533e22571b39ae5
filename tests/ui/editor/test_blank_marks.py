"""Blanks: seen where they stand."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from newsdesk.desk import open_desk
from tests.ui.windows import OpenWindow

Open = Callable[..., OpenWindow]


@pytest.fixture
def window(bare_folder: Path, open_window: Open) -> OpenWindow:
    with open_desk(bare_folder, writing=True) as desk:
        desk.releases.new(
            {"headline": "{{who}} speaks", "abstract": "{{in short}} 🌊 {{and clear}}."},
            body_md="🌊 {{place}} – {{what}}\n\nNo blank here.",
        )
    return open_window().begin()


def marked(field: QTextEdit | QPlainTextEdit) -> list[str]:
    return [one.cursor.selectedText() for one in field.extraSelections()]


def test_blanks_are_marked_and_no_longer_once_they_are_filled_in(window: OpenWindow) -> None:
    text = window.window.editor.text
    window.wait(lambda: {"{{place}}", "{{what}}"} <= set(marked(text)))
    text.setFocus()
    text.setTextCursor(text.document().find("{{place}}"))
    QTest.keyClicks(text, "Geneva")
    window.wait(lambda: "{{place}}" not in marked(text) and "{{what}}" in marked(text))


def test_so_are_those_of_the_short_texts(window: OpenWindow) -> None:
    headline = window.window.editor.fields.headline
    abstract = window.window.inspector.release_texts().abstract
    window.wait(lambda: "{{who}}" in marked(headline))
    window.wait(lambda: marked(abstract) == ["{{in short}}", "{{and clear}}"])
    window.type_headline("Dana speaks")
    window.wait(lambda: "{{who}}" not in marked(headline))
    window.session.undo_stack.undo()
    window.wait(lambda: "{{who}}" in marked(headline))
