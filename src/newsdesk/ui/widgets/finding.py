"""Which lines of a list fit what somebody types, the best of them first."""

from collections.abc import Sequence
from typing import Protocol, TypeVar

from newsdesk.domain.fold import fold


class Findable(Protocol):
    """What is looked for by words."""

    @property
    def text(self) -> str: ...
    @property
    def words(self) -> str:
        """What else it is found by; it counts less."""
        ...


F = TypeVar("F", bound=Findable)


def found(lines: Sequence[F], query: str) -> list[F]:
    """Return the lines that have every word of `query`, upper case and accents aside.

    First those that begin with it, then those in whose text all its words begin words, then the
    others; within each kind they stay in their order.
    """
    wanted = fold(query)
    words = wanted.split()
    if not words:
        return list(lines)
    fits = ((_misfit(line, wanted, words), line) for line in lines)
    fitting = [(misfit, line) for misfit, line in fits if misfit is not None]
    return [line for _, line in sorted(fitting, key=lambda one: one[0])]


def _misfit(line: Findable, wanted: str, words: Sequence[str]) -> int | None:
    """Return how badly a line fits, from 0; None if it does not."""
    text = fold(line.text)
    if text.startswith(wanted):
        return 0
    begun = f" {text}"
    if all(f" {word}" in begun for word in words):
        return 1
    if all(word in text for word in words):
        return 2
    everything = f"{text} {fold(line.words)}"
    return 3 if all(word in everything for word in words) else None
