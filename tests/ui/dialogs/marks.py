"""Marks for the tests of what shows them."""

from newsdesk.domain.provenance import Confidence, Extent, Finding, FindingKind
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
