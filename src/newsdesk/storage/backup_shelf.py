"""The backups of a newsroom: beside it, and in a second place. Needs no open database."""

from collections.abc import Callable
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path

from sqlalchemy import Connection, func, select

from newsdesk.domain.backup import BackedUpRelease, Backup, NewsroomContents, superfluous
from newsdesk.domain.errors import StorageError, StorageProblem
from newsdesk.domain.slug import slugify
from newsdesk.storage import sqlite
from newsdesk.storage.backup import FOLDER, backups_in, check, no_rest, order, reading_copy
from newsdesk.storage.copied_file import PART, copy_file
from newsdesk.storage.errors import files_in_words
from newsdesk.storage.lock import FolderLock
from newsdesk.storage.names import MEDIA, NAME
from newsdesk.storage.restoring import finish, set_aside_in, stage
from newsdesk.storage.rows import damage_in_words, table_of
from newsdesk.storage.tables import ContactRow, MediaRow, ReleaseRow

_RELEASE, _CONTACT, _MEDIA = table_of(ReleaseRow), table_of(ContactRow), table_of(MediaRow)
_HALF_FOR = timedelta(days=1)


class BackupShelf:
    """Finds, reads, thins and copies backups, and puts one in the place of the database."""

    def __init__(self, folder: Path, device: str, now: Callable[[], datetime]) -> None:
        """`folder` is that of the newsroom, `device` the name of this machine."""
        self._folder = folder
        self._device = device
        self._now = now

    @property
    def folder(self) -> Path:
        """Where the backups beside the newsroom are."""
        return self._folder / FOLDER

    def folder_in(self, place: Path) -> Path:
        """Return where those of this newsroom are in a second place, which others may use too."""
        told_apart = sha256(str(self._folder.absolute()).encode("utf-8", "replace")).hexdigest()
        return place / f"newsdesk-{slugify(self._device) or 'desk'}-{told_apart[:8]}"

    def all(self, place: Path | None = None) -> list[Backup]:
        """Return the backups beside the newsroom and in a second place, the last one first.

        Of one that is in both, the one beside the newsroom.

        Raises:
            StorageError: the folder cannot be read. A second place that is away is empty.
        """
        here = backups_in(self.folder)
        names = {Path(one.path).name for one in here}
        there: list[Backup] = []
        if place is not None:
            try:
                there = backups_in(self.folder_in(place))
            except StorageError:  # a stick that is half pulled out
                there = []
        only_there = [one for one in there if Path(one.path).name not in names]
        return sorted([*here, *only_there], key=order, reverse=True)

    def contents(self, path: Path, *, most: int = 5) -> NewsroomContents:
        """Return how much a backup holds, and what was worked on last in it; the rest is not read.

        Raises:
            StorageError: it cannot be read, or is none of ours.
        """
        with files_in_words(path, denied=StorageProblem.CANNOT_OPEN):
            header = sqlite.read_header(path)
            if header is None or header.application_id != sqlite.APPLICATION_ID:
                raise StorageError(StorageProblem.NOT_A_DATABASE, str(path))
            with reading_copy(path) as connection, damage_in_words():
                return _contents(connection, most)

    def check(self, path: Path, rest: Callable[[], None] = no_rest) -> None:
        """Read all of a backup; raise `StorageError` if anything in it is damaged."""
        check(path, rest)

    def thin(self, place: Path | None = None) -> list[Backup]:
        """Delete the backups that may go, here or in a second place, and return them."""
        folder = self.folder if place is None else self.folder_in(place)
        gone = superfluous(backups_in(folder))
        with files_in_words(folder):
            for one in gone:
                Path(one.path).unlink(missing_ok=True)
            for half in folder.glob(f"*{PART}*"):  # of one that was broken off
                if half.stat().st_mtime < (self._now() - _HALF_FOR).timestamp():
                    half.unlink(missing_ok=True)
        return gone

    # A second place ---------------------------------------------------------------------------

    def copy_to(self, place: Path, backup: Path, rest: Callable[[], None] = no_rest) -> Path:
        """Copy a backup to a second place, with the pictures it names that are not there yet.

        Raises:
            StorageError: the place is not there, or cannot be written; no half of a copy is left.
        """
        with files_in_words(place, denied=StorageProblem.READONLY):
            if not place.is_dir():
                raise StorageError(StorageProblem.CANNOT_OPEN, str(place))
            folder = self.folder_in(place)
            folder.mkdir(exist_ok=True, mode=0o700)
            copy = folder / backup.name
            copy_file(backup, copy, rest)
        self.take_pictures_along(copy, rest)
        return copy

    def take_pictures_along(self, backup: Path, rest: Callable[[], None] = no_rest) -> None:
        """Have the pictures that a backup names beside it, where they are not there yet."""
        self._copy_pictures(backup, self._folder / MEDIA, backup.parent / MEDIA, rest)

    def bring_pictures(self, backup: Path, rest: Callable[[], None] = no_rest) -> None:
        """Take the pictures that a backup names from beside it, where the newsroom lacks them."""
        self._copy_pictures(backup, backup.parent / MEDIA, self._folder / MEDIA, rest)

    def _copy_pictures(
        self, backup: Path, source: Path, target: Path, rest: Callable[[], None]
    ) -> None:
        """Copy the files that a database names and `target` lacks; they never change."""
        with files_in_words(target):
            for name in self.pictures_of(backup):
                rest()
                wanted = target / name
                if (source / name).is_file() and not wanted.is_file():
                    wanted.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
                    copy_file(source / name, wanted, rest)

    def pictures_of(self, path: Path) -> list[str]:
        """Return the paths in the media folder that a database names."""
        with reading_copy(path) as connection:
            return list(connection.scalars(select(_MEDIA.c.path)))

    def pictures_elsewhere(self) -> set[str]:
        """Return those that any backup here or any database that was set aside names."""
        paths = [Path(one.path) for one in backups_in(self.folder)] + set_aside_in(self._folder)
        return {name for path in paths for name in self.pictures_of(path)}

    # Restoring --------------------------------------------------------------------------------

    def stage(self, backup: Path, rest: Callable[[], None] = no_rest) -> Path:
        """Have a backup take the place of the database when the newsroom is opened next.

        Its pictures are brought along where they lie beside it. For who holds the folder's lock.

        Returns:
            Where the present database will stand then; nothing of it is lost.

        Raises:
            StorageError: the backup is damaged, or cannot be brought in; nothing was changed.
        """
        check(backup, rest)
        self.bring_pictures(backup, rest)
        return stage(self._folder, backup, now=self._now(), rest=rest)

    def restore_unopened(self, backup: Path, rest: Callable[[], None] = no_rest) -> Path:
        """Put a backup in the place of a database that cannot be opened, and return as `stage`.

        Raises:
            StorageError: as `stage`, or another newsdesk has the newsroom open.
        """
        with files_in_words(self._folder):
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock = FolderLock.take(self._folder)
        try:
            aside = self.stage(backup, rest)
            with files_in_words(self._folder / NAME):
                finish(self._folder)
        finally:
            lock.release()
        return aside


def _contents(connection: Connection, most: int) -> NewsroomContents:
    kept = _RELEASE.c.deleted_at.is_(None)
    newest = (
        select(_RELEASE.c.headline, _RELEASE.c.versioncreated)
        .where(kept)
        .order_by(_RELEASE.c.versioncreated.desc(), _RELEASE.c.id.desc())
        .limit(most)
    )
    counted = {
        "releases": select(func.count()).select_from(_RELEASE).where(kept),
        "trashed": select(func.count()).select_from(_RELEASE).where(~kept),
        "contacts": select(func.count())
        .select_from(_CONTACT)
        .where(_CONTACT.c.deleted_at.is_(None)),
        "pictures": select(func.count()).select_from(_MEDIA).where(_MEDIA.c.deleted_at.is_(None)),
    }
    return NewsroomContents(
        newest=tuple(
            BackedUpRelease(headline=row.headline, updated=row.versioncreated)
            for row in connection.execute(newest)
        ),
        **{name: connection.scalar(count) or 0 for name, count in counted.items()},
    )
