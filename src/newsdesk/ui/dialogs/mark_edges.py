"""The edges of marks: which of them the mouse can take hold of, and what dragging it makes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF

from newsdesk.domain.provenance import Mark
from newsdesk.ui.dialogs.mark_painting import ShownLine, outline
from newsdesk.ui.dialogs.mark_places import Place, ShownMark, moved, snapped

_GRAB = 5  # px around an edge where it can be taken hold of


@dataclass(frozen=True, slots=True)
class Edge:
    """The beginning or the end of a mark."""

    mark: ShownMark
    is_end: bool
    by_word: bool

    def at(self, place: Place) -> ShownMark | None:
        """Return the mark with its edge there, None if nothing would be left of it."""
        start, end = (self.mark.start, place) if self.is_end else (place, self.mark.end)
        if start >= end:
            return None
        extent = replace(
            self.mark.extent,
            first_line=start.line,
            start=start.column,
            last_line=end.line,
            end=end.column,
        )
        return replace(self.mark, extent=extent)


class EdgeDrag:
    """An edge on its way."""

    def __init__(self, edge: Edge) -> None:
        self._edge = edge
        self._mark = edge.mark

    @property
    def mark(self) -> ShownMark:
        """The mark as it would be."""
        return self._mark

    def move_to(self, place: Place, lines: Sequence[str]) -> None:
        """Let the edge follow the mouse, as long as something is left of the mark."""
        edge = self._edge
        at = snapped(place, lines, is_end=edge.is_end, by_word=edge.by_word)
        self._mark = edge.at(at) or self._mark

    def shown(self, marks: Sequence[ShownMark]) -> list[ShownMark]:
        """Return the marks with this one as it would be."""
        return [self._mark if one == self._edge.mark else one for one in marks]

    def marks(self) -> tuple[Mark, ...]:
        """Return what is said by letting go; nothing if the edge is where it was."""
        place = self._mark.end if self._edge.is_end else self._mark.start
        return moved(self._edge.mark, place, is_end=self._edge.is_end)


def edge_at(
    point: QPointF,
    marks: Sequence[ShownMark],
    shown: Sequence[ShownLine],
    lines: Sequence[str],
    caret: Callable[[Place], QRectF],
) -> Edge | None:
    """Return the edge that the mouse can take hold of.

    Args:
        point: of the mouse, in the viewport.
        shown: the lines that can be seen.
        lines: of the whole source.
        caret: where the cursor stands at a place, in the viewport.
    """
    for mark in marks:
        path = outline(mark, shown, lines)
        if path.isEmpty() or not mark.is_movable:
            continue
        room = path.boundingRect()
        if not room.adjusted(-_GRAB, -_GRAB, _GRAB, _GRAB).contains(point):
            continue
        if mark.moves_by_word(lines) and not mark.is_whole(lines):
            for is_end, place in ((False, mark.start), (True, mark.end)):
                if caret(place).adjusted(-_GRAB, 0, _GRAB, 0).contains(point):
                    return Edge(mark, is_end=is_end, by_word=True)
        else:
            if abs(point.y() - room.bottom()) <= _GRAB:
                return Edge(mark, is_end=True, by_word=False)
            if abs(point.y() - room.top()) <= _GRAB:
                return Edge(mark, is_end=False, by_word=False)
    return None
