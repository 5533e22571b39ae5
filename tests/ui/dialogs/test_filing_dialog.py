"""Filing many releases at once."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from newsdesk.domain.ids import TermId
from newsdesk.domain.vocabulary import Scheme, Term
from newsdesk.ui.dialogs.filing_dialog import FilingDialog
from newsdesk.ui.inspector.term_field import TermField
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.completing_field import CompletingField
from newsdesk.ui.widgets.segmented import SegmentedControl

QUAYS = Term(id=TermId(UUID(int=7)), scheme=Scheme.TAG, qcode="quays", names={"en": "Quays"})


class Store:
    def read(self, _work: object, then: Callable[[Any], None]) -> None:
        then((QUAYS,))


@pytest.fixture
def dialog(icons: Icons, qtbot: QtBot) -> FilingDialog:
    dialog = FilingDialog(12, "en", Store(), icons)  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitUntil(dialog.isVisible)
    return dialog


def field(dialog: FilingDialog) -> CompletingField:
    (shown,) = (one for one in dialog.findChildren(TermField) if one.isVisible())
    return shown.findChild(CompletingField)


def do(dialog: FilingDialog) -> QPushButton:
    return next(b for b in dialog.findChildren(QPushButton) if b.text() in ("&File", "&Take off"))


def enter(dialog: FilingDialog, text: str) -> None:
    QTest.keyClicks(field(dialog), text)
    QTest.keyClick(field(dialog), Qt.Key.Key_Return)


def test_terms_that_are_there_and_words_that_are_not_are_filed(
    dialog: FilingDialog, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(dialog.filing_requested):
        do(dialog).click()
    enter(dialog, "QUAYS")
    enter(dialog, "Lighthouses")
    with qtbot.waitSignal(dialog.filing_requested) as requested:
        do(dialog).click()
    assert requested.args == [Scheme.TAG, (QUAYS, "Lighthouses"), True]


def test_what_stands_in_the_field_is_meant_too(dialog: FilingDialog, qtbot: QtBot) -> None:
    enter(dialog, "Quays")
    QTest.keyClicks(field(dialog), "Piers")
    with qtbot.waitSignal(dialog.filing_requested) as requested:
        do(dialog).click()
    assert requested.args[1] == (QUAYS, "Piers")  # type: ignore[index]


def test_only_what_is_there_can_be_taken_off(dialog: FilingDialog, qtbot: QtBot) -> None:
    enter(dialog, "Piers")
    ways = dialog.findChild(SegmentedControl)
    ways.set_choice("remove")
    ways.choice_edited.emit("remove")
    enter(dialog, "Piers")
    with qtbot.assertNotEmitted(dialog.filing_requested):
        do(dialog).click()
    field(dialog).clear()
    enter(dialog, "quays")
    with qtbot.waitSignal(dialog.filing_requested) as requested:
        do(dialog).click()
    assert requested.args == [Scheme.TAG, (QUAYS,), False]


def test_another_vocabulary_begins_anew(dialog: FilingDialog, qtbot: QtBot) -> None:
    enter(dialog, "Quays")
    schemes = dialog.findChild(QComboBox)
    schemes.setCurrentIndex(schemes.findData(Scheme.THEME))
    enter(dialog, "Sea")
    with qtbot.waitSignal(dialog.filing_requested) as requested:
        do(dialog).click()
    assert requested.args == [Scheme.THEME, ("Sea",), True]


def test_a_word_can_be_taken_out_again(dialog: FilingDialog, qtbot: QtBot) -> None:
    enter(dialog, "Quays, Piers")
    QTest.keyClick(field(dialog), Qt.Key.Key_Backspace)
    with qtbot.waitSignal(dialog.filing_requested) as requested:
        do(dialog).click()
    assert requested.args[1] == (QUAYS,)  # type: ignore[index]
