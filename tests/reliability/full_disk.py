"""Filling the disk: nothing that was saved is lost, and saving resumes once there is room."""

import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.reliability.ledger import Ledger
from tests.reliability.outcome import Outcome
from tests.reliability.programs import NEWSROOM, Program, started

_SIZE = 8 * 2**20  # bytes
_ROOM = (50_000, 1_500_000)  # bytes left when the writer begins
_REFUSALS, _SAVES = 5, 10  # heard while it is full, and after
_MOST_LINES = 20_000


def why_not() -> str | None:
    """Return why there can be no small disk here; None if there can."""
    if sys.platform != "linux":
        return "a small disk is made on Linux only"
    if os.geteuid() != 0:
        return "only root can make a small disk"
    with tempfile.TemporaryDirectory() as folder:
        try:
            with _small_disk(Path(folder)):
                return None
        except subprocess.CalledProcessError:
            return "root may not make a small disk on this machine"


@contextmanager
def _small_disk(place: Path) -> Iterator[None]:
    options = f"size={_SIZE}"
    subprocess.run(
        ["mount", "-t", "tmpfs", "-o", options, "newsdesk", str(place)],  # noqa: S607 - the system's
        check=True,
        capture_output=True,
    )
    try:
        yield
    finally:
        subprocess.run(["umount", str(place)], check=True)  # noqa: S607 - the system's


def fill_disks(folder: Path, times: int, seed: int) -> Outcome:
    """Let a writer run into a full disk, and make room for it, or kill it there first."""
    folder.mkdir()
    outcome = Outcome()
    for number in range(times):
        chance = random.Random(f"{seed}/{number}")  # noqa: S311 - the same again
        place = folder / f"{number}"
        place.mkdir()
        with _small_disk(place):
            wrong = _filled(place, chance, outcome, is_killed=number % 2 == 1)
        outcome.done += 1
        outcome.wrong += [f"seed {seed}, disk {number + 1}: {what}" for what in wrong]
    return outcome


def _filled(place: Path, chance: random.Random, outcome: Outcome, *, is_killed: bool) -> list[str]:
    ledger, newsroom, others = Ledger(), place / "newsroom", place / "others"
    wrong: list[str] = []
    command = NEWSROOM.writing(newsroom, chance.randrange(2**32), "dana", saves=None)
    with started(command) as program:
        _hear(program, ledger, lambda: ledger.saves > 0)
        with suppress(OSError):  # the writer may be quicker: full it is
            others.write_bytes(bytes(shutil.disk_usage(place).free - chance.randint(*_ROOM)))
        _hear(program, ledger, lambda: len(ledger.refusals) >= _REFUSALS)
        if not is_killed:
            saves = ledger.saves
            others.unlink()
            if not _hear(program, ledger, lambda: ledger.saves >= saves + _SAVES):
                wrong.append("saving did not go on once there was room")
        program.kill()
        for line in program.rest():
            ledger.hear(line)
    if is_killed:
        others.unlink()
    if len(ledger.refusals) < _REFUSALS:
        wrong.append("the disk was never full")
    wrong += [f"said: {line}" for line in ledger.refusals if " StorageError full " not in line]
    wrong += NEWSROOM.wrong_in(newsroom, ledger)
    outcome.saves += ledger.saves
    return wrong


def _hear(program: Program, ledger: Ledger, is_enough: Callable[[], bool]) -> bool:
    """Listen to a writer until it has said enough; tell whether it has."""
    for _ in range(_MOST_LINES):
        if is_enough():
            return True
        if (line := program.line()) is None:
            return False
        ledger.hear(line)
    return is_enough()
