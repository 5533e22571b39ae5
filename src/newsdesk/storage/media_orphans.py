"""Files in the media folder that nothing names any more, or never did."""

import zlib
from collections.abc import Collection, Iterator
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, select

from newsdesk.storage.errors import files_in_words
from newsdesk.storage.rows import table_of
from newsdesk.storage.tables import MediaRow, RevisionRow

_MEDIA, _REVISION = table_of(MediaRow), table_of(RevisionRow)


def unnamed(connection: Connection, paths: Collection[str]) -> set[str]:
    """Return those of some paths in the media folder that no row and no revision names.

    Args:
        paths: as `MediaRow.path`: two letters, `/`, the hash and an ending.
    """
    rest = set(paths) - set(connection.scalars(select(_MEDIA.c.path)))
    if not rest:
        return rest
    hashes = {path: path.rpartition("/")[2].partition(".")[0].encode() for path in rest}
    snapshots = connection.execution_options(yield_per=100).scalars(select(_REVISION.c.snapshot))
    for packed in snapshots:
        try:
            canonical = zlib.decompress(packed)
        except zlib.error:
            return set()  # damaged: it may have named any of them
        rest -= {path for path in rest if hashes[path] in canonical}
        if not rest:
            break
    return rest


def old_files(folder: Path, before: datetime) -> list[str]:
    """Return the paths of the files in the media folder that were last asked for before a time."""
    with files_in_words(folder):
        return sorted(_old(folder, before))


def remove_old(folder: Path, paths: Collection[str], before: datetime) -> list[str]:
    """Delete files unless somebody has asked for them meanwhile; return those that are gone."""
    gone: list[str] = []
    with files_in_words(folder):
        for path in sorted(paths):
            file = folder / path
            if file.is_file() and file.stat().st_mtime < before.timestamp():
                file.unlink()
                gone.append(path)
    return gone


def _old(folder: Path, before: datetime) -> Iterator[str]:
    for file in folder.glob("??/*"):
        if file.is_file() and file.stat().st_mtime < before.timestamp():
            yield file.relative_to(folder).as_posix()
