"""Whether the database holds what was put into it. Reads only."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, func, select

from newsdesk.domain.errors import StorageError
from newsdesk.domain.flaw import Flaw, FlawKind
from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.release import Release
from newsdesk.storage import search, sqlite
from newsdesk.storage.exports import ExportRepository
from newsdesk.storage.releases import ReleaseRepository
from newsdesk.storage.revisions import RevisionRepository
from newsdesk.storage.rows import table_of
from newsdesk.storage.tables import ReleaseRow, RevisionRow

_RELEASE = table_of(ReleaseRow)
_REVISION = table_of(RevisionRow)


class Soundness:
    """Looks at the file as a whole, and at one release after the other."""

    def __init__(
        self,
        connection: Connection,
        releases: ReleaseRepository,
        revisions: RevisionRepository,
        exports: ExportRepository,
    ) -> None:
        self._connection = connection
        self._releases = releases
        self._revisions = revisions
        self._exports = exports

    def file_flaws(self, step: Callable[[], None]) -> list[Flaw]:
        """Read the whole file; `step` is called every now and then, and may end it by raising."""
        broken = sqlite.damage_of(self._connection, step)
        return [
            Flaw(
                kind=FlawKind.INDEX if sqlite.is_of_index_alone(said) else FlawKind.FILE,
                detail=said,
            )
            for said in broken
        ]

    def orphans(self) -> list[Flaw]:
        """Return the rows without the row that they belong to."""
        orphans = sqlite.orphans(self._connection)
        return [Flaw(kind=FlawKind.ORPHAN, detail=said) for said in orphans]

    def release_ids(self) -> list[ReleaseId]:
        """Return every release, those in the trash too."""
        return [
            ReleaseId(key)
            for key in self._connection.scalars(select(_RELEASE.c.id).order_by(_RELEASE.c.id))
        ]

    def revision_count(self) -> int:
        return self._scalar(select(func.count()).select_from(_REVISION))

    def lost_entries(self) -> list[Flaw]:
        """Return the entries of the search index that no release has."""
        known = set(self._connection.scalars(select(_RELEASE.c.search_rowid)))
        lost = sorted(sqlite.index_rowids(self._connection) - known)
        return [Flaw(kind=FlawKind.INDEX, detail=f"entry {rowid} of no release") for rowid in lost]

    def release_flaws(self, release_id: ReleaseId) -> Iterator[Flaw]:
        """Yield what is wrong with a release: its rows, its entry in the index, its history."""
        try:
            release = self._releases.get(release_id)
        except StorageError as error:
            yield Flaw(kind=FlawKind.ROW, release_id=release_id, detail=error.detail)
        else:
            if not self._releases.is_intact(release):
                yield Flaw(
                    kind=FlawKind.ROW,
                    release_id=release_id,
                    revision=release.current_revision,
                )
            if not self._is_indexed(release):
                yield Flaw(kind=FlawKind.INDEX, release_id=release_id)
        flaws = list(self._revisions.flaws(release_id))
        yield from flaws
        yield from self._not_there_any_more(release_id, {flaw.revision for flaw in flaws})

    def _is_indexed(self, release: Release) -> bool:
        rowid = self._scalar(select(_RELEASE.c.search_rowid).where(_RELEASE.c.id == release.id))
        found = sqlite.index_entries(self._connection, [rowid])
        return found.get(rowid) == tuple(search.entry(release))

    def _not_there_any_more(self, release_id: ReleaseId, told: set[int | None]) -> Iterator[Flaw]:
        """Yield the revisions that left the desk as files and are not as they were recorded then.

        They are permanent, and recorded elsewhere: so it shows that even the last one is gone.
        """
        try:
            records = self._exports.for_release(release_id)
            standing = self._hashes(release_id)
        except StorageError:
            return  # told of already, or told as damage of the file
        exported = {record.revision: record.revision_sha256 for record in records}
        for number, sha256 in sorted(exported.items()):
            if number in told or standing.get(number) == sha256:
                continue
            kind = FlawKind.REVISION if number in standing else FlawKind.MISSING_REVISION
            yield Flaw(kind=kind, release_id=release_id, revision=number, detail="exported")

    def _hashes(self, release_id: ReleaseId) -> dict[int, str]:
        columns = select(_REVISION.c.number, _REVISION.c.sha256)
        rows: Sequence[Any] = self._connection.execute(
            columns.where(_REVISION.c.release_id == release_id)
        ).all()
        return {row.number: row.sha256 for row in rows}

    def _scalar(self, statement: Any) -> int:
        return self._connection.scalar(statement) or 0
