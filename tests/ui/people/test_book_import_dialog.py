import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from newsdesk.domain.address_book import Card
from newsdesk.services.people_exchange import Preview
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.people.book_import_dialog import BookImportDialog

TABLE = "Name,Office,Shoe size\nNoor Alm,Quay,38\nPär Elm,Elsewhere,\nAna Birch,Quay,\n,,\n,,7\n"


@pytest.fixture
def dialog(cards: dict[str, Card], store: Store, qtbot: QtBot) -> BookImportDialog:
    looked: list[Preview] = []
    store.read(lambda desk: desk.people_exchange.look_at(TABLE.encode(), "book.csv"), looked.append)
    qtbot.waitUntil(lambda: bool(looked))
    dialog = BookImportDialog(looked[0], store)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.open()
    return dialog


def take(dialog: BookImportDialog) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if "Bring in" in one.text())


def names(store: Store, qtbot: QtBot) -> list[str]:
    read: list[list[str]] = []
    store.read(lambda desk: [card.name for card in desk.people.cards()], read.append)
    qtbot.waitUntil(lambda: bool(read))
    return read[0]


def test_it_says_what_would_happen_before_anything_does(
    dialog: BookImportDialog, store: Store, qtbot: QtBot
) -> None:
    texts = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert "New: 1 · There already: 1 · Doubtful: 1 · Refused: 1" in texts
    assert "Columns left out: Shoe size" in texts
    assert take(dialog).text() == "&Bring in 1"
    assert "Noor Alm" not in names(store, qtbot)


def test_what_is_ticked_comes_in(dialog: BookImportDialog, store: Store, qtbot: QtBot) -> None:
    table = dialog.findChild(QTableView)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Space)  # the doubtful one, which is first
    assert take(dialog).text() == "&Bring in 2"
    with qtbot.waitSignal(dialog.taken) as taken:
        take(dialog).click()
    assert taken.args[1] == 2
    assert names(store, qtbot).count("Pär Elm") == 2
    assert "Noor Alm" in names(store, qtbot)
    assert not dialog.isVisible()


def test_nothing_ticked_is_nothing_to_bring_in(dialog: BookImportDialog, qtbot: QtBot) -> None:
    none = next(one for one in dialog.findChildren(QPushButton) if "none" in one.text())
    none.click()
    assert not take(dialog).isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
