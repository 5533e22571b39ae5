"""Histories as they are handed from desk to desk: read as far as they are sound, and put behind."""

import zlib
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from uuid import UUID

from sqlalchemy import Connection, bindparam, insert, select
from sqlalchemy.exc import IntegrityError

from newsdesk.domain.bundle import HandedRevision
from newsdesk.domain.errors import FieldError
from newsdesk.domain.flaw import FlawKind
from newsdesk.domain.ids import ReleaseId, RevisionId
from newsdesk.domain.revision import Reason, Revision
from newsdesk.storage.revisions import FORM, RevisionRepository, compressed
from newsdesk.storage.rows import fetched

_REVISION = FORM.table
_PERMANENT = (
    select(*(_REVISION.c[name] for name in FORM.columns))
    .where(_REVISION.c.release_id == bindparam("of"), _REVISION.c.reason != Reason.AUTOSAVE)
    .order_by(_REVISION.c.number)
)
_SNAPSHOT = select(_REVISION.c.snapshot).where(_REVISION.c.id == bindparam("key"))
_KNOWN = select(_REVISION.c.id).where(_REVISION.c.id == bindparam("key"))
_LAST = (
    select(_REVISION.c.id, _REVISION.c.number)
    .where(_REVISION.c.release_id == bindparam("of"))
    .order_by(_REVISION.c.number.desc())
    .limit(1)
)


class HandedHistory:
    """The permanent revisions of a release with their snapshots."""

    def __init__(
        self, connection: Connection, revisions: RevisionRepository, new_id: Callable[[], UUID]
    ) -> None:
        self._connection = connection
        self._revisions = revisions
        self._new_id = new_id

    def permanent(self, release_id: ReleaseId) -> list[Revision]:
        """Return the permanent revisions, oldest first; none if there is no such release."""
        return [
            FORM.value(row) for row in fetched(self._connection, _PERMANENT, {"of": release_id})
        ]

    def sound(self, release_id: ReleaseId) -> list[HandedRevision]:
        """Return the permanent ones behind the last damage, as a chain that begins with the first.

        Of a history without damage that is all of them.
        """
        first = 0
        for flaw in self._revisions.flaws(release_id):
            number = flaw.revision or 0
            first = max(first, number if flaw.kind is FlawKind.CHAIN else number + 1)
        chain: list[HandedRevision] = []
        for one in self.permanent(release_id):
            if one.number < first:
                continue
            before = chain[-1].revision.sha256 if chain else None
            canonical = zlib.decompress(
                self._connection.execute(_SNAPSHOT, {"key": one.id}).scalar_one()
            )
            chain.append(
                HandedRevision(revision=replace(one, prev_sha=before), canonical=canonical)
            )
        return chain

    def append(self, release_id: ReleaseId, handed: Sequence[HandedRevision]) -> None:
        """Put revisions of another desk behind those that are here, as the next in the chain.

        They keep their keys, their dates and who made them; their numbers as far as these are free.
        """
        chain = self.permanent(release_id)
        before = chain[-1].sha256 if chain else None
        last = self._connection.execute(_LAST, {"of": release_id}).one_or_none()
        parent, number = (last.id, last.number) if last else (None, 0)
        for one in handed:
            number = max(number + 1, one.revision.number)
            key = one.revision.id
            if self._connection.scalar(_KNOWN, {"key": key}) is not None:
                key = RevisionId(self._new_id())
            revision = replace(
                one.revision, id=key, release_id=release_id, number=number, prev_sha=before
            )
            own = {"parent_id": parent, "snapshot": compressed(one.canonical)}
            self._connection.execute(insert(_REVISION), FORM.values(revision) | own)
            parent, before = key, revision.sha256

    @contextmanager
    def keys_in_words(self) -> Generator[None]:
        """Turn a key in what is stored that something else here has into a `FieldError`."""
        try:
            yield
        except IntegrityError as error:
            raise FieldError("key", str(error.orig)) from error
