"""The address book."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from newsdesk.domain.changes import Changes, Subject
from newsdesk.domain.contact import Contact
from newsdesk.domain.ids import ContactId
from newsdesk.ui.contact_words import name_of, office_line, search_words
from newsdesk.ui.dialogs.contact_dialog import ContactDialog
from newsdesk.ui.dialogs.settings.book_page import BookPage
from newsdesk.ui.dialogs.settings.book_panel import BookWords
from newsdesk.ui.dialogs.settings.page_parts import PageParts
from newsdesk.ui.widgets.entry_list import Entry

if TYPE_CHECKING:
    from newsdesk.services.desk import Desk


class AddressBookPage(BookPage):
    """Whom the press may ask."""

    def __init__(
        self,
        parts: PageParts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            BookWords(
                title=self.tr("Address book"),
                about=self.tr(
                    "Whom the press may ask. A release keeps copies: what was issued stays."
                ),
                name=self.tr("Contacts"),
                add=self.tr("&New contact"),
                edit=self.tr("&Edit"),
                search=self.tr("Search contacts"),
                empty=self.tr(
                    "Nobody is in the address book yet. Begin with whoever answers the press."
                ),
            ),
            Subject.CONTACTS,
            parts,
            parent,
        )
        self._contacts: dict[ContactId, Contact] = {}
        self._panel.add_requested.connect(lambda: self._open(None))
        self.refresh()

    def refresh(self) -> None:
        def work(desk: "Desk") -> list[Contact]:
            return desk.contacts.all()

        self._store.read(work, self.lifetime.guard(self._show))

    @Slot(object)
    def open_entry(self, key: ContactId) -> None:
        if key in self._contacts:
            self._open(self._contacts[key])

    @Slot(object)
    def remove_entry(self, key: ContactId) -> None:
        def work(desk: "Desk") -> tuple[Contact, Changes]:
            return desk.contacts.remove(str(key))

        def undo(desk: "Desk") -> tuple[Contact, Changes]:
            return desk.contacts.put_back(key)

        if key in self._contacts:
            told = self.tr("Removed from the address book: {name}.")
            self.take_out(work, undo, told.format(name=name_of(self._contacts[key])))

    def _show(self, contacts: list[Contact]) -> None:
        self._contacts = {contact.id: contact for contact in contacts}
        self._panel.set_entries([(self._entry(one), search_words(one)) for one in contacts])

    def _entry(self, contact: Contact) -> Entry:
        detail = office_line(contact)
        if not contact.is_active:
            detail = " · ".join(filter(None, (detail, self.tr("not active"))))
        return Entry(contact.id, name_of(contact), detail)

    def _open(self, contact: Contact | None) -> None:
        dialog = ContactDialog(contact, self._store, self._icons, self.window())
        dialog.finished.connect(dialog.deleteLater)
        dialog.saved.connect(self._on_saved)
        dialog.open()

    @Slot(object)
    def _on_saved(self, contact: Contact) -> None:
        self._panel.choose(contact.id)
        self._panel.focus_list()
