"""One term, while it is changed."""

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from newsdesk.domain.vocabulary import Scheme, TermColour, TermEntry
from newsdesk.ui.dialogs.term_dialog import TermChange, TermDialog
from newsdesk.ui.theme.theme_controller import ThemeController
from tests.ui.dialogs.terms import entry


def opened(term: TermEntry, themes: ThemeController, qtbot: QtBot) -> TermDialog:
    dialog = TermDialog(term, ["en", "es"], themes)
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def push(dialog: TermDialog, text: str) -> None:
    next(b for b in dialog.findChildren(QPushButton) if b.text() == text).click()


def test_names_colour_and_whether_it_is_offered_are_changed(
    themes: ThemeController, qtbot: QtBot
) -> None:
    dialog = opened(entry(1, "Quays", "Quais", colour=TermColour.RED), themes, qtbot)
    english, french = dialog.findChildren(QLineEdit)
    english.setText(" Piers ")
    french.setText("")
    push(dialog, "Add a name in another language")
    choice = dialog.findChild(QComboBox)
    assert choice.currentData() == "es"  # what the house writes and the term lacks comes first
    assert choice.findData("en") == choice.findData("fr") == -1
    dialog.findChildren(QLineEdit)[2].setText("Muelles")
    teal = next(b for b in dialog.findChildren(QToolButton) if b.accessibleName() == "Teal")
    teal.click()
    dialog.findChild(QCheckBox).click()
    with qtbot.waitSignal(dialog.change_requested) as requested:
        push(dialog, "&Save")
    assert requested.args == [
        TermChange({"en": "Piers", "fr": "", "es": "Muelles"}, TermColour.TEAL, is_active=False)
    ]


def test_nothing_changed_is_asked_for_as_it_is(themes: ThemeController, qtbot: QtBot) -> None:
    dialog = opened(entry(1, "Quays", colour=TermColour.RED, active=False), themes, qtbot)
    with qtbot.waitSignal(dialog.change_requested) as requested:
        push(dialog, "&Save")
    assert requested.args == [TermChange({"en": "Quays"}, TermColour.RED, is_active=False)]


def test_a_term_without_a_name_is_not_saved(themes: ThemeController, qtbot: QtBot) -> None:
    dialog = opened(entry(1, "Quays"), themes, qtbot)
    dialog.findChild(QLineEdit).setText(" ")
    with qtbot.assertNotEmitted(dialog.change_requested):
        push(dialog, "&Save")
    assert dialog.isVisible()


@pytest.mark.parametrize("scheme", [Scheme.IPTC_MEDIATOPIC, Scheme.IPTC_GENRE])
def test_the_names_of_a_standard_are_not_changed_here(
    themes: ThemeController, qtbot: QtBot, scheme: Scheme
) -> None:
    dialog = opened(entry(1, "sea", scheme=scheme), themes, qtbot)
    assert dialog.findChild(QLineEdit).isReadOnly()
