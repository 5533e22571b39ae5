"""The stored history: whole snapshots, hashed; the permanent ones in a chain."""

import json
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from sqlalchemy import Connection, bindparam, delete, insert, select

from newsdesk.domain.canonical import decode
from newsdesk.domain.errors import NotFoundError, StorageError, StorageProblem
from newsdesk.domain.ids import ReleaseId, RevisionId
from newsdesk.domain.release import Release
from newsdesk.domain.revision import Reason, Revision, digest, snapshot
from newsdesk.storage.prepared import Prepared
from newsdesk.storage.release_rows import current_revision, read_release
from newsdesk.storage.rows import RowForm, Values, fetched, table_of
from newsdesk.storage.tables import ReleaseRow, RevisionRow

_ALL_FOR = timedelta(hours=24)
_HOURLY_FOR = timedelta(days=7)
_DAILY_FOR = timedelta(days=90)
_AT_ONCE = 500  # deleted together; each is one bound value

_FORM = RowForm(Revision, RevisionRow)
_REVISION = _FORM.table
_RELEASE = table_of(ReleaseRow)

_of_release = _REVISION.c.release_id == bindparam("of")
_last = (
    select(_REVISION.c.id, _REVISION.c.number, _REVISION.c.sha256)
    .where(_of_release)
    .order_by(_REVISION.c.number.desc())
    .limit(1)
)
_LAST = Prepared(_last)
_LAST_PERMANENT = Prepared(_last.where(_REVISION.c.reason != Reason.AUTOSAVE))
_values = select(*(_REVISION.c[name] for name in _FORM.columns)).where(_of_release)
_ALL = _values.order_by(_REVISION.c.number)
_CURRENT = _values.order_by(_REVISION.c.number.desc()).limit(1)
_SNAPSHOT = select(_REVISION.c.snapshot, _REVISION.c.sha256).where(
    _of_release, _REVISION.c.number == bindparam("wanted")
)
_NONE: Values = {"id": None, "number": 0, "sha256": None}
_INSERT = Prepared(insert(_REVISION), sets=_REVISION.c.keys())


