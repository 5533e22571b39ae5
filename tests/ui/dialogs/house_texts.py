"""What tests of the house's form type and look for."""

from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot


def field(form: QWidget, name: str) -> QLineEdit:
    """Return the line that a label calls so."""
    lines = form.findChildren(QLineEdit)
    return [line for line in lines if line.accessibleName() == name][-1]  # of two the new one


def type_over(line: QLineEdit, text: str, qtbot: QtBot) -> None:
    """Type in place of what stands there."""
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)
