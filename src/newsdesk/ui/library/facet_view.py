"""The lines of one part of the sidebar, as a person moves in them."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QMenu,
    QWidget,
)

from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.narrowing import Choice
from newsdesk.domain.vocabulary import TermEntry
from newsdesk.ui.drag_out import RELEASES
from newsdesk.ui.library.facet_delegate import FacetDelegate
from newsdesk.ui.library.facet_model import FacetLine, FacetModel, Mark
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.theme.theme_controller import ThemeController

IN_SIGHT = 16  # of more lines than these the list scrolls by itself
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class FacetView(QListView):
    """As high as its lines. What is chosen follows the search of the list, not the mouse.

    Signals:
        line_chosen(FacetLine, Choice): a click or Enter; Ctrl adds it, Alt leaves it out.
        term_edit_requested(TermEntry): the user wants to change it in its vocabulary.
        releases_dropped(FacetLine, list): the user dropped releases, by their ids, on a term.
    """

    line_chosen = Signal(object, object)
    term_edit_requested = Signal(object)
    releases_dropped = Signal(object, list)

    def __init__(
        self, themes: ThemeController, icons: Icons, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.lines = FacetModel(self)
        self.setObjectName("facets")
        self.setModel(self.lines)
        self._delegate = FacetDelegate(themes, icons, self)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.viewport().setAcceptDrops(True)
        self._pressed: str | None = None
        for changed in (themes.theme_changed, icons.icons_changed):
            changed.connect(self._on_look_changed)

    def show_lines(self, lines: Sequence[FacetLine]) -> None:
        """List these; the one that the keyboard is at stays so."""
        current = self.current()
        place = self.verticalScrollBar().value()
        self.lines.set_lines(lines)
        self.go_to(current.key if current else "")
        self.verticalScrollBar().setValue(place)
        self.fit()

    def current(self) -> FacetLine | None:
        """Return the line that the keyboard is at."""
        index = self.currentIndex()
        return self.lines.shown()[index.row()] if index.isValid() else None

    def go_to(self, key: str) -> None:
        """Let the keyboard be at a line, if it is shown."""
        keys = [line.key for line in self.lines.shown()]
        if key in keys:
            self.setCurrentIndex(self.lines.index(keys.index(key)))

    def fit(self) -> None:
        """Be as high as the lines are, or as many of them as are seen at once."""
        rows = min(self.lines.rowCount(), IN_SIGHT)
        self.setFixedHeight(rows * max(self.sizeHintForRow(0), 0) + 2 * self.frameWidth())

    def _on_look_changed(self) -> None:
        self.viewport().update()
        self.fit()

    # What the user does -----------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.lines.rowCount():
            self.setCurrentIndex(self.lines.index(0))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        line = self.current()
        if event.key() in _ENTER and line is not None:
            self.line_chosen.emit(line, _choice(event.modifiers()))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        super().mousePressEvent(event)
        is_left = event.button() is Qt.MouseButton.LeftButton
        line = self._line_at(event.position().toPoint())
        self._pressed = line.key if line is not None and is_left else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        super().mouseReleaseEvent(event)
        line, pressed = self._line_at(event.position().toPoint()), self._pressed
        self._pressed = None
        if line is not None and line.key == pressed:
            self.line_chosen.emit(line, _choice(event.modifiers()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Take the second click for none: it would take back what the first one chose."""
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        at = event.pos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            at = self.visualRect(self.currentIndex()).center()
        if (line := self._line_at(at)) is not None:
            self.menu_for(line).popup(self.viewport().mapToGlobal(QPoint(at)))

    def menu_for(self, line: FacetLine) -> QMenu:
        """Return what can be done with a line."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        mark = self.lines.mark(line)
        if line.facet is None:
            self._add(menu, self.tr("&Show"), line, Choice.ONLY)
            return menu
        if mark is Mark.CHOSEN:
            self._add(menu, self.tr("&Take out of the search"), line, Choice.ALSO)
        else:
            self._add(menu, self.tr("&Search"), line, Choice.ONLY)
            self._add(menu, self.tr("&Add to the search"), line, Choice.ALSO)
        if mark is Mark.LEFT_OUT:
            self._add(menu, self.tr("Leave out no &longer"), line, Choice.NOT)
        else:
            self._add(menu, self.tr("&Leave out of the search"), line, Choice.NOT)
        if line.facet.entry is not None:
            menu.addSeparator()
            editing = menu.addAction(self.tr("&Edit in Vocabularies…"))
            editing.triggered.connect(partial(self.term_edit_requested.emit, line.facet.entry))
        return menu

    def _add(self, menu: QMenu, text: str, line: FacetLine, choice: Choice) -> None:
        menu.addAction(text).triggered.connect(partial(self.line_chosen.emit, line, choice))

    def _line_at(self, at: QPoint) -> FacetLine | None:
        index = self.indexAt(at)
        return self.lines.shown()[index.row()] if index.isValid() else None

    # Dropping releases on a term --------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        self._follow_drag(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802 - Qt's name
        self._follow_drag(event)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:  # noqa: N802 - Qt's name
        self._show_below(None)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        line = self._line_at(event.position().toPoint())
        self._show_below(None)
        if line is not None and _entry(line) is not None and (ids := _ids(event)):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.releases_dropped.emit(line, ids)
        else:
            event.ignore()

    def _follow_drag(self, event: QDragMoveEvent) -> None:
        """Take releases, over a term that they can be filed under."""
        line = self._line_at(event.position().toPoint())
        is_possible = line is not None and _entry(line) is not None and bool(_ids(event))
        self._show_below(line.key if line is not None and is_possible else None)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.setAccepted(is_possible)

    def _show_below(self, key: str | None) -> None:
        if key != self._delegate.below:
            self._delegate.below = key
            self.viewport().update()


def _choice(modifiers: Qt.KeyboardModifier) -> Choice:
    if modifiers & Qt.KeyboardModifier.AltModifier:
        return Choice.NOT
    return Choice.ALSO if modifiers & Qt.KeyboardModifier.ControlModifier else Choice.ONLY


def _entry(line: FacetLine) -> TermEntry | None:
    return line.facet.entry if line.facet is not None else None


def _ids(event: QDropEvent) -> list[ReleaseId]:
    text = bytes(event.mimeData().data(RELEASES).data()).decode("ascii", "replace")
    return [ReleaseId(UUID(key)) for key in text.split()]
