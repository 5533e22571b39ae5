"""A row of the inspector that shows more of itself when it is opened, and can be moved."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.elided_label import ElidedLabel
from newsdesk.ui.widgets.tool_tip import as_tool_tip

_CARET_PX = 12


class RowHead(QPushButton):
    """The line of a row that is always seen; checked while the row is open.

    Signals:
        move_requested(int): please move the row by so many places.
        removal_requested(): please take it away.
        dragged(int): it is held at this height of the screen.
        dropped(int): it was let go there.
        drag_given_up(): it was let go where it should not move.
    """

    move_requested = Signal(int)
    removal_requested = Signal()
    dragged = Signal(int)
    dropped = Signal(int)
    drag_given_up = Signal()

    def __init__(
        self, icons: Icons, *, leading: QWidget | None = None, parent: QWidget | None = None
    ) -> None:
        """`leading` stands before the text: a picture, initials."""
        super().__init__(parent)
        self.setProperty("kind", "row")
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._icons = icons
        self._pressed_at: QPoint | None = None
        self._is_dragged = False
        self._is_movable = True
        self._name = ElidedLabel()
        self._name.setObjectName("row_name")
        self._detail = ElidedLabel()
        self._detail.setObjectName("row_detail")
        self._detail.setProperty("role", "caption")
        self._mark = QLabel()
        self._caret = QLabel()
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(self._name)
        lines.addWidget(self._detail)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(5, 4, 6, 4)
        self._line.setSpacing(10)
        if leading is not None:
            self._line.addWidget(leading)
        self._line.addLayout(lines, 1)
        self._line.addWidget(self._mark)
        self._line.addWidget(self._caret)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.toggled.connect(self._show_caret)
        icons.bind(self, self._show_caret)

    def set_texts(self, name: str, detail: str) -> None:
        self._name.setText(name)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self.setToolTip(as_tool_tip("\n".join(filter(None, (name, detail)))))
        self.setAccessibleName(", ".join(filter(None, (name, detail))))

    def set_mark(self, icon: str, colour: str, words: str) -> None:
        """Show an icon at the end of the line that says `words`; none if there are none."""
        self._mark.setVisible(bool(words))
        self._mark.setPixmap(self._icons.pixmap(icon, colour, 14))
        self.setAccessibleDescription(words)
        texts = (self._name.text(), self._detail.text(), words)
        self.setToolTip(as_tool_tip("\n".join(filter(None, texts))))

    def set_movable(self, is_movable: bool) -> None:
        self._is_movable = is_movable

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self._line.sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self._line.minimumSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        is_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.click()
            case Qt.Key.Key_Up | Qt.Key.Key_Down if is_alt:
                if self._is_movable:
                    self.move_requested.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
            case Qt.Key.Key_Delete if self._is_movable:
                self.removal_requested.emit()
            case Qt.Key.Key_Escape if self._is_dragged:
                self._end_drag()
                self.drag_given_up.emit()
            case _:
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed_at = event.globalPosition().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if not self._is_dragged and self._is_dragging(event.globalPosition().toPoint()):
            self._is_dragged = True
            self.setDown(False)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._is_dragged:
            self.dragged.emit(event.globalPosition().toPoint().y())
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if self._is_dragged:
            self._end_drag()
            self.dropped.emit(event.globalPosition().toPoint().y())
        else:
            self._pressed_at = None
            super().mouseReleaseEvent(event)

    def _is_dragging(self, at: QPoint) -> bool:
        if self._pressed_at is None or not self._is_movable:
            return False
        return (at - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()

    def _end_drag(self) -> None:
        self._is_dragged = False
        self._pressed_at = None
        self.unsetCursor()

    @Slot()
    def _show_caret(self) -> None:
        is_rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        folded = "collapsed_rtl" if is_rtl else "collapsed"
        name = "expanded" if self.isChecked() else folded
        self._caret.setPixmap(self._icons.pixmap(name, "text3", _CARET_PX))


class FoldableRow(QWidget):
    """A head, and below it what `details` makes when the row is opened for the first time.

    Signals:
        fold_edited(bool): the user opened it, or folded it (False).
    """

    fold_edited = Signal(bool)

    def __init__(self, head: RowHead, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("foldable_row")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.head = head
        self._details: QWidget | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(head)
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        head.clicked.connect(self._on_clicked)

    def make_details(self) -> QWidget:
        """Return what stands below the head; called once."""
        raise NotImplementedError

    def is_open(self) -> bool:
        return self.head.isChecked()

    def set_open(self, is_open: bool) -> None:
        """Open the row or fold it; `fold_edited` is not emitted."""
        self.head.setChecked(is_open)
        if is_open and self._details is None:
            self._details = self.make_details()
            self._layout.addWidget(self._details)
        if self._details is not None:
            self._details.setVisible(is_open)
        self.setProperty("is_open", is_open)
        self.style().unpolish(self)
        self.style().polish(self)

    def add_note(self, note: QWidget) -> None:
        """Add what is seen below the head whether the row is open or not."""
        self._layout.addWidget(note)

    def add_action(self, text: str, run: Callable[[], None]) -> QAction:
        """Add a line to the menu that the right button opens on the head."""
        action = QAction(text, self.head)
        action.triggered.connect(run)
        self.head.addAction(action)
        return action

    @Slot(bool)
    def _on_clicked(self, is_open: bool) -> None:
        self.set_open(is_open)
        self.fold_edited.emit(is_open)
