"""Which part of the page belongs to which part of the text, in fractional source lines.

Line 12.5 is half-way through the thirteenth; offsets are CSS px from the top of the page.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter, itemgetter
from typing import TypeVar

_P = TypeVar("_P")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A source line, and where on the page it is."""

    line: float
    top: float


def anchors_of(spans: Iterable[Sequence[float]]) -> tuple[Anchor, ...]:
    """Return the beginnings and ends of blocks as the page measured them.

    Args:
        spans: first line, last line (inclusive), top and bottom of each block. One that stands
            higher than those before it, or comes from lines before theirs, is passed over.

    Returns:
        `line` strictly increasing, `top` never decreasing.
    """
    anchors: list[Anchor] = []
    for first, last, top, bottom in spans:
        for anchor in (Anchor(first, top), Anchor(last + 1, max(top, bottom))):
            if not anchors or (anchor.line > anchors[-1].line and anchor.top >= anchors[-1].top):
                anchors.append(anchor)
    return tuple(anchors)


def preview_offset(line: float, anchors: Sequence[Anchor]) -> float:
    """Return the preview offset that shows a source line at the top.

    Linear between the two anchors around `line`, so a long paragraph scrolls through evenly; flat
    before the first and after the last.

    Raises:
        ValueError: there are no anchors.
    """
    return _between(line, anchors, *_LINE_TO_TOP)


def source_line(offset: float, anchors: Sequence[Anchor]) -> float:
    """Return the source line shown at a preview offset: the other way round.

    Where several lines stand at the same offset, the last of them.

    Raises:
        ValueError: there are no anchors.
    """
    return _between(offset, anchors, *_TOP_TO_LINE)


def fitted(
    anchors: Sequence[Anchor], *, last_line: float, last_offset: float
) -> tuple[Anchor, ...]:
    """Return anchors by which text and page come to their beginnings and ends together.

    Above the body the page has a headline, below it contacts; the text has neither. So near either
    end one of the two is scrolled faster, over a way that is as long again at least; in between the
    same line stands at the top of both.

    Args:
        anchors: n >= 1, as `anchors_of` returns them.
        last_line: at the top of the text when that is scrolled to its end.
        last_offset: that of the page when it is.

    Raises:
        ValueError: there are no anchors.
    """
    begin, end = preview_offset(0, anchors), preview_offset(last_line, anchors)
    if last_line <= 0:  # all of the text is seen
        return (Anchor(0.0, 0.0),)
    if end <= begin:
        return (Anchor(0.0, 0.0), Anchor(last_line, last_offset))
    missing = abs(last_offset - end)
    slow, fast = 2 * begin, end - 2 * missing
    inner = (slow, fast) if slow <= fast else ()
    shifts = [(begin, 0.0), *((offset, offset) for offset in inner), (end, last_offset)]

    def shifted(anchor: Anchor) -> Anchor:
        return Anchor(anchor.line, _between(anchor.top, shifts, itemgetter(0), itemgetter(1)))

    corners = {0.0, *(source_line(offset, anchors) for offset in inner), last_line}
    at = sorted(line for line in corners if 0 <= line <= last_line)
    found: list[Anchor] = []
    for corner, following in pairwise([*at, last_line]):
        found.append(shifted(Anchor(corner, preview_offset(corner, anchors))))
        some = _within(anchors, corner, following)
        # in the middle, which may have a hundred thousand of them, they stay as they are
        is_middle = bool(some and inner) and slow <= some[0].top <= some[-1].top <= fast
        found += some if is_middle else map(shifted, some)
    return tuple(found)


def _within(anchors: Sequence[Anchor], line: float, following: float) -> Sequence[Anchor]:
    """Return the anchors between two lines."""
    key = _LINE_TO_TOP[0]
    return anchors[bisect_right(anchors, line, key=key) : bisect_left(anchors, following, key=key)]


_LINE_TO_TOP = attrgetter("line"), attrgetter("top")
_TOP_TO_LINE = attrgetter("top"), attrgetter("line")


def _between(
    value: float, points: Sequence[_P], known: Callable[[_P], float], asked: Callable[[_P], float]
) -> float:
    """Return what belongs to `value`, linear between the points around it, flat outside."""
    if not points:
        raise ValueError("no anchors")
    after = bisect_right(points, value, key=known)
    if after == 0 or after == len(points):
        return asked(points[min(after, len(points) - 1)])
    low, high = points[after - 1], points[after]
    share = (value - known(low)) / (known(high) - known(low))
    return asked(low) + share * (asked(high) - asked(low))
