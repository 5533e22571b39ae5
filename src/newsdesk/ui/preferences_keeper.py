"""The preferences of this machine while the window is open."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from newsdesk.services.preferences import Preferences, PreferencesFile
from newsdesk.ui.timers import single_shot

_LATER_MS = 500


class PreferencesKeeper(QObject):
    """Holds them, and writes them down a moment after the last change.

    Signals:
        preferences_changed(Preferences): some have other values.
    """

    preferences_changed = Signal(object)

    def __init__(self, file: PreferencesFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._preferences = file.load()
        self._later = single_shot(self, self.write, _LATER_MS)

    @property
    def preferences(self) -> Preferences:
        return self._preferences

    def change(self, **fields: Any) -> None:
        self.set(replace(self._preferences, **fields))

    def setter(self, name: str) -> Callable[[Any], None]:
        """Return what changes one field, for a signal that carries its value."""
        return lambda value: self.change(**{name: value})

    def set(self, preferences: Preferences) -> None:
        if preferences != self._preferences:
            self._preferences = preferences
            self._later.start()
            self.preferences_changed.emit(preferences)

    def remember(self, **fields: Any) -> None:
        """Note what the window already shows so."""
        self._preferences = replace(self._preferences, **fields)
        self._later.start()

    def write(self) -> None:
        """Write them down now."""
        self._later.stop()
        self._file.save(self._preferences)
