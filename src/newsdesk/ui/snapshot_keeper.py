"""What the next start shows before anything is read: written after each save."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from newsdesk.domain.changes import Changes
from newsdesk.domain.query import ReleaseQuery
from newsdesk.services.start_snapshot import MOST_ROWS, StartSnapshot, StartSnapshotFile
from newsdesk.ui.changes import ChangeHub
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.timers import single_shot

if TYPE_CHECKING:
    from newsdesk.services.desk import Desk

_LATER_MS = 1_000


class SnapshotKeeper(QObject):
    """Writes the start snapshot at most once a second, in the reading thread."""

    def __init__(
        self,
        file: StartSnapshotFile,
        take: Callable[[], StartSnapshot | None],
        store: Store,
        hub: ChangeHub,
        parent: QObject | None = None,
    ) -> None:
        """`take` returns what is open, without the list; None while that is worth nothing."""
        super().__init__(parent)
        self._file = file
        self._take = take
        self._store = store
        self._later = single_shot(self, self.write, _LATER_MS)
        hub.changed.connect(self._on_changed)

    @Slot()
    def note(self) -> None:
        """Something is shown otherwise than before."""
        if not self._later.isActive():
            self._later.start()

    @Slot()
    def write(self) -> None:
        """Write it as soon as the reading thread comes to it."""
        self._later.stop()
        snapshot = self._take()
        if snapshot is None or not self._store.is_readable:
            return

        def write(desk: "Desk") -> None:
            ids = desk.releases.ids(ReleaseQuery(limit=MOST_ROWS))
            counts = desk.releases.counts()
            rows = tuple(desk.releases.rows(ids))
            self._file.save(replace(snapshot, rows=rows, counts=counts, total=counts.all))

        self._store.read(write, lambda _: None)

    @Slot(object)
    def _on_changed(self, _changes: Changes) -> None:
        self.note()
