"""The draft journal: what is typed, on the disk before the database has it, and outside its folder.

Each run of the window has a folder of its own in the journal, locked while it lives, so that two of
them never touch each other's texts. In it lie numbered files of lines, only ever added to:

    <CRC-32 of the rest, eight hexadecimal digits> <JSON>

The JSON is `{"at", "release"}`, a text, or `{"id", "stored"}`: the database has the last text of
that release. A line that is cut off or damaged counts for nothing. The last text of each release
stays after it was stored until a backup has it too: a destroyed database is brought back from both.
"""

import errno
import json
import os
import shutil
import sys
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any, cast
from uuid import UUID
from zlib import crc32

from newsdesk.domain.canonical import composed, decode, to_json
from newsdesk.domain.errors import StorageError
from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.journal import JournalEntry, LeftEntry
from newsdesk.storage.backup import sync, sync_with_names
from newsdesk.storage.copied_file import copy_file
from newsdesk.storage.errors import files_in_words
from newsdesk.storage.lock import FolderLock

_RESERVE = "reserve"
_RESERVE_SIZE = 2**20  # bytes: kept free for the journal on a disk that fills up
_SMALL = 2**20  # bytes: below this a file is not worth writing anew
_MOST_READ = 2**28  # bytes of one file; ours are far smaller
_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT})


class DraftJournal:
    """The journal of one run, for one thread at a time; it makes its folder with the first text."""

    def __init__(self, folder: Path, new_id: Callable[[], UUID]) -> None:
        """`folder` holds the journals of all runs on one newsroom."""
        self._folder = folder
        self._new_id = new_id
        self._lock: FolderLock | None = None
        self._run = folder
        self._file: int | None = None
        self._number = 0
        self._size = 0
        self._texts: dict[ReleaseId, bytes] = {}  # the last line of each release
        self._stored: set[ReleaseId] = set()

    def write(self, entry: JournalEntry) -> None:
        """Return once the text is on the disk.

        Raises:
            StorageError: it is not; what was written before still is. The next call tries anew.
        """
        release = composed(entry.release)
        line = _line({"at": entry.at, "release": release})
        with files_in_words(self._folder):
            try:
                self._add(line)
            except FileNotFoundError:  # the folder was taken away: begin another
                self._add(line)
            except OSError as error:
                if error.errno not in _NO_ROOM or not self._give_up_reserve():
                    raise
                self._add(line)
        self._texts[release.id] = line
        self._stored.discard(release.id)
        if self._size > max(_SMALL, 4 * sum(map(len, self._texts.values()))):
            self._begin_anew()

    def mark_stored(self, release_id: ReleaseId) -> None:
        """The database has the last text of a release; not waited for, and done without if need be.

        Without the mark the two are compared, and found to be the same.
        """
        if release_id not in self._texts:
            return
        self._stored.add(release_id)
        with suppress(OSError):
            self._add(_mark(release_id), is_synced=False)
            self._reserve()

    def close(self) -> None:
        """Leave what was written to the next run; may be called twice."""
        self._let_go()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _add(self, line: bytes, *, is_synced: bool = True) -> None:
        """Add a line whole, or leave the file as it was."""
        if self._file is None:
            self._begin_run()
        file = cast(int, self._file)
        try:
            _write(file, line)
            if is_synced:
                _sync(file)
        except OSError:
            try:
                os.ftruncate(file, self._size)
            except OSError:
                self._let_go()  # whatever stands there: the next text begins another file
            raise
        self._size += len(line)
        if not (self._run / _name(self._number)).exists():  # the folder was taken away
            self._let_go()
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(self._run))

    def _begin_run(self) -> None:
        """Begin a file, in a folder that nobody else has."""
        if self._lock is None or not self._run.is_dir():
            if self._lock is not None:
                self._lock.release()
            self._run = self._folder / str(self._new_id())
            self._run.mkdir(parents=True, mode=0o700)
            self._lock = FolderLock.take(self._run)
            self._reserve()
        self._number += 1
        self._file = _create(self._run / _name(self._number))
        self._size = 0
        if lines := b"".join(self._texts.values()):  # what stood in a folder that is gone
            _write(self._file, lines)
            self._size = len(lines)
        sync_with_names(self._run)

    def _begin_anew(self) -> None:
        """Go on in another file that has the last texts only; without room for it, in this one."""
        before, size, number = self._file, self._size, self._number
        fresh = self._run / _name(number + 1)
        lines = b"".join(self._texts.values())
        marks = b"".join(_mark(key) for key in sorted(self._stored, key=str))
        with suppress(OSError):
            try:
                file = _create(fresh)
                self._file, self._number, self._size = file, number + 1, len(lines) + len(marks)
                _write(file, lines + marks)
                _sync(file)
                sync(self._run)
            except OSError:
                if self._file is not None and self._file != before:
                    os.close(self._file)
                self._file, self._number, self._size = before, number, size
                fresh.unlink(missing_ok=True)
                raise
            os.close(cast(int, before))
            (self._run / _name(number)).unlink()

    def _reserve(self) -> None:
        """Take room on the disk that a full one can give back."""
        path = self._run / _RESERVE
        if path.exists():
            return
        try:
            path.write_bytes(os.urandom(_RESERVE_SIZE))  # zeros may take no room
            path.chmod(0o600)
        except OSError:
            path.unlink(missing_ok=True)

    def _give_up_reserve(self) -> bool:
        try:
            (self._run / _RESERVE).unlink()
        except OSError:
            return False
        return True

    def _let_go(self) -> None:
        if self._file is not None:
            with suppress(OSError):
                os.close(self._file)
            self._file = None
            with suppress(OSError):
                (self._run / _RESERVE).unlink()


