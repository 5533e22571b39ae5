"""Edges of marks that the mouse takes hold of and drags."""

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from newsdesk.domain.provenance import FindingKind
from newsdesk.ui.dialogs.mark_edges import Edge, EdgeDrag, edge_at
from newsdesk.ui.dialogs.mark_painting import ShownLine, parts
from newsdesk.ui.dialogs.mark_places import Place, ShownMark, mark_of
from tests.ui.dialogs.marks import laid_out, seen_lines, shown

WIDTH = 400.0
LINES = (
    "Crews are ready",
    "GENEVA – Ninety workers came.",
    "“We are ready”",
    "Contact",
    "Dana Whitlock",
    "The end",
)
DATELINE = shown(FindingKind.DATELINE, (1, 0), (1, 8))
QUOTE = shown(FindingKind.QUOTE, (2, 0), (2, 14))
CONTACT = shown(FindingKind.CONTACT, (3, 0), (4, 13))
MARKS = (DATELINE, QUOTE, CONTACT)


@pytest.fixture
def document(qapp: QApplication) -> QTextDocument:
    return laid_out(LINES, WIDTH)


@pytest.fixture
def seen(document: QTextDocument) -> list[ShownLine]:
    return seen_lines(document, LINES, WIDTH)


def grabbed(seen: list[ShownLine], x: float, y: float) -> tuple[ShownMark, bool, bool] | None:
    def caret(place: Place) -> QRectF:
        """Return the left side of a character, or the right one of the last."""
        line = seen[place.line]
        before = max(place.column - 1, 0)
        (part,) = parts(line, before, before + 1)
        left = part.left() if place.column == 0 else part.right()
        return QRectF(left, part.top(), 1, part.height())

    edge = edge_at(QPointF(x, y), MARKS, seen, LINES, caret)
    return None if edge is None else (edge.mark, edge.is_end, edge.by_word)


def test_whole_lines_are_taken_hold_of_above_and_below(seen: list[ShownLine]) -> None:
    top, bottom = seen[3].room.top(), seen[4].room.bottom()
    assert grabbed(seen, 150, top) == (CONTACT, False, False)
    assert grabbed(seen, 150, bottom) == (CONTACT, True, False)
    assert grabbed(seen, 150, (top + bottom) / 2) is None


def test_words_are_taken_hold_of_at_their_sides(seen: list[ShownLine]) -> None:
    (word,) = parts(seen[1], 0, 8)
    assert grabbed(seen, word.left() + 1, word.center().y()) == (DATELINE, False, True)
    assert grabbed(seen, word.right() + 1, word.center().y()) == (DATELINE, True, True)
    assert grabbed(seen, word.center().x(), word.center().y()) is None


def test_what_cannot_be_moved_has_nothing_to_take_hold_of(seen: list[ShownLine]) -> None:
    assert not QUOTE.is_movable
    assert grabbed(seen, 150, seen[2].room.top() + 1) is None


def test_a_drag_shows_the_mark_as_it_would_be_and_says_so_in_the_end() -> None:
    drag = EdgeDrag(Edge(CONTACT, is_end=True, by_word=False))
    assert drag.marks() == ()
    drag.move_to(Place(5, 2), LINES)
    assert drag.mark.end == Place(5, 7)  # a whole line
    assert drag.shown(MARKS) == [DATELINE, QUOTE, drag.mark]
    assert drag.marks() == (mark_of(FindingKind.CONTACT, Place(3, 0), Place(5, 7)),)


def test_a_drag_by_word_stops_between_words() -> None:
    drag = EdgeDrag(Edge(DATELINE, is_end=True, by_word=True))
    drag.move_to(Place(1, 13), LINES)
    assert drag.mark.end == Place(1, 15)
    drag.move_to(Place(1, 5), LINES)
    assert drag.marks() == (mark_of(FindingKind.BODY, Place(1, 6), Place(1, 8)),)


def test_an_edge_is_not_dragged_past_the_other_one() -> None:
    drag = EdgeDrag(Edge(CONTACT, is_end=False, by_word=False))
    drag.move_to(Place(4, 3), LINES)
    drag.move_to(Place(5, 0), LINES)
    assert drag.mark.start == Place(4, 0)
    assert drag.mark.end == CONTACT.end
