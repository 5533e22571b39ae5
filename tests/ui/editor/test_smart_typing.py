"""Typographic marks behind the keys of the headline and the text."""

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from newsdesk.ui.editor.editor_pane import EditorPane
from newsdesk.ui.session import ReleaseSession
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.theme.theme_controller import ThemeController
from tests.ui.releases import release

THIN = "\N{NARROW NO-BREAK SPACE}"


@pytest.fixture
def pane(
    themes: ThemeController, icons: Icons, session: ReleaseSession, qtbot: QtBot
) -> EditorPane:
    pane = EditorPane(session, themes, icons)
    qtbot.addWidget(pane)
    pane.show()
    return pane


def opened(session: ReleaseSession, language: str, body: str = "", headline: str = "") -> None:
    session.open(release(language=language, body_md=body, headline=headline))


@pytest.mark.parametrize(
    ("language", "keys", "expected"),
    [
        ("en", '"It\'s open" -- now', "“It’s open” – now"),
        ("fr", '"Oui !"', f"«{THIN}Oui{THIN}!{THIN}»"),
        ("de", '"Ja"', "„Ja“"),
        ("ar", '"IOM"', "«IOM»"),
    ],
)
def test_the_marks_are_those_of_the_release(
    pane: EditorPane, session: ReleaseSession, qtbot: QtBot, language: str, keys: str, expected: str
) -> None:
    opened(session, language)
    for field in (pane.fields.headline, pane.fields.subheadline, pane.text):
        qtbot.keyClicks(field, keys)
        assert field.text() == expected
    seen = session.release
    assert seen is not None
    assert (seen.headline, seen.subheadline, seen.body_md) == (expected,) * 3


def test_another_language_counts_from_the_next_key(
    pane: EditorPane, session: ReleaseSession, qtbot: QtBot
) -> None:
    opened(session, "en")
    qtbot.keyClicks(pane.text, '"a" ')
    session.edit("Change the language", language="ru")
    qtbot.keyClicks(pane.text, '"b"')
    assert pane.text.text() == "“a” «b»"


def test_one_undo_brings_back_what_was_typed_in_the_text(
    pane: EditorPane, session: ReleaseSession, qtbot: QtBot
) -> None:
    opened(session, "fr")
    qtbot.keyClicks(pane.text, 'Il dit "')
    pane.text.undo()
    assert pane.text.text() == 'Il dit "'
    qtbot.keyClicks(pane.text, "oui")
    assert pane.text.text() == 'Il dit "oui'
    for _ in range(2):
        pane.text.undo()
    assert pane.text.text() == ""
    for _ in range(2):
        pane.text.redo()
    assert pane.text.text() == 'Il dit "oui'


def test_one_undo_brings_back_what_was_typed_in_the_headline(
    pane: EditorPane, session: ReleaseSession, qtbot: QtBot
) -> None:
    opened(session, "en")
    qtbot.keyClicks(pane.fields.headline, 'The "')
    assert pane.fields.headline.text() == "The “"
    session.undo_stack.undo()
    assert pane.fields.headline.text() == 'The "'
    qtbot.keyClicks(pane.fields.headline, "x")
    assert pane.fields.headline.text() == 'The "x'


def test_after_an_undo_the_headline_goes_on_where_one_was(
    pane: EditorPane, session: ReleaseSession, qtbot: QtBot
) -> None:
    opened(session, "fr", headline="oui")
    pane.fields.headline.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.keyClicks(pane.fields.headline, '"')
    session.undo_stack.undo()
    qtbot.keyClicks(pane.fields.headline, "x")
    assert pane.fields.headline.text() == '"xoui'


def test_once_switched_off_straight_marks_stay(
    pane: EditorPane, session: ReleaseSession, qtbot: QtBot
) -> None:
    opened(session, "en")
    pane.typing.is_on = False
    for field in (pane.fields.headline, pane.text):
        qtbot.keyClicks(field, '"It\'s" -- so...')
        assert field.text() == '"It\'s" -- so...'


@pytest.mark.parametrize(
    "body", ["```\nsay ", "Words:\n\n    say ", "Words `say ", "[words](https://example.org/"]
)
def test_code_and_addresses_stay_as_typed(
    pane: EditorPane, session: ReleaseSession, qtbot: QtBot, body: str
) -> None:
    opened(session, "en", body)
    pane.text.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(pane.text, "\"it's--so...")
    assert pane.text.text() == body + "\"it's--so..."


@pytest.mark.parametrize("body", ["- item\n\n    ", "[^1]: note\n\n    ", "- item\n    "])
def test_what_is_indented_in_a_list_or_a_note_is_no_code(
    pane: EditorPane, session: ReleaseSession, qtbot: QtBot, body: str
) -> None:
    opened(session, "en", body)
    pane.text.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(pane.text, '"so')
    assert pane.text.text() == body + "“so"


def test_what_is_pasted_is_not_touched(
    pane: EditorPane, session: ReleaseSession, qtbot: QtBot
) -> None:
    opened(session, "en")
    pasted = QMimeData()
    pasted.setText('"as -- it is"')
    for field in (pane.fields.headline, pane.text):
        field.insertFromMimeData(pasted)
        assert field.text() == '"as -- it is"'


def test_what_an_input_method_writes_is_corrected_too(
    pane: EditorPane, session: ReleaseSession
) -> None:
    opened(session, "en")
    for field in (pane.fields.headline, pane.text):
        for sign in ('"', "a", '"'):  # as with a dead key
            event = QInputMethodEvent()
            event.setCommitString(sign)
            QApplication.sendEvent(field, event)
        assert field.text() == "“a”"


def test_letters_of_two_units_before_it_count_as_they_should(
    pane: EditorPane, session: ReleaseSession, qtbot: QtBot
) -> None:
    opened(session, "en", "🚢🚢 ")
    pane.text.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(pane.text, '"pier"')
    assert pane.text.text() == "🚢🚢 “pier”"


def test_a_key_that_writes_nothing_corrects_nothing(
    pane: EditorPane, session: ReleaseSession
) -> None:
    opened(session, "en", "it'", "it'")
    for field in (pane.fields.headline, pane.text):
        field.moveCursor(QTextCursor.MoveOperation.End)
        control = Qt.KeyboardModifier.ControlModifier
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Apostrophe, control, "'")
        QApplication.sendEvent(field, event)
        assert field.text() == "it'"


def test_a_text_that_is_only_read_is_left_alone(
    pane: EditorPane, session: ReleaseSession, qtbot: QtBot
) -> None:
    opened(session, "en", '"')
    session.set_writable(False)
    pane.text.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(pane.text, '"')
    assert pane.text.text() == '"'