class JournalFolder:
    """What runs of the window on one newsroom left behind; those that live are not looked at."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def left(self) -> list[LeftEntry]:
        """Return the last text of each release in each run that has ended, the oldest first.

        A journal that cannot be read is passed over.
        """
        found: list[LeftEntry] = []
        for run in self._runs():
            with _held(run) as is_held:
                if is_held:
                    found += _texts_of(run)
        return sorted(found, key=lambda left: (left.entry.at, left.run))

    def mark_stored(self, left: LeftEntry) -> None:
        """It was decided about a text, or the database has it: nobody is asked about it again.

        Raises:
            StorageError: that cannot be put down.
        """
        run = self._folder / left.run
        with _held(run) as is_held, files_in_words(run):
            files = _files(run)
            if not is_held or not files:
                return  # gone, which is as good
            file = os.open(files[-1], os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0))
            try:
                _write(file, b"\n" + _mark(left.entry.release.id))  # after half a line, perhaps
                _sync(file)
            finally:
                os.close(file)

    def settled(self) -> list[str]:
        """Return the runs that have ended and hold nothing but stored texts, for `forget`."""
        found: list[str] = []
        for run in self._runs():
            with _held(run) as is_held:
                if is_held and all(left.is_stored for left in _texts_of(run)):
                    found.append(run.name)
        return found

    def forget(self, runs: Iterable[str]) -> None:
        """Let go of runs that were settled before a verified backup was begun: it has their texts.

        What cannot be removed stays.
        """
        for name in runs:
            self._forget(self._folder / name, lambda _at: True)

    def forget_stored(self, before: datetime) -> None:
        """Let go of runs that hold nothing but stored texts from before a moment.

        For a newsroom that nobody makes backups of; what cannot be removed stays.
        """
        for run in self._runs():
            self._forget(run, lambda at: at < before)

    def _forget(self, run: Path, is_old: Callable[[datetime], bool]) -> None:
        with _held(run) as is_held:
            texts = _texts_of(run) if is_held else []
            is_over = all(left.is_stored and is_old(left.entry.at) for left in texts)
        if is_held and is_over:
            shutil.rmtree(run, ignore_errors=True)

    def bring_to(self, folder: Path) -> None:
        """Copy what runs that have ended left to where the journals of another folder lie.

        Raises:
            StorageError: that cannot be written; what was copied does no harm.
        """
        for run in self._runs():
            with _held(run) as is_held, files_in_words(folder):
                files = _files(run) if is_held else []
                for path in files:
                    target = folder / run.name / path.name
                    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
                    copy_file(path, target)
                if files:
                    sync_with_names(folder / run.name)

    def _runs(self) -> list[Path]:
        try:
            return sorted(path for path in self._folder.iterdir() if path.is_dir())
        except OSError:
            return []


@contextmanager
def _held(run: Path) -> Generator[bool]:
    """Keep a run that has ended to oneself; False for one that lives, or cannot be locked."""
    try:
        lock = FolderLock.take(run)
    except StorageError:
        yield False
        return
    try:
        yield True
    finally:
        lock.release()


def _texts_of(run: Path) -> list[LeftEntry]:
    texts: dict[ReleaseId, JournalEntry] = {}
    stored: set[ReleaseId] = set()
    for path in _files(run):
        for said in _read(path):
            if isinstance(said, JournalEntry):
                texts[said.release.id] = said
                stored.discard(said.release.id)
            else:
                stored.add(said)
    return [
        LeftEntry(entry=entry, run=run.name, is_stored=key in stored)
        for key, entry in texts.items()
    ]


def _read(path: Path) -> Iterator[JournalEntry | ReleaseId]:
    try:
        with path.open("rb") as file:
            lines = file.read(_MOST_READ).split(b"\n")
    except OSError:
        return
    for line in lines:
        with suppress(ValueError, RecursionError):
            yield _said(line)


def _said(line: bytes) -> JournalEntry | ReleaseId:
    """Return what a line says; raise `ValueError` if it is damaged, or not ours."""
    digits, _, text = line.partition(b" ")
    if len(digits) != 8 or int(digits, 16) != crc32(text):
        raise ValueError("damaged")
    plain: Any = json.loads(text)
    if isinstance(plain, dict) and "stored" in plain:
        return ReleaseId(UUID(str(cast(dict[str, Any], plain).get("id"))))
    return decode(JournalEntry, plain)


def _line(value: object) -> bytes:
    text = to_json(value)
    return b"%08x %s\n" % (crc32(text), text)


def _mark(release_id: ReleaseId) -> bytes:
    return _line({"id": release_id, "stored": True})


def _name(number: int) -> str:
    return f"{number:06}.jsonl"


def _files(run: Path) -> list[Path]:
    return sorted(run.glob("*.jsonl"))


def _create(path: Path) -> int:
    flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return os.open(path, flags, 0o600)


def _write(file: int, content: bytes) -> None:
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(file, rest) :]


if sys.platform == "darwin":
    import fcntl

    def _sync(file: int) -> None:
        """Wait for the disk itself, which plain `fsync` does not do there."""
        try:
            fcntl.fcntl(file, fcntl.F_FULLFSYNC)
        except OSError:  # a disk that knows no such thing
            os.fsync(file)

else:

    def _sync(file: int) -> None:
        os.fsync(file)
