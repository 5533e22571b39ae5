"""Drafts on their way into the newsroom, with the pictures that lie beside their files."""

from collections.abc import Callable, Sequence
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


class DraftStoring:
    """Stores drafts, more of them in a transaction the longer it goes well."""

    def __init__(self, store: Store) -> None:
        self._store = store
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

        def work(desk: "Desk") -> "tuple[list[Outcome], Changes]":
            return desk.imports.store_all(_taken_along(desk, batch), resolution)

        def kept(outcomes: "Sequence[Outcome]") -> None:
            self._at_once = min(2 * self._at_once, _MOST_AT_ONCE)
            then(outcomes)

        if batch:
            self._store.change(work, kept, failed)
        else:
            kept(())

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

        self._store.change(work, then, failed)


def _taken_along(desk: "Desk", batch: Sequence[FoundDraft]) -> "list[Draft]":
    """Return the drafts with the pictures kept that lie beside their files."""
    from newsdesk.services.media import FilesBeside  # noqa: PLC0415 - heavy; loaded by now

    beside = FilesBeside()
    try:
        return [desk.media.taken_along(one.draft, beside.of(one.source)) for one in batch]
    finally:
        beside.close()
