"""Putting into a text what a press office writes again and again, by keys in a real window."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QTextCursor

from newsdesk.desk import open_desk
from newsdesk.ui.dialogs.insert_picker import InsertPicker
from newsdesk.ui.dialogs.quote_dialog import QuoteDialog
from newsdesk.ui.dialogs.snippet_dialog import SnippetDialog
from tests.drivers import WindowDriver
from tests.hands import press, type_text, visible, wait_until

Open = Callable[..., WindowDriver]
QUOTE = "“We have trained for this all winter,” said Dana Whitlock, Head of Press, OSH Geneva."


@pytest.fixture
def desk(opened: Open) -> WindowDriver:
    """A window on the sample newsroom, with a new release open and the keyboard in its text."""
    desk = opened()
    desk.skip_first_start()
    press("Ctrl+N")
    wait_until(lambda: desk.headline == "", "an empty release")
    type_text("Harbour opens for winter")
    press("Down")
    press("Down")
    return desk


def test_a_quote_a_date_and_a_snippet_are_inserted_by_keys(desk: WindowDriver) -> None:
    type_text("The harbour opens ")
    press("Ctrl+;")
    type_text(".")
    lead = desk.body
    assert lead.startswith("The harbour opens today (")

    press("Ctrl+Shift+J")
    wait_until(lambda: bool(visible(QuoteDialog)), "the dialog")
    type_text("whit\n")
    type_text("We have trained for this all winter.")
    press("Ctrl+Return")
    wait_until(lambda: not visible(QuoteDialog), "the quote")
    assert desk.body == f"{lead}\n\n{QUOTE}"
    press("Ctrl+Z")
    assert desk.body == lead
    press("Ctrl+Shift+Z")

    text = desk.window.editor.text
    text.setTextCursor(QTextCursor(text.document().find("trained")))
    desk.do("insert.save_snippet")
    wait_until(lambda: bool(visible(SnippetDialog)), "the form")
    type_text("Drill\n")
    wait_until(lambda: not visible(SnippetDialog), "the snippet")
    press("Ctrl+End")
    type_text(" They were ")
    press("Ctrl+J")
    wait_until(lambda: bool(visible(InsertPicker)), "the list")
    type_text("drill\n")
    wait_until(lambda: not visible(InsertPicker), "the word")
    type_text(".")
    assert desk.body == f"{lead}\n\n{QUOTE} They were trained."
    wait_until(lambda: "trained for this all winter,” said" in desk.preview_main_html(), "the page")
    wait_until(lambda: desk.is_saved, "the text to be stored by itself")
    with open_desk(desk.folder) as books:
        (stored,) = (one for one in desk.stored() if one.headline == "Harbour opens for winter")
        assert [one.speaker for one in books.releases.quotes(stored)] == ["Dana Whitlock"]
    desk.close()
