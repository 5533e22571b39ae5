"""What has been worked out before, kept while there is room."""

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")

ROUNDS_KEPT = 16


@dataclass(slots=True)
class _Kept(Generic[Value]):
    value: Value
    size: int
    used: int  # in which round


class Memory(Generic[Key, Value]):
    """Values by key; the ones longest unused go first.

    What was used in the last few rounds is kept in any case: a round over more values than there
    is room for would otherwise lose each of them just before the next round comes to it.
    """

    def __init__(self, *, capacity: int, room: int) -> None:
        """`capacity` is in values, `room` in whatever the sizes given to `keep` are in."""
        self._capacity = capacity
        self._room = room
        self._taken = 0
        self._round = 0
        self._values: OrderedDict[Key, _Kept[Value]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._values)

    def recall(self, key: Key) -> Value | None:
        kept = self._values.get(key)
        if kept is None:
            return None
        kept.used = self._round
        self._values.move_to_end(key)
        return kept.value

    def keep(self, key: Key, value: Value, size: int) -> None:
        """Keep a value for a key that is not kept yet."""
        self._values[key] = _Kept(value, size, self._round)
        self._taken += size

    def end_round(self) -> None:
        """Make room again."""
        while self._values and (len(self._values) > self._capacity or self._taken > self._room):
            key, oldest = next(iter(self._values.items()))
            if self._round - oldest.used < ROUNDS_KEPT:
                break
            del self._values[key]
            self._taken -= oldest.size
        self._round += 1
