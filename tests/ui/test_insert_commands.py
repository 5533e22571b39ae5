"""The Insert menu in a whole window, by its actions and by keys."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QTextEdit
from pytestqt.qtbot import QtBot

from newsdesk.desk import open_desk
from newsdesk.domain.embargo import Embargo
from newsdesk.ui.dialogs.contact_dialog import ContactDialog
from newsdesk.ui.dialogs.insert_picker import InsertPicker
from newsdesk.ui.dialogs.quote_dialog import QuoteDialog
from newsdesk.ui.dialogs.settings_dialog import SettingsDialog
from newsdesk.ui.dialogs.snippet_dialog import SnippetDialog
from newsdesk.ui.widgets.completing_field import CompletingField
from tests.ui.windows import OpenWindow

Open = Callable[..., OpenWindow]
HARBOUR = "Harbour crews from nine ports train together for winter rescues"
DANA = "Dana Whitlock, Head of Press, OSH Geneva"


@pytest.fixture
def window(sample_folder: Path, open_window: Open) -> OpenWindow:
    """A window in whose one release nothing is written yet."""
    with open_desk(sample_folder, writing=True) as desk:
        desk.releases.new({"headline": "Empty", "dateline.places": "Geneva"}, body_md="The lead.")
    window = open_window().begin()
    window.open("Empty")
    window.window.editor.text.moveCursor(window.window.editor.text.textCursor().MoveOperation.End)
    return window


@pytest.fixture
def bare_window(bare_folder: Path, open_window: Open) -> OpenWindow:
    """A window on a newsroom without any book."""
    with open_desk(bare_folder, writing=True) as desk:
        desk.releases.new({"headline": "Empty"}, body_md="The lead.")
    window = open_window().begin()
    window.open("Empty")
    return window


def picked(window: OpenWindow, qtbot: QtBot, action: str, typed: str) -> None:
    """Open a list, type, and take what comes first."""
    window.do(action)
    picker = window.dialog(InsertPicker)
    field = picker.findChild(QLineEdit)
    qtbot.keyClicks(field, typed)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def select(window: OpenWindow, words: str) -> None:
    text = window.window.editor.text
    cursor = text.document().find(words)
    assert not cursor.isNull()
    text.setTextCursor(cursor)


def body(window: OpenWindow) -> str:
    return window.window.editor.text.text()


def has_keyboard(window: OpenWindow) -> None:
    window.wait(lambda: window.window.focusWidget() is window.window.editor.text)


# Quotes ---------------------------------------------------------------------------------------


def test_a_quote_from_the_address_book_is_written_by_keys(window: OpenWindow, qtbot: QtBot) -> None:
    window.do("insert.quote")
    dialog = window.dialog(QuoteDialog)
    qtbot.keyClicks(dialog.findChild(CompletingField), "dana")
    qtbot.keyClick(dialog.findChild(CompletingField), Qt.Key.Key_Return)
    words = dialog.findChild(QTextEdit)
    qtbot.keyClicks(words, "We are happy with this berth.")
    qtbot.keyClick(words, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    has_keyboard(window)
    assert body(window) == f"The lead.\n\n“We are happy with this berth,” said {DANA}."
    with open_desk(window.folder) as desk:
        (found,) = desk.releases.quotes(window.release)
    assert found.speaker == "Dana Whitlock"
    window.do("edit.undo")
    assert body(window) == "The lead."


def test_what_is_selected_is_what_is_quoted(window: OpenWindow) -> None:
    select(window, "The lead.")
    window.do("insert.quote")
    dialog = window.dialog(QuoteDialog)
    assert dialog.findChild(QTextEdit).toPlainText() == "The lead."
    dialog.reject()
    has_keyboard(window)
    assert body(window) == "The lead."


def test_somebody_who_is_found_among_everything_is_quoted(window: OpenWindow, qtbot: QtBot) -> None:
    picked(window, qtbot, "insert.anything", "marchetti")
    assert window.dialog(QuoteDialog).findChild(CompletingField).text() == "Léa Marchetti"


def test_somebody_new_joins_the_address_book(window: OpenWindow, qtbot: QtBot) -> None:
    select(window, "The lead.")
    window.do("insert.quote")
    dialog = window.dialog(QuoteDialog)
    qtbot.keyClicks(dialog.findChild(CompletingField), "Karim Best")
    qtbot.keyClick(dialog.findChild(CompletingField), Qt.Key.Key_Return)
    dialog.findChild(QCheckBox).click()
    window.push("Insert quote", dialog)
    assert body(window) == "“The lead,” said Karim Best."
    window.wait(lambda: window.notice == "Added to the address book: Karim Best.")
    with open_desk(window.folder) as desk:
        card = desk.people.find("Karim Best")
        assert (card.name, card.contact) == ("Karim Best", None)  # quoted, and asked nothing


# Contacts, paragraphs, dates ------------------------------------------------------------------


def test_a_contact_is_a_line_without_what_is_private(window: OpenWindow, qtbot: QtBot) -> None:
    picked(window, qtbot, "insert.contact", "whitlock")
    has_keyboard(window)
    assert body(window) == (
        "The lead.\n\n**Dana Whitlock**, Head of Press, OSH Geneva, Tel: +41 22 555 01 40, "
        "Email: [dana.whitlock@example.org](mailto:dana.whitlock@example.org)"
    )


def test_a_standing_paragraph_of_the_language_is_inserted(window: OpenWindow, qtbot: QtBot) -> None:
    picked(window, qtbot, "insert.boilerplate", "about")
    has_keyboard(window)
    assert body(window).startswith("The lead.\n\n**About the Office for Safe Harbours.** ")


def test_today_goes_where_the_caret_is(window: OpenWindow, qtbot: QtBot) -> None:
    select(window, "lead")
    window.do("insert.today")
    today = window.surroundings.now().astimezone(ZoneInfo("Europe/Zurich"))
    assert body(window) == f"The today ({today:%d/%m})."
    window.do("insert.long_date")
    assert body(window) == f"The today ({today:%d/%m}){today.day} {today:%B %Y}."


def test_dates_are_found_among_everything(window: OpenWindow, qtbot: QtBot) -> None:
    picked(window, qtbot, "insert.anything", "long date")
    today = window.surroundings.now().astimezone(ZoneInfo("Europe/Zurich"))
    assert body(window) == f"The lead.{today.day} {today:%B %Y}"


def test_the_line_of_the_embargo_is_inserted(window: OpenWindow) -> None:
    assert not window.action("insert.embargo").isEnabled()
    later = window.surroundings.now().replace(tzinfo=None) + timedelta(days=9)
    embargo = Embargo.until(later, "Europe/Zurich", city_label="Geneva")
    window.session.edit("Set the embargo", embargo=embargo)
    window.do("insert.embargo")
    assert body(window).startswith("The lead.\n\n**EMBARGOED UNTIL ")


# Snippets -------------------------------------------------------------------------------------


def test_what_is_selected_becomes_a_snippet_that_can_be_inserted(
    window: OpenWindow, qtbot: QtBot
) -> None:
    select(window, "The lead.")
    window.do("insert.save_snippet")
    dialog = window.dialog(SnippetDialog)
    qtbot.keyClicks(dialog.findChild(QLineEdit), "Lead")
    dialog.findChild(QTextEdit).setPlainText("{{selection}} On {{headline}}: {{cursor}}!")
    window.push("Save snippet", dialog)
    window.wait(lambda: window.notice == "Saved as a snippet: Lead.")
    has_keyboard(window)
    picked(window, qtbot, "insert.snippet", "lead")
    assert body(window) == "The lead. On Empty: !"
    has_keyboard(window)
    qtbot.keyClicks(window.window.editor.text, "here")
    assert body(window) == "The lead. On Empty: here!"


@pytest.mark.parametrize(
    ("action", "dialog"),
    [("insert.contact", ContactDialog), ("insert.snippet", SnippetDialog)],
)
def test_empty_books_offer_to_begin_them(
    bare_window: OpenWindow, qtbot: QtBot, action: str, dialog: type[ContactDialog]
) -> None:
    picked(bare_window, qtbot, action, "")
    bare_window.dialog(dialog).reject()
    has_keyboard(bare_window)


def test_a_contact_that_was_just_added_can_be_chosen(bare_window: OpenWindow, qtbot: QtBot) -> None:
    picked(bare_window, qtbot, "insert.contact", "")
    dialog = bare_window.dialog(ContactDialog)
    qtbot.keyClicks(dialog.findChild(QLineEdit, "contact_name"), "Noor Elm")
    bare_window.push("Save contact", dialog)
    picker = bare_window.dialog(InsertPicker)
    qtbot.keyClick(picker.findChild(QLineEdit), Qt.Key.Key_Return)
    assert body(bare_window).startswith("**Noor Elm**")


@pytest.mark.parametrize(("action", "heading"), [("insert.boilerplate", "Standing paragraphs")])
def test_books_are_edited_in_the_settings(
    bare_window: OpenWindow, qtbot: QtBot, action: str, heading: str
) -> None:
    picked(bare_window, qtbot, action, "")
    settings = bare_window.dialog(SettingsDialog)
    assert settings._pages.currentWidget().accessibleName() == heading


def test_nothing_is_inserted_into_a_release_that_was_opened_meanwhile(
    window: OpenWindow, qtbot: QtBot
) -> None:
    window.do("insert.contact")
    picker = window.dialog(InsertPicker)
    before = window.open(HARBOUR).body_md
    qtbot.keyClick(picker.findChild(QLineEdit), Qt.Key.Key_Return)
    assert body(window) == before
