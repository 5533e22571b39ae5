"""Marks for the tests of what shows them."""

from collections.abc import Sequence

from PySide6.QtGui import QFont, QTextDocument

from newsdesk.domain.provenance import Confidence, Extent, Finding, FindingKind
from newsdesk.ui.dialogs.mark_painting import ShownLine
from newsdesk.ui.dialogs.mark_places import ShownMark


def shown(
    kind: FindingKind,
    first: tuple[int, int],
    end: tuple[int, int],
    *,
    confidence: Confidence = Confidence.HIGH,
    text: str = "",
) -> ShownMark:
    """Return a mark from one place (line, column) to another."""
    finding = Finding(
        kind=kind,
        confidence=confidence,
        text=text,
        first_line=first[0],
        last_line=end[0],
    )
    extent = Extent(
        finding=finding, first_line=first[0], start=first[1], last_line=end[0], end=end[1]
    )
    return ShownMark(extent, finding)


def laid_out(lines: Sequence[str], width: float) -> QTextDocument:
    """Return a document of these lines that knows where they stand."""
    document = QTextDocument()
    document.setDefaultFont(QFont("Inter"))
    document.setTextWidth(width)
    document.setPlainText("\n".join(lines))
    document.size()  # lays it out
    return document


def seen_lines(document: QTextDocument, lines: Sequence[str], width: float) -> list[ShownLine]:
    """Return all the lines of a document, as if its window were large enough."""
    layout = document.documentLayout()
    blocks = [document.findBlockByNumber(number) for number in range(len(lines))]
    return [
        ShownLine(at, lines[at], block, layout.blockBoundingRect(block).topLeft(), width)
        for at, block in enumerate(blocks)
    ]
