"""Drafts on their way into the newsroom, with the pictures that lie beside their files."""

from collections.abc import Callable, Sequence
from time import monotonic
from typing import TYPE_CHECKING

from newsdesk.domain.duplicate import Resolution
from newsdesk.domain.errors import NewsdeskError
from newsdesk.domain.ids import ReleaseId
from newsdesk.ui.jobs.source_reading import FoundDraft
from newsdesk.ui.jobs.store import Store

if TYPE_CHECKING:
    from newsdesk.domain.changes import Changes
    from newsdesk.services.desk import Desk
    from newsdesk.services.import_ import Draft, Imported, Outcome

_MOST_AT_ONCE = 50  # drafts in a transaction, once it is known to go well
_LONGEST_S = 0.25  # of a transaction: a save may have to wait for it


class DraftStoring:
    """Stores drafts, more of them in a transaction the longer it goes well and quickly."""

    def __init__(self, store: Store, clock: Callable[[], float] = monotonic) -> None:
        """`clock` tells seconds; it is asked in the thread that stores."""
        self._store = store
        self._clock = clock
        self._at_once = 1

    @property
    def at_once(self) -> int:
        """How many to store in the next transaction, at most."""
        return self._at_once

    def keep(
        self,
        batch: Sequence[FoundDraft],
        resolution: Resolution,
        then: "Callable[[Sequence[Outcome]], None]",
        failed: Callable[[NewsdeskError], None],
    ) -> None:
        """Store these in one transaction; `then` gets what each became."""

        def work(desk: "Desk") -> "tuple[tuple[list[Outcome], float], Changes]":
            begun = self._clock()
            outcomes, changes = desk.imports.store_all(_taken_along(desk, batch), resolution)
            return (outcomes, self._clock() - begun), changes

        def kept(answer: "tuple[Sequence[Outcome], float]") -> None:
            outcomes, seconds = answer
            self._learn(len(batch), seconds)
            then(outcomes)

        if batch:
            self._store.change(work, kept, failed, is_one_of_many=True)
        else:
            then(())

    def update(
        self,
        found: FoundDraft,
        release_id: ReleaseId,
        then: "Callable[[Imported], None]",
        failed: Callable[[NewsdeskError], None],
    ) -> None:
        """Store one over a release that it is a newer text of."""

        def work(desk: "Desk") -> "tuple[Imported, Changes]":
            (draft,) = _taken_along(desk, [found])
            return desk.imports.update(draft, release_id)

        self._store.change(work, then, failed, is_one_of_many=True)

    def _learn(self, stored: int, seconds: float) -> None:
        """Let the next transaction be twice as large at most, and as long as others may wait."""
        in_time = int(_LONGEST_S * stored / seconds) if seconds > _LONGEST_S else _MOST_AT_ONCE
        self._at_once = max(1, min(2 * self._at_once, in_time, _MOST_AT_ONCE))


def _taken_along(desk: "Desk", batch: Sequence[FoundDraft]) -> "list[Draft]":
    """Return the drafts with the pictures kept that lie beside their files."""
    from newsdesk.services.media import FilesBeside  # noqa: PLC0415 - heavy; loaded by now

    beside = FilesBeside()
    try:
        return [desk.media.taken_along(one.draft, beside.of(one.source)) for one in batch]
    finally:
        beside.close()
