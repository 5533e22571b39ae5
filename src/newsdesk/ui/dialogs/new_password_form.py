"""A password that is chosen: typed twice, and only where it is wanted."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from newsdesk.ui.widgets.field_note import FieldNote
from newsdesk.ui.widgets.labelled import caption, label_for


class NewPasswordForm(QWidget):
    """A choice, and below it two fields while it is made.

    Signals:
        edited(): the user chose, or typed.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_wanted = QCheckBox(self.tr("Protect it with a &password"))
        self._fields = QWidget()
        self._first, self._second = (self._field(name) for name in ("password", "again"))
        self._note = FieldNote(self._second)
        rows = QVBoxLayout(self._fields)
        rows.setContentsMargins(0, 4, 0, 0)
        rows.setSpacing(6)
        rows.addWidget(label_for(self.tr("Pass&word"), self._first))
        rows.addWidget(self._first)
        rows.addWidget(label_for(self.tr("A&gain"), self._second))
        rows.addWidget(self._second)
        rows.addWidget(self._note)
        rows.addWidget(
            caption(
                self.tr(
                    "Without it nobody can open the file, you included. Tell it on another way "
                    "than the file itself."
                )
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._is_wanted)
        column.addWidget(self._fields)
        self._fields.hide()
        self._is_wanted.toggled.connect(self._on_toggled)

    def password(self) -> str:
        """Return what was chosen; empty: none."""
        return self._first.text() if self._is_wanted.isChecked() else ""

    @property
    def is_complete(self) -> bool:
        """Whether there is none, or the same twice."""
        is_same = bool(self._first.text()) and self._first.text() == self._second.text()
        return not self._is_wanted.isChecked() or is_same

    def _field(self, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName(name)
        field.setEchoMode(QLineEdit.EchoMode.Password)
        field.textEdited.connect(self._on_edited)
        return field

    @Slot(bool)
    def _on_toggled(self, is_wanted: bool) -> None:
        self._fields.setVisible(is_wanted)
        if is_wanted:
            self._first.setFocus()
        self.edited.emit()

    @Slot()
    def _on_edited(self) -> None:
        typed, again = self._first.text(), self._second.text()
        differs = bool(again) and not typed.startswith(again)
        self._note.say(self.tr("The two are not the same.") if differs else "")
        self.edited.emit()
