"""Adding a place to a dateline."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from newsdesk.domain.fold import fold
from newsdesk.domain.place import Place
from newsdesk.ui.inspector.place_lookup import find_places, place_choices
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.widgets.completing_field import Choice
from newsdesk.ui.widgets.lookup_field import LookupField

if TYPE_CHECKING:
    from newsdesk.services.desk import Desk


class PlaceField(LookupField):
    """Completes names of the gazetteer, in any language; offers to add what is not in it.

    Signals:
        place_chosen(Place): the user took it; the field is empty again.
        new_place_requested(str): the user wants to add one of this name.
    """

    place_chosen = Signal(object)
    new_place_requested = Signal(str)

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(self._find, parent)
        self._store = store
        self._language = "en"
        self.choice_made.connect(self._on_choice)

    def set_language(self, language: str) -> None:
        """Show places as this language calls them."""
        self._language = language

    def _find(self, text: str, answer: Callable[[Sequence[Choice]], None]) -> None:
        language = self._language

        def work(desk: "Desk") -> list[Place]:
            return find_places(desk, text, language)

        def then(places: list[Place]) -> None:
            choices = place_choices(places, language)
            if not any(fold(place.name(language)) == fold(text) for place in places):
                add = self.tr("Add “{name}” as a new place…").format(name=text)
                choices.append(Choice(add, text))
            answer(choices)

        if text:
            self._store.read(work, then)

    @Slot(object)
    def _on_choice(self, value: object) -> None:
        if isinstance(value, Place):
            self.place_chosen.emit(value)
        else:
            self.new_place_requested.emit(str(value))
