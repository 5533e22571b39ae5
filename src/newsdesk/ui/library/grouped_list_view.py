"""A list with headings between its rows, one of which stays at the top while one scrolls."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QStyleOptionViewItem, QWidget

from newsdesk.ui.library.grouped_rows import Heights
from newsdesk.ui.library.release_list_model import ReleaseListModel

_Index = QModelIndex | QPersistentModelIndex
_Move = QAbstractItemView.CursorAction
_PAGES = {_Move.MovePageUp: -1, _Move.MovePageDown: 1}
_UPWARDS = frozenset({_Move.MoveUp, _Move.MoveLeft, _Move.MovePageUp, _Move.MovePrevious})


class GroupedListView(QListView):
    """Headings are read, not chosen: keys pass over them and a click on one does nothing.

    Signals:
        group_requested(int): select all releases of this group.
    """

    group_requested = Signal(int)

    def __init__(self, model: ReleaseListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._releases = model
        self.setModel(model)

    # Where rows stand -----------------------------------------------------------------------

    def heights(self) -> Heights:
        """Return how high rows are; 0 where there is none."""
        rows = self._releases.rows
        heading = self.sizeHintForRow(0) if rows.is_grouped else 0
        return Heights(heading, max(0, self.sizeHintForRow(rows.row_of(0))))

    def top_of(self, row: int) -> int:
        return self._releases.rows.top_of(row, self.heights())

    def _sticking(self) -> tuple[int, QRect] | None:
        """Return the group at the top and where its heading stands, in the viewport."""
        if not self._releases.rows.is_grouped:
            return None
        heights = self.heights()
        found = self._releases.rows.sticking(self.verticalScrollBar().value(), heights)
        if found is None:
            return None
        return found[0], QRect(0, found[1], self.viewport().width(), heights.heading)

    def indexAt(self, point: QPoint) -> QModelIndex:  # noqa: N802 - Qt's name
        if (sticking := self._sticking()) is not None and sticking[1].contains(point):
            return self._releases.index(self._releases.rows.rows_of(sticking[0]).start - 1)
        return super().indexAt(point)

    # Moving ---------------------------------------------------------------------------------

    def moveCursor(  # noqa: N802 - Qt's name
        self, action: _Move, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        current = self.currentIndex()
        if action in _PAGES and current.isValid():
            index = self._releases.index(self._a_page_from(current.row(), _PAGES[action]))
        else:
            index = super().moveCursor(action, modifiers)
        row = index.row()
        if row < 0 or self._releases.rows.group_headed_at(row) is None:
            return index
        return self._releases.index(row - 1 if action in _UPWARDS and row else row + 1)

    def _a_page_from(self, row: int, way: int) -> int:
        """Return the row as far on as one sees; Qt looks at very many to find it."""
        rows, heights = self._releases.rows, self.heights()
        page = max(self.viewport().height() - heights.release, heights.release)
        top = rows.top_of(row, heights) + way * page
        return rows.row_at(max(0, top), heights)

    def scrollTo(  # noqa: N802 - Qt's name
        self,
        index: _Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        super().scrollTo(index, hint)
        if self._releases.rows.is_grouped and index.isValid():
            hidden = self.heights().heading - self.visualRect(index).top()  # below the heading
            if hidden > 0:
                bar = self.verticalScrollBar()
                bar.setValue(bar.value() - hidden)

    # Painting -------------------------------------------------------------------------------

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802 - Qt's name
        super().scrollContentsBy(dx, dy)
        if self._releases.rows.is_grouped:  # what stood at the top was moved along
            height = self.heights().heading + max(0, dy)
            self.viewport().update(0, 0, self.viewport().width(), height)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        sticking = self._sticking()
        if sticking is None or not event.region().intersects(sticking[1]):
            return
        group, place = sticking
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect = place  # pyright: ignore[reportAttributeAccessIssue] - the stubs know it not
        index = self._releases.index(self._releases.rows.rows_of(group).start - 1)
        painter = QPainter(self.viewport())
        self.itemDelegate().paint(painter, option, index)
        painter.end()

    # By mouse -------------------------------------------------------------------------------

    def group_at(self, point: QPoint) -> int | None:
        """Return the group whose heading is there, in the viewport; None if it is none."""
        index = self.indexAt(point)
        return self._releases.rows.group_headed_at(index.row()) if index.isValid() else None

    def show_group_menu(self, group: int, at: QPoint) -> None:
        """Offer what can be done with a group; `at` is in global coordinates."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        number = self._releases.headings()[group].number
        choose = menu.addAction(self.tr("Select all {0}").format(number))
        choose.triggered.connect(lambda: self.group_requested.emit(group))
        menu.popup(at)
