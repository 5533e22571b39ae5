"""One line of the sidebar, painted: a dot or an icon, a name, and how many releases it has."""

from typing import cast

from PySide6.QtCore import QLocale, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from newsdesk.ui.library.facet_model import FacetLine, FacetModel, Mark
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.theme.theme_controller import ThemeController

_Index = QModelIndex | QPersistentModelIndex
_ROW_AIR, _EDGE, _GAP = 10, 8, 5
_MARK_PX, _DOT_PX = 14, 8
INDENT = _MARK_PX + _GAP
"""Px from the beginning of a line to its name."""
_RADIUS = 6.0


class FacetDelegate(QStyledItemDelegate):
    """Chosen ones stand on the colour of a choice, those left out are struck through.

    Attributes:
        below: the key of the line that something would be dropped on.
    """

    def __init__(self, themes: ThemeController, icons: Icons, parent: QObject) -> None:
        super().__init__(parent)
        self._themes = themes
        self._icons = icons
        self.below: str | None = None

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:  # noqa: N802 - Qt's
        return QSize(0, option.fontMetrics.height() + _ROW_AIR)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line: FacetLine = index.data(FacetModel.LINE_ROLE)
        mark = cast(FacetModel, index.model()).mark(line)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_lit = self._paint_ground(painter, option, line, mark)
        room = option.rect.adjusted(_EDGE, 0, -_EDGE, 0)
        self._paint_mark(painter, option, QRect(room), line, mark)
        room.setLeft(room.left() + INDENT)  # below the words of the title
        self._paint_words(painter, option, room, line, mark, is_lit=is_lit)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, line: FacetLine, mark: Mark
    ) -> bool:
        """Paint what lies below the words; tell whether it is more than nothing."""
        theme = self._themes.theme
        is_below = line.key == self.below
        is_chosen = mark is Mark.CHOSEN or is_below
        is_hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        card = option.rect.adjusted(0, 1, 0, -1).toRectF().adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(Qt.PenStyle.NoPen)
        if is_chosen or is_hovered:
            painter.setBrush(theme.colour("accent_soft" if is_chosen else "hover"))
            painter.drawRoundedRect(card, _RADIUS, _RADIUS)
        if is_below or option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), 1))
            painter.drawRoundedRect(card, _RADIUS, _RADIUS)
        return is_chosen or is_hovered

    def _paint_mark(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        room: QRect,
        line: FacetLine,
        mark: Mark,
    ) -> None:
        theme = self._themes.theme
        room.setWidth(_MARK_PX)
        room = _mirrored(option, room)
        square = QRect(0, 0, _MARK_PX, _MARK_PX)
        square.moveCenter(room.center())
        if line.icon:
            colour = "link" if mark is Mark.CHOSEN else "text2"
            painter.drawPixmap(square.topLeft(), self._icons.pixmap(line.icon, colour, _MARK_PX))
        elif line.chip or line.colour:
            inset = (_MARK_PX - _DOT_PX) // 2
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(
                QColor(theme.chip(line.chip).text) if line.chip else theme.colour(line.colour)
            )
            painter.drawEllipse(square.adjusted(inset, inset, -inset, -inset))

    def _paint_words(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        room: QRect,
        line: FacetLine,
        mark: Mark,
        *,
        is_lit: bool,
    ) -> None:
        theme = self._themes.theme
        count = QLocale().toString(line.count)
        ending = option.fontMetrics.horizontalAdvance(count) + _EDGE
        font = QFont(option.font)
        if mark is Mark.CHOSEN:
            font.setWeight(QFont.Weight.DemiBold)
        font.setStrikeOut(mark is Mark.LEFT_OUT)
        shown = QFontMetrics(font).elidedText(
            line.name, Qt.TextElideMode.ElideRight, room.width() - ending
        )
        shown = f"\N{FIRST STRONG ISOLATE}{shown}\N{POP DIRECTIONAL ISOLATE}"  # its dots too
        colours = {Mark.CHOSEN: "link", Mark.LEFT_OUT: "text2", Mark.NONE: "text"}
        middle, side = Qt.AlignmentFlag.AlignVCenter, option.direction
        leading = QStyle.visualAlignment(side, Qt.AlignmentFlag.AlignLeft) | middle
        trailing = QStyle.visualAlignment(side, Qt.AlignmentFlag.AlignRight) | middle
        painter.setFont(font)
        painter.setPen(theme.colour(colours[mark]))
        painter.drawText(_mirrored(option, room.adjusted(0, 0, -ending, 0)), leading, shown)
        painter.setFont(option.font)
        painter.setPen(theme.colour("text2" if is_lit else "text3"))
        painter.drawText(_mirrored(option, room), trailing, count)


def _mirrored(option: QStyleOptionViewItem, rect: QRect) -> QRect:
    return QStyle.visualRect(option.direction, option.rect, rect)
