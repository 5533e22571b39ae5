"""The files of pictures, each under the hash of its content.

A file comes first, then the row that names it: if anything ends in between, the file is left over
and does no harm. What nothing names is cleared away after a while: `media_orphans.py`. Rows stay as
long as any revision may bring their picture back.
"""

import os
from contextlib import suppress
from hashlib import file_digest, sha256
from pathlib import Path
from tempfile import NamedTemporaryFile

from newsdesk.storage.backup import sync
from newsdesk.storage.errors import files_in_words

_UNFINISHED = ".newsdesk-"  # how the name of a file begins that is being written


class MediaStore:
    """A folder of files that are never changed, and never written twice."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def add(self, content: bytes, suffix: str) -> tuple[str, str]:
        """Keep a file and return its hash and its path here, once it is on the disk.

        One that is there already is only looked at, and put right if it is damaged. Any number of
        processes may add the same one.

        Raises:
            StorageError: the disk is full, or this user may not write here; nothing is left.
        """
        digest = sha256(content).hexdigest()
        name = f"{digest[:2]}/{digest}{suffix}"
        path = self._folder / name
        with files_in_words(path):
            if _holds(path, digest):
                path.touch()  # whoever clears orphans away sees that it is wanted
            else:
                self._write(path, content, digest)
        return digest, name

    def read(self, name: str) -> bytes:
        """Return the content of a file by its path here; raise `StorageError` if it is gone."""
        with files_in_words(self._folder / name):
            return (self._folder / name).read_bytes()

    @property
    def folder(self) -> Path:
        return self._folder

    def has(self, name: str) -> bool:
        """Tell whether there is a file at this path here; whether it is whole is not looked at."""
        with files_in_words(self._folder / name):
            return (self._folder / name).is_file()

    def is_whole(self, name: str, digest: str) -> bool | None:
        """Tell whether the file at this path here has this hash; None: there is none."""
        path = self._folder / name
        with files_in_words(path):
            return _holds(path, digest) if path.is_file() else None

    def _write(self, path: Path, content: bytes, digest: str) -> None:
        for folder in (self._folder, path.parent):  # it holds what is under embargo
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        unfinished: Path | None = None
        try:
            with NamedTemporaryFile(dir=path.parent, prefix=_UNFINISHED, delete=False) as file:
                unfinished = Path(file.name)
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            unfinished.replace(path)
        except OSError:
            if unfinished is not None:
                with suppress(OSError):
                    unfinished.unlink(missing_ok=True)
            if not _holds(path, digest):  # Windows replaces no file that somebody reads
                raise
        for folder in (path.parent, self._folder, self._folder.parent):  # its name, and theirs
            sync(folder)


def _holds(path: Path, digest: str) -> bool:
    with suppress(FileNotFoundError), path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest() == digest
    return False
