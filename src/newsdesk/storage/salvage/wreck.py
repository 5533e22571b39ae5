"""A newsroom whose database is damaged, until another one has taken its place."""

import sqlite3
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from newsdesk.domain.errors import StorageError
from newsdesk.domain.salvage import Salvage
from newsdesk.storage import sqlite as file
from newsdesk.storage.backup_shelf import BackupShelf
from newsdesk.storage.errors import files_in_words, in_words
from newsdesk.storage.lock import FolderLock
from newsdesk.storage.names import NAME
from newsdesk.storage.restoring import finish
from newsdesk.storage.salvage.reassembly import Reassembly
from newsdesk.storage.salvage.salvage import salvage


class Wreck:
    """Another database is made ready beside it, whole and sound, before anything is touched.

    The damaged one is then set aside with all that belongs to it, under a name that says when;
    nothing of it is ever changed or deleted.
    """

    def __init__(self, folder: Path, shelf: BackupShelf, reassembly: Reassembly) -> None:
        self._folder = folder
        self._shelf = shelf
        self._reassembly = reassembly

    @contextmanager
    def bench(self) -> Generator[Path]:
        """Keep every writer out, and have a folder to make the other database in.

        Raises:
            StorageError: another newsdesk writes here, or the folder cannot be written in.
        """
        with files_in_words(self._folder):
            lock = FolderLock.take(self._folder)
            try:
                with TemporaryDirectory(prefix="rescue-", dir=self._folder) as name:
                    yield Path(name)
            finally:
                lock.release()

    def take_backup(self, backup: Path, bench: Path, rest: Callable[[], None]) -> None:
        """Have a sound backup on the bench; raise `StorageError` if it is none."""
        self._shelf.check(backup, rest)
        self._shelf.bring_pictures(backup, rest)
        with in_words(backup):
            driver = file.connect_to_copy(backup)
            try:
                file.copy(driver, bench / NAME, rest)
            finally:
                driver.close()

    def salvage(self, bench: Path, rest: Callable[[], None]) -> Salvage:
        """Have what can still be read on the bench; raise `StorageError` if that is nothing."""
        donors = [Path(one.path) for one in self._shelf.all() if one.is_verified]
        damaged, aside = self._folder / NAME, bench / "aside"
        aside.mkdir()
        found = salvage(damaged, aside / NAME, donors[:3], self._reassembly, rest)
        (aside / NAME).replace(bench / NAME)
        return found

    def put_in_place(self, bench: Path, rest: Callable[[], None]) -> Path:
        """Let what is on the bench take the place of the damaged database, and say where that is.

        Raises:
            StorageError: it could not; nothing was changed, or the next opening goes on with it.
        """
        aside = self._shelf.stage(bench / NAME, rest)
        with files_in_words(self._folder / NAME):
            finish(self._folder)
        return aside

    def is_readable(self) -> bool:
        """Tell whether the damaged database can be opened at all, to look at what is left."""
        path = self._folder / NAME
        try:
            with files_in_words(path), in_words(path):
                driver = file.connect(path, writing=False)
                try:
                    driver.execute("SELECT headline FROM release LIMIT 1").fetchall()
                finally:
                    driver.close()
        except (StorageError, sqlite3.Error):  # the second one: it has no such table
            return False
        return True
