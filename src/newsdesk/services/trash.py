"""The trash: what lies there, and erasing it for good."""

from datetime import timedelta

from newsdesk.domain.changes import Changes
from newsdesk.domain.erased import ErasedRelease
from newsdesk.domain.errors import NotFoundError
from newsdesk.domain.ids import ReleaseId
from newsdesk.services.audit import record
from newsdesk.services.workplace import Workplace

KEPT_FOR = timedelta(days=90)
_AT_ONCE = 20  # releases erased together, so that no save waits for long


class TrashService:
    """What was put away and not taken out for `KEPT_FOR` is erased: its text is gone for good.

    Its id and the hashes of its texts stay, so that a copy that turns up can still be told. Backups
    that were made before hold the text until they are thinned.
    """

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def erased(self) -> list[ErasedRelease]:
        """Return what was erased, oldest first."""
        with self._workplace.database.reading() as work:
            return work.erasures.all()

    def erase_old(self) -> tuple[bool, Changes]:
        """Erase some of what is due; tell whether more is."""
        with self._workplace.database.reading() as work:
            due = work.erasures.due(self._workplace.now() - KEPT_FOR, _AT_ONCE)
        if not due:
            return False, Changes()
        erased, changes = self.erase(due)
        return bool(erased), changes

    def erase(self, ids: list[ReleaseId]) -> tuple[list[ErasedRelease], Changes]:
        """Erase releases that are in the trash; one that no longer is there is left alone."""
        erased: list[ErasedRelease] = []
        now, author = self._workplace.now(), self._workplace.author
        with self._workplace.database.transaction() as work:
            for release_id in ids:
                try:
                    erased.append(work.erasures.erase(release_id, now, author))
                except NotFoundError:  # taken out meanwhile, or erased by somebody else
                    continue
                record(work, self._workplace, release_id, "erase")
        return erased, Changes.of(releases={one.id for one in erased})

    def settle(self, *, is_first: bool) -> tuple[bool, Changes]:
        """Rewrite a piece of the search index without what was erased; tell if more is left."""
        with self._workplace.database.transaction() as work:
            return work.erasures.settle(is_first=is_first), Changes()
