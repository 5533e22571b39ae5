"""Cutting the power: what was said is saved must be on the disk, not on its way to it."""

import random
import shutil
from copy import deepcopy
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.reliability.disk import Disk
from tests.reliability.ledger import Ledger
from tests.reliability.outcome import Outcome, side_by_side
from tests.reliability.programs import NEWSROOM, Store
from tests.reliability.recording import Call, record

_PLACE = "newsroom"
_SAVES = 40
_RIGHT_AFTER_WORDS = 0.5  # how often the power goes as soon as something was said


def cut_power(folder: Path, cuts: int, seed: int, store: Store = NEWSROOM) -> Outcome:
    """Record one run of a writer in a new folder, and replay it to so many moments."""
    folder.mkdir()
    root = folder / "disk"
    root.mkdir()
    command = store.writing(root / _PLACE, seed, "dana", saves=_SAVES)
    calls = list(record(command, root, folder / "calls"))
    chance = random.Random(seed)  # noqa: S311 - the same again
    moments = sorted(_moment(calls, chance) for _ in range(cuts))
    left = _replayed(calls, moments, Disk(root), folder, chance)
    outcome = Outcome(done=cuts, saves=left[-1].heard.saves)
    for one, wrong in zip(left, side_by_side(partial(_wrong_in, store), left), strict=True):
        outcome.wrong += [f"seed {seed}, cut after call {one.moment}: {what}" for what in wrong]
    return outcome


def _moment(calls: list[Call], chance: random.Random) -> int:
    """Return after how many calls the power goes."""
    said = [number for number, call in enumerate(calls, 1) if _said(call).startswith("ACK")]
    if chance.random() < _RIGHT_AFTER_WORDS:
        return chance.choice(said)
    return chance.randint(1, len(calls))


def _said(call: Call) -> str:
    is_said = call.name == "write" and call.descriptor == 1
    return call.content.decode() if is_said else ""


@dataclass(frozen=True, slots=True)
class _Left:
    """What a cut leaves on the disk, and what had been said by then."""

    moment: int
    place: Path
    heard: Ledger


def _replayed(
    calls: list[Call], moments: list[int], disk: Disk, folder: Path, chance: random.Random
) -> list[_Left]:
    ledger, done, left = Ledger(), 0, list[_Left]()
    for number, moment in enumerate(moments):
        for call in calls[done:moment]:
            if said := _said(call):
                ledger.hear(said.rstrip())
            else:
                disk.do(call)
        done = moment
        place = folder / f"cut-{number}"
        disk.after_cut(place, chance)
        left.append(_Left(moment, place, deepcopy(ledger)))
    return left


def _wrong_in(store: Store, left: _Left) -> list[str]:
    wrong = store.wrong_in(left.place / _PLACE, left.heard)
    if not wrong:
        shutil.rmtree(left.place)
    return wrong
