"""Finding somebody in the address book."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from newsdesk.domain.contact import Contact
from newsdesk.ui.contact_words import name_of, office_line, search_words
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.completing_field import Choice, CompletingField
from newsdesk.ui.widgets.labelled import add_labelled


class ContactPicker(QWidget):
    """A field over the address book, found by name, office, role, number and address.

    Signals:
        entry_chosen(Contact): the user chose this entry.
        new_requested(str): please make an entry of this name.
        left(): the user is done.
    """

    entry_chosen = Signal(object)
    new_requested = Signal(str)
    left = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("contact_picker")
        self._field = CompletingField(marks_first=True, offer=self._new_one)
        self._field.setPlaceholderText(self.tr("Name, office or address"))
        search = QAction(self)
        self._field.addAction(search, QLineEdit.ActionPosition.LeadingPosition)
        icons.bind(search, lambda: search.setIcon(icons.icon("search", px=16)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 0, 4, 4)
        layout.setSpacing(6)
        label = add_labelled(layout, self.tr("Add from the address book"), self._field)
        label.setWordWrap(True)
        self._field.choice_made.connect(self._on_choice_made)
        self._field.text_entered.connect(self.new_requested)
        self._field.left_by_escape.connect(self.left)

    def set_entries(self, entries: Sequence[Contact], present: Sequence[Contact]) -> None:
        """Offer `entries`; those that are `present` on the release already say so."""
        here = {entry.id for entry in present}
        self._field.set_choices(
            [
                Choice(
                    name_of(entry),
                    entry,
                    self.tr("On this release") if entry.id in here else office_line(entry),
                    search_words(entry),
                )
                for entry in entries
                if entry.is_active
            ]
        )

    def begin(self) -> None:
        """Empty the field and put the focus there."""
        self._field.clear()
        self._field.setFocus()

    def _new_one(self, text: str) -> Choice:
        title = self.tr("New contact “{name}”…").format(name=text)
        return Choice(title, text, self.tr("Joins the address book"))

    @Slot(object)
    def _on_choice_made(self, value: object) -> None:
        if isinstance(value, Contact):
            self.entry_chosen.emit(value)
        else:
            self.new_requested.emit(str(value))
