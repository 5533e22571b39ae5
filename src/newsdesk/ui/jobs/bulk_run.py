"""The same done to many releases, a few at a time, so that saves come in between."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import QObject, Signal, Slot

from newsdesk.domain.errors import NewsdeskError
from newsdesk.domain.ids import ReleaseId
from newsdesk.ui.jobs.series import Series
from newsdesk.ui.jobs.store import Store

if TYPE_CHECKING:
    from newsdesk.domain.changes import Changes
    from newsdesk.services.bulk import Outcome
    from newsdesk.services.desk import Desk

AT_ONCE = 20  # releases stored together
BulkWork: TypeAlias = "Callable[[Desk, Sequence[ReleaseId]], tuple[Outcome[Any], Changes]]"


class BulkRun(QObject):
    """One run over some releases.

    Signals:
        progressed(int, int): releases done, releases in all.
        stored(Outcome): a few more are done.
        finished(Outcome): the last one is done, or refused.
        cancelled(Outcome): it stopped because `cancel` was called; what was done is kept.
        failed(NewsdeskError, Outcome): nothing can be stored any more; what was done is kept.
    """

    progressed = Signal(int, int)
    stored = Signal(object)
    finished = Signal(object)
    cancelled = Signal(object)
    failed = Signal(object, object)

    def __init__(
        self,
        ids: Sequence[ReleaseId],
        work: BulkWork,
        store: Store,
        parent: QObject | None = None,
    ) -> None:
        """`work` is done to a few at a time, each of them wholly or not at all."""
        super().__init__(parent)
        self._work = work
        self._store = store
        self._total = len(ids)
        self._outcome: Outcome[Any] | None = None
        self._error: NewsdeskError | None = None
        batches = [ids[start : start + AT_ONCE] for start in range(0, len(ids), AT_ONCE)]
        # nothing to do is done as well: there is an outcome to tell of
        self._series = Series([partial(self._do, batch) for batch in batches or [[]]], self)
        self._series.progressed.connect(self._on_progressed)
        self._series.finished.connect(self._on_finished)
        self._series.cancelled.connect(self._on_cancelled)

    @property
    def total(self) -> int:
        """How many releases it goes over."""
        return self._total

    def start(self) -> None:
        self._series.start()

    def cancel(self) -> None:
        """Begin no further piece; the one under way ends first."""
        self._series.cancel()

    def _do(self, batch: Sequence[ReleaseId], ended: Callable[[], None]) -> None:
        def stored(outcome: "Outcome[Any]") -> None:
            self._outcome = outcome if self._outcome is None else self._outcome + outcome
            self.stored.emit(outcome)
            ended()

        def refused(error: NewsdeskError) -> None:
            self._error = error
            self._series.cancel()
            ended()

        self._store.change(lambda desk: self._work(desk, batch), stored, refused)

    @Slot(int, int)
    def _on_progressed(self, done: int, _pieces: int) -> None:
        self.progressed.emit(min(done * AT_ONCE, self._total), self._total)

    @Slot()
    def _on_finished(self) -> None:
        if self._error is not None:
            self.failed.emit(self._error, self._outcome)
        else:
            self.finished.emit(self._outcome)

    @Slot()
    def _on_cancelled(self) -> None:
        if self._error is not None:
            self.failed.emit(self._error, self._outcome)
        else:
            self.cancelled.emit(self._outcome)
