"""The vocabularies, as they are seen."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from newsdesk.domain.changes import Changes, Subject
from newsdesk.domain.vocabulary import Scheme, TermEntry
from newsdesk.ui.changes import ChangeHub
from newsdesk.ui.dialogs.term_list import TermListView, rows_of
from newsdesk.ui.dialogs.vocabularies_dialog import VocabulariesDialog
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.theme.theme_controller import ThemeController
from tests.ui.dialogs.terms import entry

QUAYS, PIERS = entry(1, "Quays", uses=3), entry(2, "Piers")


class Store:
    """Answers at once with what it has."""

    is_writable = True

    def __init__(self) -> None:
        self.entries: list[TermEntry] = [QUAYS, PIERS]

    def read(self, _work: object, then: Callable[[Any], None]) -> None:
        then(rows_of(self.entries, "en"))


@pytest.fixture
def store() -> Store:
    return Store()


@pytest.fixture
def hub() -> ChangeHub:
    return ChangeHub()


@pytest.fixture
def dialog(
    store: Store, hub: ChangeHub, themes: ThemeController, icons: Icons, qtbot: QtBot
) -> VocabulariesDialog:
    dialog = VocabulariesDialog("en", store, hub, themes, icons)  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def button(dialog: VocabulariesDialog, text: str) -> QPushButton:
    return next(b for b in dialog.findChildren(QPushButton) if b.text().replace("&", "") == text)


def search(dialog: VocabulariesDialog) -> QLineEdit:
    return dialog.findChild(QLineEdit)


def enabled(dialog: VocabulariesDialog) -> set[str]:
    names = ("Add", "Edit…", "Merge…", "Retire", "Remove", "Show uses")
    return {name for name in names if button(dialog, name).isEnabled()}


def test_only_what_is_possible_with_the_selection_is_offered(dialog: VocabulariesDialog) -> None:
    assert enabled(dialog) == set()
    dialog.show_term([QUAYS])
    assert enabled(dialog) == {"Edit…", "Retire", "Remove", "Show uses"}
    dialog.show_term([PIERS])
    assert enabled(dialog) == {"Edit…", "Retire", "Remove"}
    dialog.show_term([QUAYS, PIERS])
    assert enabled(dialog) == {"Merge…", "Retire", "Remove"}


def test_what_is_typed_and_found_nowhere_is_added(dialog: VocabulariesDialog, qtbot: QtBot) -> None:
    QTest.keyClicks(search(dialog), "Jetties")
    with qtbot.waitSignal(dialog.add_requested) as requested:
        QTest.keyClick(search(dialog), Qt.Key.Key_Return)
    assert requested.args == [Scheme.TAG, "Jetties"]
    assert search(dialog).text() == ""


def test_enter_goes_to_what_is_found(dialog: VocabulariesDialog, qtbot: QtBot) -> None:
    QTest.keyClicks(search(dialog), "qua")
    with qtbot.assertNotEmitted(dialog.add_requested):
        QTest.keyClick(search(dialog), Qt.Key.Key_Return)
    assert dialog.findChild(TermListView).selected() == [QUAYS]


def test_a_term_that_is_sought_is_shown_in_its_vocabulary(
    dialog: VocabulariesDialog, store: Store
) -> None:
    theme = entry(3, "Safety at sea", scheme=Scheme.THEME)
    store.entries = [theme]
    dialog.show_term([theme])
    assert dialog.scheme is Scheme.THEME
    assert enabled(dialog) >= {"Edit…"}


def test_several_are_merged_retired_or_removed(dialog: VocabulariesDialog, qtbot: QtBot) -> None:
    dialog.show_term([QUAYS, PIERS])
    both = [PIERS, QUAYS]
    for text, signal, args in (
        ("Merge…", dialog.merge_requested, [both]),
        ("Retire", dialog.retirement_requested, [both, False]),
        ("Remove", dialog.removal_requested, [both]),
    ):
        with qtbot.waitSignal(signal) as requested:
            button(dialog, text).click()
        assert requested.args == args


def test_what_is_retired_can_be_offered_again(
    dialog: VocabulariesDialog, store: Store, qtbot: QtBot
) -> None:
    store.entries = [entry(1, "Quays", active=False)]
    dialog.refresh()
    dialog.show_term(store.entries)
    with qtbot.waitSignal(dialog.retirement_requested) as requested:
        button(dialog, "Offer again").click()
    assert requested.args == [store.entries, True]


def test_doubles_are_told_and_a_merge_is_offered(
    dialog: VocabulariesDialog, store: Store, qtbot: QtBot
) -> None:
    store.entries = [QUAYS, entry(3, "QUAYS")]
    dialog.refresh()
    assert "“Quays” is there 2 times, but for upper case or accents." in (dialog.notices.bar.text())
    offered = next(b for b in dialog.notices.bar.findChildren(QPushButton) if b.text() == "Merge…")
    with qtbot.waitSignal(dialog.merge_requested) as requested:
        offered.click()
    assert requested.args == [store.entries]


def test_the_list_follows_what_is_stored(
    dialog: VocabulariesDialog, store: Store, hub: ChangeHub
) -> None:
    store.entries = []
    hub.publish(Changes.of(Subject.TERMS))
    assert not dialog.findChild(TermListView).isVisible()
    schemes = next(iter(dialog.findChildren(QComboBox)))
    schemes.setCurrentIndex(schemes.findData(Scheme.THEME))
    assert dialog.scheme is Scheme.THEME
