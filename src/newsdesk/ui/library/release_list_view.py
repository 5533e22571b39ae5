"""The list of releases as a person moves in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QMouseEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from newsdesk.domain.ids import ReleaseId
from newsdesk.ui.library.grouped_list_view import GroupedListView
from newsdesk.ui.library.heading import Heading
from newsdesk.ui.library.release_list_model import ReleaseListModel

_ROWS_AT_ONCE = 1_024  # laid out before anything else happens; of a grouped list
_Layout = QListView.LayoutMode
_SELECTED = QItemSelectionModel.SelectionFlag.ClearAndSelect
_NOT_SELECTED = QItemSelectionModel.SelectionFlag.NoUpdate


class Sight(Enum):
    """What one looks at once other ids are listed."""

    SAME = auto()  # the rows in sight before
    TOP = auto()
    MARKED = auto()  # the marked release


class Succession(NamedTuple):
    """A release that left the list, and the one that stands in its place."""

    gone: ReleaseId
    successor: ReleaseId


@dataclass(frozen=True, slots=True)
class _Place:
    """Where one looks and what is selected, by ids, so that it is found again."""

    selected: Sequence[ReleaseId]
    anchor: ReleaseId | None  # a release in sight; None at the top of the list
    offset: int  # px, from the upper edge of the view down to it


class ReleaseListView(GroupedListView):
    """One release is marked: the one that is open, whether or not it is listed.

    Signals:
        release_chosen(ReleaseId): the user moved to another one.
        release_opened(ReleaseId): the user wants to work on it.
        selection_edited(): the user selected more, fewer or others.
        trash_requested(): of what is selected.
        drag_requested(): what is selected is being dragged out.
        context_menu_requested(QPoint): in global coordinates, for what is selected.
    """

    release_chosen = Signal(object)
    release_opened = Signal(object)
    selection_edited = Signal()
    trash_requested = Signal()
    drag_requested = Signal()
    context_menu_requested = Signal(QPoint)

    def __init__(self, model: ReleaseListModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._marked: ReleaseId | None = None
        self._last_marked: ReleaseId | None = None
        self._is_to_be_revealed = False
        self._is_setting = self._is_pressing = False
        self._sought: int | None = None  # where to scroll once the list is laid out so far, px
        self.setObjectName("release_list")
        self.setUniformItemSizes(True)
        self.setBatchSize(_ROWS_AT_ONCE)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setDragEnabled(True)
        self.setMouseTracking(True)
        self.doubleClicked.connect(self._on_double_clicked)
        self.group_requested.connect(self.select_group)
        chosen = self.selectionModel()
        chosen.currentChanged.connect(self._on_current_changed)
        chosen.selectionChanged.connect(self._on_selection_changed)
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(self._on_range_changed)
        bar.actionTriggered.connect(self._on_scrolled)

    def set_ground(self, colour: QColor) -> None:
        """Stand on this colour alone: rows that stay in sight are moved by scrolling, not painted.

        What lies on a ground that may shine through is painted anew.
        """
        viewport = self.viewport()
        palette = viewport.palette()
        palette.setColor(QPalette.ColorRole.Base, colour)
        viewport.setPalette(palette)
        viewport.setBackgroundRole(QPalette.ColorRole.Base)
        viewport.setAutoFillBackground(True)

    # What is chosen -------------------------------------------------------------------------

    def current(self) -> ReleaseId | None:
        """Return the release that one stands on; None if it is not selected."""
        index = self.currentIndex()
        if index.isValid() and self.selectionModel().isSelected(index):
            return self._releases.id_at(index.row())
        return None

    def selected_ids(self) -> list[ReleaseId]:
        """Return them in the order of the list."""
        ids = self._releases.ids()
        chosen = self.selectionModel().selection().toList()
        ends = sorted((part.top(), part.bottom()) for part in chosen)
        parts = (self._releases.rows.places_between(*both) for both in ends)
        return [key for part in parts for key in ids[part.start : part.stop]]

    def mark(self, release_id: ReleaseId | None) -> None:
        """Select this release alone and bring it into sight, now or once it is listed."""
        if release_id is not None and release_id == self._marked == self.current():
            return  # that is where the user went, perhaps selecting others on the way
        self._set_marked(release_id)
        self._is_to_be_revealed = release_id is not None
        self._select([])
        self._reveal_marked()

    def choose(self, release_id: ReleaseId) -> None:
        """Go to a listed release in the user's name."""
        row = self._releases.row_of(release_id)
        if row is not None:
            self.setCurrentIndex(self._releases.index(row))
            self._reveal(row)

    def show_ids(
        self, ids: Sequence[ReleaseId], sight: Sight, headings: Sequence[Heading] = ()
    ) -> Succession | None:
        """List these; what was selected stays so. Tell if the release last marked left the list.

        Args:
            headings: of the groups they stand in; none: no groups.
        """
        place, before = self._place(), self._releases.ids()
        was_at = self._last_marked_place()
        # the height of each row is asked for only where they differ: that takes its time
        self.setUniformItemSizes(not headings)
        self.setLayoutMode(_Layout.Batched if headings else _Layout.SinglePass)
        if not self._releases.set_ids(ids, headings):
            return None
        self.doItemsLayout()
        self._select(place.selected)
        if sight is not Sight.SAME or place.anchor is None:
            self._seek(0)
        elif (row := self._releases.row_of(place.anchor)) is not None:
            self._seek(self.top_of(row) - place.offset)
        self._is_to_be_revealed |= sight is Sight.MARKED
        self._reveal_marked()
        return None if was_at is None else self._succession(before, was_at)

    def _set_marked(self, release_id: ReleaseId | None) -> None:
        self._marked = release_id
        self._last_marked = release_id or self._last_marked

    def _last_marked_place(self) -> int | None:
        if self._last_marked is None:
            return None
        if self.current() == self._last_marked:
            return self._releases.rows.place_of(self.currentIndex().row())
        row = self._releases.row_of(self._last_marked)
        return None if row is None else self._releases.rows.place_of(row)

    def _succession(self, before: Sequence[ReleaseId], was_at: int) -> Succession | None:
        ids, row_of = self._releases.ids(), self._releases.row_of
        if row_of(before[was_at]) is not None or not ids:
            return None
        below = (key for key in before[was_at + 1 :] if row_of(key) is not None)
        return Succession(before[was_at], next(below, ids[-1]))

    def _select(self, selected: Sequence[ReleaseId]) -> None:
        """Select what of these is listed, at least the marked one, without a word."""
        rows = sorted(row for row in map(self._releases.row_of, selected) if row is not None)
        marked = None if self._marked is None else self._releases.row_of(self._marked)
        if marked is not None and not rows:
            rows = [marked]
        selection = QItemSelection()
        for first, last in _stretches(rows):
            selection.select(self._releases.index(first), self._releases.index(last))
        current = QModelIndex() if marked is None else self._releases.index(marked)
        self._is_setting = True
        self.setAutoScroll(False)
        self.selectionModel().select(selection, _SELECTED)
        self.selectionModel().setCurrentIndex(current, _NOT_SELECTED)
        self.setAutoScroll(True)
        self._is_setting = False

    @Slot(int)
    def select_group(self, group: int) -> None:
        """Select the releases below a heading in the user's name."""
        rows = self._releases.rows.rows_of(group)
        first, last = self._releases.index(rows[0]), self._releases.index(rows[-1])
        self.selectionModel().select(QItemSelection(first, last), _SELECTED)

    def fit_rows(self) -> None:
        """Lay out anew: the rows have another height. What one looks at stays in sight."""
        place = self._place()
        self.doItemsLayout()
        row = None if place.anchor is None else self._releases.row_of(place.anchor)
        self._seek(0 if row is None else self.top_of(row) - self.heights().heading)

    # Where one looks ------------------------------------------------------------------------

    def _place(self) -> _Place:
        top = self._top()
        anchor, offset = None, 0
        rows, heights = self._releases.rows, self.heights()
        if top and heights.release:
            first = rows.row_at(top, heights)
            # the marked release may be about to go elsewhere: that is what saving does
            for row in range(first, min(first + 3, len(rows))):
                if (key := self._releases.id_at(row)) not in (None, self._marked):
                    anchor, offset = key, self.top_of(row) - top
                    break
        return _Place(self.selected_ids(), anchor, offset)

    def _top(self) -> int:
        """Return where one looks, or will as soon as the list is laid out so far."""
        return self.verticalScrollBar().value() if self._sought is None else self._sought

    def _reveal_marked(self) -> None:
        row = None if self._marked is None else self._releases.row_of(self._marked)
        if self._is_to_be_revealed and row is not None:
            self._is_to_be_revealed = False
            self._reveal(row)

    def _reveal(self, row: int) -> None:
        """Bring a row into sight, in the middle if it is out of it."""
        heading, height = self.heights()
        room, top, begin = self.viewport().height(), self._top(), self.top_of(row)
        if not top + heading <= begin <= top + room - height:
            self._seek(max(0, begin - (room - height) // 2))

    def _seek(self, top: int) -> None:
        """Scroll to `top` px, as soon as the list is laid out so far."""
        self._sought = max(0, top)
        self._scroll_to_sought()

    def _scroll_to_sought(self) -> None:
        if self._sought is None:
            return
        bar = self.verticalScrollBar()
        whole = self.top_of(len(self._releases.rows))
        wanted = min(self._sought, max(0, whole - self.viewport().height()))
        if wanted <= bar.maximum():
            self._sought = None
            bar.setValue(wanted)

    def dataChanged(  # noqa: N802 - Qt's name
        self,
        top_left: QModelIndex | QPersistentModelIndex,
        bottom_right: QModelIndex | QPersistentModelIndex,
        roles: Sequence[int] = (),
    ) -> None:
        """Paint anew what is seen of it.

        `QListView` would lay out the whole list again, and all rows are as high.
        """
        top, room = self.verticalScrollBar().value(), self.viewport().height()
        begin = self.top_of(top_left.row()) - top
        end = self.top_of(bottom_right.row() + 1) - top
        if begin < room and end > 0:
            QAbstractItemView.dataChanged(self, top_left, bottom_right, roles)

    # Qt's events ----------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        index = self.currentIndex()
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if index.isValid():
                self._open(index)
            case Qt.Key.Key_Delete if self.selectionModel().hasSelection():
                self.trash_requested.emit()
            case _:
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        # below the last row there is nothing to choose, and nothing is let go of
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and not self._releases.is_heading(index.row()):
            control = Qt.KeyboardModifier.ControlModifier
            # of several that may be dragged, one is let go of when the button is
            is_let_go = event.modifiers() & control and self.selectionModel().isSelected(index)
            self._is_pressing = True  # Qt moves there before it knows whether to select it
            super().mousePressEvent(event)
            self._is_pressing = False
            if not is_let_go:
                self._tell_if_moved()

    def startDrag(self, _actions: Qt.DropAction) -> None:  # noqa: N802 - Qt's name
        self.drag_requested.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        position = event.pos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            position = self.visualRect(self.currentIndex()).center()
        if (group := self.group_at(position)) is not None:
            self.show_group_menu(group, self.viewport().mapToGlobal(position))
        elif self.indexAt(position).isValid():
            self.context_menu_requested.emit(self.viewport().mapToGlobal(position))

    @Slot(QModelIndex)
    def _on_double_clicked(self, index: QModelIndex) -> None:
        self._open(index)

    def _open(self, index: QModelIndex | QPersistentModelIndex) -> None:
        if (release_id := self._releases.id_at(index.row())) is None:
            return
        if not self.selectionModel().isSelected(index):
            self.setCurrentIndex(index)
        self.release_opened.emit(release_id)

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        self._tell_if_moved()

    @Slot(QItemSelection, QItemSelection)
    def _on_selection_changed(self, _more: QItemSelection, _fewer: QItemSelection) -> None:
        if not self._is_setting:
            self._tell_if_moved()
            self.selection_edited.emit()

    def _tell_if_moved(self) -> None:
        """Getting the focus is no move: it may put one on a row that is not selected."""
        if self._is_setting or self._is_pressing:
            return
        current = self.current()
        if current is not None and current != self._marked:
            self._set_marked(current)
            self._is_to_be_revealed = False
            self.release_chosen.emit(current)

    @Slot(int, int)
    def _on_range_changed(self, _least: int, _most: int) -> None:
        self._scroll_to_sought()

    @Slot(int)
    def _on_scrolled(self, _action: int) -> None:
        self._sought = None


def _stretches(rows: Sequence[int]) -> list[tuple[int, int]]:
    """Return the first and last of each run of neighbours in ascending `rows`."""
    stretches: list[tuple[int, int]] = []
    for row in rows:
        if stretches and stretches[-1][1] == row - 1:
            stretches[-1] = (stretches[-1][0], row)
        else:
            stretches.append((row, row))
    return stretches
