"""A copy of a file that nobody changes: there whole and on the disk, or not at all."""

import shutil
from collections.abc import Callable
from hashlib import file_digest
from pathlib import Path

from newsdesk.domain.errors import StorageError, StorageProblem
from newsdesk.storage.backup import no_rest, sync

PART = ".part"  # the ending of half a copy
PIECE = 4 << 20  # bytes


def copy_file(source: Path, target: Path, rest: Callable[[], None] = no_rest) -> None:
    """Copy a file, and read both again; what stands at `target` is replaced.

    Args:
        rest: called after each piece of `PIECE` bytes; what it raises ends the copying.

    Raises:
        StorageError: what was written reads differently.
        OSError: it cannot be read or written.
    """
    part = target.with_name(target.name + PART)
    try:
        with source.open("rb") as read, part.open("wb") as written:
            while piece := read.read(PIECE):
                written.write(piece)
                rest()
        shutil.copymode(source, part)
        sync(part)
        if digest(part) != digest(source):  # a worn-out stick takes anything
            raise StorageError(StorageProblem.IO, str(target), "what was written reads differently")
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    sync(target.parent)


def digest(path: Path) -> bytes:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").digest()
