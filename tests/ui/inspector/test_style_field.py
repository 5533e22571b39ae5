import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from newsdesk.domain.dateline import DatelineStyle
from newsdesk.ui.inspector.style_field import DatelineStyleField, style_example, style_name


def test_every_style_is_offered_with_an_example(qtbot: QtBot) -> None:
    field = DatelineStyleField()
    qtbot.addWidget(field)
    assert {field.itemData(row) for row in range(field.count())} == set(DatelineStyle)
    for style in DatelineStyle:
        spoken = field.itemData(field.findData(style), Qt.ItemDataRole.AccessibleTextRole)
        assert spoken == f"{style_name(style)}: {style_example(style)}"


@pytest.mark.parametrize("style", list(DatelineStyle))
def test_setting_a_style_is_not_an_edit(qtbot: QtBot, style: DatelineStyle) -> None:
    field = DatelineStyleField()
    qtbot.addWidget(field)
    with qtbot.assertNotEmitted(field.style_edited):
        field.set_style(style)
    assert field.dateline_style() is style
    assert field.currentText() == style_name(style)


def test_choosing_a_style_says_which(qtbot: QtBot) -> None:
    field = DatelineStyleField()
    qtbot.addWidget(field)
    field.show()
    with qtbot.waitSignal(field.style_edited) as edited:
        qtbot.keyClick(field, Qt.Key.Key_Down)
    assert edited.args == [DatelineStyle.IOM_COUNTRY]


def test_the_list_paints_names_and_examples(qtbot: QtBot) -> None:
    field = DatelineStyleField()
    qtbot.addWidget(field)
    field.show()
    field.showPopup()
    assert not field.view().grab().toImage().isNull()
    assert field.view().sizeHintForRow(0) >= 2 * field.fontMetrics().height()
    field.hidePopup()
