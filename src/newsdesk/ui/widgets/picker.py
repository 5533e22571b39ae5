"""A list over the window in which one finds a line by typing, and takes it with Enter."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

_VALUE = Qt.ItemDataRole.UserRole
_NOTE = Qt.ItemDataRole.UserRole + 1
_PLACE = Qt.ItemDataRole.UserRole + 2
_WIDTH_PX, _HEIGHT_PX = 620, 420
_FROM_TOP_PX, _AROUND_PX = 60, 24
_EDGE_PX, _GAP_PX = 12, 10
_LINE_AIR_PX, _HEADING_AIR_PX = 16, 12
_ROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class PickLine:
    """One line that can be taken."""

    text: str
    value: object
    place: str = ""  # where it is from, quieter, behind the text
    note: str = ""  # at the far end: keys, a date
    words: str = ""  # what else it is found by


@dataclass(frozen=True, slots=True)
class PickSection:
    """Lines that belong together, under a heading unless it is empty."""

    title: str
    lines: Sequence[PickLine]


class Picker(QDialog):
    """Stays above the window until a line is taken, Escape, or a click elsewhere.

    Signals:
        query_edited(str): something else was typed; `show_sections` is the answer.
        taken(object): the user took a line; its `value`. The list is closed by then.
    """

    query_edited = Signal(str)
    taken = Signal(object)

    def __init__(self, name: str, placeholder: str, parent: QWidget) -> None:
        """`name` is what a screen reader calls it; `parent` is what it stands over."""
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("picker")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(name)
        self._field = QLineEdit()
        self._field.setPlaceholderText(placeholder)
        self._field.setAccessibleName(name)
        self._field.setClearButtonEnabled(True)
        self._list = QListWidget()
        self._list.setObjectName("picker_lines")
        self._list.setAccessibleName(self.tr("What was found"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # keys go on to it from the field
        self._list.setItemDelegate(_LineDelegate(self._list))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._list.setMouseTracking(True)
        self._nothing = QLabel()
        self._nothing.setProperty("role", "caption")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setWordWrap(True)
        self._nothing.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(self._field)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._nothing, 1)
        self._field.installEventFilter(self)
        self._field.textEdited.connect(self.query_edited)
        self._list.itemClicked.connect(self._take)

    @property
    def query(self) -> str:
        return self._field.text().strip()

    def set_query(self, query: str) -> None:
        self._field.setText(query)

    def show_sections(
        self, sections: Sequence[PickSection], nothing: str, *, marked: object = None
    ) -> None:
        """Show these lines; `nothing` is said where there is none.

        Args:
            marked: the value of the line that is marked; without it, it is the first.
        """
        self._list.clear()
        for section in sections:
            if section.lines and section.title:
                self._add_heading(section.title)
            for line in section.lines:
                self._add_line(line)
        rows = [row for row in range(self._list.count()) if self._is_line(row)]
        first = rows[0] if rows else -1
        wanted = (row for row in rows if self._list.item(row).data(_VALUE) == marked)
        at = next(wanted, first) if marked is not None else first
        self._list.setCurrentRow(at)
        if at == first:
            self._list.scrollToTop()
        self._list.setVisible(first >= 0)
        self._nothing.setText(nothing)
        self._nothing.setVisible(first < 0)

    def open_over(self, window: QWidget) -> None:
        """Open near the top of `window`, with the keyboard in the field."""
        width = min(_WIDTH_PX, window.width() - 2 * _AROUND_PX)
        height = min(_HEIGHT_PX, window.height() - _FROM_TOP_PX - _AROUND_PX)
        self.resize(width, height)
        self.move(window.mapToGlobal(QPoint((window.width() - width) // 2, _FROM_TOP_PX)))
        self.show()
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)

    def height_of_lines(self) -> int:
        """Return how high it is with all its lines in sight and no more; 0 without any."""
        count = self._list.count()
        if not count:
            return 0
        lines = sum(self._list.sizeHintForRow(row) for row in range(count))
        return self.height() - self._list.viewport().height() + lines

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Move the mark and take its line by keys of the field."""
        if watched is self._field and isinstance(event, QKeyEvent) and self._is_ours(event):
            return True
        return super().eventFilter(watched, event)

    def _is_ours(self, event: QKeyEvent) -> bool:
        if event.type() is not QEvent.Type.KeyPress:
            return False
        if event.key() in _ROWS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._move_mark(_ROWS[Qt.Key(event.key())])
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._list.currentRow() >= 0:
                self._take(self._list.currentItem())
            return True
        return False

    def _move_mark(self, by: int) -> None:
        """Mark another line: from the last on comes the first again, a page stops at the end."""
        rows = [row for row in range(self._list.count()) if self._is_line(row)]
        if not rows:
            return
        at = rows.index(self._list.currentRow()) + by
        at = at % len(rows) if abs(by) == 1 else min(max(at, 0), len(rows) - 1)
        self._list.setCurrentRow(rows[at])
        if at == 0:
            self._list.scrollToTop()  # with the heading above it

    @Slot(QListWidgetItem)
    def _take(self, item: QListWidgetItem) -> None:
        if not item.flags() & Qt.ItemFlag.ItemIsSelectable:
            return
        value = item.data(_VALUE)
        self.hide()  # what follows may open something else, which has the keyboard then
        self.taken.emit(value)
        self.close()

    def _is_line(self, row: int) -> bool:
        return bool(self._list.item(row).flags() & Qt.ItemFlag.ItemIsSelectable)

    def _add_heading(self, title: str) -> None:
        item = QListWidgetItem(title)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        self._list.addItem(item)

    def _add_line(self, line: PickLine) -> None:
        item = QListWidgetItem(line.text)
        item.setData(_VALUE, line.value)
        item.setData(_NOTE, line.note)
        item.setData(_PLACE, line.place)
        said = ", ".join(filter(None, (line.text, line.place, line.note)))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        self._list.addItem(item)


