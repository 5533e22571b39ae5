from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.buttons import icon_button
from newsdesk.ui.widgets.labelled import add_labelled, caption, label_for, name_after, pane_heading


def test_a_label_names_its_field_without_its_mnemonic(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    label = label_for("&Headline", field)
    qtbot.addWidget(label)
    assert label.buddy() is field
    assert label.property("role") == "label"
    assert field.accessibleName() == "Headline"


def test_an_ampersand_of_the_text_itself_is_read(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    qtbot.addWidget(label_for("&Tags && categories", field))
    assert field.accessibleName() == "Tags & categories"


def test_the_mnemonic_leads_into_the_field(qtbot: QtBot) -> None:
    form = QWidget()
    qtbot.addWidget(form)
    column = QVBoxLayout(form)
    other, field = QLineEdit(), QLineEdit()
    column.addWidget(other)
    label = add_labelled(column, "&Headline", field)
    assert column.indexOf(label) < column.indexOf(field)
    form.show()
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    qtbot.keyClick(form, Qt.Key.Key_H, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(field.hasFocus)


def test_a_caption_may_wrap(qtbot: QtBot) -> None:
    label = caption("A quiet sentence that is longer than its column is wide.")
    qtbot.addWidget(label)
    assert label.property("role") == "caption"
    assert label.heightForWidth(80) > label.heightForWidth(800)


def test_panes_side_by_side_have_headings_of_one_height(qtbot: QtBot, icons: Icons) -> None:
    heading = pane_heading("As it will be")
    button = icon_button(icons, "undo", "Undo")
    for one in (heading, button):
        qtbot.addWidget(one)
    assert heading.minimumHeight() >= button.sizeHint().height()
    assert heading.property("role") == "heading"


def test_buttons_with_the_same_words_are_told_apart(qtbot: QtBot) -> None:
    button = QPushButton("&Edit…")
    qtbot.addWidget(button)
    name_after(button, "Dana Whitlock")
    assert button.text() == "&Edit…"
    assert button.accessibleName() == "Edit: Dana Whitlock"
