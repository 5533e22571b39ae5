"""A newsroom is brought into another folder, and the one it was in stays as it is.

Nothing of the old folder is changed. Its database is opened from a copy, so that not even its log
is taken in there. In the new folder the database comes last, so that there is either a newsroom
that is whole or none; a move that was broken off can be begun again.
"""

from collections.abc import Callable
from contextlib import ExitStack, closing
from pathlib import Path
from tempfile import TemporaryDirectory

from newsdesk.domain.errors import StorageError, StorageProblem
from newsdesk.storage import sqlite
from newsdesk.storage.backup import FOLDER, backups_in, first_altered, sync, sync_with_names
from newsdesk.storage.copied_file import PART, PIECE, copy_file, digest
from newsdesk.storage.errors import files_in_words, in_words
from newsdesk.storage.lock import FolderLock
from newsdesk.storage.names import MEDIA, NAME

_FOLDERS = (MEDIA, "dictionaries", FOLDER)
_BESIDE = ("newsdesk-before-restore-*.sqlite*", f"{NAME}.restored-*")

Report = Callable[[int, int], None]  # bytes done, bytes in all; what it raises ends the work


def is_free(folder: Path, source: Path) -> bool:
    """Tell whether a newsroom may come into a folder: none is there, nor the backups of one.

    Those of `source` may be, from a move that was broken off.
    """
    path = folder / NAME
    if path.exists() or sqlite.companions(path):
        return False
    try:
        there = {Path(one.path).name for one in backups_in(folder / FOLDER)}
        here = {Path(one.path).name for one in backups_in(source / FOLDER)}
    except StorageError:
        return False
    return there <= here


def move(source: Path, target: Path, report: Report) -> None:
    """Bring all of a newsroom into `target`, on the disk and compared, as it is in `source`.

    Raises:
        StorageError: a newsdesk works in one of the folders; the database is damaged, or was
            changed on the way; a folder cannot be read or written. `source` is as it was, and no
            newsroom is in `target`.
    """
    with ExitStack() as held:
        for folder in (source, target):
            with files_in_words(folder):
                folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            held.callback(FolderLock.take(folder).release)
        if not is_free(target, source):
            raise StorageError(StorageProblem.CANNOT_OPEN, str(target), "a newsroom is there")
        with files_in_words(source, denied=StorageProblem.CANNOT_OPEN):
            files = _files(source)
            database = [source / NAME, *sqlite.companions(source / NAME)]
            database = [path for path in database if path.exists()]
            meter = _Meter(report, [*files, *database])
        with files_in_words(target):
            for path in files:
                meter.begin(path)
                _copy(path, target / path.relative_to(source), meter.rest)
            if database:
                _copy_database(database, target, meter)
            sync_with_names(target)
        meter.end()


class _Meter:
    """Counts bytes."""

    def __init__(self, report: Report, files: list[Path]) -> None:
        self._report = report
        self._sizes = {path: path.stat().st_size for path in files}
        self._total = sum(self._sizes.values())
        self._before = self._done = self._until = 0

    def begin(self, path: Path) -> None:
        """What is copied from now on is this file."""
        self._done = self._before = self._until
        self._until = self._before + self._sizes[path]
        self._report(self._done, self._total)

    def rest(self) -> None:
        self._done = min(self._done + PIECE, self._until)
        self._report(self._done, self._total)

    def end(self) -> None:
        self._report(self._total, self._total)


def _files(source: Path) -> list[Path]:
    """Return what belongs to a newsroom but its database; halves of copies count for nothing."""
    found = [path for name in _FOLDERS for path in (source / name).rglob("*")]
    found += [path for pattern in _BESIDE for path in source.glob(pattern)]
    return sorted(path for path in found if path.is_file() and PART not in path.name)


def _copy(source: Path, target: Path, rest: Callable[[], None]) -> None:
    """Copy a file that is not there yet, or not the same: a move may have been broken off."""
    if target.is_file() and digest(target) == digest(source):
        return
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    copy_file(source, target, rest)


def _copy_database(files: list[Path], target: Path, meter: _Meter) -> None:
    path, part = target / NAME, target / f"{NAME}{PART}"
    sqlite.remove(part)
    with TemporaryDirectory(prefix="moving-", dir=target) as name:
        bench = Path(name)
        before = [digest(file) for file in files]
        for file in files:
            meter.begin(file)
            copy_file(file, bench / file.name, meter.rest)
        now = [files[0], *sqlite.companions(files[0])]
        if now != files or [digest(file) for file in now] != before:
            raise StorageError(StorageProblem.BUSY, str(files[0]), "it was changed on the way")
        try:
            with in_words(files[0]):
                with closing(sqlite.connect(bench / NAME, writing=True)) as driver:
                    sqlite.copy(driver, part, meter.rest)
                if altered := first_altered(part, meter.rest):
                    raise StorageError(StorageProblem.CORRUPT, str(files[0]), altered)
            sync(part)
            part.replace(path)
        finally:
            sqlite.remove(part)
