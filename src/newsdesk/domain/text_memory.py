"""What was made of the last texts: whoever reads one may make of it what storing it will need."""

from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

T = TypeVar("T")

MOST = 2_000_000  # characters of texts: they are read ahead, looked for, then stored


class TextMemory(Generic[T]):
    """A function of a text, the outcome of which may have been had elsewhere before.

    It keeps nothing by itself: of most texts everything is made once.
    """

    def __init__(self, made: Callable[[str], T]) -> None:
        self._made = made
        self._known: dict[str, T] = {}
        self._characters = 0
        self._lock = Lock()

    def __call__(self, text: str) -> T:
        known = self._known.get(text)
        return self._made(text) if known is None else known

    def keep(self, text: str, made: T) -> None:
        """Know what was made of a text by the same function, in another process."""
        with self._lock:
            if text not in self._known:
                self._characters += len(text)
            self._known[text] = made
            while self._characters > MOST and len(self._known) > 1:  # the first are stored by now
                oldest = next(iter(self._known))
                self._characters -= len(oldest)
                del self._known[oldest]
