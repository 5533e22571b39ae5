"""Handing releases over to another newsdesk: one file with all that was kept of them for good."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from newsdesk.domain.bundle import (
    LARGEST,
    SUFFIX,
    Bundle,
    HandedPicture,
    HandedRelease,
    is_plain_name,
)
from newsdesk.domain.changes import Changes, Subject
from newsdesk.domain.errors import ExportError, NewsdeskError, StorageError, StorageProblem
from newsdesk.domain.export_record import ExportFormat, ExportRecord
from newsdesk.domain.ids import ExportId, MediaId, ReleaseId
from newsdesk.domain.release import Release, Standing
from newsdesk.domain.revision import Reason
from newsdesk.exporting.bundle import bundle_file
from newsdesk.exporting.file_names import file_name
from newsdesk.services.files import write_atomically
from newsdesk.services.keeping import keep
from newsdesk.services.progress import NoProgress, Progress
from newsdesk.services.workplace import Workplace

if TYPE_CHECKING:
    from newsdesk.storage.database import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverRequest:
    """Which releases (ids, beginnings of ids, slugs) go where."""

    keys: tuple[str, ...]
    place: Path  # a file, if its name ends as a bundle's does; else the folder for one
    password: str = ""  # empty: anybody can read it


@dataclass(frozen=True, slots=True)
class ReadyToGo:
    """Releases as they are kept for good, and those that cannot go, with the reason."""

    releases: tuple[Release, ...]
    refused: tuple[tuple[str, NewsdeskError], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOver:
    """What was written: one record a release, all of the same file."""

    path: str | None  # None: nothing was
    records: tuple[ExportRecord, ...]
    refused: tuple[tuple[str, NewsdeskError], ...]  # the key as given


class HandOverService:
    """What leaves the desk is always stored, and permanent."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def suggested_name(self, releases: Sequence[Release]) -> str:
        """Return what the file is called: after the release, or after how many there are."""
        now = self._workplace.now()
        if len(releases) == 1:
            return file_name(releases[0], releases[0].standing(now), SUFFIX)
        is_embargoed = any(one.is_embargoed(now) for one in releases)
        name = f"{len(releases)}-releases-{now:%Y-%m-%d}{SUFFIX}"
        return f"EMBARGOED-{name}" if is_embargoed else name

    def hand_over(
        self, request: HandOverRequest, progress: Progress | None = None
    ) -> tuple[HandedOver, Changes]:
        """Write one file with these releases; one that is damaged here stays out of it.

        Raises:
            ExportError: it could not be written; what stood there before still does.
            StorageError: a picture is not whole here.
            Cancelled: `progress` said stop; nothing was written.
        """
        ready, changes = self.prepare(request.keys, progress)
        outcome, more = self.record(self.write(ready, request))
        return outcome, changes | more

    def prepare(
        self, keys: Sequence[str], progress: Progress | None = None
    ) -> tuple[ReadyToGo, Changes]:
        """See that what stands now is kept for good: the first of three steps."""
        progress = progress or NoProgress()
        releases: dict[ReleaseId, Release] = {}
        refused: list[tuple[str, NewsdeskError]] = []
        for done, key in enumerate(keys, start=1):
            try:
                release = self._made_permanent(key)
                releases[release.id] = release
            except NewsdeskError as error:
                refused.append((key, error))
            progress.report(done, len(keys))
        changes = Changes.of(releases=frozenset(releases)) if releases else Changes()
        return ReadyToGo(tuple(releases.values()), tuple(refused)), changes

    def write(self, ready: ReadyToGo, request: HandOverRequest) -> HandedOver:
        """Write the file: the second step, which may take a while and needs nobody's lock."""
        handed: list[tuple[Release, HandedRelease]] = []
        refused = list(ready.refused)
        for release in ready.releases:
            try:
                handed.append((release, self._handed(release)))
            except NewsdeskError as error:
                refused.append((str(release.id), error))
        if not handed:
            return HandedOver(path=None, records=(), refused=tuple(refused))
        path = self._path(request.place, [release for release, _ in handed])
        content = self._content([one for _, one in handed], path)
        if request.password:
            from newsdesk.services.password_lock import locked  # noqa: PLC0415 - rarely needed

            content = locked(content, request.password)
        write_atomically(path, content)
        records = self._records(handed, path, sha256(content).hexdigest())
        return HandedOver(path=str(path), records=records, refused=tuple(refused))

    def record(self, outcome: HandedOver) -> tuple[HandedOver, Changes]:
        """Put on record what was written: the last step."""
        if not outcome.records:
            return outcome, Changes()
        with self._workplace.database.transaction() as work:
            for record in outcome.records:
                work.exports.add(record)
        releases = frozenset(record.release_id for record in outcome.records)
        return outcome, Changes.of(Subject.EXPORTS, releases=releases)

    def _made_permanent(self, key: str) -> Release:
        with self._workplace.database.reading() as work:
            release = work.releases.get(work.releases.by_key(key), verified=True)
            if work.revisions.current(release.id).is_permanent:
                return release
        with self._workplace.database.transaction() as work:
            return keep(work, release, Reason.EXPORT, self._workplace)

    def _handed(self, release: Release) -> HandedRelease:
        with self._workplace.database.reading() as work:
            history = work.handed.sound(release.id)
            while len(history) > 1 and history[-1].revision.reason is Reason.ADAPT:
                history.pop()  # it is of this desk's concern alone
            words = work.ignored_words.of(release.id)
        if not history:
            raise StorageError(StorageProblem.CORRUPT, detail=str(release.id))
        return HandedRelease(id=release.id, history=tuple(history), ignored_words=words)

    def _content(self, releases: Sequence[HandedRelease], path: Path) -> bytes:
        bundle = Bundle(releases=tuple(releases), pictures=tuple(self._pictures(releases)))
        size = sum(len(one.content) for one in bundle.pictures)
        texts = {one.revision.sha256: one for release in releases for one in release.history}
        if size + sum(len(one.canonical) for one in texts.values()) > LARGEST - 2**20:
            raise ExportError(
                str(path), f"more than {LARGEST // 2**20} MB; hand over fewer at once"
            )
        return bundle_file(bundle)

    def _pictures(self, releases: Sequence[HandedRelease]) -> Iterable[HandedPicture]:
        """Yield the pictures of all revisions; those of what stands now have to be whole."""
        needed = {one.media_id for release in releases for one in release.head.release.media}
        named = {
            one.media_id
            for release in releases
            for handed in release.history
            for one in handed.release.media
        }
        with self._workplace.database.reading() as work:
            for key in sorted(needed | named):
                picture = self._picture(work, key)
                if picture is not None:
                    yield picture
                elif key in needed:
                    raise StorageError(StorageProblem.CORRUPT, detail=f"picture {key}")

    def _picture(self, work: "UnitOfWork", key: MediaId) -> HandedPicture | None:
        known = work.media.known_as(key)
        if known is None:
            return None
        asset, store = work.media.get(known), self._workplace.database.media_store
        if not store.is_whole(asset.path, asset.sha256):
            return None
        called = replace(asset, id=key)  # as the histories do, which may be another desk's way
        if called.file_name is not None and not is_plain_name(called.file_name):
            called = replace(called, file_name=None)
        return HandedPicture(asset=called, content=store.read(asset.path))

    def _path(self, place: Path, releases: Sequence[Release]) -> Path:
        if place.name.lower().endswith(SUFFIX):
            return place.absolute()
        return place.absolute() / self.suggested_name(releases)

    def _records(
        self, handed: Sequence[tuple[Release, HandedRelease]], path: Path, digest: str
    ) -> tuple[ExportRecord, ...]:
        now = self._workplace.now()
        return tuple(
            ExportRecord(
                id=ExportId(self._workplace.new_id()),
                release_id=release.id,
                revision=one.head.revision.number,
                revision_sha256=one.head.revision.sha256,
                format=ExportFormat.BUNDLE,
                path=str(path),
                sha256=digest,
                embargoed=release.standing(now) is Standing.EMBARGOED,
                at=now,
            )
            for release, one in handed
        )
