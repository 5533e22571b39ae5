"""Whom the press asks about this release."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from newsdesk.domain.changes import Changes, Subject
from newsdesk.domain.contact import Contact, ReleaseContact
from newsdesk.domain.fold import fold
from newsdesk.domain.ids import ContactId
from newsdesk.domain.release import Release
from newsdesk.ui.changes import ChangeHub
from newsdesk.ui.dialogs.contact_dialog import ContactDialog, new_contact
from newsdesk.ui.inspector.contact_picker import ContactPicker
from newsdesk.ui.inspector.contact_row import ContactRow
from newsdesk.ui.inspector.form_section import FormSection
from newsdesk.ui.inspector.row_list import RowList, moved
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.session import ReleaseSession
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.buttons import icon_button
from newsdesk.ui.widgets.labelled import caption

if TYPE_CHECKING:
    from newsdesk.services.desk import Desk


class ContactsSection(FormSection):
    """The contacts of the open release, and a field that adds one from the address book."""

    def __init__(
        self,
        session: ReleaseSession,
        store: Store,
        hub: ChangeHub,
        icons: Icons,
        parent: QWidget | None = None,
    ) -> None:
        self._add = icon_button(icons, "add", self.tr("Add a contact"))
        super().__init__(
            self.tr("Contacts"),
            session,
            icons,
            shows=frozenset({"contacts"}),
            corner=self._add,
            parent=parent,
        )
        self.setObjectName("contacts_section")
        self._store = store
        self._icons = icons
        self._book: tuple[Contact, ...] | None = None  # None: it was not read yet
        self._successors: Mapping[UUID, UUID] = {}  # of merged entries
        self._open: set[object] = set()
        self.body.setContentsMargins(2, 4, 4, 14)
        self._picker = ContactPicker(icons)
        self._picker.hide()
        self._rows = RowList(self._made_row)
        self._nobody = caption(self.tr("Nobody is named whom the press could ask."))
        self._nobody.setContentsMargins(6, 0, 0, 0)
        for part in (self._picker, self._rows, self._nobody):
            self.body.addWidget(part)
        self._add.clicked.connect(self._on_add_clicked)
        self._picker.entry_chosen.connect(self._add_entry)
        self._picker.new_requested.connect(self._on_new_requested)
        self._picker.left.connect(self._on_picker_left)
        self._rows.move_edited.connect(self._on_move_edited)
        self._rows.removal_edited.connect(self._on_removal_edited)
        hub.changed.connect(self._on_stored)
        store.opened.connect(self._read_book)
        if store.is_readable:
            self._read_book()
        self.show_session()

    def focus_field(self, name: str) -> bool:
        """Go to the first contact, or to the field that adds one; False if `name` is not here."""
        if name != "contacts":
            return False
        self.set_open(is_open=True)
        if self._rows.rows or not self._session.is_editable:
            self._rows.focus_row(0)
        else:
            self._open_picker()
        return True

    # Showing --------------------------------------------------------------------------------

    def show_release(self, release: Release) -> None:
        contacts = release.contacts
        self._rows.set_count(len(contacts))
        for row, contact in zip(self._rows.rows, contacts, strict=True):
            row.set_contact(
                contact,
                self._entry_of(contact),
                is_book_known=self._book is not None,
                is_editable=self._session.is_editable,
            )
            is_open = _key(contact) in self._open
            if is_open != row.is_open():
                row.set_open(is_open)
        self._nobody.setVisible(not contacts)
        if not self._picker.isHidden():
            self._fill_picker()

    def show_editable(self, is_editable: bool) -> None:
        self._add.setEnabled(is_editable)
        if not is_editable:
            self._picker.hide()
        if (release := self._session.release) is not None:
            self.show_release(release)

    def drop_typing(self) -> None:
        self._picker.hide()
        self._open.clear()

    def _made_row(self) -> ContactRow:
        row = ContactRow(self._icons)
        row.fold_edited.connect(partial(self._on_fold_edited, row))
        row.contact_edited.connect(partial(self._on_contact_edited, row))
        row.entry_requested.connect(partial(self._on_entry_requested, row))
        row.renewal_requested.connect(partial(self._on_renewal_requested, row))
        row.entering_requested.connect(partial(self._on_entering_requested, row))
        return row

    def _entry_of(self, contact: ReleaseContact) -> Contact | None:
        book = self._book or ()
        key = self._key_now(contact)
        return next((entry for entry in book if entry.id == key), None)

    def _key_now(self, contact: ReleaseContact) -> ContactId | None:
        """Return whose the copy is now: entries may have been merged since it was made."""
        key = contact.contact_id
        return ContactId(self._successors.get(key, key)) if key is not None else None

    def _place_of(self, entry: Contact, contacts: tuple[ReleaseContact, ...]) -> int | None:
        known = tuple(replace(one, contact_id=self._key_now(one)) for one in contacts)
        return _place_of(entry, known)

    # Editing --------------------------------------------------------------------------------

    @property
    def _contacts(self) -> tuple[ReleaseContact, ...]:
        release = self._session.release
        return release.contacts if release is not None else ()

    def _replace(
        self,
        what: str,
        place: int,
        contact: ReleaseContact,
        *,
        is_typing: bool = False,
    ) -> None:
        contacts = self._contacts
        changed = (*contacts[:place], contact, *contacts[place + 1 :])
        self._session.edit(what, is_typing=is_typing, contacts=changed)

    @Slot(object)
    def _add_entry(self, entry: Contact) -> None:
        """Print somebody of the address book; whoever is printed already is only gone to."""
        place = self._place_of(entry, self._contacts)
        if place is not None:
            self._rows.focus_row(place)
            return
        contacts = (*self._contacts, ReleaseContact.of(entry))
        self._session.edit(self.tr("Add a contact"), contacts=contacts)

    def _on_contact_edited(
        self, row: ContactRow, what: str, contact: ReleaseContact, is_typing: bool
    ) -> None:
        self._replace(what, self._rows.rows.index(row), contact, is_typing=is_typing)

    @Slot(int, int)
    def _on_move_edited(self, place: int, to: int) -> None:
        contacts = moved(self._contacts, place, to)
        self._session.edit(self.tr("Move a contact"), contacts=contacts)
        self._rows.focus_row(to)

    @Slot(int)
    def _on_removal_edited(self, place: int) -> None:
        contacts = self._contacts
        rest = (*contacts[:place], *contacts[place + 1 :])
        self._session.edit(self.tr("Remove a contact"), contacts=rest)
        if rest:
            self._rows.focus_row(place)
        else:
            self._add.setFocus()

    def _on_fold_edited(self, row: ContactRow, is_open: bool) -> None:
        key = _key(row.contact)
        if is_open:
            self._open.add(key)
        else:
            self._open.discard(key)

    def _on_renewal_requested(self, row: ContactRow) -> None:
        if (entry := self._entry_of(row.contact)) is not None:
            self._renew(self._rows.rows.index(row), entry)

    def _renew(self, place: int, entry: Contact) -> None:
        what = self.tr("Update a contact from the address book")
        self._replace(what, place, self._contacts[place].renewed(entry))

    # The address book -----------------------------------------------------------------------

    @Slot()
    def _read_book(self) -> None:
        def work(desk: "Desk") -> tuple[tuple[Contact, ...], Mapping[UUID, UUID]]:
            return tuple(desk.contacts.all()), desk.contacts.successors()

        def read(found: tuple[tuple[Contact, ...], Mapping[UUID, UUID]]) -> None:
            book, self._successors = found
            self._on_book_read(book)

        self._store.read(work, read)

    def _on_book_read(self, book: tuple[Contact, ...]) -> None:
        self._book = book
        self.show_session()

    def _know(self, entry: Contact) -> None:
        """Go by an entry that was just stored, until the book is read anew."""
        others = (other for other in self._book or () if other.id != entry.id)
        self._on_book_read((*others, entry))

    @Slot(object)
    def _on_stored(self, changes: Changes) -> None:
        if Subject.CONTACTS in changes.subjects and self._store.is_readable:
            self._read_book()

    def _on_entry_requested(self, row: ContactRow) -> None:
        entry = self._entry_of(row.contact)
        if entry is not None:
            follows = not row.is_behind
            self._open_dialog(entry, partial(self._on_entry_saved, follows))

    def _on_entry_saved(self, follows: bool, entry: Contact) -> None:
        """Print what was just corrected, unless this release had words of its own."""
        place = self._place_of(entry, self._contacts)
        if follows and place is not None:
            self._renew(place, entry)

    def _on_entering_requested(self, row: ContactRow) -> None:
        release, copy = self._session.release, row.contact
        if release is None:
            return

        def entered(entry: Contact) -> None:
            self._on_entered(release, copy, entry)

        self._store.change(partial(_entered, copy), entered)

    def _on_entered(self, release: Release, copy: ReleaseContact, entry: Contact) -> None:
        self._know(entry)
        now = self._session.release
        if now is None or now.id != release.id or copy not in now.contacts:
            return
        place = now.contacts.index(copy)
        if _key(copy) in self._open:
            self._open.add(entry.id)
        what = self.tr("Add a contact to the address book")
        self._replace(what, place, replace(copy, contact_id=entry.id))

    def _open_dialog(self, contact: Contact, then: "partial[None]") -> None:
        release = self._session.release
        dialog = ContactDialog(contact, self._store, self._icons, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def saved(entry: Contact) -> None:
            self._know(entry)
            now = self._session.release
            if release is not None and now is not None and now.id == release.id:
                then(entry)

        dialog.saved.connect(saved)
        dialog.open()

    # The picker -----------------------------------------------------------------------------

    def _fill_picker(self) -> None:
        book, contacts = self._book or (), self._contacts
        present = [entry for entry in book if self._place_of(entry, contacts) is not None]
        self._picker.set_entries(book, present)

    def _open_picker(self) -> None:
        self._fill_picker()
        self._picker.show()
        self._picker.begin()

    @Slot()
    def _on_add_clicked(self) -> None:
        if self._picker.isHidden():
            self.set_open(is_open=True)
            self._open_picker()
        else:
            self._picker.hide()

    @Slot()
    def _on_picker_left(self) -> None:
        self._picker.hide()
        self._add.setFocus()

    @Slot(str)
    def _on_new_requested(self, name: str) -> None:
        self._open_dialog(new_contact(name), partial(self._add_entry))


def _key(contact: ReleaseContact) -> object:
    """Return what tells a contact from the others while it is moved and changed."""
    return contact.contact_id or (contact.display_name, contact.office)


def _place_of(entry: Contact, contacts: tuple[ReleaseContact, ...]) -> int | None:
    """Return where somebody of the address book is printed already."""
    for place, contact in enumerate(contacts):
        if contact.contact_id == entry.id:
            return place
        is_named_so = fold(contact.display_name) == fold(entry.display_name)
        is_there = fold(contact.office or "") == fold(entry.office or "")
        if contact.contact_id is None and is_named_so and is_there:
            return place
    return None


def _entered(copy: ReleaseContact, desk: "Desk") -> tuple[Contact, Changes]:
    """Add somebody to the address book who is only on a release, unless the book has them."""
    from newsdesk.services.contacts import same_contact  # noqa: PLC0415 - heavy; in the thread

    entry = same_contact(desk.contacts.all(), copy)
    if entry is not None:
        return entry, Changes()
    return desk.contacts.add(
        replace(
            new_contact(copy.display_name),
            role_title=copy.role_title,
            office=copy.office,
            public=copy.public,
            points=copy.points,
        )
    )
