"""The history of a release: looked at, compared, brought back, thinned."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from newsdesk.domain.changes import Changes
from newsdesk.domain.errors import NotFoundError
from newsdesk.domain.ids import MediaId
from newsdesk.domain.release import Release
from newsdesk.domain.restoring import restored
from newsdesk.domain.revision import Reason, Revision
from newsdesk.domain.workflow import Action, Step
from newsdesk.rendering.release_comparison import ReleaseComparison, compare_releases
from newsdesk.services.audit import record
from newsdesk.services.keeping import keep
from newsdesk.services.local_media import with_local_media
from newsdesk.services.workplace import Workplace

if TYPE_CHECKING:
    from newsdesk.storage.database import UnitOfWork

_THINNED_AT_ONCE = 500  # revisions: some milliseconds


class HistoryService:
    """Keys are ids, unique beginnings of ids, or slugs; revisions go by their numbers."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def revisions(self, key: str) -> list[Revision]:
        """Return what was kept of a release, oldest first."""
        with self._workplace.database.reading() as work:
            return work.revisions.list(work.releases.by_key(key))

    def at(self, key: str, number: int | None) -> Release:
        """Return a release as a revision holds it, or (None) as it is now.

        Raises:
            NotFoundError: there is no such revision, or it was thinned.
            StorageError: it is damaged.
        """
        with self._workplace.database.reading() as work:
            return _at(work, key, number)

    def compare(self, key: str, before: int | None, after: int | None) -> ReleaseComparison:
        """Compare two revisions of a release; None is the release as it is now."""
        with self._workplace.database.reading() as work:
            one, other = (_at(work, key, number) for number in (before, after))
        return self.compare_texts(one, other)

    def compare_texts(
        self, before: Release, after: Release, called: Mapping[MediaId, str] | None = None
    ) -> ReleaseComparison:
        """Compare two states of a release, stored or not.

        Args:
            called: what pictures are called that are not here.
        """
        with self._workplace.database.reading() as work:
            newsroom = work.newsroom.get()
            pictures = {
                one.media_id: (called or {}).get(one.media_id) or _called(work, one.media_id)
                for one in (*before.media, *after.media)
            }
        return compare_releases(before, after, newsroom, pictures)

    def restore(self, key: str, number: int) -> tuple[Release, Changes]:
        """Set a draft back to a revision, by a new one: nothing of the history is lost.

        Raises:
            TransitionError: it is no draft.
            NotFoundError, StorageError: as `at` says.
        """
        now, author = self._workplace.now(), self._workplace.author
        step = Step(action=Action.RESTORE_VERSION, at=now, by=author)
        with self._workplace.database.transaction() as work:
            release = work.releases.get(work.releases.by_key(key), verified=True)
            then = _at(work, str(release.id), number)
            release.after(step, approval_steps=work.newsroom.get().has_approval_steps)
            saved = keep(work, restored(release, then, now), Reason.RESTORE, self._workplace)
            record(
                work,
                self._workplace,
                saved.id,
                step.action,
                before=release,
                after=saved,
                reason=f"revision {number}",
            )
        return saved, Changes.of(releases={saved.id})

    def thin(self) -> tuple[bool, Changes]:
        """Delete some of the autosaves that are no longer needed; tell whether more are left."""
        with self._workplace.database.transaction() as work:
            thinned = work.revisions.thin(self._workplace.now(), at_most=_THINNED_AT_ONCE)
        return thinned == _THINNED_AT_ONCE, Changes()


def _at(work: "UnitOfWork", key: str, number: int | None) -> Release:
    release_id = work.releases.by_key(key)
    if number is None:
        return work.releases.get(release_id, verified=True)
    return with_local_media(work, work.revisions.release_at(release_id, number))


def _called(work: "UnitOfWork", media_id: MediaId) -> str:
    try:
        asset = work.media.get(media_id)
    except NotFoundError:
        return str(media_id)
    return asset.file_name or asset.path
