"""The list of what was kept of a release, painted as a line through time."""

from collections.abc import Sequence
from typing import TypeAlias, cast

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QContextMenuEvent, QFontInfo, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from newsdesk.ui.history.history_lines import HistoryLine, LineKind
from newsdesk.ui.library.row_measures import Face, RowType
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.theme.theme_controller import ThemeController

_Index: TypeAlias = QModelIndex | QPersistentModelIndex
_LINE_ROLE = Qt.ItemDataRole.UserRole
_ROW, _DAY = 46, 28  # px, at the usual size of text
_RAIL, _DOT = 15.0, 4.0  # px: from the edge to the line through time; radius of a stop on it
_WORDS = 30.0  # px from the edge to the words
_END = 10.0
_RADIUS = 6.0


class _Model(QAbstractListModel):
    """The lines; days are no items to choose."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lines: list[HistoryLine] = []

    def set_lines(self, lines: Sequence[HistoryLine]) -> None:
        self.beginResetModel()
        self.lines = list(lines)
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:  # noqa: N802 - Qt's name
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.lines[index.row()]
        if role == _LINE_ROLE:
            return line
        is_spoken = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return line.spoken if is_spoken else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if self.lines[index.row()].kind is LineKind.DAY:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class _Painter(QStyledItemDelegate):
    """Paints one line; a permanent version is a full stop, what thins out a hollow one."""

    def __init__(self, themes: ThemeController, parent: QObject) -> None:
        super().__init__(parent)
        self._themes = themes
        self._types: dict[int, RowType] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802 - Qt's name
        line = cast(HistoryLine, index.data(_LINE_ROLE))
        height = _DAY if line.kind is LineKind.DAY else _ROW
        return QSize(120, round(height * self._type(option).scale))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line = cast(HistoryLine, index.data(_LINE_ROLE))
        row, type_ = QRectF(option.rect), self._type(option)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.kind is LineKind.DAY:
            words = row.adjusted(_WORDS, 6, -_END, 0)
            self._write(painter, option, words, line.title, type_.chip, "text3")
        else:
            self._paint_ground(painter, option, row)
            self._paint_words(painter, option, row, line)
        self._paint_rail(painter, option, row, line, index)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, row: QRectF) -> None:
        theme, state = self._themes.theme, option.state
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        card = row.adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if is_chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(theme.colour("accent_soft" if is_chosen else "hover"))
            painter.drawRoundedRect(card, _RADIUS, _RADIUS)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), 1))
            painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)

    def _paint_words(
        self, painter: QPainter, option: QStyleOptionViewItem, row: QRectF, line: HistoryLine
    ) -> None:
        type_ = self._type(option)
        scale, face = type_.scale, type_.lede
        words = row.adjusted(_WORDS, 6 * scale, -_END, -5 * scale)
        first = QRectF(words.x(), words.y(), words.width(), 18 * scale)
        second = QRectF(words.x(), first.bottom(), words.width(), 16 * scale)
        is_lit = bool(option.state & QStyle.StateFlag.State_Selected)
        time_width = face.metrics.horizontalAdvance(line.time) + 1 if line.time else 0.0
        time = QRectF(first.right() - time_width, first.y(), time_width, first.height())
        title = first.adjusted(0, 0, -(time_width + 8) if time_width else 0, 0)
        is_plain = line.kind is LineKind.AUTOSAVES
        self._write(
            painter, option, title, line.title, type_.lede if is_plain else type_.headline, "text"
        )
        pale = "text2" if is_lit else "text3"
        self._write(painter, option, time, line.time, face, pale)
        self._write(painter, option, second, line.detail, face, pale)

    def _paint_rail(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        row: QRectF,
        line: HistoryLine,
        index: _Index,
    ) -> None:
        theme = self._themes.theme
        x = row.left() + _RAIL if not _is_mirrored(option) else row.right() - _RAIL
        is_day = line.kind is LineKind.DAY
        y = row.top() + 15 * self._type(option).scale
        is_last = index.row() == index.model().rowCount() - 1
        painter.setPen(QPen(theme.colour("line"), 2))
        top = y if line.kind is LineKind.NOW else row.top()
        bottom = y if is_last else row.bottom() + 1
        painter.drawLine(QPoint(round(x), round(top)), QPoint(round(x), round(bottom)))
        if is_day:
            return
        is_full = line.is_version and not line.is_passing
        painter.setPen(QPen(theme.colour("link" if is_full else "line2"), 1.5))
        painter.setBrush(theme.colour("link" if is_full else "side"))
        painter.drawEllipse(QRectF(x - _DOT, y - _DOT, 2 * _DOT, 2 * _DOT))

    def _write(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        place: QRectF,
        text: str,
        face: Face,
        colour: str,
    ) -> None:
        row, where = QRectF(option.rect), QRectF(place)
        if _is_mirrored(option):
            where.moveLeft(row.left() + row.right() - place.right())
        painter.setFont(face.font)
        painter.setPen(self._themes.theme.colour(colour))
        shown = face.metrics.elidedText(text, Qt.TextElideMode.ElideRight, where.width())
        painter.setLayoutDirection(option.direction)
        leading = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft)
        flags = leading | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(where, flags | Qt.TextFlag.TextSingleLine, shown)

    def _type(self, option: QStyleOptionViewItem) -> RowType:
        px = QFontInfo(option.font).pixelSize()
        if px not in self._types:
            self._types[px] = RowType(px)
        return self._types[px]


class HistoryList(QListView):
    """As high as its lines: what is around it scrolls.

    Signals:
        selection_edited(): the user chose others.
        version_opened(): the user wants to see what is chosen.
        group_opened(int): the user wants each of several autosaves to have its line; the newest.
        context_menu_requested(QPoint): in global coordinates, for what is chosen.
    """

    selection_edited = Signal()
    version_opened = Signal()
    group_opened = Signal(int)
    context_menu_requested = Signal(QPoint)

    def __init__(
        self, themes: ThemeController, icons: Icons, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("history_list")
        self.setAccessibleName(self.tr("Versions"))
        self._model = _Model(self)
        self.setModel(self._model)
        self.setItemDelegate(_Painter(themes, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        for policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.doubleClicked.connect(self._on_opened)
        icons.icons_changed.connect(self.viewport().update)

    def lines(self) -> list[HistoryLine]:
        return list(self._model.lines)

    def show_lines(self, lines: Sequence[HistoryLine]) -> None:
        """Show these; what was chosen stays so as far as it is there."""
        if lines == self._model.lines:
            return
        chosen, current = self.chosen(), self.currentIndex().row()
        key = self._model.lines[current] if 0 <= current < len(self._model.lines) else None
        self._model.set_lines(lines)
        self.choose([line.number for line in chosen])
        for row, line in enumerate(lines):
            if key is not None and (line.number, line.is_version) == (key.number, key.is_version):
                index = self._model.index(row)
                self.selectionModel().setCurrentIndex(
                    index, self.selectionModel().SelectionFlag.NoUpdate
                )
        self._fit()

    def chosen(self) -> list[HistoryLine]:
        """Return the chosen lines, newest first."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [self._model.lines[row] for row in rows]

    def choose(self, numbers: Sequence[int | None]) -> None:
        """Choose the versions with these numbers; None is the present text."""
        flags = self.selectionModel().SelectionFlag
        self.clearSelection()
        for row, line in enumerate(self._model.lines):
            if line.kind is not LineKind.DAY and line.number in numbers:
                self.selectionModel().select(self._model.index(row), flags.Select)

    def focus_first(self) -> None:
        """Stand on the first line, unless another one is chosen."""
        if not self.chosen() and self._model.lines:
            self.setCurrentIndex(self._model.index(0))
            flags = self.selectionModel().SelectionFlag
            self.selectionModel().select(self._model.index(0), flags.ClearAndSelect)
        self.setFocus()

    def place_of_current(self) -> QPoint:
        """Return where a menu for the line one stands on opens, in global coordinates."""
        place = self.visualRect(self.currentIndex()).center()
        return self.viewport().mapToGlobal(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_opened(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        is_by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        if self.chosen():
            at = self.place_of_current() if is_by_key else event.globalPos()
            self.context_menu_requested.emit(at)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        rows = range(self._model.rowCount())
        self.setFixedHeight(sum(self.sizeHintForRow(row) for row in rows))

    @Slot(QModelIndex)
    def _on_opened(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        line = self._model.lines[index.row()]
        if line.kind is LineKind.AUTOSAVES and line.number is not None:
            self.group_opened.emit(line.number)
        elif line.is_version:
            self.version_opened.emit()

    @Slot()
    def _on_selection_changed(self) -> None:
        self.selection_edited.emit()


def _is_mirrored(option: QStyleOptionViewItem) -> bool:
    return option.direction is Qt.LayoutDirection.RightToLeft
