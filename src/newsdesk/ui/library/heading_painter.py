"""The heading of a group, painted: a quiet line with the count at its end."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from newsdesk.ui.library.heading import Heading
from newsdesk.ui.library.row_measures import RowType, heading_line
from newsdesk.ui.theme.theme_controller import ThemeController

_GAP = 8.0
_FLAGS = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class HeadingPainter:
    """Paints its own ground: rows pass below a heading that stays at the top."""

    def __init__(self, themes: ThemeController) -> None:
        self._themes = themes

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, type_: RowType, heading: Heading
    ) -> None:
        theme, row = self._themes.theme, QRectF(option.rect)
        painter.fillRect(row, theme.colour("side"))
        line = heading_line(row)
        is_rtl = option.direction is Qt.LayoutDirection.RightToLeft
        begin, end = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        if is_rtl:
            begin, end = end, begin
        begin |= Qt.AlignmentFlag.AlignAbsolute
        end |= Qt.AlignmentFlag.AlignAbsolute
        painter.setPen(theme.colour("text3"))
        painter.setFont(type_.lede.font)
        painter.drawText(line, _FLAGS | end, heading.number)
        room = line.width() - type_.lede.metrics.horizontalAdvance(heading.number) - _GAP
        title = QRectF(line)
        title.setWidth(max(0.0, room))
        if is_rtl:
            title.moveRight(line.right())
        painter.setPen(theme.colour("text2"))
        painter.setFont(type_.heading.font)
        elided = Qt.TextElideMode.ElideRight
        shown = type_.heading.metrics.elidedText(heading.title, elided, title.width())
        painter.drawText(title, _FLAGS | begin, shown)
