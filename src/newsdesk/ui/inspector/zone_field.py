"""Whose clock a time is read on."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from newsdesk.domain.fold import fold
from newsdesk.ui.inspector.place_lookup import CityTime, zone_choices
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.widgets.completing_field import Choice
from newsdesk.ui.widgets.lookup_field import LookupField

if TYPE_CHECKING:
    from newsdesk.services.desk import Desk

_PASSING = frozenset(
    {
        Qt.FocusReason.PopupFocusReason,
        Qt.FocusReason.ActiveWindowFocusReason,
        Qt.FocusReason.MenuBarFocusReason,
    }
)


class ZoneField(LookupField):
    """Finds a time zone by a city or by its IANA name, and shows that name.

    Signals:
        zone_edited(CityTime): the user chose another one. `set_zone` does not emit it.
        unknown_entered(str): there is none of this name; the text stays until it is left.
    """

    zone_edited = Signal(object)

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(self._find, parent)
        self._store = store
        self._language = "en"
        self._tz = ""
        self.setPlaceholderText(self.tr("City or time zone"))
        self.choice_made.connect(self._on_choice)

    def zone(self) -> str:
        """Return the IANA name that is shown; empty if none was chosen yet."""
        return self._tz

    def set_zone(self, tz: str) -> None:
        if tz != self._tz or not self.isModified():
            self._tz = tz
            self.drop_typing()

    def set_language(self, language: str) -> None:
        """Show cities as this language calls them."""
        self._language = language

    def drop_typing(self) -> None:
        """Show the zone that holds instead of what was typed."""
        self.forget()
        if self.text() != self._tz:
            self.setText(self._tz)
        self.setModified(False)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusInEvent(event)
        if not self.isModified():
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Take what was typed if it is a whole name, as Enter would."""
        super().focusOutEvent(event)
        if event.reason() not in _PASSING and self.isModified():
            if self.text().strip():
                self.ask(self._take_whole_name)
            else:
                self.drop_typing()

    def _take_whole_name(self, text: str, choices: Sequence[Choice]) -> None:
        wanted = fold(text)
        for choice in choices:
            names = (choice.text, choice.text.partition(",")[0])
            if wanted in map(fold, names):
                self.choice_made.emit(choice.value)
                return
        self.unknown_entered.emit(text)

    def _find(self, text: str, answer: Callable[[Sequence[Choice]], None]) -> None:
        language = self._language

        def work(desk: "Desk") -> list[Choice]:
            return zone_choices(desk, text, language)

        if text:
            self._store.read(work, answer)

    @Slot(object)
    def _on_choice(self, value: object) -> None:
        if isinstance(value, CityTime):
            is_new = value.tz != self._tz or bool(value.city)
            self._tz = value.tz
            self.drop_typing()
            if is_new:
                self.zone_edited.emit(value)
