"""Reading all that is stored, to tell whether it is what was stored."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from newsdesk.domain.errors import StorageError, StorageProblem
from newsdesk.domain.flaw import Flaw, FlawKind
from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.media import MediaAsset
from newsdesk.services.progress import NoProgress, Progress
from newsdesk.services.workplace import Workplace

if TYPE_CHECKING:
    from newsdesk.storage.database import UnitOfWork

T = TypeVar("T")
_PASSING = frozenset({StorageProblem.BUSY, StorageProblem.LOCKED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What was read, and what was found wrong."""

    releases: int
    revisions: int
    media: int
    flaws: tuple[Flaw, ...]

    @property
    def is_sound(self) -> bool:
        return not self.flaws


class VerificationService:
    """Changes nothing; in any thread, beside whoever writes."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def verify(self, progress: Progress | None = None, *, with_media: bool = True) -> Verification:
        """Hold the file, the rows, the index, the history and the pictures against what was kept.

        Each release is read in a transaction of its own: so long work keeps no log from being
        taken in.

        Args:
            progress: told of each release and each picture; may stop the work. Before the first of
                them it is told of 0 while the file is read, in a transaction.
            with_media: read the files of the pictures too.

        Raises:
            StorageError: somebody keeps it from being read now.
            Cancelled: `progress` said so.
        """
        waiting = progress or NoProgress()
        flaws: list[Flaw] = []
        ids = self._read(lambda work: work.soundness.release_ids(), flaws)
        revisions = self._read(lambda work: [work.soundness.revision_count()], flaws)
        media = self._read(lambda work: work.media.all(), flaws) if with_media else []
        total = 1 + len(ids) + len(media)
        step = partial(waiting.report, 0, total)
        flaws += self._read(lambda work: work.soundness.file_flaws(step), flaws)
        flaws += self._read(lambda work: work.soundness.orphans(), flaws)
        flaws += self._read(lambda work: work.soundness.lost_entries(), flaws)
        for done, release_id in enumerate(ids, start=1):
            waiting.report(done, total)
            flaws += self._of_release(release_id)
        for done, asset in enumerate(media, start=1 + len(ids)):
            waiting.report(done, total)
            flaws += self._of_media(asset)
        waiting.report(total, total)
        return Verification(
            releases=len(ids),
            revisions=sum(revisions),
            media=len(media),
            flaws=tuple(dict.fromkeys(flaws)),
        )

    def _read(self, look: "Callable[[UnitOfWork], list[T]]", flaws: list[Flaw]) -> list[T]:
        """Return what there is to see; what cannot be read is one more flaw."""
        try:
            with self._workplace.database.reading() as work:
                return look(work)
        except StorageError as error:
            flaws.append(_flaw(FlawKind.FILE, error))
            return []

    def _of_release(self, release_id: ReleaseId) -> list[Flaw]:
        found: list[Flaw] = []
        slug = ""
        try:
            with self._workplace.database.reading() as work:
                slug = "".join(row.slug for row in work.releases.rows([release_id]))
                found.extend(work.soundness.release_flaws(release_id))
        except StorageError as error:
            found.append(replace(_flaw(FlawKind.ROW, error), release_id=release_id))
        return [replace(flaw, slug=slug) for flaw in found]

    def _of_media(self, asset: MediaAsset) -> Iterator[Flaw]:
        try:
            is_whole = self._workplace.database.media_store.is_whole(asset.path, asset.sha256)
        except StorageError as error:
            yield replace(_flaw(FlawKind.MEDIA_ALTERED, error), detail=asset.path)
            return
        if not is_whole:
            kind = FlawKind.MEDIA_MISSING if is_whole is None else FlawKind.MEDIA_ALTERED
            yield Flaw(kind=kind, detail=asset.path)


def _flaw(kind: FlawKind, error: StorageError) -> Flaw:
    """Say of what cannot be read that it is damaged; raise again what will pass."""
    if error.problem in _PASSING:
        raise error
    return Flaw(kind=kind, detail=error.detail)
