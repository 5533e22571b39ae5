from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from newsdesk.domain.address_book import Card
from newsdesk.domain.merging import suggestions
from newsdesk.ui.people.card_list import ALL, QUOTED, STALE, TWICE, CardList
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.entry_list import EntryList

TODAY = date(2026, 11, 25)


@pytest.fixture
def shown(icons: Icons, cards: dict[str, Card], qtbot: QtBot) -> CardList:
    shown = CardList(icons)
    qtbot.addWidget(shown)
    shown.resize(360, 600)
    shown.show()
    book = sorted(cards.values(), key=lambda card: card.sort_key)
    shown.set_book(book, suggestions(book), {}, "en", TODAY)
    return shown


def rows(shown: CardList) -> list[str]:
    found = shown.findChild(EntryList)
    return [found.item(row).text() for row in range(found.count())]


def test_a_search_finds_without_accents_and_by_address(shown: CardList, qtbot: QtBot) -> None:
    assert rows(shown) == ["Ana Birch", "Press desk", "Pär Elm", "Par Elm"]
    field = shown.findChild(QLineEdit)
    qtbot.keyClicks(field, "par")
    assert rows(shown) == ["Pär Elm", "Par Elm"]
    field.setText("paer@")
    assert rows(shown) == ["Pär Elm"]
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert len(rows(shown)) == 4


@pytest.mark.parametrize(
    ("which", "names"),
    [
        (ALL, ["Ana Birch", "Press desk", "Pär Elm", "Par Elm"]),
        (QUOTED, ["Pär Elm"]),
        (STALE, ["Press desk", "Pär Elm", "Par Elm"]),
        (TWICE, ["Pär Elm · Par Elm"]),
    ],
)
def test_a_filter_shows_some(shown: CardList, which: str, names: list[str]) -> None:
    shown.show_only(which)
    assert rows(shown) == names


def test_the_keyboard_goes_from_the_search_to_a_card_and_does_all(
    shown: CardList, cards: dict[str, Card], qtbot: QtBot
) -> None:
    shown.focus_search()
    field, found = shown.findChild(QLineEdit), shown.findChild(EntryList)
    qtbot.keyClicks(field, "birch")
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert found.hasFocus()
    assert shown.current_card() == cards["Ana Birch"]
    with qtbot.waitSignal(shown.edit_requested):
        qtbot.keyClick(found, Qt.Key.Key_Return)
    with qtbot.waitSignal(shown.removal_requested):
        qtbot.keyClick(found, Qt.Key.Key_Delete)


def test_cards_that_may_be_one_are_merged_and_never_removed(
    shown: CardList, cards: dict[str, Card], qtbot: QtBot
) -> None:
    shown.show_only(TWICE)
    found = shown.findChild(EntryList)
    assert shown.current_card() is None
    with qtbot.assertNotEmitted(shown.removal_requested):
        qtbot.keyClick(found, Qt.Key.Key_Delete)
    with qtbot.waitSignal(shown.merge_requested) as asked:
        qtbot.keyClick(found, Qt.Key.Key_Return)
    assert {card.name for card in asked.args[0]} == {"Par Elm", "Pär Elm"}


def test_a_card_is_chosen_though_a_search_hid_it(
    shown: CardList, cards: dict[str, Card], qtbot: QtBot
) -> None:
    qtbot.keyClicks(shown.findChild(QLineEdit), "birch")
    shown.choose(cards["Pär Elm"].key)
    assert shown.current_card() == cards["Pär Elm"]


def test_an_empty_book_says_what_to_do(icons: Icons, qtbot: QtBot) -> None:
    empty = CardList(icons)
    qtbot.addWidget(empty)
    empty.set_book([], [], {}, "en", TODAY)
    empty.show()
    texts = [label.text() for label in empty.findChildren(QLabel) if label.isVisible()]
    assert any("Nobody is in the address book yet" in text for text in texts)
