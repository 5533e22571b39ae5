"""Backups of the newsroom: made, looked at, put in its place.

Each is one file that holds the whole database. Pictures are files that never change: those that a
backup names lie beside the newsroom, and in a second place they lie beside it.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from newsdesk.domain.backup import EVERY, Backup, BackupReason, NewsroomContents
from newsdesk.domain.errors import StorageError, StorageProblem

if TYPE_CHECKING:
    from newsdesk.storage.backup_shelf import BackupShelf
    from newsdesk.storage.database import Database
    from newsdesk.storage.journal import JournalFolder

_ORPHANS_STAY = timedelta(days=30)
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeBackup:
    """What came of making one."""

    backup: Backup
    second: str = ""  # the copy in the second place
    second_problem: StorageError | None = None  # why there is none


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupOverview:
    """What a person wants to know of the backups at a glance."""

    backups: tuple[Backup, ...]  # the last one first
    is_place_there: bool = True  # whether the second place can be reached; True if there is none

    @property
    def last_good(self) -> Backup | None:
        return next((one for one in self.backups if one.is_verified), None)


class BackupService:
    """All that concerns the backups of one newsroom.

    Without a database, which cannot be opened perhaps, they can be looked at and one can be put in
    its place. Places are folders by their paths; "" is none.
    """

    def __init__(
        self,
        shelf: "BackupShelf",
        database: "Database | None",
        now: Callable[[], datetime],
        journal: "JournalFolder | None" = None,
    ) -> None:
        """`journal` holds what was typed before it was stored, until a backup has it too."""
        self._shelf = shelf
        self._journal = journal
        self._database = database
        self._now = now
        self._mark: tuple[int, int] | None = None  # of the database when it was last backed up

    def overview(self, place: str = "") -> BackupOverview:
        """Return what there is; raise `StorageError` if the folder of backups cannot be read."""
        second = _path(place)
        return BackupOverview(
            backups=tuple(self._shelf.all(second)),
            is_place_there=second is None or second.is_dir(),
        )

    def contents(self, path: str) -> NewsroomContents:
        """Return how much a backup holds and what is newest in it; raise `StorageError`."""
        return self._shelf.contents(Path(path))

    def check(self, path: str, rest: Callable[[], None] = lambda: None) -> None:
        """Read all of a backup; raise `StorageError` if anything in it is damaged."""
        self._shelf.check(Path(path), rest)

    # Making -----------------------------------------------------------------------------------

    def make(
        self,
        reason: BackupReason,
        *,
        place: str = "",
        rest: Callable[[], None] = lambda: None,
    ) -> MadeBackup:
        """Make a backup, copy it to the second place, and thin both.

        Args:
            place: where it is copied too; that it is away is said and stops nothing.
            rest: called between steps of some milliseconds; what it raises ends the making.

        Raises:
            StorageError: there is no sound backup of what is stored now; the ones before stay.
        """
        settled = self._journal.settled() if self._journal else []  # before: the backup has it
        path = self._made(reason, rest)
        made = next(one for one in self._shelf.all() if Path(one.path) == path)
        second, problem = "", None
        if (elsewhere := _path(place)) is not None:
            try:
                second = str(self._shelf.copy_to(elsewhere, path, rest))
                self._shelf.thin(elsewhere)
            except StorageError as error:
                problem = error
        self._shelf.thin()
        if self._journal is not None and problem is None:
            self._journal.forget(settled)
        return MadeBackup(backup=made, second=second, second_problem=problem)

    def _made(self, reason: BackupReason, rest: Callable[[], None]) -> Path:
        database = self._opened()
        mark = database.change_mark  # before: what is stored meanwhile is in the next one
        path = database.back_up(reason, rest=rest)
        self._mark = mark
        return path

    def make_in(self, folder: str, rest: Callable[[], None] = lambda: None) -> Path:
        """Make a backup in a folder of one's choice, pictures and all; nothing is thinned there.

        Raises:
            StorageError: it could not be made; nothing is left of it.
        """
        into = Path(folder)
        path = self._opened().back_up(BackupReason.ASKED, into=into, rest=rest)
        self._shelf.take_pictures_along(path, rest)
        return path

    def make_if_due(
        self,
        reason: BackupReason,
        *,
        within: timedelta = EVERY,
        place: str = "",
        rest: Callable[[], None] = lambda: None,
    ) -> MadeBackup | None:
        """Make one, unless the last good one holds everything still, or is no older than `within`.

        Raises:
            StorageError: as `make`.
        """
        last = self.overview().last_good
        if last is not None and timedelta(0) <= self._now() - last.made < within:
            return None
        return self.make_unless_held(reason, place=place, rest=rest)

    def make_unless_held(
        self,
        reason: BackupReason,
        *,
        place: str = "",
        rest: Callable[[], None] = lambda: None,
    ) -> MadeBackup | None:
        """Make one, unless nothing was stored since this service made the last one.

        Raises:
            StorageError: as `make`.
        """
        if self._mark is not None and self._mark == self._opened().change_mark:
            return None
        return self.make(reason, place=place, rest=rest)

    # Restoring --------------------------------------------------------------------------------

    def restore(self, path: str, rest: Callable[[], None] = lambda: None) -> Path:
        """Have a backup take the place of the newsroom when it is opened next.

        A backup of the newsroom as it is now is made before, as far as it is sound. Close it and
        open it again at once: what is stored in between goes with what is set aside.

        Returns:
            Where the present database will stand.

        Raises:
            StorageError: the backup is damaged, newer or none; or there is no room. Nothing was
                changed.
        """
        if self._database is None:
            return self._shelf.restore_unopened(Path(path), rest)
        self._shelf.check(Path(path), rest)
        try:
            self._made(BackupReason.RESTORE, rest)  # nothing is thinned: it might be this one
        except StorageError as error:
            if error.problem is not StorageProblem.CORRUPT:
                raise
            _log.info("before restoring: %s", error.detail)  # it stays beside, as it is
        return self._shelf.stage(Path(path), rest)

    # Pictures ---------------------------------------------------------------------------------

    def clear_orphans(self) -> list[str]:
        """Delete the files of pictures that nothing names and nobody asked for in 30 days.

        Here, because what a backup or a database that was set aside names is not one of them.

        Returns:
            Their paths in the media folder.

        Raises:
            StorageError: something could not be read; then nothing that may be named is gone.
        """
        before = self._now() - _ORPHANS_STAY
        return self._opened().clear_orphans(before, self._shelf.pictures_elsewhere)

    def _opened(self) -> "Database":
        if self._database is None:
            raise LookupError("the newsroom is not open")
        return self._database


def _path(place: str) -> Path | None:
    return Path(place).expanduser() if place else None
