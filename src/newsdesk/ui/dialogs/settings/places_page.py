"""Places of the newsroom's own."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from newsdesk.domain.changes import Changes, Subject
from newsdesk.domain.ids import PlaceId
from newsdesk.domain.place import Place
from newsdesk.ui.dialogs.settings.book_page import BookPage
from newsdesk.ui.dialogs.settings.book_panel import BookWords
from newsdesk.ui.dialogs.settings.page_parts import PageParts
from newsdesk.ui.inspector.new_place_form import NewPlaceForm
from newsdesk.ui.inspector.place_lookup import place_label
from newsdesk.ui.widgets.entry_list import Entry

if TYPE_CHECKING:
    from newsdesk.services.desk import Desk

_LANGUAGE = "en"


class PlacesPage(BookPage):
    """What datelines and seats may name beside the gazetteer's places."""

    def __init__(
        self,
        parts: PageParts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            BookWords(
                title=self.tr("Places"),
                about=self.tr(
                    "newsdesk knows the cities of the world. These are the ones it did not."
                ),
                name=self.tr("Your own places"),
                add=self.tr("&Add a place"),
                empty=self.tr("No place of your own yet: the gazetteer knew them all."),
            ),
            Subject.PLACES,
            parts,
            parent,
        )
        self._places: dict[PlaceId, Place] = {}
        self._form = NewPlaceForm(parts.store)
        self.column.addWidget(self._form)
        self._panel.add_requested.connect(lambda: self.add_place(""))
        self._form.place_added.connect(self._on_added)
        self._form.closed.connect(self._panel.focus_list)
        self.refresh()

    def add_place(self, name: str) -> None:
        """Ask for a place of this name; empty: for its name too."""
        self._form.open_form(name, _LANGUAGE)

    def refresh(self) -> None:
        def work(desk: "Desk") -> list[Place]:
            return desk.places.own()

        self._store.read(work, self.lifetime.guard(self._show))

    @Slot(object)
    def open_entry(self, key: PlaceId) -> None:
        """A place is what it is: it can be removed and added anew."""

    @Slot(object)
    def remove_entry(self, key: PlaceId) -> None:
        def work(desk: "Desk") -> tuple[PlaceId, Changes]:
            return desk.places.take_out(key)

        def undo(desk: "Desk") -> tuple[Place, Changes]:
            return desk.places.put_back(key)

        if key in self._places:
            told = self.tr("Removed from your places: {name}.")
            name = place_label(self._places[key], _LANGUAGE)
            self.take_out(work, undo, told.format(name=name))

    def _show(self, places: list[Place]) -> None:
        self._places = {place.id: place for place in places}
        self._panel.set_entries(
            [(Entry(one.id, place_label(one, _LANGUAGE), one.tz), "") for one in places]
        )

    @Slot(object)
    def _on_added(self, place: Place) -> None:
        self._panel.choose(place.id)
