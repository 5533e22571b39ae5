"""A list of entries of a book: each a title with a quieter line below."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

_KEY = Qt.ItemDataRole.UserRole
_DETAIL = Qt.ItemDataRole.UserRole + 1
_EDGE = 10
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list."""

    key: object
    title: str
    detail: str = ""


class EntryList(QListWidget):
    """One entry is chosen as long as there are any.

    Signals:
        entry_activated(object): Enter or a double click on an entry; its key.
        removal_requested(object): Delete on an entry; its key.
    """

    entry_activated = Signal(object)
    removal_requested = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name` is what a screen reader calls the list."""
        super().__init__(parent)
        self.setObjectName("entries")
        self.setAccessibleName(name)
        self.setItemDelegate(_EntryDelegate(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.itemActivated.connect(self._on_activated)

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """Show these; the chosen one stays chosen, or the one in its place is."""
        key, row = self.current_key(), self.currentRow()
        self.clear()
        for entry in entries:
            item = QListWidgetItem(entry.title)
            item.setData(_KEY, entry.key)
            item.setData(_DETAIL, entry.detail)
            said = ", ".join(filter(None, (entry.title, entry.detail)))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
            self.addItem(item)
        keys = [entry.key for entry in entries]
        self.setCurrentRow(keys.index(key) if key in keys else min(max(row, 0), len(keys) - 1))

    def current_key(self) -> object:
        """Return the key of the chosen entry, `None` if there is none."""
        return self.currentItem().data(_KEY) if self.currentRow() >= 0 else None

    def choose(self, key: object) -> None:
        for row in range(self.count()):
            if self.item(row).data(_KEY) == key:
                self.setCurrentRow(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Delete and self.count():
            self.removal_requested.emit(self.current_key())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.count():
            self.entry_activated.emit(self.current_key())  # and not the dialog's button
        else:
            super().keyPressEvent(event)

    @Slot(QListWidgetItem)
    def _on_activated(self, item: QListWidgetItem) -> None:
        self.entry_activated.emit(item.data(_KEY))


class _EntryDelegate(QStyledItemDelegate):
    """Draws what a row says over the ground that the style sheet gives it."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:  # noqa: N802 - Qt's
        return QSize(0, 2 * option.fontMetrics.height() + 18)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        self.initStyleOption(option, index)
        option.text = ""
        view: QWidget = option.widget
        view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, view)
        height = option.fontMetrics.height()
        room = option.rect.adjusted(_EDGE, 0, -_EDGE, 0)
        line = QRect(room.left(), room.center().y() - height, room.width(), height)
        self._line(painter, option, line, str(index.data()), QPalette.ColorRole.Text)
        line.translate(0, height + 2)
        detail = str(index.data(_DETAIL) or "")
        self._line(painter, option, line, detail, QPalette.ColorRole.PlaceholderText)

    @staticmethod
    def _line(
        painter: QPainter,
        option: QStyleOptionViewItem,
        room: QRect,
        text: str,
        colour: QPalette.ColorRole,
    ) -> None:
        font = QFont(option.font)
        if colour is QPalette.ColorRole.Text:
            font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QApplication.palette().color(QPalette.ColorGroup.Active, colour))
        side = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, shown)
