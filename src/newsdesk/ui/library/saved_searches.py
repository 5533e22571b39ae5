"""The searches that people keep at hand, with how many releases each finds now."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import (
    QItemSelectionModel,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from newsdesk.domain.changes import Changes, Subject
from newsdesk.domain.ids import SavedSearchId
from newsdesk.domain.saved_search import SavedSearch
from newsdesk.ui.changes import ChangeHub
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.timers import single_shot
from newsdesk.ui.widgets.section import Section

if TYPE_CHECKING:
    from newsdesk.services.desk import Desk

_SAVED = Qt.ItemDataRole.UserRole
_COUNT = Qt.ItemDataRole.UserRole + 1
_IN_SIGHT = 6  # the others are scrolled to
_COALESCE_MS = 400  # counts are made anew once nothing has changed for so long
_ROW_AIR, _EDGE, _GAP = 10, 8, 8
_INSET = 8
_SELECT = QItemSelectionModel.SelectionFlag.Select
_Index = QModelIndex | QPersistentModelIndex


class SavedSearches(QWidget):
    """Hidden while there is none. Counts follow what is stored.

    Signals:
        search_chosen(str): the user wants to look for this.
        removed(SavedSearch): the user removed it; `put_back` brings it back.
    """

    search_chosen = Signal(str)
    removed = Signal(object)

    def __init__(
        self, store: Store, hub: ChangeHub, icons: Icons, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._to_rename: SavedSearchId | None = None
        self._counts: dict[SavedSearchId, int] = {}
        self._list = _SavedList()
        self._list.chosen.connect(self._on_chosen)
        self._list.renamed.connect(self._on_renamed)
        self._list.removal_requested.connect(self.remove)
        self._list.move_requested.connect(self._on_moved)
        self._section = Section(self.tr("Saved searches"), icons)
        self._section.body.setContentsMargins(0, 0, 0, 4)
        self._section.body.addWidget(self._list)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._section)
        self.set_inset(_INSET)
        self._later = single_shot(self, self._count, _COALESCE_MS)
        hub.changed.connect(self._on_changed)
        store.opened.connect(self.read)
        self.hide()

    @property
    def section(self) -> Section:
        return self._section

    @property
    def lines(self) -> QListWidget:
        return self._list

    def set_inset(self, px: int, *, indent: int = 0) -> None:
        """Leave so much room at either side, and so much more before the names."""
        self._column.setContentsMargins(px, 0, px, 0)
        self._list.indent = indent

    def searches(self) -> list[SavedSearch]:
        """Return what is shown, in its order."""
        return self._list.searches()

    def counts(self) -> Mapping[str, int]:
        """Return how many releases each finds, as far as that is known, by its name."""
        return {one.name: self._counts[one.id] for one in self.searches() if one.id in self._counts}

    def has(self, query: str) -> bool:
        """Tell whether a search is kept already."""
        return any(one.query == query for one in self.searches())

    def show_search(self, query: str) -> None:
        """Mark the search that the list shows, if it is one of them."""
        self._list.show_chosen(query)

    def save(self, query: str) -> None:
        """Keep a search, under its own words at first, ready to be renamed."""

        def kept(saved: SavedSearch) -> None:
            self._to_rename = saved.id

        self._store.change(lambda desk: desk.searches.add(query), kept)

    def remove(self, saved: SavedSearch) -> None:
        """Remove a search in the user's name."""
        key = str(saved.id)
        self._store.change(lambda desk: desk.searches.remove(key), self.removed.emit)

    def put_back(self, saved: SavedSearch) -> None:
        """Bring back what was removed."""
        self._store.change(lambda desk: desk.searches.put_back(saved.id))

    def read(self) -> None:
        """Ask the store for what is kept."""
        self._store.read(lambda desk: desk.searches.all(), self._show)

    def _show(self, searches: Sequence[SavedSearch]) -> None:
        self._list.show_searches(searches)
        self._list.show_counts(self._counts)
        self.setVisible(bool(searches))
        self._count()
        if self._to_rename is not None:
            self._section.set_open(is_open=True)
            self._list.begin_renaming(self._to_rename)
            self._to_rename = None

    def _count(self) -> None:
        """Count in a thread that no list waits for."""
        if not self.searches():
            return
        searches = self.searches()

        def look(desk: "Desk") -> dict[SavedSearchId, int]:
            return {one.id: desk.searches.count(one) for one in searches}

        self._store.look(look, self._on_counted)

    def _on_counted(self, counts: dict[SavedSearchId, int]) -> None:
        self._counts = counts
        self._list.show_counts(counts)

    def _on_changed(self, changes: Changes) -> None:
        if Subject.SEARCHES in changes.subjects:
            self.read()
        elif changes.subjects & {Subject.RELEASES, Subject.TERMS}:
            self._later.start()

    def _on_chosen(self, saved: SavedSearch) -> None:
        self.search_chosen.emit(saved.query)

    def _on_renamed(self, saved: SavedSearch, name: str) -> None:
        if name.strip() and name != saved.name:
            renamed = replace(saved, name=name)
            self._store.change(lambda desk: desk.searches.save(renamed))
        else:
            self._list.show_searches(self.searches())  # as it was

    def _on_moved(self, saved: SavedSearch, by: int) -> None:
        self._store.change(lambda desk: desk.searches.move(saved.id, by))


