"""Bringing a newsroom back whose database is damaged: from a backup, or from what is left of it."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from newsdesk.domain.backup import Backup
from newsdesk.domain.errors import StorageError
from newsdesk.domain.journal import LeftEntry
from newsdesk.domain.release import Release
from newsdesk.domain.rescue import DraftText, Rescued, SoundBackup, Survey
from newsdesk.services.backups import BackupService

if TYPE_CHECKING:
    from newsdesk.storage.salvage.wreck import Wreck


def _no_rest() -> None:
    pass


class RescueService:
    """Works on a newsroom that is not open. Whatever is chosen, the damaged database stays."""

    def __init__(
        self,
        wreck: "Wreck",
        backups: BackupService,
        drafts: Callable[[], Sequence[LeftEntry]],
        store_drafts: Callable[[Path], Sequence[Release]],
        count: Callable[[Path], int],
    ) -> None:
        """Tell it what else there is.

        Args:
            drafts: returns what is left in the draft journal.
            store_drafts: stores in the newsroom of a folder what of it is newer there.
            count: returns how many releases the newsroom of a folder has.
        """
        self._wreck = wreck
        self._backups = backups
        self._drafts = drafts
        self._store_drafts = store_drafts
        self._count = count

    @property
    def is_readable(self) -> bool:
        """Whether the damaged newsroom can be looked at, without writing in it."""
        return self._wreck.is_readable()

    def survey(self, place: str = "", rest: Callable[[], None] = _no_rest) -> Survey:
        """Read the backups, the last one first, until one is sound, and say what would return.

        Args:
            place: the second place of backups; "" is none.
            rest: called every now and then; what it raises ends it.

        Raises:
            StorageError: the folder of backups cannot be read.
        """
        unsound: list[tuple[Backup, StorageError]] = []
        found: SoundBackup | None = None
        for backup in self._backups.overview(place).backups:
            try:
                self._backups.check(backup.path, rest)
                contents = self._backups.contents(backup.path)
            except StorageError as error:
                unsound.append((backup, error))
                continue
            found = SoundBackup(backup=backup, contents=contents)
            break
        return Survey(backup=found, drafts=self._newer_drafts(found), unsound=tuple(unsound))

    def restore(self, path: str, rest: Callable[[], None] = _no_rest) -> Rescued:
        """Put a backup and the newer texts of the draft journal in the place of what is damaged.

        Raises:
            StorageError: the backup is not sound, or there is no room; nothing was changed.
        """
        with self._wreck.bench() as bench:
            self._wreck.take_backup(Path(path), bench, rest)
            drafts = self._store_drafts(bench)
            releases = self._count(bench)
            aside = self._wreck.put_in_place(bench, rest)
        return Rescued(
            releases=releases,
            drafts=tuple(release.headline for release in drafts),
            aside=str(aside),
        )

    def salvage(self, rest: Callable[[], None] = _no_rest) -> Rescued:
        """Put what can still be read in the place of what is damaged, and the newer drafts.

        Raises:
            StorageError: nothing can be read, or there is no room; nothing was changed.
        """
        with self._wreck.bench() as bench:
            found = self._wreck.salvage(bench, rest)
            drafts = self._store_drafts(bench)
            releases = self._count(bench)
            aside = self._wreck.put_in_place(bench, rest)
        return Rescued(
            releases=releases,
            drafts=tuple(release.headline for release in drafts),
            from_history=found.from_history,
            doubtful=found.doubtful,
            lost_rows=found.lost_rows,
            aside=str(aside),
        )

    def _newer_drafts(self, backup: SoundBackup | None) -> tuple[DraftText, ...]:
        """Return the last texts of the journal that the backup is too old to have."""
        last = {one.entry.release.id: one.entry for one in self._drafts()}  # the oldest come first
        newer = [
            DraftText(headline=one.release.headline, at=one.at)
            for one in last.values()
            if backup is None or one.at > backup.backup.made
        ]
        return tuple(sorted(newer, key=lambda draft: draft.at, reverse=True))
