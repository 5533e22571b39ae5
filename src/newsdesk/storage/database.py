"""The office's record: its transactions, and closing it."""

import sqlite3
from collections.abc import Callable, Collection, Generator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self
from uuid import UUID

from sqlalchemy import Connection

from newsdesk.domain.backup import BackupReason
from newsdesk.domain.errors import StorageError, StorageProblem
from newsdesk.storage import media_orphans, search, sqlite
from newsdesk.storage.audit import AuditRepository
from newsdesk.storage.backup import FOLDER, back_up, no_rest
from newsdesk.storage.boilerplates import BoilerplateRepository
from newsdesk.storage.contacts import ContactRepository
from newsdesk.storage.engine import engine_on
from newsdesk.storage.erasing import ErasureRepository
from newsdesk.storage.errors import in_words, letters_in_words
from newsdesk.storage.exports import ExportRepository
from newsdesk.storage.facets import FacetRepository
from newsdesk.storage.fingerprints import FingerprintRepository
from newsdesk.storage.handed_history import HandedHistory
from newsdesk.storage.lock import FolderLock
from newsdesk.storage.media import MediaRepository
from newsdesk.storage.media_store import MediaStore
from newsdesk.storage.names import MEDIA, NAME
from newsdesk.storage.newsroom import NewsroomRepository
from newsdesk.storage.opening import close, no_progress, open_for_reading, open_for_writing
from newsdesk.storage.people import PeopleRepository
from newsdesk.storage.places import PlaceRepository
from newsdesk.storage.releases import ReleaseRepository
from newsdesk.storage.revisions import RevisionRepository
from newsdesk.storage.saved_searches import SavedSearchRepository
from newsdesk.storage.snippets import SnippetRepository
from newsdesk.storage.soundness import Soundness
from newsdesk.storage.spelling import IgnoredWordRepository, OwnWordRepository
from newsdesk.storage.statistics import StatisticsRepository
from newsdesk.storage.templates import TemplateRepository
from newsdesk.storage.terms import TermRepository
from newsdesk.storage.uses import UseRepository


class UnitOfWork:
    """The repositories of one transaction; all of it is kept, or none."""

    def __init__(
        self, connection: Connection, now: Callable[[], datetime], new_id: Callable[[], UUID]
    ) -> None:
        self._connection = connection
        self.releases = ReleaseRepository(connection, now)
        self.fingerprints = FingerprintRepository(connection)
        self.revisions = RevisionRepository(connection)
        self.handed = HandedHistory(connection, self.revisions, new_id)
        self.contacts = ContactRepository(connection, now)
        self.people = PeopleRepository(connection, now)
        self.uses = UseRepository(connection)
        self.statistics = StatisticsRepository(connection)
        self.facets = FacetRepository(connection)
        self.places = PlaceRepository(connection, now)
        self.terms = TermRepository(connection, now, new_id)
        self.boilerplates = BoilerplateRepository(connection, now)
        self.snippets = SnippetRepository(connection, now)
        self.searches = SavedSearchRepository(connection, now)
        self.templates = TemplateRepository(connection, now)
        self.erasures = ErasureRepository(connection)
        self.own_words = OwnWordRepository(connection, now, new_id)
        self.ignored_words = IgnoredWordRepository(connection, new_id)
        self.media = MediaRepository(connection, now)
        self.newsroom = NewsroomRepository(connection, now, new_id)
        self.exports = ExportRepository(connection)
        self.audit = AuditRepository(connection)
        self.soundness = Soundness(connection, self.releases, self.revisions, self.exports)

    def rebuild_index(self) -> None:
        """Make the search index anew from the releases."""
        search.rebuild(self._connection)

    @contextmanager
    def step(self) -> Generator[None]:
        """Take back what the block stored if it raises; the rest of the transaction stands."""
        with sqlite.step(self._connection), letters_in_words():
            yield


