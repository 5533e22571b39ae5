"""The places where the house has its seats."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from newsdesk.domain.ids import PlaceId
from newsdesk.domain.place import Place
from newsdesk.ui.inspector.place_field import PlaceField
from newsdesk.ui.inspector.place_lookup import place_label
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.lifetime import Lifetime
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.flow_layout import FlowLayout
from newsdesk.ui.widgets.labelled import add_labelled, caption
from newsdesk.ui.widgets.tag_chip import TagChip

if TYPE_CHECKING:
    from newsdesk.services.desk import Desk

_LANGUAGE = "en"


class SeatsField(QWidget):
    """Places as words that can be taken away, and a field that adds one.

    Signals:
        seats_edited(tuple): the user added or removed one; the ids in their order.
        new_place_requested(str): the user wants a seat in a place of this name, which is not known.
    """

    seats_edited = Signal(object)
    new_place_requested = Signal(str)

    def __init__(self, store: Store, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._lifetime = Lifetime(self)
        self._icons = icons
        self._seats: tuple[PlaceId, ...] = ()
        self._names: dict[PlaceId, str] = {}
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips)
        self._field = PlaceField(store)
        self._field.setPlaceholderText(self.tr("Add a place"))
        self._field.place_chosen.connect(self._on_chosen)
        self._field.backspaced.connect(self._on_backspaced)
        self._field.new_place_requested.connect(self.new_place_requested)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        add_labelled(layout, self.tr("Se&ats"), self._field)
        layout.insertWidget(1, self._chips)
        layout.addWidget(
            caption(
                self.tr(
                    "They stand without a country in a dateline. "
                    "Without any, those that are usual do: Geneva, New York, Vienna …"
                )
            )
        )
        self._chips.hide()

    def seats(self) -> tuple[PlaceId, ...]:
        return self._seats

    def set_seats(self, seats: Sequence[PlaceId]) -> None:
        """Show these places; their names come from the store where they are not known yet."""
        if tuple(seats) == self._seats:
            return
        self._seats = tuple(seats)
        unknown = [seat for seat in self._seats if seat not in self._names]

        def named(places: list[Place]) -> None:
            self._names |= {place.id: place_label(place, _LANGUAGE) for place in places}
            self._show()

        def work(desk: "Desk") -> list[Place]:
            return desk.places.chosen(unknown)

        if unknown:
            self._store.read(work, self._lifetime.guard(named))
        else:
            self._show()

    def _show(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (chip := item.widget()) is not None:
                chip.hide()
                chip.deleteLater()
        for seat in self._seats:
            if seat in self._names:
                chip = TagChip(self._names[seat], self._icons)
                chip.removal_requested.connect(partial(self._remove, seat))
                self._flow.addWidget(chip)
        self._chips.setVisible(self._flow.count() > 0)

    def _edit(self, seats: tuple[PlaceId, ...]) -> None:
        self.set_seats(seats)
        self._field.setFocus()
        self.seats_edited.emit(self._seats)

    def _remove(self, seat: PlaceId) -> None:
        self._edit(tuple(other for other in self._seats if other != seat))

    @Slot(object)
    def _on_chosen(self, place: Place) -> None:
        self._names[place.id] = place_label(place, _LANGUAGE)
        if place.id not in self._seats:
            self._edit((*self._seats, place.id))

    @Slot()
    def _on_backspaced(self) -> None:
        if self._seats:
            self._edit(self._seats[:-1])
