"""One line of text in which something is marked."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from newsdesk.domain.hits import Span

Format = tuple[int, int, QTextCharFormat]


def draw_marked(
    painter: QPainter,
    place: QRectF,
    text: str,
    hits: Sequence[Span],
    ground: QColor,
    side: Qt.LayoutDirection,
) -> None:
    """Draw a line from the side where its language begins, in the painter's font and pen.

    Args:
        hits: what is marked; those behind the end of the text are left out.
        ground: laid under it.
    """
    layout = QTextLayout(text, painter.font(), painter.device())
    layout.setTextOption(_option(side))
    layout.setFormats(_formats(text, hits, ground, painter.font()))
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(place.width())
    layout.endLayout()
    top = place.y() + (place.height() - line.height()) / 2
    layout.draw(painter, QPointF(place.x(), top))


def qt_length(text: str) -> int:
    """Return how long Qt says a text is: it counts in UTF-16."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def _option(side: Qt.LayoutDirection) -> QTextOption:
    is_rtl = side is Qt.LayoutDirection.RightToLeft
    align = Qt.AlignmentFlag.AlignRight if is_rtl else Qt.AlignmentFlag.AlignLeft
    option = QTextOption(align | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(side)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    return option


def _formats(
    text: str, hits: Sequence[Span], ground: QColor, font: QFont
) -> list[QTextLayout.FormatRange]:
    marked = QTextCharFormat()
    marked.setBackground(QBrush(ground))
    marked.setFontWeight(max(cast(int, font.weight()), QFont.Weight.DemiBold.value))
    ranges: list[QTextLayout.FormatRange] = []
    for hit in hits:
        if hit.start >= len(text):
            break
        one = QTextLayout.FormatRange()
        one.start = qt_length(text[: hit.start])  # pyright: ignore[reportAttributeAccessIssue]
        one.length = qt_length(text[hit.start : hit.end])  # pyright: ignore[reportAttributeAccessIssue]
        one.format = marked  # pyright: ignore[reportAttributeAccessIssue]
        ranges.append(one)
    return ranges
