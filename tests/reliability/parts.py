"""The parts of the suite: what is done to a newsroom, how often, and what must come of it.

To add one, write a function that does it so many times with a seed and returns an `Outcome`, and
give it a line in `PARTS`; `test_reliability.py` runs each of them in its quick form.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.reliability import full_disk, recording
from tests.reliability.backing_up import kill_backups, kill_restores
from tests.reliability.damage import (
    Damage,
    Damaged,
    closed,
    cut_off,
    damage,
    turn_a_bit,
    with_backup,
    with_journal,
    with_log,
)
from tests.reliability.full_disk import fill_disks
from tests.reliability.kills import kill_writers
from tests.reliability.migrating import kill_migrations, make_older
from tests.reliability.opening import kill_checks, kill_moves
from tests.reliability.outcome import Outcome, shares, side_by_side
from tests.reliability.power_cuts import cut_power
from tests.reliability.programs import JOURNAL, NEWSROOM, Store, wrong_newsroom
from tests.reliability.two_writers import race_writers

_KILLS_OF_ONE, _CUTS_OF_ONE = 25, 15  # of one newsroom


def _anywhere() -> None:
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part. `run` is given a folder that is not there yet, how often, and a seed."""

    what: str
    run: Callable[[Path, int, int], Outcome]
    times: int  # in the long form
    few: int  # in the quick one
    why_not: Callable[[], str | None] = _anywhere  # why it cannot be done here
    must_fail: bool = False  # the writer is wrong: nothing is well if all seems so


def _kills(folder: Path, times: int, seed: int, store: Store = NEWSROOM) -> Outcome:
    return _in_shares(
        partial(kill_writers, store=store), folder, shares(times, _KILLS_OF_ONE), seed
    )


def _cuts(folder: Path, times: int, seed: int, store: Store = NEWSROOM) -> Outcome:
    return _in_shares(partial(cut_power, store=store), folder, shares(times, _CUTS_OF_ONE), seed)


def _in_shares(
    run: Callable[[Path, int, int], Outcome], folder: Path, times: list[int], seed: int
) -> Outcome:
    """Do it to several newsrooms, side by side, each with a seed that follows."""
    folder.mkdir()
    whole = Outcome()
    work = [(folder / str(number), share, seed + number) for number, share in enumerate(times)]
    for outcome in side_by_side(lambda one: run(*one), work):
        whole.add(outcome)
    return whole


def _damaged(
    make: Callable[[Path, int], Damaged], how: Damage, folder: Path, times: int, seed: int
) -> Outcome:
    folder.mkdir()
    return damage(make(folder / "whole", seed), how, times, seed)


def _killed(
    kill: Callable[[Path, int, int], Outcome], folder: Path, times: int, seed: int
) -> Outcome:
    folder.mkdir()
    return kill(folder / "newsroom", times, seed)


def _migrations(folder: Path, times: int, seed: int) -> Outcome:
    folder.mkdir()
    older = closed(folder / "older", seed)
    make_older(older.folder)
    return kill_migrations(older, times, seed)


PARTS = {
    "kills": Part(what="killed at any moment", run=_kills, times=200, few=6),
    "cuts": Part(
        what="power cut at any moment", run=_cuts, times=60, few=6, why_not=recording.why_not
    ),
    "full": Part(
        what="disk full, and room again",
        run=fill_disks,
        times=10,
        few=2,
        why_not=full_disk.why_not,
    ),
    "writers": Part(what="three writers at once", run=race_writers, times=10, few=1),
    "migrations": Part(what="killed while migrating", run=_migrations, times=20, few=1),
    "backups": Part(
        what="killed while backing up", run=partial(_killed, kill_backups), times=20, few=1
    ),
    "restores": Part(
        what="killed while going back to a backup",
        run=partial(_killed, kill_restores),
        times=20,
        few=1,
    ),
    "checks": Part(
        what="killed in the check before the first write",
        run=partial(_killed, kill_checks),
        times=20,
        few=1,
    ),
    "moves": Part(
        what="killed while moving the newsroom elsewhere",
        run=partial(_killed, kill_moves),
        times=20,
        few=2,
    ),
    "flips": Part(
        what="a bit of the database turned",
        run=partial(_damaged, closed, turn_a_bit),
        times=120,
        few=6,
    ),
    "stumps": Part(
        what="the database cut off", run=partial(_damaged, closed, cut_off), times=20, few=2
    ),
    "log-flips": Part(
        what="a bit of its log turned", run=partial(_damaged, with_log, turn_a_bit), times=20, few=2
    ),
    "log-stumps": Part(
        what="its log cut off", run=partial(_damaged, with_log, cut_off), times=20, few=1
    ),
    "backup-flips": Part(
        what="a bit of a backup turned, and gone back to it",
        run=partial(_damaged, with_backup, turn_a_bit),
        times=20,
        few=2,
    ),
    "backup-stumps": Part(
        what="a backup cut off, and gone back to it",
        run=partial(_damaged, with_backup, cut_off),
        times=20,
        few=1,
    ),
    "journal-kills": Part(
        what="killed while journalling", run=partial(_kills, store=JOURNAL), times=40, few=2
    ),
    "journal-cuts": Part(
        what="power cut while journalling",
        run=partial(_cuts, store=JOURNAL),
        times=30,
        few=3,
        why_not=recording.why_not,
    ),
    "journal-flips": Part(
        what="a bit of the journal turned",
        run=partial(_damaged, with_journal, turn_a_bit),
        times=20,
        few=2,
    ),
    "journal-stumps": Part(
        what="the journal cut off", run=partial(_damaged, with_journal, cut_off), times=20, few=1
    ),
    "early": Part(
        what="WRONG WRITER: says it is saved too early",
        run=partial(_kills, store=wrong_newsroom("early")),
        times=10,
        few=10,
        must_fail=True,
    ),
    "normal": Part(
        what="WRONG WRITER: synchronous=NORMAL, power cut",
        run=partial(_cuts, store=wrong_newsroom("normal")),
        times=10,
        few=3,
        why_not=recording.why_not,
        must_fail=True,
    ),
    "off": Part(
        what="WRONG WRITER: synchronous=OFF, power cut",
        run=partial(_cuts, store=wrong_newsroom("off")),
        times=10,
        few=3,
        why_not=recording.why_not,
        must_fail=True,
    ),
}
