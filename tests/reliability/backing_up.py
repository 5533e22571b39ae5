"""Killing newsdesk while it makes a backup, or goes back to one."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.reliability.damage import with_backup
from tests.reliability.halfway import Work, kill_within
from tests.reliability.ledger import Ledger
from tests.reliability.outcome import Outcome
from tests.reliability.programs import NEWSROOM, command, started

_SAVES = 15  # after the backup


def kill_backups(folder: Path, kills: int, seed: int) -> Outcome:
    """Kill newsdesk while it makes a second backup: the first stays, and half of one is none."""
    newsroom = with_backup(folder, seed)
    work = Work(partial(command, "backup_maker.py"), _is_open, "MADE")
    return kill_within(work, newsroom.folder, [newsroom.rows], kills, seed)


def kill_restores(folder: Path, kills: int, seed: int) -> Outcome:
    """Kill newsdesk while it goes back: the newsroom is as it was, or as it is in the backup."""
    newsroom = with_backup(folder, seed)
    backup = (folder / newsroom.name).rename(folder.with_name("chosen.sqlite"))
    later = Ledger(dict(newsroom.rows))
    with started(NEWSROOM.writing(folder, seed + 1, "dana", saves=_SAVES)) as program:
        for line in program.rest():
            later.hear(line)
    work = Work(_going_back_to(backup), _is_open, "BACK")
    return kill_within(work, folder, [newsroom.rows, later.acknowledged], kills, seed)


def _going_back_to(backup: Path) -> Callable[[Path], list[str]]:
    return lambda folder: command("backup_maker.py", folder, "--restore", str(backup))


def _is_open(_folder: Path, said: str | None) -> bool:
    return said == "READY"