class _LineDelegate(QStyledItemDelegate):
    """Draws what a line says over the ground that the style sheet gives it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802 - Qt's
        is_line = index.flags() & Qt.ItemFlag.ItemIsSelectable
        air = _LINE_AIR_PX if is_line else _HEADING_AIR_PX
        return QSize(0, option.fontMetrics.height() + air)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        self.initStyleOption(option, index)
        text, option.text = option.text, ""
        room = option.rect.adjusted(_EDGE_PX, 0, -_EDGE_PX, 0)
        painter.save()
        if not index.flags() & Qt.ItemFlag.ItemIsSelectable:
            painter.setFont(_quiet(option.font, is_bold=True))
            _write(painter, option, room, text, QPalette.ColorRole.PlaceholderText)
            painter.restore()
            return
        view: QWidget = option.widget
        view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, view)
        note, place = str(index.data(_NOTE) or ""), str(index.data(_PLACE) or "")
        small = _quiet(option.font)
        painter.setFont(small)
        taken = _write(painter, option, room, note, QPalette.ColorRole.PlaceholderText, end=True)
        room = _less(option, room, taken, end=True)
        painter.setFont(option.font)
        taken = _write(painter, option, room, text, QPalette.ColorRole.Text)
        painter.setFont(small)
        room = _less(option, room, taken)
        _write(painter, option, room, place, QPalette.ColorRole.PlaceholderText)
        painter.restore()


def _quiet(font: QFont, *, is_bold: bool = False) -> QFont:
    small = QFont(font)
    small.setPixelSize(max(round(font.pixelSize() * 12 / 13), 1))
    if is_bold:
        small.setWeight(QFont.Weight.DemiBold)
    return small


def _write(
    painter: QPainter,
    option: QStyleOptionViewItem,
    room: QRect,
    text: str,
    colour: QPalette.ColorRole,
    *,
    end: bool = False,
) -> int:
    """Write one line, from the beginning of the room or up to its end; return its px."""
    if not text or room.width() <= 0:
        return 0
    painter.setPen(QApplication.palette().color(QPalette.ColorGroup.Active, colour))
    metrics = QFontMetrics(painter.font())
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    side = Qt.AlignmentFlag.AlignRight if end else Qt.AlignmentFlag.AlignLeft
    side = QStyle.visualAlignment(option.direction, side)
    painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, shown)
    return metrics.horizontalAdvance(shown)


def _less(option: QStyleOptionViewItem, room: QRect, px: int, *, end: bool = False) -> QRect:
    """Return the room without what was written at its beginning, or at its end."""
    if not px:
        return room
    px += _GAP_PX
    is_left = end == (option.direction is Qt.LayoutDirection.RightToLeft)
    return room.adjusted(px, 0, 0, 0) if is_left else room.adjusted(0, 0, -px, 0)
