"""One newsdesk writes in a folder at a time."""

import os
import sys
from contextlib import suppress
from pathlib import Path

from newsdesk.domain.errors import StorageError, StorageProblem
from newsdesk.storage.errors import files_in_words

_NAME = "newsdesk.lock"
_LONGEST_NOTE = 200  # bytes


class FolderLock:
    """Held from `take` to `release`, or to the end of the process, however it ends."""

    def __init__(self, handle: int) -> None:
        self._handle: int | None = handle

    @classmethod
    def take(cls, folder: Path) -> "FolderLock":
        """Raise `StorageError` if another newsdesk has it or the folder cannot be written in."""
        path = folder / _NAME
        with files_in_words(folder):
            # a plain descriptor, not inherited: closing it is what gives the lock back
            handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        if not _lock(handle):
            os.close(handle)
            raise StorageError(StorageProblem.LOCKED, str(folder))
        return cls(handle)

    def noted(self) -> str:
        """Return what the one before noted; "" if nothing, or if he came to a sudden end."""
        if self._handle is None:
            return ""
        os.lseek(self._handle, 0, os.SEEK_SET)
        return os.read(self._handle, _LONGEST_NOTE).decode("ascii", "replace")

    def note(self, text: str) -> None:
        """Leave a few words in ASCII to the next one; where that fails, they are missing."""
        if self._handle is None:
            return
        with suppress(OSError):
            os.ftruncate(self._handle, 0)
            os.lseek(self._handle, 0, os.SEEK_SET)
            os.write(self._handle, text.encode("ascii"))

    def release(self) -> None:
        """Give it back; the file stays, because removing it would race with the next one."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
