import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from newsdesk.ui.inspector.place_field import PlaceField
from newsdesk.ui.jobs.store import Store


@pytest.fixture
def field(qtbot: QtBot, store: Store) -> PlaceField:
    field = PlaceField(store)
    qtbot.addWidget(field)
    field.show()
    field.setFocus()
    return field


def offered(field: PlaceField) -> list[str]:
    if not field.offered.isVisible():
        return []
    model = field.offered.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_typing_offers_places_with_their_countries(field: PlaceField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "misr")
    qtbot.waitUntil(lambda: offered(field)[:1] == ["Misrata, Libya"])
    with qtbot.waitSignal(field.place_chosen) as chosen:
        qtbot.keyClick(field.offered, Qt.Key.Key_Return)
    assert chosen.args[0].city == "Misrata"
    assert field.text() == ""


def test_enter_need_not_wait_for_what_is_offered(field: PlaceField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "misr")
    with qtbot.waitSignal(field.place_chosen) as chosen:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert chosen.args[0].city == "Misrata"


def test_places_are_called_as_the_language_of_the_release_calls_them(
    field: PlaceField, qtbot: QtBot
) -> None:
    field.set_language("fr")
    qtbot.keyClicks(field, "geneva")
    qtbot.waitUntil(lambda: offered(field)[:1] == ["Genève, Suisse"])


def test_an_unknown_name_is_offered_as_a_new_place(field: PlaceField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "Foobar")
    qtbot.waitUntil(lambda: offered(field) == ["Add “Foobar” as a new place…"])
    with qtbot.waitSignal(field.new_place_requested) as requested:
        qtbot.keyClick(field.offered, Qt.Key.Key_Return)
    assert requested.args == ["Foobar"]


def test_a_known_name_is_not_offered_as_a_new_place(field: PlaceField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "Misrata")
    qtbot.waitUntil(lambda: bool(offered(field)))
    assert not [text for text in offered(field) if text.startswith("Add")]
