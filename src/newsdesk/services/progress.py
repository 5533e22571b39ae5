"""How long work says how far it is, and is told to stop."""

from typing import Protocol


class Progress(Protocol):
    """Whoever waits for the work."""

    def report(self, done: int, total: int) -> None:
        """Called between two steps; raises `Cancelled` if the work should stop."""


class NoProgress:
    """For work that nobody waits for."""

    def report(self, done: int, total: int) -> None:
        """Tell nobody."""
