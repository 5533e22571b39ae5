"""A file asks for its password, and may ask again."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from newsdesk.ui.dialogs.password_dialog import PasswordDialog
from newsdesk.ui.widgets.field_note import FieldNote


def made(qtbot: QtBot) -> tuple[PasswordDialog, QLineEdit, QPushButton]:
    dialog = PasswordDialog("work.newsdesk")
    qtbot.addWidget(dialog)
    dialog.open()
    field = dialog.findChild(QLineEdit, "password")
    buttons = {one.text().replace("&", ""): one for one in dialog.findChildren(QPushButton)}
    return dialog, field, buttons["Open"]


def test_nothing_that_is_typed_can_be_read(qtbot: QtBot) -> None:
    dialog, field, _ = made(qtbot)
    assert dialog.isVisible()
    assert field.echoMode() is QLineEdit.EchoMode.Password


def test_what_is_typed_is_handed_on_and_the_dialog_waits(qtbot: QtBot) -> None:
    dialog, field, open_ = made(qtbot)
    assert not open_.isEnabled()
    qtbot.keyClicks(field, "quay")
    with qtbot.waitSignal(dialog.password_given) as given:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert given.args == ["quay"]
    assert dialog.isVisible()
    assert not open_.isEnabled()


def test_another_password_can_be_tried_at_once(qtbot: QtBot) -> None:
    dialog, field, open_ = made(qtbot)
    qtbot.keyClicks(field, "quay")
    open_.click()
    dialog.say_wrong(2)
    note = dialog.findChild(FieldNote)
    assert note.text() == "The file does not open with it. Tries left: 2."
    assert field.accessibleDescription() == note.text()
    assert field.selectedText() == field.text()
    assert open_.isEnabled()
