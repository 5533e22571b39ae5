"""A card of the address book, to be written."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
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

from newsdesk.domain.address_book import BookChange, Card, sort_name_of
from newsdesk.domain.contact import Contact
from newsdesk.domain.errors import NewsdeskError, StaleError
from newsdesk.domain.ids import ContactId, PersonId
from newsdesk.domain.person import Person, Role, TypedRole
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.lifetime import Lifetime
from newsdesk.ui.messages import words
from newsdesk.ui.people.card_words import Organisations, title_in
from newsdesk.ui.people.contact_form import ContactForm
from newsdesk.ui.people.roles_form import RolesForm
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.buttons import primary_button, secondary_button
from newsdesk.ui.widgets.field_note import FieldNote
from newsdesk.ui.widgets.labelled import add_labelled

if TYPE_CHECKING:
    from newsdesk.domain.changes import Changes
    from newsdesk.services.desk import Desk

_MARGIN = 20
_WIDTH, _TALLEST = 700, 680
_NEW = UUID(int=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """What a form knows of the book and the house."""

    cards: Sequence[Card] = ()
    organisations: Organisations
    languages: Sequence[str]  # in which the house writes
    today: Callable[[], date]


class CardDialog(QDialog):
    """A form for one card; show it with `open()`.

    Signals:
        saved(Card, BookChange): it stands in the book as it is now, and what was changed for it.
    """

    saved = Signal(object, object)

    def __init__(
        self,
        card: Card | None,
        shelf: Shelf,
        store: Store,
        icons: Icons,
        parent: QWidget | None = None,
    ) -> None:
        """`card` is one as it was read; None for a new one."""
        super().__init__(parent)
        self.setObjectName("card_dialog")
        is_new = card is None
        self.setWindowTitle(self.tr("New entry") if is_new else self.tr("Entry"))
        self._card = card or Card(contact=Contact(id=ContactId(_NEW)))
        self._store = store
        self._lifetime = Lifetime(self)
        self._is_saving = False
        person, language = self._card.person, shelf.languages[0]
        self._name = QLineEdit(self._card.name if self._has_name() else "")
        self._name.setObjectName("card_name")
        self._name_words = FieldNote(self._name)
        self._sort_name = QLineEdit(person.sort_name if person else "")
        self._variants = QLineEdit("; ".join(person.variants if person else ()))
        self._variants.setPlaceholderText(self.tr("Par Elm; P. Elm"))
        roles = (
            [_typed(role, shelf.organisations, language) for role in person.roles] if person else []
        )
        self._roles = RolesForm(roles, shelf.languages, icons, shelf.today)
        self._asked = QCheckBox(self.tr("The press may ask them"))
        self._asked.setObjectName("asked")
        contact = self._card.contact or Contact(id=ContactId(_NEW))
        self._contact = ContactForm(contact, shelf.cards, icons, shelf.today)
        self._asked.setChecked(self._card.contact is not None)
        self._asked.setHidden(self._card.contact is not None and not is_new)
        self._refusal = FieldNote()
        self._save = primary_button(self.tr("Save"))
        self._save.setDefault(True)
        self._cancel = secondary_button(self.tr("Cancel"))
        self._form, self._foot = QWidget(), QWidget()
        self._lay_out()
        self._show_sort_name()
        self._name.textEdited.connect(self._show_sort_name)
        self._asked.toggled.connect(self._contact.setVisible)
        self._contact.setVisible(self._asked.isChecked())
        self._save.clicked.connect(self._on_save_clicked)
        self._cancel.clicked.connect(self.reject)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        height = self._form.sizeHint().height() + self._foot.sizeHint().height()
        room = self.screen().availableSize().height() - 48
        self.resize(_WIDTH, min(_TALLEST, height, room))

    def reject(self) -> None:
        """Close without saving; not while a save is under way."""
        if not self._is_saving:
            super().reject()

    def card(self) -> Card:
        """Return what stands in the form."""
        name = self._name.text().strip()
        variants = tuple(filter(None, (one.strip() for one in self._variants.text().split(";"))))
        sort_name = self._sort_name.text().strip()
        person = self._card.person
        is_quoted = bool(person or variants or self._roles.roles() or not self._asked.isChecked())
        if is_quoted and name:
            person = replace(
                person or Person(id=PersonId(_NEW), display_name=name),
                display_name=name,
                sort_name=sort_name,
                variants=variants,
            )
        contact = self._contact.contact() if self._asked.isChecked() else None
        if contact is not None:
            contact = replace(contact, display_name=name)
        return Card(person=person if name else None, contact=contact)

    def _has_name(self) -> bool:
        contact = self._card.contact
        return self._card.person is not None or bool(contact and contact.display_name)

    def _lay_out(self) -> None:
        self._form.setObjectName("contact_form")
        column = QVBoxLayout(self._form)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, 8)
        column.setSpacing(6)
        add_labelled(column, self.tr("Name, with every accent"), self._name)
        column.addWidget(self._name_words)
        pair = QHBoxLayout()
        pair.setSpacing(12)
        names = (
            (self.tr("In lists"), self._sort_name),
            (self.tr("Other spellings, separated by ;"), self._variants),
        )
        for text, field in names:
            half = QVBoxLayout()
            half.setSpacing(6)
            add_labelled(half, text, field)
            pair.addLayout(half, 1)
        column.addLayout(pair)
        column.addSpacing(6)
        column.addWidget(self._roles)
        column.addSpacing(10)
        column.addWidget(self._asked)
        column.addWidget(self._contact)
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
        self._foot.setObjectName("dialog_foot")
        self._foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(_MARGIN, 12, _MARGIN, 16)
        foot.setSpacing(8)
        foot.addWidget(self._refusal)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._save)
        foot.addLayout(buttons)

    @Slot()
    def _show_sort_name(self) -> None:
        self._sort_name.setPlaceholderText(sort_name_of(self._name.text().strip()))
        self._name_words.say("")

    @Slot()
    def _on_save_clicked(self) -> None:
        is_asked = self._asked.isChecked()
        if not self._name.text().strip() and not (is_asked and self._contact.has_office()):
            self._name_words.say(self.tr("Give a name or an office: one of them is printed."))
            self._name.setFocus()
            return
        if not self._roles.check() or (is_asked and not self._contact.check()):
            return
        card, roles = self.card(), list(self._roles.roles())

        def work(desk: "Desk") -> "tuple[tuple[Card, BookChange], Changes]":
            return desk.people.save(card, roles)

        self._set_saving(is_saving=True)
        self._store.change(
            work, self._lifetime.guard(self._on_saved), self._lifetime.guard(self._on_refused)
        )

    def _set_saving(self, *, is_saving: bool) -> None:
        self._is_saving = is_saving
        self._save.setEnabled(not is_saving)

    def _on_saved(self, saved: tuple[Card, BookChange]) -> None:
        self._set_saving(is_saving=False)
        self.saved.emit(*saved)
        self.accept()

    def _on_refused(self, error: NewsdeskError) -> None:
        self._set_saving(is_saving=False)
        if isinstance(error, StaleError):
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


def _typed(role: Role, organisations: Organisations, language: str) -> TypedRole:
    one = organisations.get(role.organisation_id) if role.organisation_id else None
    return TypedRole(
        id=role.id,
        titles=role.titles,
        organisation=title_in(one.names, language) if one else "",
        organisation_id=role.organisation_id,
        valid_from=role.valid_from,
        valid_to=role.valid_to,
    )
