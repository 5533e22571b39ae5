"""The list of a book with what can be done to its entries."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from newsdesk.ui.dialogs.settings.book_panel import BookPanel, BookWords
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.entry_list import Entry, EntryList

WORDS = BookWords(
    title="Address book",
    about="Whom the press may ask.",
    name="Contacts",
    add="&New contact",
    edit="&Edit",
    search="Search contacts",
    empty="Nobody yet.",
)
BOOK = [(Entry(1, "Dana", "Press"), "dana@example.org"), (Entry(2, "Léa", "Genève"), "+41 22")]


@pytest.fixture
def panel(icons: Icons, qtbot: QtBot) -> BookPanel:
    panel = BookPanel(WORDS, icons)
    qtbot.addWidget(panel)
    panel.set_entries(BOOK)
    panel.show()
    return panel


def entries(panel: BookPanel) -> EntryList:
    (one,) = panel.findChildren(EntryList)
    return one


def shown(panel: BookPanel) -> list[str]:
    list_ = entries(panel)
    return [list_.item(row).text() for row in range(list_.count())]


def search(panel: BookPanel) -> QLineEdit:
    (one,) = panel.findChildren(QLineEdit)
    return one


def button(panel: BookPanel, text: str) -> QPushButton:
    return next(b for b in panel.findChildren(QPushButton) if b.text().replace("&", "") == text)


@pytest.mark.parametrize(
    ("typed", "found"),
    [("lea", ["Léa"]), ("GENEVE", ["Léa"]), ("example press", ["Dana"]), ("a", ["Dana", "Léa"])],
)
def test_entries_are_found_by_all_their_words(
    panel: BookPanel, typed: str, found: list[str], qtbot: QtBot
) -> None:
    qtbot.keyClicks(search(panel), typed)
    assert shown(panel) == found


def test_nothing_found_says_so_and_escape_shows_all_again(panel: BookPanel, qtbot: QtBot) -> None:
    qtbot.keyClicks(search(panel), "<b>x")
    said = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    assert said == ["Nothing matches “<b>x”."]
    assert not button(panel, "Edit").isEnabled()
    qtbot.keyClick(search(panel), Qt.Key.Key_Escape)
    assert shown(panel) == ["Dana", "Léa"]


def test_down_goes_from_the_search_to_what_was_found(panel: BookPanel, qtbot: QtBot) -> None:
    search(panel).setFocus()
    qtbot.keyClick(search(panel), Qt.Key.Key_Down)
    assert entries(panel).hasFocus()


def test_an_empty_book_says_what_to_do(panel: BookPanel) -> None:
    panel.set_entries([])
    said = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    assert said == ["Nobody yet."]
    assert button(panel, "New contact").isEnabled()
    assert not button(panel, "Remove").isEnabled()


@pytest.mark.parametrize(
    ("text", "signal", "arguments"),
    [
        ("New contact", "add_requested", []),
        ("Edit", "edit_requested", [2]),
        ("Remove", "removal_requested", [2]),
    ],
)
def test_a_button_asks_for_what_it_says(
    panel: BookPanel, text: str, signal: str, arguments: list[int], qtbot: QtBot
) -> None:
    panel.choose(2)
    with qtbot.waitSignal(getattr(panel, signal)) as asked:
        qtbot.mouseClick(button(panel, text), Qt.MouseButton.LeftButton)
    assert asked.args == arguments


def test_what_the_search_hides_can_be_chosen(panel: BookPanel, qtbot: QtBot) -> None:
    qtbot.keyClicks(search(panel), "dana")
    panel.choose(2)
    assert entries(panel).current_key() == 2


def test_what_is_not_there_yet_is_chosen_when_it_comes(panel: BookPanel) -> None:
    panel.choose(3)
    assert entries(panel).current_key() == 1
    panel.set_entries([*BOOK, (Entry(3, "Noor"), "")])
    assert entries(panel).current_key() == 3
    panel.choose(1)
    panel.set_entries(BOOK)
    assert entries(panel).current_key() == 1


def test_a_book_that_can_only_be_read_asks_for_nothing(panel: BookPanel, qtbot: QtBot) -> None:
    panel.set_editable(is_editable=False)
    for text in ("New contact", "Edit", "Remove"):
        assert not button(panel, text).isEnabled()
    with (
        qtbot.assertNotEmitted(panel.removal_requested),
        qtbot.assertNotEmitted(panel.edit_requested),
    ):
        qtbot.keyClick(entries(panel), Qt.Key.Key_Delete)
        qtbot.keyClick(entries(panel), Qt.Key.Key_Return)


def test_what_a_book_has_no_words_for_is_not_there(icons: Icons, qtbot: QtBot) -> None:
    panel = BookPanel(replace(WORDS, edit="", search=""), icons)
    qtbot.addWidget(panel)
    panel.set_entries(BOOK)
    panel.show()
    assert search(panel).isHidden()
    with qtbot.assertNotEmitted(panel.edit_requested):
        qtbot.keyClick(entries(panel), Qt.Key.Key_Return)


@pytest.mark.parametrize(("book", "kind"), [(BOOK, EntryList), ([], QPushButton)])
def test_the_focus_goes_to_the_list_or_to_the_button_that_begins_it(
    panel: BookPanel, book: list[tuple[Entry, str]], kind: type, qtbot: QtBot
) -> None:
    panel.set_entries(book)
    panel.focus_list()
    qtbot.waitUntil(lambda: isinstance(panel.focusWidget(), kind))


def test_a_book_that_grows_elsewhere_has_no_way_to_add_and_its_words_have_the_focus(
    icons: Icons, qtbot: QtBot
) -> None:
    panel = BookPanel(replace(WORDS, add=""), icons)
    qtbot.addWidget(panel)
    panel.show()
    panel.focus_list()
    (words,) = (label for label in panel.findChildren(QLabel) if label.text() == "Nobody yet.")
    qtbot.waitUntil(words.hasFocus)
    assert not any(one.text() == "" and one.isVisible() for one in panel.findChildren(QPushButton))
