"""Killing newsdesk halfway through work that must be done as a whole or not at all."""

import random
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from newsdesk.storage.names import NAME
from tests.reliability.ledger import Dump, Ledger, Save
from tests.reliability.outcome import Outcome
from tests.reliability.programs import NEWSROOM, Program, started

_LONGER = 1.25  # the longest wait, after a kill that came halfway

Rows = dict[str, Save]


@dataclass(frozen=True, slots=True)
class Work:
    """What a program does to a newsroom."""

    command: Callable[[Path], list[str]]
    has_begun: Callable[[Path, str | None], bool]  # by its folder and the last line that was said
    said_last: str  # once it is done


def kill_within(
    work: Work, newsroom: Path, allowed: Sequence[Rows], kills: int, seed: int
) -> Outcome:
    """Do it to copies of a newsroom, and kill the program on the way.

    Args:
        allowed: what the newsroom may hold afterwards, and what any backup in it may.
    """
    outcome, longest_s = Outcome(), _time(work, newsroom)
    for number in range(kills):
        chance = random.Random(f"{seed}/{number}")  # noqa: S311 - the same again
        folder = _copy(newsroom, f"{seed}-{number}")
        with started(work.command(folder)) as program:
            _begins(work, folder, program)
            waited_s = chance.uniform(0, longest_s)
            time.sleep(waited_s)  # the moment itself
            program.kill()
            is_done = work.said_last in program.rest()
        # it is seldom as fast as when it was timed: the next moment is drawn from before its end
        longest_s = waited_s if is_done else _LONGER * longest_s
        outcome.notes.append("done already" if is_done else "halfway")
        wrong = _wrong_backups(folder, allowed)
        wrong += _wrong(NEWSROOM.dump(folder), allowed) + NEWSROOM.damage(folder)
        outcome.done += 1
        outcome.wrong += [f"seed {seed}, kill {number + 1}: {what}" for what in wrong]
        if not wrong:
            shutil.rmtree(folder)
    return outcome


def _time(work: Work, newsroom: Path) -> float:
    """Return how many seconds it takes from its beginning to its end."""
    folder = _copy(newsroom, "timed")
    with started(work.command(folder)) as program:
        _begins(work, folder, program)
        begun = time.monotonic()
        said = [line for line in program.rest() if line == work.said_last]
        taken = time.monotonic() - begun
    assert said, "it was never done"
    shutil.rmtree(folder)
    return taken


def _copy(newsroom: Path, name: str) -> Path:
    return Path(shutil.copytree(newsroom, newsroom.with_name(f"{newsroom.name}-{name}")))


def _begins(work: Work, folder: Path, program: Program) -> None:
    """Wait until the work has begun."""
    said: str | None = None
    while not work.has_begun(folder, said) and program.is_running():
        said = program.line_within(0.001) or said


def _wrong(found: Dump, allowed: Sequence[Rows]) -> list[str]:
    wrong = [Ledger(dict(rows)).wrong_in(found) for rows in allowed]
    return [] if [] in wrong else wrong[0]


def _wrong_backups(folder: Path, allowed: Sequence[Rows]) -> list[str]:
    """Say what is wrong with what stands there as a backup."""
    wrong: list[str] = []
    for backup in sorted((folder / "backups").glob("*.sqlite")):
        with tempfile.TemporaryDirectory() as name, closing(sqlite3.connect(backup)) as driver:
            place = Path(name) / "newsroom"
            shutil.copytree(folder, place, ignore=shutil.ignore_patterns(f"{NAME}*", "backups"))
            with closing(sqlite3.connect(place / NAME)) as target:
                driver.backup(target)
            found = NEWSROOM.dump(place)
        wrong += [f"{backup.name}: {what}" for what in _wrong(found, allowed)]
    return wrong