class RevisionRepository:
    """Immutable: added and thinned, never changed."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(
        self,
        release: Release,
        *,
        reason: Reason,
        author: str,
        device: str,
        at: datetime,
        revision_id: RevisionId,
        word_count: int,
        char_count: int,
    ) -> Revision:
        """Record a release as it was just saved; the last revision is the current one.

        An autosave that changes nothing adds nothing: the current revision is returned.
        """
        canonical = snapshot(release)
        sha256 = digest(canonical)
        last = self._last(_LAST, release.id)
        if last["sha256"] == sha256 and not reason.is_permanent:
            return self.list(release.id)[-1]
        before = self._last(_LAST_PERMANENT, release.id) if reason.is_permanent else _NONE
        revision = Revision(
            id=revision_id,
            release_id=release.id,
            number=last["number"] + 1,
            created=at,
            author=author,
            device=device,
            reason=reason,
            sha256=sha256,
            prev_sha=before["sha256"],
            word_count=word_count,
            char_count=char_count,
        )
        own = {"parent_id": last["id"], "snapshot": _compressed(canonical)}
        _INSERT.run(self._connection, _FORM.values(revision) | own)
        return revision

    def _last(self, statement: Prepared, release_id: ReleaseId) -> Values:
        found = statement.run(self._connection, {"of": release_id})
        return found[0] if found else _NONE

    def current(self, release_id: ReleaseId) -> Revision:
        """Return the revision a release stands at; raise `NotFoundError` if it has none."""
        rows = fetched(self._connection, _CURRENT, {"of": release_id})
        if not rows:
            raise NotFoundError("revision", str(release_id))
        return _FORM.value(rows[0])

    def list(self, release_id: ReleaseId) -> "list[Revision]":
        """Return the history of a release, oldest first."""
        return [_FORM.value(row) for row in fetched(self._connection, _ALL, {"of": release_id})]

    def release_at(self, release_id: ReleaseId, number: int) -> Release:
        """Return a release as a revision holds it.

        What is no content stays behind: `version` is 0, nobody has it starred or locked.

        Raises:
            NotFoundError: there is no such revision, or it was thinned.
            StorageError: it is damaged.
        """
        rows = fetched(self._connection, _SNAPSHOT, {"of": release_id, "wanted": number})
        name = f"{release_id} revision {number}"
        if not rows:
            raise NotFoundError("revision", name)
        try:
            canonical = zlib.decompress(rows[0]["snapshot"])
            if digest(canonical) != rows[0]["sha256"]:
                raise StorageError(StorageProblem.CORRUPT, detail=name)
            release = decode(Release, json.loads(canonical))
        except (zlib.error, ValueError) as error:
            raise StorageError(StorageProblem.CORRUPT, detail=f"{name}: {error}") from error
        return replace(release, current_revision=number)

    # Damage -----------------------------------------------------------------------------------

    def verify(self, release_id: ReleaseId) -> bool:
        """Tell whether the release's rows are what its current revision recorded.

        Raises:
            NotFoundError: there is no such release.
        """
        release = read_release(self._connection, release_id)
        if release is None:
            raise NotFoundError("release", str(release_id))
        current = [r.sha256 for r in self.list(release_id) if r.number == release.current_revision]
        return current == [digest(snapshot(release))]

    def first_break(self, release_id: ReleaseId) -> int | None:
        """Return the number of the first damaged snapshot or broken link; None if all is sound.

        This shows damage and careless change, not a forger.
        """
        before: str | None = None
        for revision in self.list(release_id):
            try:
                self.release_at(release_id, revision.number)
            except StorageError:
                return revision.number
            if revision.is_permanent:
                if revision.prev_sha != before:
                    return revision.number
                before = revision.sha256
        return None

    # Thinning ---------------------------------------------------------------------------------

    def thin(self, now: datetime) -> int:
        """Delete autosaves that are no longer needed, and return how many.

        Kept are all of the last 24 hours, the last of each hour for 7 days, the last of each day
        (UTC) for 90, and always the current revision.
        """
        superfluous = list(self._superfluous(now))
        for start in range(0, len(superfluous), _AT_ONCE):
            some = superfluous[start : start + _AT_ONCE]
            self._connection.execute(delete(_REVISION).where(_REVISION.c.id.in_(some)))
        return len(superfluous)

    def _superfluous(self, now: datetime) -> Iterator[UUID]:
        old = (
            select(_REVISION.c.id, _REVISION.c.release_id, _REVISION.c.created)
            .join(_RELEASE, _RELEASE.c.id == _REVISION.c.release_id)
            .where(
                _REVISION.c.reason == Reason.AUTOSAVE,
                _REVISION.c.created < now - _ALL_FOR,
                _REVISION.c.number != current_revision,
            )
            .order_by(_REVISION.c.release_id, _REVISION.c.number.desc())
        )
        kept: set[tuple[UUID, str]] = set()
        for row in fetched(self._connection, old):
            span = _span(row["created"], now)
            if span is None or (row["release_id"], span) in kept:
                yield row["id"]
            else:
                kept.add((row["release_id"], span))


def _compressed(canonical: bytes) -> bytes:
    """Return what `zlib.decompress` reads; at half the cost of the usual, for 5 % more space."""
    packer = zlib.compressobj(level=3, wbits=13, memLevel=7)
    return packer.compress(canonical) + packer.flush()


def _span(created: datetime, now: datetime) -> str | None:
    """Return the hour or day of which one autosave is kept; None if none is any more."""
    age, created = now - created, created.astimezone(UTC)
    if age > _DAILY_FOR:
        return None
    return f"{created:%Y-%m-%d %H}" if age <= _HOURLY_FOR else f"{created:%Y-%m-%d}"
