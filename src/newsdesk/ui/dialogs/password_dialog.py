"""A file asks for the password that it was written under."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from newsdesk.ui.dialogs.column_page import wrapped
from newsdesk.ui.dialogs.fitted_dialog import FittedDialog
from newsdesk.ui.widgets.buttons import primary_button, secondary_button
from newsdesk.ui.widgets.field_note import FieldNote
from newsdesk.ui.widgets.labelled import label_for

_WIDTH = 460


class PasswordDialog(FittedDialog):
    """Asks, and stays until it is told that the file is open; show it with `open()`.

    Signals:
        password_given(str): try this one.
    """

    password_given = Signal(str)

    def __init__(self, file_name: str, parent: QWidget | None = None) -> None:
        super().__init__(width=_WIDTH, parent=parent)
        self.setObjectName("password_dialog")
        self.setWindowTitle(self.tr("Password"))
        self._password = QLineEdit()
        self._password.setObjectName("password")
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._note = FieldNote(self._password)
        self._open = primary_button(self.tr("&Open"))
        self._open.setDefault(True)
        self._open.setEnabled(False)
        cancel = secondary_button(self.tr("Cancel"))
        title = self.tr("“{0}” asks for a password").format(f"\u2068{file_name}\u2069")
        self.column.addWidget(wrapped(title, "title"))
        self.column.addWidget(
            wrapped(self.tr("Whoever handed it over chose one. Nothing is stored before it opens."))
        )
        self.column.addSpacing(8)
        self.column.addWidget(label_for(self.tr("&Password"), self._password))
        self.column.addWidget(self._password)
        self.column.addWidget(self._note)
        self.column.addStretch(1)
        self.foot.addWidget(cancel)
        self.foot.addStretch(1)
        self.foot.addWidget(self._open)
        self._password.textEdited.connect(self._on_edited)
        self._open.clicked.connect(self._on_open)
        cancel.clicked.connect(self.reject)
        self._password.setFocus()

    def say_wrong(self, left: int) -> None:
        """Say that it was another one, and how often it may still be tried."""
        self._password.setEnabled(True)
        said = self.tr("The file does not open with it. Tries left: {0}.")
        self._note.say(said.format(self.locale().toString(left)))
        self._password.selectAll()
        self._password.setFocus()
        self._on_edited(self._password.text())
        self.fit()

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        self._open.setEnabled(bool(text))

    @Slot()
    def _on_open(self) -> None:
        self._open.setEnabled(False)  # until it is known whether it is the one
        self._password.setEnabled(False)
        self._note.say(self.tr("Opening the file…"), "caption")
        self.fit()
        self.password_given.emit(self._password.text())
