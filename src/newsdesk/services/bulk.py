"""The same done to many releases: to each wholly or not at all, with what was refused and why."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from newsdesk.domain.changes import Changes
from newsdesk.domain.erased import ErasedRelease
from newsdesk.domain.errors import ConfirmationKind, NewsdeskError, StorageError, StorageProblem
from newsdesk.domain.filing import Filing, Refiled
from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.release import Release
from newsdesk.domain.revision import Reason
from newsdesk.domain.workflow import Action
from newsdesk.services.audit import record
from newsdesk.services.keeping import keep
from newsdesk.services.progress import NoProgress, Progress
from newsdesk.services.releases import put_away, take_out
from newsdesk.services.workflow import take_step
from newsdesk.services.workplace import Workplace

if TYPE_CHECKING:
    from newsdesk.storage.database import UnitOfWork

T = TypeVar("T")

AT_ONCE = 20  # releases stored together: a save waits no longer than for so many


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(Generic[T]):
    """What became of releases, and each that was refused with the reason."""

    done: tuple[T, ...] = ()
    unchanged: int = 0  # it was so already
    refused: tuple[tuple[ReleaseId, NewsdeskError], ...] = field(default=())

    def __add__(self, other: "Outcome[T]") -> "Outcome[T]":
        return Outcome(
            done=self.done + other.done,
            unchanged=self.unchanged + other.unchanged,
            refused=self.refused + other.refused,
        )


class BulkService:
    """Every call is one transaction, in which each release is a step of its own.

    Whoever has many calls with a few at a time (`AT_ONCE`), so that saves come in between.
    """

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def file(self, ids: Sequence[ReleaseId], filing: Filing) -> tuple[Outcome[Refiled], Changes]:
        """File releases under other terms, in whatever state, and set the language of drafts."""

        def refile(work: "UnitOfWork", release_id: ReleaseId) -> Refiled | None:
            release = work.releases.get(release_id, verified=True)
            return self._refiled(work, release, filing.applied(release, self._workplace.now()))

        return self._each(ids, refile)

    def take_back(self, filed: Sequence[Refiled]) -> tuple[Outcome[Refiled], Changes]:
        """File releases as they were before; what came since stays."""
        by_id = {one.release_id: one for one in filed}

        def refile(work: "UnitOfWork", release_id: ReleaseId) -> Refiled | None:
            release = work.releases.get(release_id, verified=True)
            before = by_id[release_id].taken_back(release, self._workplace.now())
            return self._refiled(work, release, before)

        return self._each(list(by_id), refile)

    def trash(self, ids: Sequence[ReleaseId]) -> tuple[Outcome[Release], Changes]:
        """Put away those that were never published."""
        return self._each(ids, lambda work, key: put_away(work, self._workplace, key))

    def untrash(self, ids: Sequence[ReleaseId]) -> tuple[Outcome[Release], Changes]:
        return self._each(ids, lambda work, key: take_out(work, self._workplace, key))

    def erase(self, ids: Sequence[ReleaseId]) -> tuple[Outcome[ErasedRelease], Changes]:
        """Erase for good what is in the trash."""
        now, author = self._workplace.now(), self._workplace.author

        def erase(work: "UnitOfWork", key: ReleaseId) -> ErasedRelease:
            erased = work.erasures.erase(key, now, author)
            record(work, self._workplace, key, "erase")
            return erased

        return self._each(ids, erase)

    def take(
        self,
        ids: Sequence[ReleaseId],
        action: Action,
        *,
        reason: str = "",
        confirmed: frozenset[ConfirmationKind] = frozenset(),
    ) -> tuple[Outcome[Release], Changes]:
        """Take a step of the workflow with each that has it from where it stands."""

        def take(work: "UnitOfWork", key: ReleaseId) -> Release:
            return take_step(
                work, self._workplace, str(key), action, reason=reason, confirmed=confirmed
            )

        return self._each(ids, take)

    def _refiled(self, work: "UnitOfWork", before: Release, after: Release) -> Refiled | None:
        if after == before:
            return None
        return Refiled.of(before, keep(work, after, Reason.FILE, self._workplace))

    def _each(
        self, ids: Sequence[ReleaseId], do: "Callable[[UnitOfWork, ReleaseId], T | None]"
    ) -> tuple[Outcome[T], Changes]:
        done: dict[ReleaseId, T] = {}
        unchanged = 0
        refused: list[tuple[ReleaseId, NewsdeskError]] = []
        with self._workplace.database.transaction() as work:
            for release_id in dict.fromkeys(ids):
                try:
                    with work.step():
                        answer = do(work, release_id)
                except NewsdeskError as error:
                    if _is_of_store(error):
                        raise
                    refused.append((release_id, error))
                    continue
                if answer is None:
                    unchanged += 1
                else:
                    done[release_id] = answer
        outcome = Outcome(done=tuple(done.values()), unchanged=unchanged, refused=tuple(refused))
        return outcome, Changes.of(releases=set(done))


def _is_of_store(error: NewsdeskError) -> bool:
    """Tell whether no other release could be stored either."""
    return isinstance(error, StorageError) and error.problem is not StorageProblem.CORRUPT


def in_batches(
    ids: Sequence[ReleaseId],
    work: Callable[[Sequence[ReleaseId]], tuple[Outcome[T], Changes]],
    progress: Progress | None = None,
) -> tuple[Outcome[T], Changes]:
    """Do `work` to a few releases at a time and say what became of all.

    Args:
        progress: told between two batches; may stop the work, which keeps what is done.

    Raises:
        Cancelled: `progress` said so.
    """
    waiting = progress or NoProgress()
    outcome: Outcome[T] = Outcome()
    changes = Changes()
    for done, batch in _batches(ids):
        waiting.report(done, len(ids))
        of_batch, touched = work(batch)
        outcome, changes = outcome + of_batch, changes | touched
    waiting.report(len(ids), len(ids))
    return outcome, changes


def _batches(ids: Sequence[ReleaseId]) -> Iterator[tuple[int, Sequence[ReleaseId]]]:
    return ((start, ids[start : start + AT_ONCE]) for start in range(0, len(ids), AT_ONCE))
