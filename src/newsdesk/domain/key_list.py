"""The keys of a long list, most of which nobody ever looks at."""

from collections.abc import Iterable, Iterator, Sequence
from typing import overload
from uuid import UUID

from newsdesk.domain.ids import ReleaseId

_DIGITS = 32  # hexadecimal ones of a key


class KeyList(Sequence[ReleaseId]):
    """Keys as they are stored, one after the other in a text; each is made when it is asked for.

    To make all of them takes longer than to find them. It does not change.
    """

    __slots__ = ("_digits",)

    def __init__(self, digits: str = "") -> None:
        self._digits = digits

    @classmethod
    def of(cls, keys: Iterable[ReleaseId]) -> "KeyList":
        return cls("".join(key.hex for key in keys))

    @classmethod
    def joined(cls, parts: "Iterable[KeyList]") -> "KeyList":
        return cls("".join(part._digits for part in parts))  # noqa: SLF001 - of its own kind

    def place_of(self, key: ReleaseId) -> int | None:
        """Return where a key stands in the list."""
        at = self._digits.find(key.hex)
        while at % _DIGITS and at > 0:  # across two others
            at = self._digits.find(key.hex, at + 1)
        return at // _DIGITS if at >= 0 else None

    def __len__(self) -> int:
        return len(self._digits) // _DIGITS

    @overload
    def __getitem__(self, at: int) -> ReleaseId: ...
    @overload
    def __getitem__(self, at: slice) -> "KeyList": ...
    def __getitem__(self, at: int | slice) -> "ReleaseId | KeyList":
        if isinstance(at, slice):
            places = range(len(self))[at]
            if places.step == 1:
                return KeyList(self._digits[places.start * _DIGITS : places.stop * _DIGITS])
            return KeyList("".join(map(self._of, places)))
        return ReleaseId(UUID(hex=self._of(range(len(self))[at])))

    def __iter__(self) -> Iterator[ReleaseId]:
        return (ReleaseId(UUID(hex=self._of(place))) for place in range(len(self)))

    def __contains__(self, key: object) -> bool:
        return isinstance(key, UUID) and self.place_of(ReleaseId(key)) is not None

    def __eq__(self, other: object) -> bool:
        if isinstance(other, KeyList):
            return self._digits == other._digits
        return list(self) == other

    __hash__ = None  # pyright: ignore[reportAssignmentType] - as a list has none

    def __repr__(self) -> str:
        return f"KeyList({self._digits!r})"

    def _of(self, place: int) -> str:
        return self._digits[place * _DIGITS : (place + 1) * _DIGITS]
