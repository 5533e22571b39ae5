"""Answers from the store that come when whoever asked is gone."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject

T = TypeVar("T")


class Lifetime:
    """Knows whether a QObject was deleted without touching it."""

    def __init__(self, owner: QObject) -> None:
        ended: list[bool] = []
        owner.destroyed.connect(lambda: ended.append(True))
        self._ended = ended

    @property
    def is_over(self) -> bool:
        return bool(self._ended)

    def guard(self, then: Callable[[T], None]) -> Callable[[T], None]:
        """Return `then`, which does nothing once the owner is deleted."""

        def answered(value: T) -> None:
            if not self.is_over:
                then(value)

        return answered
