"""Killing a writer at any moment: what it said is saved must be there."""

import random
import time
from pathlib import Path

from tests.reliability.ledger import Ledger
from tests.reliability.outcome import Outcome
from tests.reliability.programs import NEWSROOM, Store, started

_AT_THE_START = 0.15  # how often the kill comes before anything is said
_MOST_LINES = 40  # heard before the kill otherwise
_LONGEST_START_S, _LONGEST_SAVE_S = 1.5, 0.02


def kill_writers(folder: Path, kills: int, seed: int, store: Store = NEWSROOM) -> Outcome:
    """Start a writer in one folder again and again, each time to kill it."""
    outcome, ledger = Outcome(), Ledger()
    for number in range(kills):
        chance = random.Random(f"{seed}/{number}")  # noqa: S311 - the same again
        _kill(folder, ledger, chance, store)
        found = store.dump(folder)
        wrong = [*ledger.wrong_in(found), *store.damage(folder)]
        outcome.done += 1
        outcome.wrong += [f"seed {seed}, kill {number + 1}: {what}" for what in wrong]
        if wrong:
            break  # what follows would only follow from it
        ledger.settle(found)
    outcome.saves = ledger.saves
    return outcome


def _kill(folder: Path, ledger: Ledger, chance: random.Random, store: Store) -> None:
    """Let a writer begin, and kill it somewhere between two instructions."""
    is_at_the_start = chance.random() < _AT_THE_START
    command = store.writing(folder, chance.randrange(2**32), "dana", saves=None)
    with started(command) as program:
        if not is_at_the_start:
            for _ in range(chance.randint(1, _MOST_LINES)):
                if (line := program.line()) is None:
                    break
                ledger.hear(line)
        # no wait for anything: the moment itself, anywhere in what it is doing now
        time.sleep(chance.uniform(0, _LONGEST_START_S if is_at_the_start else _LONGEST_SAVE_S))
        program.kill()
        for line in program.rest():
            ledger.hear(line)
