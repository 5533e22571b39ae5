from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from newsdesk.domain.address_book import Card
from newsdesk.services.desk import Desk
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.people.card_dialog import CardDialog, Shelf
from newsdesk.ui.theme.icons import Icons
from tests.ui.people.conftest import Change

SHELF = Shelf(organisations={}, languages=["en", "fr"], today=lambda: date(2026, 11, 25))


def opened(card: Card | None, store: Store, icons: Icons, qtbot: QtBot) -> CardDialog:
    dialog = CardDialog(card, SHELF, store, icons)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.open()
    return dialog


def line(dialog: CardDialog, name: str) -> QLineEdit:
    return next(one for one in dialog.findChildren(QLineEdit) if one.accessibleName() == name)


def save(dialog: CardDialog) -> None:
    next(one for one in dialog.findChildren(QPushButton) if one.text() == "Save").click()


def said(dialog: CardDialog) -> list[str]:
    labels = (one for one in dialog.findChildren(QLabel) if one.isVisible())
    return [one.text() for one in labels if one.property("role") in ("error", "warning")]


def test_a_contact_with_another_spelling_becomes_a_person_too(
    store: Store, icons: Icons, qtbot: QtBot
) -> None:
    dialog = opened(None, store, icons, qtbot)
    qtbot.keyClicks(line(dialog, "Name, with every accent"), "Noor Elm")
    assert line(dialog, "In lists").placeholderText() == "Elm, Noor"
    qtbot.keyClicks(line(dialog, "Other spellings, separated by ;"), "N. Elm; Nour Elm")
    with qtbot.waitSignal(dialog.saved) as saved:
        save(dialog)
    card, change = saved.args
    assert card.person.variants == ("N. Elm", "Nour Elm")
    assert card.contact.person_id == card.person.id
    assert not change.is_empty
    assert not dialog.isVisible()


def test_who_is_only_quoted_has_no_numbers(store: Store, icons: Icons, qtbot: QtBot) -> None:
    dialog = opened(None, store, icons, qtbot)
    qtbot.keyClicks(line(dialog, "Name, with every accent"), "Noor Elm")
    dialog.findChild(QCheckBox, "asked").setChecked(False)
    assert not line(dialog, "Office").isVisible()
    with qtbot.waitSignal(dialog.saved) as saved:
        save(dialog)
    assert saved.args[0].contact is None


def test_a_card_of_nobody_is_not_saved(store: Store, icons: Icons, qtbot: QtBot) -> None:
    dialog = opened(None, store, icons, qtbot)
    save(dialog)
    assert said(dialog) == ["Give a name or an office: one of them is printed."]
    assert line(dialog, "Name, with every accent").hasFocus()


def test_what_is_not_touched_is_saved_as_it_was(
    cards: dict[str, Card], store: Store, icons: Icons, qtbot: QtBot
) -> None:
    card = cards["Pär Elm"]
    dialog = opened(card, store, icons, qtbot)
    with qtbot.waitSignal(dialog.saved) as saved:
        save(dialog)
    after = saved.args[0]
    assert replace(after.contact, version=0) == replace(card.contact, version=0)
    assert replace(after.person, version=0) == replace(card.person, version=0)


def test_what_somebody_changed_meanwhile_is_not_overwritten(
    cards: dict[str, Card], store: Store, icons: Icons, qtbot: QtBot, changed: Change
) -> None:
    card = cards["Ana Birch"]
    dialog = opened(card, store, icons, qtbot)

    def elsewhere(desk: Desk) -> tuple[object, object]:
        return desk.people.save(card)

    changed(elsewhere)
    qtbot.keyClicks(line(dialog, "Name, with every accent"), "!")
    save(dialog)
    qtbot.waitUntil(lambda: bool(said(dialog)))
    assert "nothing was overwritten" in said(dialog)[0]
    assert dialog.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize("name", ["Press desk"])
def test_an_office_needs_no_name(
    cards: dict[str, Card], store: Store, icons: Icons, qtbot: QtBot, name: str
) -> None:
    dialog = opened(cards[name], store, icons, qtbot)
    assert line(dialog, "Name, with every accent").text() == ""
    with qtbot.waitSignal(dialog.saved) as saved:
        save(dialog)
    assert saved.args[0].person is None
