import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from newsdesk.ui.inspector.language_field import LanguageField


@pytest.fixture
def field(qtbot: QtBot) -> LanguageField:
    field = LanguageField()
    qtbot.addWidget(field)
    field.set_house_languages(["fr", "ar"])
    field.set_language("fr")
    return field


def test_the_languages_of_the_house_come_first(field: LanguageField) -> None:
    tags = [field.itemData(row) for row in range(field.count())]
    assert tags[:3] == ["fr", "ar", None]  # then a line, then the others
    assert "en" in tags[3:]
    assert len(tags) == len(set(tags))
    assert field.itemText(1) == "العربية"


def test_setting_the_language_is_not_an_edit(field: LanguageField, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(field.language_edited):
        field.set_language("ar")
    assert field.language() == "ar"
    assert field.currentText() == "العربية"


def test_choosing_a_language_says_which(field: LanguageField, qtbot: QtBot) -> None:
    field.show()
    with qtbot.waitSignal(field.language_edited) as edited:
        qtbot.keyClick(field, Qt.Key.Key_Down)
    assert edited.args == ["ar"]


def test_a_language_that_is_not_offered_is_from_now_on(field: LanguageField) -> None:
    field.set_language("tet")
    assert field.currentData() == "tet"
    field.set_house_languages(["en"])
    assert field.currentData() == "tet"
