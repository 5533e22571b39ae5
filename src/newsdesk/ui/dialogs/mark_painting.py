"""How marks look on a source: grounds, dashed outlines of doubts, lines under quotes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTextBlock, QTextLine

from newsdesk.domain.provenance import FindingKind
from newsdesk.ui.dialogs.mark_kinds import colours_of
from newsdesk.ui.dialogs.mark_places import ShownMark, to_qt
from newsdesk.ui.theme.theme import Theme

_RADIUS = 4
_EDGE = 4  # px that the ground of whole lines stands out beside the text
_DASHES = [3, 3]


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line of the source as it lies in the window."""

    number: int
    text: str
    block: QTextBlock
    corner: QPointF  # of its layout, in the viewport
    width: float  # of the viewport

    @property
    def room(self) -> QRectF:
        """Where it stands from side to side: its rows, with the air between two rows around them.

        Where rows have a fixed height Qt's own rectangle is not around their letters.
        """
        layout = self.block.layout()
        if layout.lineCount() == 0:  # not laid out yet
            return QRectF(0, self.corner.y(), self.width, 0)
        first, last = layout.lineAt(0), layout.lineAt(layout.lineCount() - 1)
        air = max(self.block.blockFormat().lineHeight() - first.height(), 0.0)
        top, bottom = first.y() - air / 2, last.y() + last.height() + air / 2
        return QRectF(0, self.corner.y() + top, self.width, bottom - top)


def outline(mark: ShownMark, shown: Sequence[ShownLine], lines: Sequence[str]) -> QPainterPath:
    """Return the shape of a mark on the lines that are shown; empty if it is on none of them."""
    own = [line for line in shown if mark.start.line <= line.number <= mark.end.line]
    path = QPainterPath()
    if not own:
        return path
    if mark.is_whole(lines):
        room = own[0].room.united(own[-1].room).adjusted(1, 1, -1, -1)
        path.addRoundedRect(room, _RADIUS, _RADIUS)
        return path
    for line in own:
        start = mark.start.column if line.number == mark.start.line else 0
        end = mark.end.column if line.number == mark.end.line else len(line.text)
        for part in parts(line, start, end):
            path.addRoundedRect(part.adjusted(-2, 0, 2, 0), _RADIUS - 1, _RADIUS - 1)
    return path


def parts(line: ShownLine, start: int, end: int) -> Iterator[QRectF]:
    """Yield where the characters [start, end) of a line stand, one part for each row of it."""
    first, last = to_qt(line.text, start), to_qt(line.text, end)
    layout = line.block.layout()
    for number in range(layout.lineCount()):
        row = layout.lineAt(number)
        row_end = row.textStart() + row.textLength()
        if row.textStart() < last and first < row_end:
            yield _part(
                row,
                max(first, row.textStart()),
                min(last, row_end),
                line.corner,
            )


def _part(row: QTextLine, first: int, last: int, corner: QPointF) -> QRectF:
    one, other = (_x(row, at) for at in (first, last))
    left, right = sorted((one, other))
    return QRectF(left, row.y(), right - left, row.height()).translated(corner)


def _x(row: QTextLine, at: int) -> float:
    x, _at = cast("tuple[float, int]", row.cursorToX(at))  # PySide returns what C++ writes back
    return x


def paint_mark(
    painter: QPainter, mark: ShownMark, path: QPainterPath, theme: Theme, *, is_pointed: bool
) -> None:
    """Paint the ground of a mark, under the text."""
    colours = colours_of(mark.kind, theme)
    ground, word = QColor(colours.ground), QColor(colours.text)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(Qt.PenStyle.NoPen)
    if mark.kind is FindingKind.QUOTE:
        if is_pointed:
            painter.setBrush(ground)
    elif not mark.is_doubtful or is_pointed:
        painter.setBrush(ground)
    if mark.is_doubtful and mark.kind is not FindingKind.QUOTE:
        pen = QPen(word, 1)
        pen.setDashPattern(_DASHES)
        painter.setPen(pen)
    if is_pointed:
        painter.setPen(QPen(word, 1.5))
    painter.drawPath(path)


def paint_underline(
    painter: QPainter, mark: ShownMark, shown: Sequence[ShownLine], theme: Theme
) -> None:
    """Paint the dotted line under a quote, which is part of the text."""
    pen = QPen(QColor(colours_of(mark.kind, theme).text), 1, Qt.PenStyle.DotLine)
    painter.setPen(pen)
    for line in shown:
        if mark.start.line <= line.number <= mark.end.line:
            start = mark.start.column if line.number == mark.start.line else 0
            end = mark.end.column if line.number == mark.end.line else len(line.text)
            for part in parts(line, start, end):
                painter.drawLine(part.bottomLeft(), part.bottomRight())
