"""Telling every view what a service call changed."""

from PySide6.QtCore import QObject, Signal

from newsdesk.domain.changes import Changes


class ChangeHub(QObject):
    """One signal; a view refreshes where what it shows overlaps with what was changed.

    Signals:
        changed(Changes): it is stored.
    """

    changed = Signal(object)

    def publish(self, changes: Changes) -> None:
        if changes != Changes():
            self.changed.emit(changes)
