"""Quoting somebody by keys."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton, QTextEdit
from pytestqt.qtbot import QtBot

from newsdesk.services.speakers import Speaker
from newsdesk.ui.dialogs.quote_dialog import QuoteDialog, WrittenQuote
from newsdesk.ui.theme.theme_controller import ThemeController
from newsdesk.ui.widgets.completing_field import CompletingField

DANA = Speaker(name="Dana Whitlock", title="Head of Press, OSH Geneva")
TOMAS = Speaker(name="Tomas Okello", title="Harbour Master", words="T. Okello")
SAID = "“The crews train,” said Dana Whitlock, Head of Press, OSH Geneva."

Open = Callable[..., QuoteDialog]


@pytest.fixture
def opened(themes: ThemeController, qtbot: QtBot) -> Open:
    def open_dialog(language: str = "en", **options: object) -> QuoteDialog:
        dialog = QuoteDialog([DANA, TOMAS], language, **options)  # type: ignore[arg-type]
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.open()
        return dialog

    return open_dialog


def name(dialog: QuoteDialog) -> CompletingField:
    return dialog.findChild(CompletingField)


def title(dialog: QuoteDialog) -> QLineEdit:
    return next(one for one in dialog.findChildren(QLineEdit) if one.accessibleName() == "Title")


def words(dialog: QuoteDialog) -> QTextEdit:
    return dialog.findChild(QTextEdit, "quote_words")


def joins(dialog: QuoteDialog) -> QCheckBox:
    return dialog.findChild(QCheckBox)


def shown(dialog: QuoteDialog) -> str:
    return dialog.findChild(QLabel, "quote_paragraph").text()


def push(dialog: QuoteDialog, text: str) -> None:
    next(one for one in dialog.findChildren(QPushButton) if one.text() == text).click()


def complaints(dialog: QuoteDialog) -> list[str]:
    labels = (one for one in dialog.findChildren(QLabel) if one.property("role") == "error")
    return [label.text() for label in labels if label.isVisible()]


def test_a_quote_is_made_by_keys_alone(opened: Open, qtbot: QtBot) -> None:
    dialog = opened()
    qtbot.keyClicks(name(dialog), "whit")
    qtbot.keyClick(name(dialog), Qt.Key.Key_Return)
    assert (name(dialog).text(), title(dialog).text()) == (DANA.name, DANA.title)
    qtbot.waitUntil(words(dialog).hasFocus)
    qtbot.keyClicks(words(dialog), "The crews train.")
    assert shown(dialog) == SAID
    with qtbot.waitSignal(dialog.quote_written) as written:
        qtbot.keyClick(words(dialog), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert written.args == [WrittenQuote(SAID, None)]
    assert not dialog.isVisible()


def test_what_was_selected_is_what_was_said(opened: Open, qtbot: QtBot) -> None:
    dialog = opened(words="“The crews train.”", speaker=DANA)
    assert shown(dialog) == SAID
    (insert,) = (one for one in dialog.findChildren(QPushButton) if one.isDefault())
    qtbot.waitUntil(insert.hasFocus)
    with qtbot.waitSignal(dialog.quote_written):
        qtbot.keyClick(insert, Qt.Key.Key_Return)


def test_somebody_is_found_by_a_title_or_another_spelling(opened: Open, qtbot: QtBot) -> None:
    dialog = opened()
    qtbot.keyClicks(name(dialog), "T. Ok")
    qtbot.keyClick(name(dialog), Qt.Key.Key_Return)
    assert name(dialog).text() == "Tomas Okello"


def test_another_verb_is_chosen_or_typed(opened: Open) -> None:
    dialog = opened(words="The crews train.", speaker=TOMAS)
    verb = dialog.findChild(QComboBox)
    verb.setCurrentText("added")
    assert shown(dialog).startswith("“The crews train,” added Tomas")
    verb.setEditText("told reporters")
    assert shown(dialog).startswith("“The crews train,” told reporters Tomas")


def test_a_language_without_a_word_for_it_offers_none(opened: Open) -> None:
    dialog = opened("sv", words="Besättningarna tränar.", speaker=TOMAS)
    assert dialog.findChild(QComboBox) is None
    assert shown(dialog) == "”Besättningarna tränar.” – Tomas Okello, Harbour Master"


def test_somebody_new_can_join_the_address_book(opened: Open, qtbot: QtBot) -> None:
    dialog = opened(words="We float.")
    assert not joins(dialog).isVisible()
    qtbot.keyClicks(name(dialog), "Noor Elm")
    qtbot.keyClick(name(dialog), Qt.Key.Key_Return)
    assert name(dialog).text() == "Noor Elm"
    qtbot.keyClicks(title(dialog), "Pilot")
    assert joins(dialog).isVisible()
    joins(dialog).click()
    with qtbot.waitSignal(dialog.quote_written) as written:
        push(dialog, "&Insert quote")
    assert written.args == [
        WrittenQuote("“We float,” said Noor Elm, Pilot.", Speaker(name="Noor Elm", title="Pilot"))
    ]


def test_who_is_known_or_only_read_of_joins_nothing(opened: Open, qtbot: QtBot) -> None:
    dialog = opened(words="We float.")
    qtbot.keyClicks(name(dialog), "dana whitlock")
    assert not joins(dialog).isVisible()
    dialog = opened(words="We float.", can_add=False)
    qtbot.keyClicks(name(dialog), "Noor Elm")
    assert not joins(dialog).isVisible()


def test_what_is_missing_is_said_and_gone_to(opened: Open, qtbot: QtBot) -> None:
    dialog = opened()
    push(dialog, "&Insert quote")
    assert complaints(dialog) == ["Say who is quoted."]
    qtbot.keyClicks(name(dialog), "Noor Elm")
    assert complaints(dialog) == []
    push(dialog, "&Insert quote")
    assert complaints(dialog) == ["There is nothing to quote yet."]
    qtbot.waitUntil(words(dialog).hasFocus)
    assert dialog.isVisible()


def test_escape_closes_it_from_the_name_too(opened: Open, qtbot: QtBot) -> None:
    dialog = opened()
    qtbot.keyClick(name(dialog), Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_an_empty_book_says_that_a_name_can_be_typed(themes: ThemeController, qtbot: QtBot) -> None:
    dialog = QuoteDialog([], "en")
    qtbot.addWidget(dialog)
    dialog.open()
    told = [label.text() for label in dialog.findChildren(QLabel)]
    assert "The address book is empty. Type a name; it can be added there." in told


def test_an_arabic_quote_is_seen_from_right_to_left(opened: Open) -> None:
    dialog = opened("ar", words="نحن مستعدون.", speaker=Speaker(name="ليلى منصور"))
    paragraph = dialog.findChild(QLabel, "quote_paragraph")
    assert paragraph.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert paragraph.text() == "بحسب ليلى منصور: «نحن مستعدون»."
