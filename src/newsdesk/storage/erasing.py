"""Erasing the texts of releases that were put away, for good."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from newsdesk.domain.erased import ErasedRelease
from newsdesk.domain.errors import NotFoundError
from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.revision import Reason
from newsdesk.storage import sqlite
from newsdesk.storage.rows import RowForm, Values, fetched, table_of
from newsdesk.storage.tables import ErasedReleaseRow, ExportRecordRow, ReleaseRow, RevisionRow

_FORM = RowForm(ErasedRelease, ErasedReleaseRow)
_RELEASE, _REVISION = table_of(ReleaseRow), table_of(RevisionRow)
_EXPORT = table_of(ExportRecordRow)


class ErasureRepository:
    """The trash, emptied: of each release its id and the hashes of its texts stay."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> list[ErasedRelease]:
        """Return what was erased, oldest first."""
        columns = _FORM.table.c
        asked = select(_FORM.table).order_by(columns.erased_at, columns.id)
        return [_FORM.value(row) for row in fetched(self._connection, asked)]

    def due(self, before: datetime, at_most: int) -> list[ReleaseId]:
        """Return releases that were put away before then, and still are; the oldest first."""
        away = _RELEASE.c.deleted_at
        asked = select(_RELEASE.c.id).where(away.is_not(None), away < before)
        found = self._connection.scalars(asked.order_by(away, _RELEASE.c.id).limit(at_most))
        return [ReleaseId(key) for key in found]

    def erase(self, release_id: ReleaseId, at: datetime, by: str) -> ErasedRelease:
        """Erase a release with its history, its records and its entry in the search index.

        Of one that was erased before, and handed over again by another desk, the hashes add up.

        Raises:
            NotFoundError: there is no such release in the trash.
        """
        columns = (_RELEASE.c.deleted_at, _RELEASE.c.deleted_by, _RELEASE.c.search_rowid)
        rows = fetched(self._connection, select(*columns).where(_RELEASE.c.id == release_id))
        if not rows or rows[0]["deleted_at"] is None:
            raise NotFoundError("release", str(release_id))
        before = self._before(release_id)
        erased = ErasedRelease(
            id=release_id,
            trashed_at=rows[0]["deleted_at"],
            trashed_by=rows[0]["deleted_by"] or "",
            erased_at=at,
            erased_by=by,
            revision_hashes=_joined(before, "revision_hashes", self._revision_hashes(release_id)),
            export_hashes=_joined(before, "export_hashes", self._export_hashes(release_id)),
        )
        self._connection.execute(delete(_FORM.table).where(_FORM.table.c.id == release_id))
        self._connection.execute(insert(_FORM.table), _FORM.values(erased))
        for table in (_EXPORT, _REVISION):
            self._connection.execute(delete(table).where(table.c.release_id == release_id))
        self._connection.execute(delete(_RELEASE).where(_RELEASE.c.id == release_id))
        sqlite.erase_from_index(self._connection, rows[0]["search_rowid"])
        return erased

    def _before(self, release_id: ReleaseId) -> Values:
        asked = select(_FORM.table).where(_FORM.table.c.id == release_id)
        rows = fetched(self._connection, asked)
        return rows[0] if rows else {}

    def settle(self, *, is_first: bool) -> bool:
        """Rewrite a piece of the search index without the words erased; tell if more is left."""
        return sqlite.settle_index(self._connection, is_first=is_first)

    def _revision_hashes(self, release_id: ReleaseId) -> Sequence[str]:
        asked = select(_REVISION.c.sha256).where(
            _REVISION.c.release_id == release_id, _REVISION.c.reason != Reason.AUTOSAVE
        )
        return self._connection.scalars(asked.order_by(_REVISION.c.number)).all()

    def _export_hashes(self, release_id: ReleaseId) -> Sequence[str]:
        asked = select(_EXPORT.c.sha256).where(_EXPORT.c.release_id == release_id)
        return self._connection.scalars(asked.order_by(_EXPORT.c.at, _EXPORT.c.id)).all()


def _joined(before: Values, name: str, hashes: Sequence[str]) -> tuple[str, ...]:
    """Return the hashes of an earlier record and those of now, each once."""
    return tuple(dict.fromkeys((*before.get(name, ()), *hashes)))
