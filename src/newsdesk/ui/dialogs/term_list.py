"""The terms of a vocabulary as a list: any number of them, narrowed while one types."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelection,
    QItemSelectionModel,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from newsdesk.domain.fold import fold
from newsdesk.domain.ids import TermId
from newsdesk.domain.vocabulary import TermEntry
from newsdesk.ui.theme.theme_controller import ThemeController

_Index = QModelIndex | QPersistentModelIndex
_EDGE, _DOT, _GAP = 10, 8, 8
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class TermRow:
    """A term as it is listed."""

    entry: TermEntry
    name: str
    words: str  # folded: all that it is found by


def rows_of(entries: Sequence[TermEntry], language: str) -> list[TermRow]:
    """Return the rows in the order of their names. Runs in any thread."""
    rows = [
        TermRow(
            entry,
            entry.term.name(language),
            fold(" ".join((*entry.term.names.values(), entry.term.qcode))),
        )
        for entry in entries
    ]
    return sorted(rows, key=lambda row: fold(row.name))


class TermListModel(QAbstractListModel):
    """Rows that have all the words that are looked for."""

    ROW_ROLE = Qt.ItemDataRole.UserRole

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[TermRow] = ()
        self._shown: Sequence[TermRow] = ()
        self._wanted = ""

    def set_rows(self, rows: Sequence[TermRow]) -> None:
        self._rows = rows
        self._narrow()

    def look_for(self, text: str) -> None:
        self._wanted = fold(text)
        self._narrow()

    def shown(self) -> Sequence[TermRow]:
        return self._shown

    def all(self) -> Sequence[TermRow]:
        return self._rows

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._shown[index.row()]
        if role == self.ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.name}, {self.uses_in_words(row.entry)}"
        return None

    def uses_in_words(self, entry: TermEntry) -> str:
        said = self.tr("%Ln release(s)", "", entry.uses)
        return said if entry.term.active else self.tr("{0}, retired").format(said)

    def _narrow(self) -> None:
        words = self._wanted.split()
        self.beginResetModel()
        self._shown = (
            [row for row in self._rows if all(word in row.words for word in words)]
            if words
            else self._rows
        )
        self.endResetModel()


class TermListView(QListView):
    """Several can be selected.

    Signals:
        selection_edited(): more, fewer or others are.
        term_opened(TermEntry): Enter or a double click on a term.
        removal_requested(): Delete, of what is selected.
    """

    selection_edited = Signal()
    term_opened = Signal(object)
    removal_requested = Signal()

    def __init__(self, themes: ThemeController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.terms = TermListModel(self)
        self.setObjectName("terms")
        self.setModel(self.terms)
        self.setItemDelegate(_TermDelegate(themes, self))
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.doubleClicked.connect(self._on_activated)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        themes.theme_changed.connect(self.viewport().update)

    def selected(self) -> list[TermEntry]:
        """Return them in the order of the list."""
        numbers = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [self.terms.shown()[number].entry for number in numbers]

    def set_rows(self, rows: Sequence[TermRow]) -> None:
        """List these; what was selected stays so."""
        kept = {entry.term.id for entry in self.selected()}
        self.terms.set_rows(rows)
        self.choose(kept)

    def choose(self, ids: set[TermId]) -> None:
        """Select these, and bring the first of them into sight."""
        selection = QItemSelection()
        rows = [n for n, row in enumerate(self.terms.shown()) if row.entry.term.id in ids]
        for number in rows:
            selection.select(self.terms.index(number), self.terms.index(number))
        chosen = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().select(selection, chosen)
        if rows:
            self.selectionModel().setCurrentIndex(
                self.terms.index(rows[0]), QItemSelectionModel.SelectionFlag.NoUpdate
            )
            self.scrollTo(self.terms.index(rows[0]))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.selected():
            self.term_opened.emit(self.selected()[0])
        elif event.key() == Qt.Key.Key_Delete and self.selected():
            self.removal_requested.emit()
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        self.term_opened.emit(self.terms.shown()[index.row()].entry)

    @Slot(QItemSelection, QItemSelection)
    def _on_selection_changed(self, _more: QItemSelection, _fewer: QItemSelection) -> None:
        self.selection_edited.emit()


class _TermDelegate(QStyledItemDelegate):
    """A dot in the term's colour, its name, and at the end how many releases it has."""

    def __init__(self, themes: ThemeController, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes = themes

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:  # noqa: N802 - Qt's
        return QSize(0, option.fontMetrics.height() + 14)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        self.initStyleOption(option, index)
        row = index.data(TermListModel.ROW_ROLE)
        if not isinstance(row, TermRow):
            return
        option.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        room = option.rect.adjusted(_EDGE, 0, -_EDGE, 0)
        self._paint_dot(painter, option, room, row)
        uses = QLocale().toString(row.entry.uses) if row.entry.uses else "–"
        ending = option.fontMetrics.horizontalAdvance(uses)
        name = QRect(room)
        name.setLeft(room.left() + _DOT + _GAP)
        name.setRight(room.right() - ending - _GAP)
        font = QFont(option.font)
        font.setItalic(not row.entry.term.active)
        painter.setFont(font)
        quiet = QPalette.ColorRole.PlaceholderText
        colour = QPalette.ColorRole.Text if row.entry.term.active else quiet
        shown = painter.fontMetrics().elidedText(
            row.name, Qt.TextElideMode.ElideRight, name.width()
        )
        side = Qt.AlignmentFlag.AlignVCenter
        leading = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft)
        trailing = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignRight)
        painter.setPen(option.palette.color(colour))
        painter.drawText(_mirrored(option, name), side | leading, shown)
        painter.setFont(option.font)
        painter.setPen(option.palette.color(quiet))
        painter.drawText(_mirrored(option, room), side | trailing, uses)

    def _paint_dot(
        self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, row: TermRow
    ) -> None:
        if row.entry.colour is None:
            return
        dot = QRect(room.left(), room.center().y() - _DOT // 2, _DOT, _DOT)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._themes.theme.colour(f"term_{row.entry.colour}"))
        painter.drawEllipse(_mirrored(option, dot))
        painter.restore()


def _mirrored(option: QStyleOptionViewItem, rect: QRect) -> QRect:
    return QStyle.visualRect(option.direction, option.rect, rect)
