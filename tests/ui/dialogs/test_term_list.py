"""The terms of a vocabulary, listed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from newsdesk.domain.vocabulary import TermColour
from newsdesk.ui.dialogs.term_list import TermListModel, TermListView, rows_of
from newsdesk.ui.theme.theme_controller import ThemeController
from tests.ui.dialogs.terms import entry

ENTRIES = [
    entry(1, "Quays", "Quais", uses=3),
    entry(2, "Émigration", colour=TermColour.TEAL),
    entry(3, "ports", active=False),
]


@pytest.fixture
def view(themes: ThemeController, qtbot: QtBot) -> TermListView:
    view = TermListView(themes)
    qtbot.addWidget(view)
    view.resize(320, 240)
    view.set_rows(rows_of(ENTRIES, "en"))
    view.show()
    return view


def names(view: TermListView) -> list[str]:
    return [row.name for row in view.terms.shown()]


def test_terms_stand_in_the_order_of_their_names_whatever_their_case(view: TermListView) -> None:
    assert names(view) == ["Émigration", "ports", "Quays"]


@pytest.mark.parametrize(
    ("text", "found"),
    [("QUAI", ["Quays"]), ("emigration", ["Émigration"]), ("code-3", ["ports"]), ("xyz", [])],
)
def test_a_term_is_found_by_any_of_its_names_and_its_code(
    view: TermListView, text: str, found: list[str]
) -> None:
    view.terms.look_for(text)
    assert names(view) == found


def test_a_screen_reader_hears_how_much_a_term_is_used(view: TermListView) -> None:
    said = [view.terms.index(n).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(3)]
    assert said == [
        "Émigration, 0 releases",
        "ports, 0 releases, retired",
        "Quays, 3 releases",
    ]


def test_what_is_selected_stays_so_when_the_list_is_read_again(view: TermListView) -> None:
    view.choose({ENTRIES[0].term.id, ENTRIES[1].term.id})
    view.set_rows(rows_of([*ENTRIES, entry(4, "Boats")], "en"))
    assert [one.term.name("en") for one in view.selected()] == ["Émigration", "Quays"]


def test_enter_opens_and_delete_asks_to_remove(view: TermListView, qtbot: QtBot) -> None:
    view.choose({ENTRIES[0].term.id})
    with qtbot.waitSignal(view.term_opened) as opened:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == [ENTRIES[0]]
    with qtbot.waitSignal(view.removal_requested):
        QTest.keyClick(view, Qt.Key.Key_Delete)


def test_a_row_is_painted_with_its_dot(view: TermListView, themes: ThemeController) -> None:
    picture = view.grab().toImage()
    wanted = themes.theme.colour("term_teal").rgb()
    row = view.visualRect(view.terms.index(0))
    at = row.topLeft() + view.viewport().pos()
    found = {picture.pixel(at.x() + x, at.y() + y) for x in range(30) for y in range(row.height())}
    assert wanted in found


def test_fifty_thousand_terms_are_listed_and_narrowed() -> None:
    model = TermListModel()
    model.set_rows(rows_of([entry(n + 1, f"Term {n}") for n in range(50_000)], "en"))
    assert model.rowCount() == 50_000
    model.look_for("term 4999")
    assert model.rowCount() == 21  # ten codes have the number too