class Database:
    """One connection to the database of a folder, for one thread at a time.

    The one that writes holds the folder's lock and makes every checkpoint; any number of others
    read beside it.
    """

    def __init__(
        self,
        path: Path,
        driver: sqlite3.Connection,
        lock: FolderLock | None,
        now: Callable[[], datetime],
        new_id: Callable[[], UUID],
        *,
        is_alone: bool = False,
    ) -> None:
        self._path = path
        self._driver = driver
        self._lock = lock
        self._now = now
        self._new_id = new_id
        self._is_alone = is_alone
        self._is_closed = False
        self._is_sound = True
        self._opened_at = None if lock is None else _place(path)
        self._media_store = MediaStore(path.parent / MEDIA)
        self._engine = engine_on(driver)
        self._connection = self._engine.connect()

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        writing: bool,
        now: Callable[[], datetime],
        new_id: Callable[[], UUID],
        is_alone: bool = False,
        progress: Callable[[int, int], None] = no_progress,
    ) -> Self:
        """Open the database of a folder.

        Args:
            writing: make and migrate it if need be, and keep every other writer out. A reader of a
                folder without a database finds an empty one, and nothing is made.
            now: the clock, aware.
            new_id: makes UUIDv7 keys.
            is_alone: keep every reader out too, where the folder is no place for a log.
            progress: of the check of a database that was not closed: see `open_for_writing`.

        Raises:
            StorageError: it cannot be; the file is as it was.
        """
        lock = None
        if writing:
            driver, lock = open_for_writing(folder, now=now, is_alone=is_alone, progress=progress)
        else:
            driver = open_for_reading(folder, now=now)
        return cls(folder / NAME, driver, lock, now, new_id, is_alone=writing and is_alone)

    @contextmanager
    def transaction(self) -> Generator[UnitOfWork]:
        """Commit when the block ends, roll back when it raises.

        No row leaves the block: repositories hand out domain values, which stay valid after it and
        in any thread. After the block, what was saved is on the disk.

        Raises:
            StorageError: it could not be kept; nothing was changed.
        """
        if self._lock is None:
            raise StorageError(StorageProblem.READONLY, str(self._path))
        self._check_place()
        with self._begun(writing=True) as work:
            yield work

    @contextmanager
    def reading(self) -> Generator[UnitOfWork]:
        """See one state of the database throughout the block, whoever writes meanwhile."""
        with self._begun(writing=False) as work:
            yield work

    def _check_place(self) -> None:
        """Refuse to write into a file that is not where it was opened: nobody would find it."""
        try:
            is_there = _place(self._path) == self._opened_at
        except OSError:
            is_there = False
        if not is_there:
            raise StorageError(StorageProblem.VANISHED, str(self._path))

    @contextmanager
    def _begun(self, *, writing: bool) -> Generator[UnitOfWork]:
        with in_words(self._path), self._connection.begin():
            sqlite.begin(self._connection, writing=writing)
            yield UnitOfWork(self._connection, self._now, self._new_id)

    @property
    def is_alone(self) -> bool:
        """Whether nobody can read the newsroom beside this."""
        return self._is_alone

    @property
    def folder(self) -> Path:
        """That of the newsroom."""
        return self._path.parent

    @property
    def media_store(self) -> MediaStore:
        """The files that the rows of pictures name."""
        return self._media_store

    @property
    def change_mark(self) -> tuple[int, int]:
        """What is something else once anybody has changed the database."""
        with in_words(self._path):
            return sqlite.change_mark(self._driver)

    def back_up(
        self,
        reason: BackupReason,
        *,
        into: Path | None = None,
        rest: Callable[[], None] = no_rest,
    ) -> Path:
        """Copy the whole database as it is now, check the copy, and return where it is.

        Args:
            into: a folder; by default that of the backups beside it.
            rest: called between steps of some milliseconds; what it raises ends it all.

        Raises:
            StorageError: there is no backup, or one that holds the damage that it tells of.
        """
        folder = into or self._path.parent / FOLDER
        with in_words(self._path):
            return back_up(self._driver, folder, now=self._now(), reason=reason, rest=rest)

    def clear_orphans(self, before: datetime, kept: Callable[[], Collection[str]]) -> list[str]:
        """Delete the files of the media store that no row and no revision names.

        Args:
            before: those that were stored or asked for since stay.
            kept: returns more paths that stay; asked only if there is anything to delete.

        Returns:
            Their paths there.

        Raises:
            StorageError: the folder or the database refused; no file that is named is gone.
        """
        folder = self._media_store.folder
        old = media_orphans.old_files(folder, before)
        with self._begun(writing=False):
            orphans = media_orphans.unnamed(self._connection, old) if old else set[str]()
        if orphans:
            orphans -= set(kept())
        return media_orphans.remove_old(folder, orphans, before)

    def checkpoint(self) -> None:
        """Bring the log into the file; for a writer that has nothing else to do."""
        with in_words(self._path):
            sqlite.checkpoint(self._driver)

    def distrust(self) -> None:
        """Something is damaged: have all of it checked before it is opened the next time."""
        self._is_sound = False

    def close(self) -> None:
        """Leave one file behind, as far as nobody else has it open; may be called twice."""
        if self._is_closed:
            return
        self._is_closed = True
        self._connection.close()
        if self._lock is None:
            self._driver.close()
        else:
            close(self._driver, self._path, self._lock, is_sound=self._is_sound)
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


def _place(path: Path) -> tuple[int, int]:
    """Return what tells a file from any other one, whatever their names are."""
    found = path.stat()
    return found.st_dev, found.st_ino
