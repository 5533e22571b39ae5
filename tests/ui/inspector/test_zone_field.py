import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from newsdesk.ui.inspector.place_lookup import CityTime
from newsdesk.ui.inspector.zone_field import ZoneField
from newsdesk.ui.jobs.store import Store


@pytest.fixture
def form(qtbot: QtBot) -> QWidget:
    form = QWidget()
    qtbot.addWidget(form)
    QVBoxLayout(form)
    return form


@pytest.fixture
def field(form: QWidget, store: Store, qtbot: QtBot) -> ZoneField:
    field = ZoneField(store)
    form.layout().addWidget(field)
    form.layout().addWidget(QLineEdit())
    with qtbot.waitExposed(form):
        form.show()
    field.set_zone("Europe/Zurich")
    field.setFocus()
    return field


def typed(field: ZoneField, qtbot: QtBot, text: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, key)


def test_setting_a_zone_is_not_an_edit(field: ZoneField, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(field.zone_edited):
        field.set_zone("Asia/Kathmandu")
    assert field.text() == "Asia/Kathmandu"


def test_a_city_gives_its_zone_and_its_name(field: ZoneField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(field.zone_edited) as edited:
        typed(field, qtbot, "bonn")
    assert edited.args == [CityTime("Europe/Berlin", "Bonn")]
    assert field.text() == "Europe/Berlin"


@pytest.mark.parametrize("text", ["asia/kathmandu", "Asia/Kathmandu"])
def test_a_zone_is_known_by_its_name(field: ZoneField, qtbot: QtBot, text: str) -> None:
    with qtbot.waitSignal(field.zone_edited) as edited:
        typed(field, qtbot, text)
    assert edited.args[0].tz == "Asia/Kathmandu"


def test_a_whole_name_is_taken_when_the_field_is_left(field: ZoneField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(field.zone_edited) as edited:
        typed(field, qtbot, "tripoli", Qt.Key.Key_Tab)
    assert edited.args[0].tz == "Africa/Tripoli"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_an_unknown_zone_is_said_and_changes_nothing(
    field: ZoneField, qtbot: QtBot, key: Qt.Key
) -> None:
    with (
        qtbot.assertNotEmitted(field.zone_edited),
        qtbot.waitSignal(field.unknown_entered) as entered,
    ):
        typed(field, qtbot, "Atlantis", key)
    assert entered.args == ["Atlantis"]
    assert field.zone() == "Europe/Zurich"
    field.drop_typing()
    assert field.text() == "Europe/Zurich"


def test_an_emptied_field_shows_its_zone_again_when_it_is_left(
    field: ZoneField, qtbot: QtBot
) -> None:
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert field.text() == "Europe/Zurich"
