"""How the press reaches somebody: the half of a card that is a contact."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from newsdesk.domain.address_book import Card
from newsdesk.domain.contact import Contact
from newsdesk.domain.ids import ContactId
from newsdesk.ui.dialogs.contact_points_form import ContactPointsForm
from newsdesk.ui.dialogs.languages_form import LanguagesForm
from newsdesk.ui.inspector.date_field import DateField
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.field_note import FieldNote
from newsdesk.ui.widgets.labelled import add_labelled

_DATE_PX = 148


class ContactForm(QWidget):
    """Role and office as printed, numbers and addresses, and who answers meanwhile."""

    def __init__(
        self,
        contact: Contact,
        others: Sequence[Card],
        icons: Icons,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        """`others` are who may cover for the contact."""
        super().__init__(parent)
        self._contact = contact
        self._role = QLineEdit(contact.role_title or "")
        self._role.setPlaceholderText(self.tr("Head of Press"))
        self._office = QLineEdit(contact.office or "")
        self._office.setObjectName("card_office")
        self._points = ContactPointsForm(contact.points, icons)
        self._languages = LanguagesForm(contact.languages, icons)
        self._hours = QLineEdit(contact.hours or "")
        self._hours.setPlaceholderText(self.tr("Monday to Friday, 9 to 17"))
        self._tz = QLineEdit(contact.tz or "")
        self._tz.setPlaceholderText("Europe/Zurich")
        self._verified = DateField(icons, today, is_optional=True)
        self._verified.set_day(contact.last_verified)
        self._cover = QComboBox()
        self._cover.setObjectName("cover")
        self._cover.addItem(self.tr("Nobody"), None)
        for card in others:
            if card.contact is not None and card.contact.id != contact.id:
                self._cover.addItem(card.name, card.contact.id)
        self._cover.setCurrentIndex(max(self._cover.findData(contact.cover_by), 0))
        self._from = DateField(icons, today, is_optional=True)
        self._from.set_day(contact.cover_from)
        self._to = DateField(icons, today, is_optional=True)
        self._to.set_day(contact.cover_to)
        self._cover_words = FieldNote(self._to.line)
        self._active = QCheckBox(self.tr("Active: offered when contacts are added"))
        self._active.setChecked(contact.is_active)
        self._public = QCheckBox(self.tr("Public: may be printed"))
        self._public.setChecked(contact.public)
        self._lay_out()
        self._cover.currentIndexChanged.connect(self._show_cover)
        self._show_cover()

    def contact(self) -> Contact:
        """Return what stands in the form; the name is the card's."""
        cover = self._cover.currentData()
        has_cover = isinstance(cover, UUID)
        return replace(
            self._contact,
            role_title=self._role.text().strip() or None,
            office=self._office.text().strip() or None,
            points=self._points.points(),
            languages=self._languages.languages(),
            hours=self._hours.text().strip() or None,
            tz=self._tz.text().strip() or None,
            last_verified=self._verified.day(),
            cover_by=ContactId(cover) if has_cover else None,
            cover_from=self._from.day() if has_cover else None,
            cover_to=self._to.day() if has_cover else None,
            is_active=self._active.isChecked(),
            public=self._public.isChecked(),
        )

    def has_office(self) -> bool:
        return bool(self._office.text().strip())

    def check(self) -> bool:
        """Say what is wrong, go there, and return whether all can be kept."""
        first, last = self._from.day(), self._to.day()
        is_wrong = first is not None and last is not None and last < first
        self._cover_words.say(self.tr("This ends before it begins.") if is_wrong else "")
        if is_wrong:
            self._to.line.setFocus()
        return self._points.check() and not is_wrong

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(
            _side_by_side(
                (self.tr("Role as printed"), self._role), (self.tr("Office"), self._office)
            )
        )
        column.addSpacing(6)
        column.addWidget(self._points)
        column.addSpacing(6)
        column.addWidget(self._languages)
        column.addLayout(
            _side_by_side((self.tr("Hours"), self._hours), (self.tr("Time zone"), self._tz))
        )
        for field in (self._verified, self._from, self._to):
            field.setFixedWidth(_DATE_PX)
        covers = _side_by_side(
            (self.tr("Covered by"), self._cover),
            (self.tr("From"), self._from),
            (self.tr("To"), self._to),
        )
        column.addLayout(covers)
        column.addWidget(self._cover_words)
        add_labelled(column, self.tr("Last verified"), self._verified)
        column.addSpacing(6)
        column.addWidget(self._active)
        column.addWidget(self._public)

    def _show_cover(self) -> None:
        has_cover = self._cover.currentData() is not None
        self._from.setEnabled(has_cover)
        self._to.setEnabled(has_cover)


def _side_by_side(*fields: tuple[str, QWidget]) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(12)
    for text, field in fields:
        column = QVBoxLayout()
        column.setSpacing(6)
        add_labelled(column, text, field)
        line.addLayout(column, 0 if isinstance(field, DateField) else 1)
    return line
