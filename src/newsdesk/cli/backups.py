"""The commands on backups: make one, list them, go back to one."""

import argparse
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path

from newsdesk import paths
from newsdesk.cli import shapes
from newsdesk.cli.output import REFUSED, emit, table, warn
from newsdesk.cli.words import words as wording
from newsdesk.desk import backups_of, open_desk
from newsdesk.domain.backup import BEFORE_DANGER, Backup, BackupReason, NewsroomContents
from newsdesk.domain.errors import NotFoundError, StorageError, StorageProblem
from newsdesk.services.backups import BackupService
from newsdesk.services.desk import Desk
from newsdesk.services.preferences import FILE_NAME, PreferencesFile

_DOES_NOT_OPEN = {  # whatever it is, it is set aside as it is
    StorageProblem.CORRUPT,
    StorageProblem.NOT_A_DATABASE,
    StorageProblem.IO,
}
_REASONS = {
    BackupReason.OPEN: "at a start",
    BackupReason.CHANGE: "while working",
    BackupReason.SCHEMA: "before an update",
    BackupReason.IMPORT: "before an import",
    BackupReason.REMOVAL: "before a removal",
    BackupReason.RESTORE: "before going back",
    BackupReason.ASKED: "by hand",
}


def backup(words: argparse.Namespace) -> int:
    with open_desk(words.data_dir) as desk:
        if words.dest is not None:
            path = desk.backups.make_in(str(words.dest.expanduser().absolute()))
            emit(words, {"path": str(path)}, [str(path)])
            return 0
        made = desk.backups.make(BackupReason.ASKED, place=_second_place(words))
        shape = shapes.backup(made.backup) | {"second": made.second or None}
        emit(words, shape, filter(None, [made.backup.path, made.second]))
    if made.second_problem is not None:
        warn(
            f"the backup is made, but there is no copy of it in {made.second_problem.path}: "
            f"{_why(made.second_problem)}."
        )
        return REFUSED
    return 0


def backups(words: argparse.Namespace) -> int:
    service = backups_of(words.data_dir)  # it need not open
    overview = service.overview(_second_place(words))
    rows = [(one, _contents(service, one)) for one in overview.backups]
    if not overview.is_place_there:
        warn(f"{_second_place(words)}, the second place, is not there.")
    emit(
        words,
        [shapes.backup(one) | shapes.contents(contents) for one, contents in rows],
        _lines(rows),
    )
    return 0


def restore(words: argparse.Namespace) -> int:
    closed = backups_of(words.data_dir)
    path = _named(closed, words.file, _second_place(words))
    closed.check(path)  # before anything is opened, so that no error means the other one
    with ExitStack() as stack:
        try:
            desk = stack.enter_context(open_desk(words.data_dir, writing=True))
        except StorageError as error:
            if error.problem not in _DOES_NOT_OPEN:
                raise
            aside = closed.restore(path)
        else:
            aside = desk.backups.restore(path)
    with open_desk(words.data_dir, writing=True):  # and it is there
        pass
    contents = closed.contents(path)
    emit(
        words,
        {"restored": path, "set_aside": str(aside)} | shapes.contents(contents),
        [
            f"Restored: {contents.releases} releases, {contents.contacts} contacts.",
            f"What was there before stands in {aside}.",
        ],
    )
    return 0


def back_up_before(desk: Desk, reason: BackupReason) -> None:
    """Make a backup before much is changed at once; where that fails, say so and go on.

    Nothing is overwritten by what follows, and who works on a full disk has other worries.
    """
    try:
        desk.backups.make_if_due(reason, within=BEFORE_DANGER)
    except StorageError as error:
        warn(f"there is no backup of the newsroom as it was before. {wording(error)}")


def _second_place(words: argparse.Namespace) -> str:
    file = PreferencesFile(paths.config_dir(words.data_dir) / FILE_NAME)
    return file.load().backup_folder


def _named(service: BackupService, file: Path, place: str) -> str:
    """Return the path that was given, or that of the backup which is listed under this name."""
    if file.exists():
        return str(file.absolute())
    for one in service.overview(place).backups:
        if Path(one.path).name == str(file):
            return one.path
    raise NotFoundError("backup", str(file))


def _contents(service: BackupService, backup: Backup) -> NewsroomContents | None:
    try:
        return service.contents(backup.path)
    except StorageError:
        return None


def _lines(rows: list[tuple[Backup, NewsroomContents | None]]) -> Iterable[str]:
    if not rows:
        return ["No backups yet. newsdesk backup makes one."]
    return table(
        [
            (
                f"{one.made.astimezone():%Y-%m-%d %H:%M}",
                _REASONS[one.reason],
                f"{one.size / 1e6:.1f} MB",
                "sound" if one.is_verified else "DAMAGED",
                f"{contents.releases} releases" if contents else "unreadable",
                one.path,
            )
            for one, contents in rows
        ]
    )


def _why(error: StorageError) -> str:
    told = {
        StorageProblem.CANNOT_OPEN: "it is not there",
        StorageProblem.FULL: "there is no room",
        StorageProblem.READONLY: "it cannot be written",
    }
    return told.get(error.problem) or wording(error).rstrip(".")
