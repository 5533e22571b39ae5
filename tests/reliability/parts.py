"""The parts of the suite: what is done to a newsroom, how often, and what must come of it.

To add one, write a function that does it so many times with a seed and returns an `Outcome`, and
give it a line in `PARTS`; `test_reliability.py` runs each of them in its quick form.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.reliability import full_disk, recording
from tests.reliability.damage import (
    Damage,
    closed_newsroom,
    cut_off,
    damage,
    newsroom_with_log,
    turn_a_bit,
)
from tests.reliability.full_disk import fill_disks
from tests.reliability.kills import kill_writers
from tests.reliability.migrating import kill_migrations, make_older
from tests.reliability.outcome import Outcome, shares, side_by_side
from tests.reliability.power_cuts import cut_power
from tests.reliability.programs import WRITER, Script, wrong_writer
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


def _kills(folder: Path, times: int, seed: int, script: Script = WRITER) -> Outcome:
    return _in_shares(
        partial(kill_writers, script=script), folder, shares(times, _KILLS_OF_ONE), seed
    )


def _cuts(folder: Path, times: int, seed: int, script: Script = WRITER) -> Outcome:
    return _in_shares(partial(cut_power, script=script), folder, shares(times, _CUTS_OF_ONE), seed)


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


def _to_database(how: Damage, folder: Path, times: int, seed: int) -> Outcome:
    folder.mkdir()
    return damage(closed_newsroom(folder / "closed", seed), how, times, seed)


def _to_log(how: Damage, folder: Path, times: int, seed: int) -> Outcome:
    folder.mkdir()
    return damage(newsroom_with_log(folder / "with-log", seed), how, times, seed)


def _migrations(folder: Path, times: int, seed: int) -> Outcome:
    folder.mkdir()
    older = closed_newsroom(folder / "older", seed)
    make_older(older.folder)
    return kill_migrations(older, times, seed)


PARTS = {
    "kills": Part(what="killed at any moment", run=_kills, times=200, few=6),
    "cuts": Part(
        what="power cut at any moment", run=_cuts, times=60, few=8, why_not=recording.why_not
    ),
    "full": Part(
        what="disk full, and room again",
        run=fill_disks,
        times=10,
        few=2,
        why_not=full_disk.why_not,
    ),
    "writers": Part(what="three writers at once", run=race_writers, times=10, few=1),
    "migrations": Part(
        what="killed while migrating and backing up", run=_migrations, times=20, few=2
    ),
    "flips": Part(
        what="a bit of the database turned",
        run=partial(_to_database, turn_a_bit),
        times=120,
        few=6,
    ),
    "log-flips": Part(
        what="a bit of its log turned", run=partial(_to_log, turn_a_bit), times=20, few=2
    ),
    "stumps": Part(
        what="the database cut off", run=partial(_to_database, cut_off), times=20, few=2
    ),
    "log-stumps": Part(what="its log cut off", run=partial(_to_log, cut_off), times=20, few=2),
    "early": Part(
        what="WRONG WRITER: says it is saved too early",
        run=partial(_kills, script=wrong_writer("early")),
        times=10,
        few=10,
        must_fail=True,
    ),
    "normal": Part(
        what="WRONG WRITER: synchronous=NORMAL, power cut",
        run=partial(_cuts, script=wrong_writer("normal")),
        times=10,
        few=3,
        why_not=recording.why_not,
        must_fail=True,
    ),
    "off": Part(
        what="WRONG WRITER: synchronous=OFF, power cut",
        run=partial(_cuts, script=wrong_writer("off")),
        times=10,
        few=3,
        why_not=recording.why_not,
        must_fail=True,
    ),
}
