"""Blanks: gone to one after the other."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from newsdesk.desk import open_desk
from tests.ui.windows import OpenWindow

Open = Callable[..., OpenWindow]


@pytest.fixture
def window(bare_folder: Path, open_window: Open) -> OpenWindow:
    with open_desk(bare_folder, writing=True) as desk:
        desk.releases.new(
            {
                "headline": "{{who}} speaks",
                "subheadline": "She is head 🌊 {{of which office}}",
                "abstract": "{{in short}}.",
                "byline": "{{by}}",
            },
            body_md="🌊 {{place}} – {{what}}\n\nNo blank here.",
        )
    return open_window().begin()


def selected(window: OpenWindow) -> str:
    """Return what is selected in the field with the keyboard."""
    field = QApplication.focusWidget()
    if isinstance(field, QLineEdit):
        return field.selectedText()
    assert isinstance(field, QTextEdit | QPlainTextEdit)
    return field.textCursor().selectedText()


def test_one_goes_from_blank_to_blank_through_all_texts_and_round_again(
    window: OpenWindow,
) -> None:
    window.window.editor.fields.headline.setFocus()
    gone_to: list[str] = []
    window.do("edit.next_blank")
    for _ in range(7):
        gone_to.append(selected(window))
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        window.wait(lambda: selected(window).startswith("{{"))
    assert gone_to == [
        "{{who}}",
        "{{of which office}}",
        "{{in short}}",
        "{{by}}",
        "{{place}}",
        "{{what}}",
        "{{who}}",
    ]


def test_the_field_with_the_next_blank_is_shown_even_if_it_is_folded_away(
    window: OpenWindow,
) -> None:
    window.window.inspector.set_closed_sections(("release",))
    window.do("view.inspector")
    window.window.editor.fields.subheadline.setFocus()
    window.window.editor.fields.subheadline.go_to_end()
    window.do("edit.next_blank")
    assert selected(window) == "{{in short}}"
    assert QApplication.focusWidget().isVisible()
    QTest.keyClicks(QApplication.focusWidget(), "Said shortly")
    window.wait(lambda: window.release.abstract == "Said shortly.")


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
    for name in ("subheadline", "abstract", "byline"):
        window.session.edit("Fill in", **{name: "Said"})
    window.type_headline("Dana speaks")
    text.setFocus()
    text.selectAll()
    QTest.keyClicks(text, "All said.")
    window.do("edit.next_blank")
    assert window.notice == "No blank is left in the text."
