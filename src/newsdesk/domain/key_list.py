"""The keys of a long list, most of which nobody ever looks at."""

from collections.abc import Iterable, Iterator, Sequence
from typing import overload
from uuid import UUID

from newsdesk.domain.ids import ReleaseId


class KeyList(Sequence[ReleaseId]):
    """Keys as they are stored, each made when it is asked for: to make all of them takes longer
    than to find them. It does not change.
    """

    __slots__ = ("_digits", "_places")

    def __init__(self, digits: Sequence[str] = ()) -> None:
        """`digits` are the 32 hexadecimal ones of each key."""
        self._digits = digits
        self._places: dict[str, int] | None = None

    @classmethod
    def of(cls, keys: Iterable[ReleaseId]) -> "KeyList":
        return cls([key.hex for key in keys])

    def place_of(self, key: ReleaseId) -> int | None:
        """Return where a key stands in the list."""
        if self._places is None:
            self._places = {digits: place for place, digits in enumerate(self._digits)}
        return self._places.get(key.hex)

    def __len__(self) -> int:
        return len(self._digits)

    @overload
    def __getitem__(self, at: int) -> ReleaseId: ...
    @overload
    def __getitem__(self, at: slice) -> "KeyList": ...
    def __getitem__(self, at: int | slice) -> "ReleaseId | KeyList":
        if isinstance(at, slice):
            return KeyList(self._digits[at])
        return ReleaseId(UUID(hex=self._digits[at]))

    def __iter__(self) -> Iterator[ReleaseId]:
        return (ReleaseId(UUID(hex=digits)) for digits in self._digits)

    def __contains__(self, key: object) -> bool:
        return isinstance(key, UUID) and self.place_of(ReleaseId(key)) is not None

    def __eq__(self, other: object) -> bool:
        if isinstance(other, KeyList):
            return list(self._digits) == list(other._digits)
        return list(self) == other

    __hash__ = None  # pyright: ignore[reportAssignmentType] - as a list has none

    def __repr__(self) -> str:
        return f"KeyList({list(self._digits)})"
