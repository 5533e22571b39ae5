"""Several writers at one newsroom: one writes, the others are told so, and nothing is harmed."""

import random
from pathlib import Path

from tests.reliability.ledger import Ledger
from tests.reliability.outcome import Outcome, side_by_side
from tests.reliability.programs import NEWSROOM, Program, started

_AT_ONCE = 3
_SAVES = 10


def race_writers(folder: Path, times: int, seed: int) -> Outcome:
    """Start several writers at once in one newsroom, again and again, and kill the one that won.

    The first race is for making the newsroom.
    """
    outcome, ledger = Outcome(), Ledger()
    for number in range(times):
        chance = random.Random(f"{seed}/{number}")  # noqa: S311 - the same again
        with (
            started(_command(folder, chance, "ada")) as first,
            started(_command(folder, chance, "ben")) as second,
            started(_command(folder, chance, "cleo")) as third,
        ):
            begun = side_by_side(lambda one: one.line() or "", (first, second, third))
            winners = [
                one
                for one, line in zip((first, second, third), begun, strict=True)
                if line == "READY"
            ]
            wrong = _wrong_beginning(begun)
            for winner in winners:
                _write_on(winner, ledger)
        found = NEWSROOM.dump(folder)
        wrong += [*ledger.wrong_in(found), *NEWSROOM.damage(folder)]
        outcome.done += 1
        outcome.wrong += [f"seed {seed}, race {number + 1}: {what}" for what in wrong]
        ledger.settle(found)
    outcome.saves = ledger.saves
    return outcome


def _command(folder: Path, chance: random.Random, name: str) -> list[str]:
    return NEWSROOM.writing(folder, chance.randrange(2**32), name, saves=None)


def _wrong_beginning(begun: list[str]) -> list[str]:
    winners = begun.count("READY")
    refused = sum(" StorageError locked " in line for line in begun)
    is_right = winners == 1 and refused == _AT_ONCE - 1
    return [] if is_right else [f"{winners} began to write, {refused} were told: {begun}"]


def _write_on(winner: Program, ledger: Ledger) -> None:
    saves = ledger.saves
    while ledger.saves < saves + _SAVES and (line := winner.line()) is not None:
        ledger.hear(line)
    winner.kill()
    for line in winner.rest():
        ledger.hear(line)
