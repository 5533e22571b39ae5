"""The places of a dateline, one below the other."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.buttons import icon_button
from newsdesk.ui.widgets.elided_label import ElidedLabel
from newsdesk.ui.widgets.tool_tip import as_tool_tip

_BUTTON = 26
_ICON_PX = 14
_GAP = 4
_MARK = 2  # of where a dragged row will be


class PlaceList(QWidget):
    """Rows that can be put in another order: by their buttons, with Alt+Up and Alt+Down, by mouse.

    It shows what it is told: whoever listens makes the change and calls `set_places` again.

    Signals:
        moved(int, int): the user wants the row of the first number at the second.
        removed(int): the user wants this row away.
    """

    moved = Signal(int, int)
    removed = Signal(int)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._rows: list[_PlaceRow] = []
        self._names: tuple[str, ...] = ()
        self._is_editable = True
        self._target: int | None = None
        self._focus_next: int | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(_GAP)
        self.setAccessibleName(self.tr("Places of the dateline"))
        self.hide()

    def rows(self) -> Sequence[QWidget]:
        return tuple(self._rows)

    def names(self) -> tuple[str, ...]:
        """Return the places as they are shown."""
        return self._names

    def set_places(self, names: Sequence[str]) -> None:
        """Show these places; the focus stays with the row that the user has moved."""
        names = tuple(names)
        if names != self._names:
            self._names = names
            self._fill()
        wanted, self._focus_next = self._focus_next, None
        if wanted is not None and self._rows:
            self._rows[min(wanted, len(self._rows) - 1)].setFocus()

    def set_editable(self, is_editable: bool) -> None:
        self._is_editable = is_editable
        for row in self._rows:
            row.setEnabled(is_editable)

    def _fill(self) -> None:
        while len(self._rows) > len(self._names):
            row = self._rows.pop()
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self._rows) < len(self._names):
            row = _PlaceRow(len(self._rows), self._icons)
            row.move_requested.connect(self._on_move)
            row.removal_requested.connect(self._on_removal)
            row.dragged.connect(self._on_dragged)
            row.dropped.connect(self._on_dropped)
            row.setEnabled(self._is_editable)
            self._rows.append(row)
            self._column.addWidget(row)
        for row, name in zip(self._rows, self._names, strict=True):
            row.show_place(name, count=len(self._names))
        self.setVisible(bool(self._names))

    @Slot(int, int)
    def _on_move(self, start: int, end: int) -> None:
        if self._is_editable and 0 <= end < len(self._rows) and start != end:
            self._focus_next = end
            self.moved.emit(start, end)

    @Slot(int)
    def _on_removal(self, number: int) -> None:
        if self._is_editable:
            self._focus_next = number
            self.removed.emit(number)

    # Dragging -------------------------------------------------------------------------------

    @Slot(int, int)
    def _on_dragged(self, number: int, y: int) -> None:
        """Mark where row `number` would go; `y` is where the mouse is, in this widget."""
        if self._is_editable:
            above = sum(1 for row in self._rows if row.geometry().center().y() < y)
            self._target = above - 1 if above > number else above
            self.update()

    @Slot(int)
    def _on_dropped(self, number: int) -> None:
        target, self._target = self._target, None
        self.update()
        if target is not None:
            self._on_move(number, target)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        if self._target is None:
            return
        dragged = next((row.number for row in self._rows if row.is_dragged), 0)
        row = self._rows[self._target].geometry()
        y = row.bottom() + _GAP // 2 if self._target > dragged else row.top() - _GAP // 2
        y = min(max(y, _MARK // 2), self.height() - _MARK)
        painter = QPainter(self)
        painter.fillRect(0, y - _MARK // 2, self.width(), _MARK, QApplication.palette().link())


class _PlaceRow(QFrame):
    """One place with what can be done to it.

    Signals:
        move_requested(int, int): from this row's number to another.
        removal_requested(int): of this number.
        dragged(int, int): the mouse has it, at this height of the list.
        dropped(int): the mouse has let go of it.
    """

    move_requested = Signal(int, int)
    removal_requested = Signal(int)
    dragged = Signal(int, int)
    dropped = Signal(int)

    def __init__(self, number: int, icons: Icons) -> None:
        super().__init__()
        self.number = number
        self.is_dragged = False
        self._pressed: QPoint | None = None
        self.setObjectName("place_row")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._name = ElidedLabel()
        self._name.setContentsMargins(6, 0, 6, 0)
        self._name.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._up = self._button(icons, "up", self.tr("Move up"))
        self._down = self._button(icons, "down", self.tr("Move down"))
        self._remove = self._button(icons, "clear", self.tr("Remove"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.setSpacing(0)
        layout.addWidget(self._name, 1)
        for button in (self._up, self._down, self._remove):
            layout.addWidget(button)
        self._up.clicked.connect(partial(self._ask_to_move, -1))
        self._down.clicked.connect(partial(self._ask_to_move, 1))
        self._remove.clicked.connect(self._ask_to_remove)

    def _button(self, icons: Icons, name: str, text: str) -> QToolButton:
        button = icon_button(icons, name, text, px=_ICON_PX, parent=self)
        button.setProperty("kind", "small")
        button.setFixedSize(_BUTTON, _BUTTON)
        return button

    def show_place(self, name: str, *, count: int) -> None:
        self._name.setText(name)
        self.setToolTip(as_tool_tip(name))
        self.setAccessibleName(name)
        self.setAccessibleDescription(
            self.tr("Place {number} of {count}").format(number=self.number + 1, count=count)
        )
        for button, text in (
            (self._up, self.tr("Move {place} up")),
            (self._down, self.tr("Move {place} down")),
            (self._remove, self.tr("Remove {place}")),
        ):
            button.setAccessibleName(text.format(place=name))
        self._up.setVisible(count > 1)
        self._down.setVisible(count > 1)
        self._up.setEnabled(self.number > 0)
        self._down.setEnabled(self.number < count - 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        key = event.key()
        has_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if has_alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._ask_to_move(-1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._ask_to_remove()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        position = event.position().toPoint()
        if self._pressed is None:
            return
        far = (position - self._pressed).manhattanLength()
        if self.is_dragged or far >= QApplication.startDragDistance():
            self.is_dragged = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.dragged.emit(self.number, self.mapToParent(position).y())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        was_dragged, self.is_dragged, self._pressed = self.is_dragged, False, None
        self.unsetCursor()
        if was_dragged:
            self.dropped.emit(self.number)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange and not self.isEnabled():
            self._pressed = None

    def _ask_to_move(self, step: int, _is_checked: bool = False) -> None:
        self.move_requested.emit(self.number, self.number + step)

    def _ask_to_remove(self) -> None:
        self.removal_requested.emit(self.number)
