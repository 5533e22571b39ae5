"""Killing newsdesk while it checks a newsroom before the first write, or moves it elsewhere."""

from functools import partial
from pathlib import Path

from newsdesk.storage.names import NAME
from tests.reliability.damage import with_backup, with_log
from tests.reliability.halfway import Work, kill_within
from tests.reliability.ledger import Ledger
from tests.reliability.outcome import Outcome
from tests.reliability.programs import NEWSROOM, command, started

_MOVED = "-moved"


def kill_checks(folder: Path, kills: int, seed: int) -> Outcome:
    """Kill newsdesk while it checks what another kill left: all that was saved is still there."""
    newsroom = with_log(folder, seed)
    work = Work(
        partial(command, "newsroom_opener.py"), lambda _copy, said: said == "CHECKING", "READY"
    )
    return kill_within(work, folder, [newsroom.rows], kills, seed)


def kill_moves(folder: Path, kills: int, seed: int) -> Outcome:
    """Kill newsdesk while it moves a newsroom.

    It is still where it was; where it goes to there is all of it, or none and room for it.
    """
    newsroom = with_backup(folder, seed)
    work = Work(_moving, lambda _copy, said: said == "READY", "MOVED")
    outcome = kill_within(work, folder, [newsroom.rows], kills, seed)
    for target in sorted(folder.parent.glob(f"*{_MOVED}")):
        if not (target / NAME).exists():
            outcome.wrong += _moved_anew(folder, target)
        wrong = Ledger(dict(newsroom.rows)).wrong_in(NEWSROOM.dump(target))
        wrong += NEWSROOM.damage(target)
        outcome.wrong += [f"seed {seed}, {target.name}: {what}" for what in wrong]
    return outcome


def _moved_anew(folder: Path, target: Path) -> list[str]:
    with started(command("newsroom_mover.py", folder, str(target))) as program:
        said = list(program.rest())
    return [] if said == ["READY", "MOVED"] else [f"{target.name}: {said}"]


def _moving(folder: Path) -> list[str]:
    target = folder.with_name(folder.name + _MOVED)
    return command("newsroom_mover.py", folder, str(target))
