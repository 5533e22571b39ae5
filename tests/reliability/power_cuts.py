"""Cutting the power: what was said is saved must be on the disk, not on its way to it."""

import random
import shutil
from pathlib import Path

from newsdesk.storage.opening import NAME
from tests.reliability.disk import Disk
from tests.reliability.kills import file_damage
from tests.reliability.ledger import Ledger
from tests.reliability.outcome import Outcome, side_by_side
from tests.reliability.programs import WRITER, Script, dump, writing
from tests.reliability.recording import Call, record

_SAVES = 40
_RIGHT_AFTER_WORDS = 0.5  # how often the power goes as soon as something was said


def cut_power(folder: Path, cuts: int, seed: int, script: Script = WRITER) -> Outcome:
    """Record one run of a writer in a new newsroom, and replay it to so many moments."""
    folder.mkdir()
    root = folder / "disk"
    root.mkdir()
    command = writing(script, root / "newsroom", seed, "dana", saves=_SAVES)
    calls = list(record(command, root, folder / "calls"))
    chance = random.Random(seed)  # noqa: S311 - the same again
    moments = sorted(_moment(calls, chance) for _ in range(cuts))
    return _replayed(calls, moments, root, folder, chance)


def _moment(calls: list[Call], chance: random.Random) -> int:
    """Return after how many calls the power goes."""
    said = [number for number, call in enumerate(calls, 1) if _said(call).startswith("ACK")]
    if chance.random() < _RIGHT_AFTER_WORDS:
        return chance.choice(said)
    return chance.randint(1, len(calls))


def _said(call: Call) -> str:
    is_said = call.name == "write" and call.descriptor == 1
    return call.content.decode() if is_said else ""


def _replayed(
    calls: list[Call], moments: list[int], root: Path, folder: Path, chance: random.Random
) -> Outcome:
    disk, ledger, done, left = Disk(root), Ledger(), 0, list[tuple[int, Path, Ledger]]()
    for number, moment in enumerate(moments):
        for call in calls[done:moment]:
            if said := _said(call):
                ledger.hear(said.rstrip())
            else:
                disk.do(call)
        done = max(done, moment)
        place = folder / f"cut-{number}"
        disk.after_cut(place, chance)
        heard = Ledger(dict(ledger.acknowledged), {k: set(v) for k, v in ledger.tried.items()})
        left.append((moment, place, heard))
    outcome = Outcome(done=len(moments), saves=ledger.saves)
    for (moment, *_), wrong in zip(left, side_by_side(_wrong_in, left), strict=True):
        outcome.wrong += [f"cut after call {moment}: {what}" for what in wrong]
    return outcome


def _wrong_in(left: tuple[int, Path, Ledger]) -> list[str]:
    _, place, heard = left
    wrong = heard.wrong_in(dump(place / "newsroom"))
    wrong += file_damage(place / "newsroom" / NAME)
    if not wrong:
        shutil.rmtree(place)
    return wrong
