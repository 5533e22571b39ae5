import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from newsdesk.domain.provenance import FindingKind
from newsdesk.ui.dialogs.mark_painting import ShownLine, outline, parts
from tests.ui.dialogs.marks import laid_out, seen_lines, shown

WIDTH = 200.0
LINES = (
    "Crews are ready",
    "GENEVA – Ninety workers have finished a course in night rescue.",
    "End",
)


@pytest.fixture
def document(qapp: QApplication) -> QTextDocument:
    return laid_out(LINES, WIDTH)


@pytest.fixture
def seen(document: QTextDocument) -> list[ShownLine]:
    return seen_lines(document, LINES, WIDTH)


def test_a_mark_of_whole_lines_goes_from_side_to_side(seen: list[ShownLine]) -> None:
    path = outline(shown(FindingKind.CONTACT, (0, 0), (1, len(LINES[1]))), seen, LINES)
    room = path.boundingRect()
    assert room.width() > WIDTH - 4
    assert room.top() <= seen[0].room.top() + 1
    assert room.bottom() >= seen[1].room.bottom() - 1


def test_a_mark_within_a_line_ends_with_its_words(seen: list[ShownLine]) -> None:
    path = outline(shown(FindingKind.DATELINE, (1, 0), (1, 8)), seen, LINES)
    (word,) = parts(seen[1], 0, 8)
    assert path.contains(word.center())
    assert path.boundingRect().width() < WIDTH / 2


def test_a_part_that_wraps_has_a_piece_in_each_row(seen: list[ShownLine]) -> None:
    rows = seen[1].block.layout().lineCount()
    assert rows > 1
    found = list(parts(seen[1], 0, len(LINES[1])))
    assert len(found) == rows
    assert [one.top() for one in found] == sorted(one.top() for one in found)


def test_what_is_out_of_sight_has_no_shape(seen: list[ShownLine]) -> None:
    mark = shown(FindingKind.CONTACT, (2, 0), (2, 3))
    assert outline(mark, seen[:1], LINES).isEmpty()


def test_a_line_that_is_not_laid_out_has_no_height(qapp: QApplication) -> None:
    block = QTextDocument("End").begin()
    block.layout().clearLayout()
    assert ShownLine(0, "End", block, QPointF(), WIDTH).room.height() == 0
