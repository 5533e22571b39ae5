"""Writing releases to a folder, one after the other, so that saves come in between."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from newsdesk.domain.errors import NewsdeskError
from newsdesk.domain.export_record import ExportFormat, ExportRecord
from newsdesk.domain.ids import ReleaseId
from newsdesk.ui.jobs.series import Series
from newsdesk.ui.jobs.store import Store

if TYPE_CHECKING:
    from newsdesk.domain.changes import Changes
    from newsdesk.services.desk import Desk
    from newsdesk.services.export import ExportOutcome


@dataclass(frozen=True, slots=True)
class WrittenOut:
    """What was written, and which releases were not."""

    written: tuple[ExportRecord, ...] = ()
    refused: tuple[tuple[ReleaseId, NewsdeskError], ...] = ()


class WriteOut(QObject):
    """One run over some releases.

    Signals:
        progressed(int, int): releases done, releases in all.
        finished(WrittenOut): the last one has ended.
        cancelled(WrittenOut): it stopped because `cancel` was called; what was written stays.
    """

    progressed = Signal(int, int)
    finished = Signal(object)
    cancelled = Signal(object)

    def __init__(
        self,
        ids: Sequence[ReleaseId],
        format_: ExportFormat,
        folder: Path,
        store: Store,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._format = format_
        self._folder = folder
        self._store = store
        self._written: list[ExportRecord] = []
        self._refused: list[tuple[ReleaseId, NewsdeskError]] = []
        self._series = Series([partial(self._write, one) for one in ids], self)
        self._series.progressed.connect(self.progressed)
        self._series.finished.connect(self._on_finished)
        self._series.cancelled.connect(self._on_cancelled)

    def start(self) -> None:
        self._series.start()

    def cancel(self) -> None:
        """Begin no further release; the one under way is written."""
        self._series.cancel()

    def _write(self, release_id: ReleaseId, ended: Callable[[], None]) -> None:
        def work(desk: "Desk") -> "tuple[ExportOutcome, Changes]":
            from newsdesk.services.export import ExportRequest  # noqa: PLC0415 - heavy; in a thread

            return desk.exports.export(
                ExportRequest(keys=(str(release_id),), format=self._format, folder=self._folder)
            )

        def written(outcome: "ExportOutcome") -> None:
            self._written += outcome.written
            self._refused += [(release_id, error) for _key, error in outcome.refused]
            ended()

        def refused(error: NewsdeskError) -> None:
            self._refused.append((release_id, error))
            ended()

        self._store.change(work, written, refused)

    def _outcome(self) -> WrittenOut:
        return WrittenOut(tuple(self._written), tuple(self._refused))

    @Slot()
    def _on_finished(self) -> None:
        self.finished.emit(self._outcome())

    @Slot()
    def _on_cancelled(self) -> None:
        self.cancelled.emit(self._outcome())
