"""Widgets side by side in as many rows as they need."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget


class FlowLayout(QLayout):
    """Lays items out in reading order; in a right-to-left window from the right."""

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        return self._arranged(QRect(0, 0, width, 0), is_real=False)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        super().setGeometry(rect)
        self._arranged(rect, is_real=True)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size.grownBy(self.contentsMargins())

    def _arranged(self, rect: QRect, *, is_real: bool) -> int:
        """Place the items in `rect` if it `is_real`, and return the height they take."""
        margins = self.contentsMargins()
        room = rect.marginsRemoved(margins)
        y = 0
        for row in self._rows(room.width()):
            height = max(item.sizeHint().height() for item in row)
            if is_real:
                self._place(row, QRect(room.left(), room.top() + y, room.width(), height))
            y += height + self.spacing()
        return max(y - self.spacing(), 0) + margins.top() + margins.bottom()

    def _rows(self, width: int) -> list[list[QLayoutItem]]:
        rows: list[list[QLayoutItem]] = []
        x = 0
        for item in self._items:
            if item.isEmpty():  # a hidden widget
                continue
            wanted = item.sizeHint().width()
            if not rows or x + wanted > width:
                rows.append([])
                x = 0
            rows[-1].append(item)
            x += wanted + self.spacing()
        return rows

    def _place(self, row: list[QLayoutItem], room: QRect) -> None:
        """Put the items of a row side by side, each at half the height of the row."""
        parent = self.parentWidget()
        side = parent.layoutDirection() if parent else Qt.LayoutDirection.LeftToRight
        x = room.left()
        for item in row:
            hint = item.sizeHint()
            size = QSize(min(hint.width(), room.width()), hint.height())
            corner = QPoint(x, room.top() + (room.height() - size.height()) // 2)
            item.setGeometry(QStyle.visualRect(side, room, QRect(corner, size)))
            x += size.width() + self.spacing()