class _SavedList(QListWidget):
    """One line for each; a click or Enter looks for it, F2 renames, Delete removes."""

    chosen = Signal(object)
    renamed = Signal(object, str)
    removal_requested = Signal(object)
    move_requested = Signal(object, int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("saved_searches")
        self.setAccessibleName(self.tr("Saved searches"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(_SavedDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)  # but for `show_chosen`
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setMouseTracking(True)
        self._is_showing = False
        self.indent = 0  # px before the names
        self._chosen = ""  # what the list of releases is searched for
        self.itemClicked.connect(self._on_clicked)
        self.itemChanged.connect(self._on_item_changed)

    def searches(self) -> list[SavedSearch]:
        return [_saved(self.item(row)) for row in range(self.count())]

    def show_searches(self, searches: Sequence[SavedSearch]) -> None:
        self._is_showing = True
        row = self.currentRow()
        self.clear()
        for one in searches:
            item = QListWidgetItem(one.name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            item.setData(_SAVED, one)
            item.setToolTip(one.query)
            self.addItem(item)
        self.setCurrentRow(min(row, self.count() - 1))
        self.show_chosen(self._chosen)
        self._is_showing = False
        rows = min(self.count(), _IN_SIGHT)
        self.setFixedHeight(rows * max(self.sizeHintForRow(0), 0) + 2 * self.frameWidth())

    def show_counts(self, counts: Mapping[SavedSearchId, int]) -> None:
        self._is_showing = True
        for row in range(self.count()):
            item = self.item(row)
            saved = _saved(item)
            number = counts.get(saved.id)
            shown = "" if number is None else QLocale().toString(number)
            item.setData(_COUNT, shown)
            said = self.tr("{0}: {1}").format(saved.name, shown) if shown else saved.name
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        self._is_showing = False

    def show_chosen(self, query: str) -> None:
        """Mark the line of a search; none if there is none."""
        self._chosen = query
        self.clearSelection()
        for row in range(self.count()):
            if _saved(self.item(row)).query == query:
                self.selectionModel().select(self.model().index(row, 0), _SELECT)

    def begin_renaming(self, key: SavedSearchId) -> None:
        for row in range(self.count()):
            if _saved(self.item(row)).id == key:
                self.setCurrentRow(row)
                self.setFocus(Qt.FocusReason.OtherFocusReason)
                self.editItem(self.item(row))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        item = self.currentItem()
        is_renaming = self.state() is QAbstractItemView.State.EditingState
        if not self.count() or is_renaming:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(_saved(item))
        elif event.key() == Qt.Key.Key_Delete:
            self.removal_requested.emit(_saved(item))
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        at = event.pos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            at = self.visualItemRect(self.currentItem()).center() if self.currentItem() else at
        if (item := self.itemAt(at)) is not None:
            self.menu_for(item).popup(self.viewport().mapToGlobal(QPoint(at)))

    def menu_for(self, item: QListWidgetItem) -> QMenu:
        """Return what can be done with a line."""
        saved, row = _saved(item), self.row(item)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("&Search")).triggered.connect(partial(self.chosen.emit, saved))
        menu.addAction(self.tr("&Rename")).triggered.connect(partial(self.editItem, item))
        menu.addSeparator()
        up, down = menu.addAction(self.tr("Move &up")), menu.addAction(self.tr("Move &down"))
        up.setEnabled(row > 0)
        down.setEnabled(row < self.count() - 1)
        up.triggered.connect(partial(self.move_requested.emit, saved, -1))
        down.triggered.connect(partial(self.move_requested.emit, saved, 1))
        menu.addSeparator()
        menu.addAction(self.tr("D&elete")).triggered.connect(
            partial(self.removal_requested.emit, saved)
        )
        return menu

    def _on_clicked(self, item: QListWidgetItem) -> None:
        self.chosen.emit(_saved(item))

    def _on_item_changed(self, item: QListWidgetItem) -> None:
        if not self._is_showing:
            self.renamed.emit(_saved(item), item.text())


def _saved(item: QListWidgetItem) -> SavedSearch:
    return cast(SavedSearch, item.data(_SAVED))


class _SavedDelegate(QStyledItemDelegate):
    """A name, and the count at the end of the line."""

    def __init__(self, view: _SavedList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802 - Qt's
        return QSize(0, option.fontMetrics.height() + _ROW_AIR)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        self.initStyleOption(option, index)
        name, option.text = option.text, ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        count = str(index.data(_COUNT) or "")
        metrics, room = option.fontMetrics, option.rect.adjusted(_EDGE, 0, -_EDGE, 0)
        wide = metrics.horizontalAdvance(count) + _GAP if count else 0
        words = room.adjusted(self._view.indent, 0, -wide, 0)
        rest = QStyle.visualRect(option.direction, room, words)
        leading, middle = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignVCenter
        trailing = Qt.AlignmentFlag.AlignRight
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_chosen:
            option.font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(option.font)
        role = QPalette.ColorRole.Link if is_chosen else QPalette.ColorRole.Text
        painter.setPen(option.palette.color(role))
        shown = QFontMetrics(option.font).elidedText(
            name, Qt.TextElideMode.ElideRight, rest.width()
        )
        painter.drawText(rest, QStyle.visualAlignment(option.direction, leading) | middle, shown)
        painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(room, QStyle.visualAlignment(option.direction, trailing) | middle, count)
