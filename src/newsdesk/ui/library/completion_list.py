"""The list below the search field."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPalette, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QApplication,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

_LINE = Qt.ItemDataRole.UserRole
_VISIBLE = 10
_EDGE, _GAP = 10, 8
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class CompletionLine:
    """One line of what is offered."""

    insertion: str  # what stands in the field once it is taken
    name: str
    detail: str = ""  # quieter, behind the name
    count: str = ""  # at the end of the line


class CompletionList(QListView):
    """Lines with a name, a detail and a count; no line is marked at first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("completions")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("What may follow"))
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.paint_lines()

    def paint_lines(self) -> None:
        """Paint lines in our way, also after a completer has brought its own."""
        self.setItemDelegate(_LineDelegate(self))

    def show_lines(self, lines: Sequence[CompletionLine]) -> None:
        self._model.clear()
        for line in lines:
            item = QStandardItem(line.name)
            item.setData(line, _LINE)
            said = ", ".join(filter(None, (line.name, line.detail, line.count)))
            item.setData(said, Qt.ItemDataRole.AccessibleTextRole)
            item.setEditable(False)
            self._model.appendRow(item)
        self.setCurrentIndex(QModelIndex())

    def lines(self) -> list[CompletionLine]:
        rows = range(self._model.rowCount())
        return [cast(CompletionLine, self._model.index(row, 0).data(_LINE)) for row in rows]

    def move_mark(self, by: int) -> None:
        """Mark the next line or the one before; beyond an end none is, then it begins anew."""
        count = self._model.rowCount() + 1
        at = self.currentIndex().row() if self.currentIndex().isValid() else -1
        row = (at + 1 + by) % count - 1
        self.setCurrentIndex(self._model.index(row, 0) if row >= 0 else QModelIndex())

    def line(self, index: QModelIndex) -> CompletionLine | None:
        return cast("CompletionLine | None", index.data(_LINE))

    def fit_to(self, field: QWidget) -> None:
        """Make room for the edges of the list, which its completer leaves out."""
        rows = min(self._model.rowCount(), _VISIBLE)
        edges = self.height() - self.viewport().height()
        place = self.geometry()
        height = edges + sum(self.sizeHintForRow(row) for row in range(rows))
        if place.top() < field.mapToGlobal(field.rect().topLeft()).y():
            place.setTop(place.bottom() + 1 - height)
        else:
            place.setHeight(height)
        self.setGeometry(place)


class _LineDelegate(QStyledItemDelegate):
    """A name, its detail behind it, its count at the end."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802 - Qt's
        return QSize(0, option.fontMetrics.height() + 12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        self.initStyleOption(option, index)
        line = cast(CompletionLine, index.data(_LINE))
        option.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        room = option.rect.adjusted(_EDGE, 0, -_EDGE, 0)
        metrics = option.fontMetrics
        pale, plain = QPalette.ColorRole.PlaceholderText, QPalette.ColorRole.Text
        wide = metrics.horizontalAdvance(line.count)
        self._write(painter, option, room, line.count, pale, at_end=True)
        room = room.adjusted(0, 0, -(wide + _GAP), 0)
        self._write(painter, option, room, line.name, plain)
        taken = min(metrics.horizontalAdvance(line.name), room.width()) + _GAP
        self._write(painter, option, room.adjusted(taken, 0, 0, 0), line.detail, pale)

    @staticmethod
    def _write(
        painter: QPainter,
        option: QStyleOptionViewItem,
        room: QRect,
        text: str,
        colour: QPalette.ColorRole,
        *,
        at_end: bool = False,
    ) -> None:
        """Write one line into a room that is given as if the window ran from left to right."""
        if not text or room.width() <= 0:
            return
        side = Qt.AlignmentFlag.AlignRight if at_end else Qt.AlignmentFlag.AlignLeft
        shown = option.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(option.font)
        # that of the popup has no colours of its own for what is quieter
        painter.setPen(QApplication.palette().color(QPalette.ColorGroup.Active, colour))
        painter.drawText(
            QStyle.visualRect(option.direction, option.rect, room),
            QStyle.visualAlignment(option.direction, side) | Qt.AlignmentFlag.AlignVCenter,
            shown,
        )
