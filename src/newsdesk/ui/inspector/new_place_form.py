"""Adding a place that the gazetteer does not know."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from newsdesk.domain.changes import Changes
from newsdesk.domain.errors import NewsdeskError
from newsdesk.domain.place import Place
from newsdesk.ui.inspector.place_lookup import country_choices
from newsdesk.ui.inspector.zone_field import ZoneField
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.lifetime import Lifetime
from newsdesk.ui.messages import words
from newsdesk.ui.widgets.buttons import link_button, secondary_button
from newsdesk.ui.widgets.completing_field import Choice
from newsdesk.ui.widgets.field_note import FieldNote
from newsdesk.ui.widgets.labelled import label_for
from newsdesk.ui.widgets.lookup_field import LookupField

if TYPE_CHECKING:
    from newsdesk.services.desk import Desk


class NewPlaceForm(QFrame):
    """Name, country and time zone; hidden until it is opened.

    Signals:
        place_added(Place): it is stored among the newsroom's own places.
        closed(): the user is through with it, whether a place was added or not.
    """

    place_added = Signal(object)
    closed = Signal()

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inline_form")
        self._store = store
        self._lifetime = Lifetime(self)
        self._language = "en"
        self._country: Place | None = None
        self._name = QLineEdit()
        self._name.setObjectName("new_place_name")
        self._country_field = LookupField(self._find_country)
        self._country_field.setObjectName("new_place_country")
        self._country_field.setPlaceholderText(self.tr("Name, or code such as LY"))
        self._zone = ZoneField(store)
        self._zone.setObjectName("new_place_zone")
        self._note = FieldNote(self._name)
        self._add = secondary_button(self.tr("Add place"))
        self._add.setObjectName("add_place")
        cancel = link_button(self.tr("Cancel"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 10)
        layout.setSpacing(6)
        for text, field in (
            (self.tr("Name of the place"), self._name),
            (self.tr("Country"), self._country_field),
            (self.tr("Time zone"), self._zone),
        ):
            layout.addWidget(label_for(text, field))
            layout.addWidget(field)
        layout.addWidget(self._note)
        row = QHBoxLayout()
        row.addWidget(self._add)
        row.addWidget(cancel)
        row.addStretch(1)
        layout.addLayout(row)
        self._country_field.choice_made.connect(self._on_country)
        self._country_field.unknown_entered.connect(self._on_unknown_country)
        self._country_field.textEdited.connect(self._on_country_typed)
        self._zone.zone_edited.connect(self._on_zone)
        self._zone.unknown_entered.connect(self._on_unknown_zone)
        self._name.returnPressed.connect(self._country_field.setFocus)
        self._add.clicked.connect(self._on_add)
        cancel.clicked.connect(self._leave)
        self.hide()

    def open_form(self, name: str, language: str) -> None:
        """Ask for the rest of a place of this name."""
        self._language = language
        self._zone.set_language(language)
        self._name.setText(name)
        self._country = None
        self._country_field.clear()
        self._zone.set_zone("")
        self._zone.drop_typing()
        self._note.say("")
        self.show()
        self._country_field.setFocus()

    def close_form(self) -> None:
        """Hide the form and forget what was typed."""
        self._country_field.forget()
        self._zone.forget()
        self.hide()

    @Slot()
    def _leave(self) -> None:
        self.close_form()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    # The country, which knows a zone --------------------------------------------------------

    def _find_country(self, text: str, answer: Callable[[Sequence[Choice]], None]) -> None:
        language = self._language

        def work(desk: "Desk") -> list[Choice]:
            return country_choices(desk, text, language)

        if text:
            self._store.read(work, answer)

    @Slot(object)
    def _on_country(self, value: object) -> None:
        if isinstance(value, Place):
            self._country = value
            self._country_field.setText(value.country(self._language))
            if not self._zone.zone():
                self._zone.set_zone(value.tz)
            self._note.say("")
            self._zone.setFocus()

    @Slot(str)
    def _on_country_typed(self, _text: str) -> None:
        self._country = None

    @Slot(str)
    def _on_unknown_country(self, text: str) -> None:
        if len(text) == 2 and text.isalpha():  # a code: storing it tells whether there is such one
            self._zone.setFocus()
        else:
            said = self.tr("No country is called “{name}”. Its two-letter code will do as well.")
            self._note.say(said.format(name=text))

    # The zone, and storing ------------------------------------------------------------------

    @Slot(object)
    def _on_zone(self, _value: object) -> None:
        self._note.say("")
        self._add.setFocus()

    @Slot(str)
    def _on_unknown_zone(self, text: str) -> None:
        said = self.tr("No city or time zone is called “{name}”.")
        self._note.say(said.format(name=text))

    @Slot()
    def _on_add(self) -> None:
        name, tz = self._name.text().strip(), self._zone.zone()
        typed = self._country_field.text().strip()
        code = self._country.country_code if self._country is not None else typed.upper()
        if not (name and code and tz):
            self._note.say(self.tr("A place has a name, a country and a time zone."))
            return

        def work(desk: "Desk") -> tuple[Place, Changes]:
            return desk.places.add(name, code, tz)

        self._add.setEnabled(False)
        guard = self._lifetime.guard
        self._store.change(work, guard(self._on_added), guard(self._on_refused))

    def _on_added(self, place: Place) -> None:
        self._add.setEnabled(True)
        self._leave()
        self.place_added.emit(place)

    def _on_refused(self, error: NewsdeskError) -> None:
        self._add.setEnabled(True)
        message = words(error)
        self._note.say(f"{message.title}. {message.text}")
