"""An entry of the address book."""

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from newsdesk.domain.contact import Contact
from newsdesk.domain.errors import NewsdeskError, StaleError
from newsdesk.domain.ids import ContactId
from newsdesk.ui.dialogs.contact_points_form import ContactPointsForm
from newsdesk.ui.dialogs.languages_form import LanguagesForm
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.messages import words
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.buttons import link_button, primary_button, secondary_button
from newsdesk.ui.widgets.field_note import FieldNote
from newsdesk.ui.widgets.labelled import add_labelled

if TYPE_CHECKING:
    from newsdesk.domain.changes import Changes
    from newsdesk.services.desk import Desk

_MARGIN = 20
_WIDTH, _TALLEST = 640, 620
_UNSAVED = ContactId(UUID(int=0))  # the service gives a new entry its own


def new_contact(name: str = "") -> Contact:
    """Return an entry that is not in the address book yet."""
    return Contact(id=_UNSAVED, display_name=name)


class ContactDialog(QDialog):
    """A form for one entry; show it with `open()`.

    Signals:
        saved(Contact): it stands in the address book as it is now.
    """

    saved = Signal(object)

    def __init__(
        self,
        contact: Contact | None,
        store: Store,
        icons: Icons,
        parent: QWidget | None = None,
    ) -> None:
        """`contact` is an entry as it was read, a new one that is filled in already, or None."""
        super().__init__(parent)
        self._contact = contact or new_contact()
        self._store = store
        self._is_saving = False
        is_new = self._contact.version == 0
        self.setWindowTitle(self.tr("New contact") if is_new else self.tr("Contact"))
        self.setObjectName("contact_dialog")
        self._name = QLineEdit(self._contact.display_name)
        self._name.setObjectName("contact_name")
        self._role = QLineEdit(self._contact.role_title or "")
        self._role.setPlaceholderText(self.tr("Head of Press"))
        self._office = QLineEdit(self._contact.office or "")
        self._name_words = FieldNote(self._name)
        self._points = ContactPointsForm(self._contact.points, icons)
        self._languages = LanguagesForm(self._contact.languages, icons)
        self._active = QCheckBox(self.tr("Active: offered when contacts are added"))
        self._active.setChecked(self._contact.is_active)
        self._public = QCheckBox(self.tr("Public: may be printed"))
        self._public.setChecked(self._contact.public)
        self._refusal = FieldNote()
        self._refusal.setTextFormat(Qt.TextFormat.PlainText)
        self._overwrite = link_button(self.tr("Save mine over it"))
        self._overwrite.hide()
        self._save = primary_button(self.tr("Save contact"))
        self._save.setDefault(True)
        self._cancel = secondary_button(self.tr("Cancel"))
        self._form, self._foot = QWidget(), QWidget()
        self._lay_out()
        self._name.textEdited.connect(self._on_name_edited)
        self._office.textEdited.connect(self._on_name_edited)
        self._overwrite.clicked.connect(self._on_overwrite_clicked)
        self._save.clicked.connect(self._on_save_clicked)
        self._cancel.clicked.connect(self.reject)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        height = self._form.sizeHint().height() + self._foot.sizeHint().height()
        self.resize(_WIDTH, min(_TALLEST, height))

    def reject(self) -> None:
        """Close without saving; not while a save is under way."""
        if not self._is_saving:
            super().reject()

    def _lay_out(self) -> None:
        self._form.setObjectName("contact_form")
        column = QVBoxLayout(self._form)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, 8)
        column.setSpacing(6)
        add_labelled(column, self.tr("Name"), self._name)
        column.addWidget(self._name_words)
        pair = QHBoxLayout()
        pair.setSpacing(12)
        for text, field in ((self.tr("Role"), self._role), (self.tr("Office"), self._office)):
            half = QVBoxLayout()
            half.setSpacing(6)
            add_labelled(half, text, field)
            pair.addLayout(half)
        column.addLayout(pair)
        column.addSpacing(6)
        column.addWidget(self._points)
        column.addSpacing(6)
        column.addWidget(self._languages)
        column.addSpacing(6)
        column.addWidget(self._active)
        column.addWidget(self._public)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._form)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(area, 1)
        layout.addWidget(self._foot)
        self._lay_out_foot()

    def _lay_out_foot(self) -> None:
        self._foot.setObjectName("dialog_foot")
        self._foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self._foot)
        column.setContentsMargins(_MARGIN, 12, _MARGIN, 16)
        column.setSpacing(8)
        column.addWidget(self._refusal)
        column.addWidget(self._overwrite, 0, Qt.AlignmentFlag.AlignLeading)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._save)
        column.addLayout(buttons)

    def _entered(self) -> Contact:
        return replace(
            self._contact,
            display_name=self._name.text().strip(),
            role_title=self._role.text().strip() or None,
            office=self._office.text().strip() or None,
            points=self._points.points(),
            languages=self._languages.languages(),
            is_active=self._active.isChecked(),
            public=self._public.isChecked(),
        )

    def _is_complete(self) -> bool:
        """Say what is missing, go there, and return whether nothing is."""
        has_name = bool(self._name.text().strip() or self._office.text().strip())
        if not has_name:
            self._name_words.say(self.tr("Give a name or an office: one of them is printed."))
            self._name.setFocus()
        return self._points.check() and has_name

    def _write(self, contact: Contact, *, over: bool) -> None:
        def work(desk: "Desk") -> "tuple[Contact, Changes]":
            return desk.contacts.save_typed(_newest(desk, contact) if over else contact)

        self._set_saving(is_saving=True)
        self._store.change(work, self._on_saved, self._on_refused)

    def _set_saving(self, *, is_saving: bool) -> None:
        self._is_saving = is_saving
        self._save.setEnabled(not is_saving)
        self._overwrite.setEnabled(not is_saving)

    def _on_saved(self, contact: Contact) -> None:
        self._set_saving(is_saving=False)
        self.saved.emit(contact)
        self.accept()

    def _on_refused(self, error: NewsdeskError) -> None:
        self._set_saving(is_saving=False)
        is_stale = isinstance(error, StaleError)
        self._overwrite.setVisible(is_stale)
        if is_stale:
            self._refusal.say(
                self.tr(
                    "Somebody changed or removed this entry after you opened it. What you typed is "
                    "still here, and nothing was overwritten. Cancel and open it again to see "
                    "theirs."
                ),
                "warning",
            )
        else:
            message = words(error)
            self._refusal.say(f"{message.title}. {message.text}")

    @Slot()
    def _on_save_clicked(self) -> None:
        if self._is_complete():
            self._write(self._entered(), over=False)

    @Slot()
    def _on_overwrite_clicked(self) -> None:
        if self._is_complete():
            self._write(self._entered(), over=True)

    @Slot()
    def _on_name_edited(self) -> None:
        self._name_words.say("")


def _newest(desk: "Desk", contact: Contact) -> Contact:
    """Return `contact` as what follows the entry that is stored; a new one if it is gone."""
    stored = next((entry for entry in desk.contacts.all() if entry.id == contact.id), None)
    return replace(contact, version=stored.version if stored else 0)
