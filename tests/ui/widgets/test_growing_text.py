import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from newsdesk.ui.theme.theme_controller import ThemeController
from newsdesk.ui.widgets.growing_text import GrowingText


@pytest.fixture
def field(qtbot: QtBot, themes: ThemeController) -> GrowingText:
    field = GrowingText(least=2, most=5)
    qtbot.addWidget(field)
    field.resize(240, 40)
    field.show()
    return field


def test_it_takes_the_room_of_its_text_and_no_more_than_allowed(field: GrowingText) -> None:
    line = field.fontMetrics().lineSpacing()
    least = field.height()
    field.set_text("one\ntwo")
    assert field.height() == least
    field.set_text("one\ntwo\nthree\nfour")
    assert field.height() == least + 2 * line
    field.set_text("\n" * 30)
    assert field.height() == least + 3 * line
    field.set_text("")
    assert field.height() == least


def test_long_lines_are_wrapped_and_counted(field: GrowingText) -> None:
    least = field.height()
    field.set_text("word " * 60)
    assert field.height() > least
    assert not field.horizontalScrollBar().isVisible()


def test_words_stand_where_the_field_begins(field: GrowingText) -> None:
    field.set_text("ميناء")
    field.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    line = field.document().firstBlock().layout().lineAt(0)
    assert line.naturalTextRect().right() == pytest.approx(line.rect().right())


def test_only_typing_is_an_edit(field: GrowingText, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(field.text_edited):
        field.set_text("Ports")
    with qtbot.waitSignal(field.text_edited) as edited:
        qtbot.keyClicks(field, "x")
    assert edited.args == [field.text()]


def test_showing_what_is_shown_leaves_the_cursor_where_it_is(field: GrowingText) -> None:
    field.set_text("Ports")
    cursor = field.textCursor()
    cursor.setPosition(3)
    field.setTextCursor(cursor)
    field.set_text("Ports")
    assert field.textCursor().position() == 3


def test_tab_goes_on_to_the_next_field(qtbot: QtBot) -> None:
    form = QWidget()
    qtbot.addWidget(form)
    column = QVBoxLayout(form)
    field, following = GrowingText(), QLineEdit()
    column.addWidget(field)
    column.addWidget(following)
    form.show()
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert form.focusWidget() is following
    assert field.text() == ""
