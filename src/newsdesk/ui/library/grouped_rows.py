"""Where the headings of groups and the releases below them stand among the rows of a list."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple


class Heights(NamedTuple):
    """How high rows are, px."""

    heading: int
    release: int


class GroupedRows:
    """A place counts releases alone, a row headings too. Without groups they are the same."""

    def __init__(self, places: int = 0, counts: Sequence[int] = ()) -> None:
        """`counts` says how many releases each group has, one at least; together `places`."""
        self._places = places
        self._starts = [end - count for end, count in zip(accumulate(counts), counts, strict=True)]
        self._headings = [start + group for group, start in enumerate(self._starts)]
        self._groups = {row: group for group, row in enumerate(self._headings)}

    def __len__(self) -> int:
        return self._places + len(self._headings)

    @property
    def is_grouped(self) -> bool:
        return bool(self._headings)

    def group_headed_at(self, row: int) -> int | None:
        """Return the group whose heading a row is; None if a release stands there."""
        return self._groups.get(row)

    def group_of(self, row: int) -> int:
        """Return the group that a row, heading or release, is part of."""
        return bisect_right(self._headings, row) - 1

    def rows_of(self, group: int) -> range:
        """Return the rows of the releases of a group."""
        after = self._headings[group + 1 : group + 2] or [len(self)]
        return range(self._headings[group] + 1, after[0])

    def place_of(self, row: int) -> int:
        """Return the place of a release; of a heading that of the first below it."""
        return row - bisect_left(self._headings, row)

    def places_between(self, first: int, last: int) -> range:
        """Return the places of the releases from one row to another, both with them."""
        return range(self.place_of(first), self.place_of(last + 1))

    def row_of(self, place: int) -> int:
        return place + bisect_right(self._starts, place)

    def top_of(self, row: int, heights: Heights) -> int:
        """Return how far below the top of the list a row begins, px."""
        headings = bisect_left(self._headings, row)
        return headings * heights.heading + (row - headings) * heights.release

    def row_at(self, top: int, heights: Heights) -> int:
        """Return the row that stands `top` px below the top of the list, or the nearest."""
        if not self.is_grouped:
            row = top // heights.release if heights.release else 0
        else:
            row = bisect_right(range(len(self)), top, key=lambda one: self.top_of(one, heights)) - 1
        return max(0, min(row, len(self) - 1))

    def sticking(self, top: int, heights: Heights) -> tuple[int, int] | None:
        """Return the group at the top of what is seen, and where its heading is to be painted.

        Returns:
            The group and px from there, at most 0: the next heading pushes it out. None where
            nothing is grouped.
        """
        if not self.is_grouped or top < 0:
            return None
        group = self.group_of(self.row_at(top, heights))
        if group + 1 == len(self._headings):
            return group, 0
        below = self.top_of(self._headings[group + 1], heights) - top
        return group, min(0, below - heights.heading)
