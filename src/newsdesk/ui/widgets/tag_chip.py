"""A word in a rounded field, with a cross that takes it away."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.tool_tip import as_tool_tip

_CROSS_PX = 10
_DOT_PX, _DOT_GAP = 8, 6
_EDGE = 10  # from the text to the rounded end
_CROSS_ROOM = 24
_HEIGHT = 24
_REMOVING = frozenset(
    {
        Qt.Key.Key_Delete,
        Qt.Key.Key_Backspace,
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
        Qt.Key.Key_Space,
    }
)


class TagChip(QPushButton):
    """One word. While it can be removed, a click on its cross or the Delete key asks for that.

    Signals:
        removal_requested(): please take it away.
    """

    removal_requested = Signal()

    def __init__(self, text: str, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._icons = icons
        self._is_removable = True
        self._colour = ""
        self.setProperty("kind", "tag")
        self.setToolTip(as_tool_tip(text))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self.set_removable(True)
        icons.bind(self, self.update)

    def set_colour(self, colour: str) -> None:
        """Mark it with a dot in a colour of the theme; "" for none."""
        self._colour = colour
        self.updateGeometry()
        self.update()

    def set_removable(self, is_removable: bool) -> None:
        self._is_removable = is_removable
        policy = Qt.FocusPolicy.StrongFocus if is_removable else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(policy)
        name = self.tr("Remove {word}") if is_removable else "{word}"
        self.setAccessibleName(name.format(word=self.text()))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        self.ensurePolished()
        metrics = QFontMetrics(self.font())
        ending = _CROSS_ROOM if self._is_removable else _EDGE
        width = metrics.horizontalAdvance(self.text()) + self._beginning() + ending
        return QSize(width, max(_HEIGHT, metrics.height() + 8))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(min(60, self.sizeHint().width()), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if self._is_removable and event.key() in _REMOVING:
            self.removal_requested.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        is_on_cross = self._cross_room().contains(event.position().toPoint())
        super().mouseReleaseEvent(event)
        if self._is_removable and is_on_cross and event.button() is Qt.MouseButton.LeftButton:
            self.removal_requested.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""  # pyright: ignore[reportAttributeAccessIssue]
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        painter.setFont(self.font())
        painter.setPen(self.palette().buttonText().color())
        ending = _CROSS_ROOM if self._is_removable else _EDGE
        begin = self._beginning()
        room = self._mirrored(QRect(begin, 0, self.width() - begin - ending, self.height()))
        text = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width() + 1
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)
        if self._colour:
            dot = QRect(_EDGE, (self.height() - _DOT_PX) // 2, _DOT_PX, _DOT_PX)
            painter.drawPixmap(
                self._mirrored(dot), self._icons.pixmap("dot", self._colour, _DOT_PX)
            )
        if self._is_removable:
            place = QRect(0, 0, _CROSS_PX, _CROSS_PX)
            place.moveCenter(self._cross_room().center())
            colour = "text" if self.underMouse() or self.hasFocus() else "text3"
            painter.drawPixmap(place, self._icons.pixmap("clear", colour, _CROSS_PX))

    def _beginning(self) -> int:
        return _EDGE + (_DOT_PX + _DOT_GAP if self._colour else 0)

    def _cross_room(self) -> QRect:
        return self._mirrored(QRect(self.width() - _CROSS_ROOM, 0, _CROSS_ROOM, self.height()))

    def _mirrored(self, rect: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), rect)
