"""Whether texts are what was recorded of them: read in bulk, for copies of a whole database."""

import zlib
from collections.abc import Callable
from uuid import UUID

from sqlalchemy import Connection, select

from newsdesk.domain.errors import StorageError
from newsdesk.domain.revision import digest, is_recorded
from newsdesk.storage.release_rows import read_all
from newsdesk.storage.rows import table_of
from newsdesk.storage.tables import RevisionRow

_REVISION = table_of(RevisionRow)
# between two rests: some ten milliseconds of each
_REVISIONS = 100
_HASHES = 2_000
_RELEASES = 20


def first_altered_revision(connection: Connection, rest: Callable[[], None]) -> str | None:
    """Return which snapshot is not what was recorded; None if all are.

    Understands the database of any newsdesk.

    Args:
        rest: called every now and then; what it raises ends the reading.
    """
    columns = (_REVISION.c[name] for name in ("release_id", "number", "sha256", "snapshot"))
    rows = connection.execution_options(yield_per=_REVISIONS).execute(select(*columns))
    for count, row in enumerate(rows):
        if count % _REVISIONS == 0:
            rest()
        if not _is_recorded(row.snapshot, row.sha256):
            return f"{row.release_id} revision {row.number}"
    return None


def first_altered_release(connection: Connection, rest: Callable[[], None]) -> str | None:
    """Return which release is not what its current revision recorded; None if all are.

    Understands a database of the newest schema.
    """
    recorded: dict[UUID, str] = {}
    columns = (_REVISION.c.release_id, _REVISION.c.sha256)
    hashes = select(*columns).order_by(_REVISION.c.number)
    for count, row in enumerate(connection.execution_options(yield_per=_HASHES).execute(hashes)):
        if count % _HASHES == 0:
            rest()
        recorded[row.release_id] = row.sha256
    try:
        for count, release in enumerate(read_all(connection, at_once=_RELEASES)):
            if count % _RELEASES == 0:
                rest()
            if not is_recorded(release, recorded.get(release.id, "")) and (
                release.current_revision  # saved, and no revision made yet: nothing was recorded
            ):
                return str(release.id)
    except StorageError as error:
        return error.detail or "a release"
    return None


def _is_recorded(packed: bytes, sha256: str) -> bool:
    try:
        return digest(zlib.decompress(packed)) == sha256
    except zlib.error:
        return False
