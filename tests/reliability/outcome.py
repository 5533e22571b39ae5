"""What came of one part of the suite."""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from os import cpu_count
from typing import TypeVar

_Work = TypeVar("_Work")
_Result = TypeVar("_Result")


@dataclass(slots=True)
class Outcome:
    """How often something was done to a newsroom, and what was lost or wrong afterwards."""

    done: int = 0
    saves: int = 0  # acknowledged
    wrong: list[str] = field(default_factory=list[str])  # each with what repeats it
    notes: list[str] = field(default_factory=list[str])  # what a reader of the table should know

    def add(self, other: "Outcome") -> None:
        self.done += other.done
        self.saves += other.saves
        self.wrong += other.wrong
        self.notes += other.notes


def side_by_side(run: Callable[[_Work], _Result], work: Iterable[_Work]) -> list[_Result]:
    """Run each in a thread, as many at a time as there are processors; they wait for processes."""
    with ThreadPoolExecutor(cpu_count()) as pool:
        return list(pool.map(run, work))


def shares(whole: int, most: int) -> list[int]:
    """Return numbers of `most` at most that make up `whole`."""
    full, left = divmod(whole, most)
    return [most] * full + [left] * (left > 0)
