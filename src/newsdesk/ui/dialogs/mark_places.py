"""Places in a source as the window shows it, and what a moved edge of a mark means."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from newsdesk.domain.provenance import Confidence, Extent, Finding, FindingKind, Mark

_WORD = re.compile(r"\S+")
_FIXED = frozenset(
    {FindingKind.QUOTE, FindingKind.END_MARK, FindingKind.FIELD, FindingKind.ADDRESS}
)
_BY_WORD = frozenset({FindingKind.DATELINE})


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Before a character of a line, counted as Python counts characters."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class ShownMark:
    """A part of the source that a finding was made of."""

    extent: Extent
    finding: Finding  # as it stands in the draft now

    @property
    def kind(self) -> FindingKind:
        return self.finding.kind

    @property
    def is_doubtful(self) -> bool:
        return self.finding.confidence is Confidence.LOW

    @property
    def start(self) -> Place:
        return Place(self.extent.first_line, self.extent.start)

    @property
    def end(self) -> Place:
        return Place(self.extent.last_line, self.extent.end)

    @property
    def is_movable(self) -> bool:
        """Whether its edges can be moved."""
        return self.kind not in _FIXED

    def covers(self, place: Place) -> bool:
        return self.start <= place < self.end

    def is_whole(self, lines: Sequence[str]) -> bool:
        """Tell whether it is of whole lines, so that its edges move by line."""
        first, last = lines[self.start.line], lines[self.end.line]
        return not first[: self.start.column].strip() and not last[self.end.column :].strip()

    def moves_by_word(self, lines: Sequence[str]) -> bool:
        return self.kind in _BY_WORD or not self.is_whole(lines)


def from_qt(line: str, column: int) -> int:
    """Return a column as Python counts from one as Qt does: some characters are two to it."""
    if line.isascii():
        return min(column, len(line))
    return len(line.encode("utf-16-le")[: 2 * column].decode("utf-16-le", "ignore"))


def to_qt(line: str, column: int) -> int:
    """Return a column as Qt counts."""
    head = line[:column]
    return len(head) if head.isascii() else len(head.encode("utf-16-le")) // 2


def stepped(
    mark: ShownMark, lines: Sequence[str], step: int, *, is_end: bool, by_word: bool
) -> Place:
    """Return where an edge of a mark is after one step down (1) or up (-1), by line or by word."""
    edge = mark.end if is_end else mark.start
    if by_word:
        return _next_word(edge, lines[edge.line], step, is_end=is_end)
    wanted = edge.line + step
    while 0 < wanted < len(lines) - 1 and not lines[wanted].strip():
        wanted += step
    if not 0 <= wanted < len(lines) or not lines[wanted].strip():
        return edge
    return Place(wanted, len(lines[wanted]) if is_end else 0)


def snapped(place: Place, lines: Sequence[str], *, is_end: bool, by_word: bool) -> Place:
    """Return the place of an edge nearest to where the mouse is."""
    line = lines[place.line]
    if not by_word:
        return Place(place.line, len(line) if is_end else 0)
    edges = [word.end() if is_end else word.start() for word in _WORD.finditer(line)]
    nearest = min(edges, key=lambda edge: abs(edge - place.column), default=0)
    return Place(place.line, nearest)


def moved(mark: ShownMark, place: Place, *, is_end: bool) -> tuple[Mark, ...]:
    """Return the marks that put an edge of a mark to a place; none if it stays or would vanish.

    What is added becomes its kind, what is taken away is text again. A doubtful one is sure then.
    """
    start, end = (mark.start, place) if is_end else (place, mark.end)
    if start >= end or place == (mark.end if is_end else mark.start):
        return ()
    is_larger = place > mark.end if is_end else place < mark.start
    if is_larger or mark.is_doubtful:
        return (mark_of(mark.kind, start, end),)
    cut = (place, mark.end) if is_end else (mark.start, place)
    return (mark_of(FindingKind.BODY, *cut),)


def mark_of(kind: FindingKind, start: Place, end: Place) -> Mark:
    return Mark(
        kind=kind,
        first_line=start.line,
        last_line=end.line,
        start=start.column,
        end=end.column,
    )


def _next_word(edge: Place, line: str, step: int, *, is_end: bool) -> Place:
    edges = [word.end() if is_end else word.start() for word in _WORD.finditer(line)]
    behind = [one for one in edges if (one > edge.column if step > 0 else one < edge.column)]
    if not behind:
        return edge
    return Place(edge.line, min(behind) if step > 0 else max(behind))
