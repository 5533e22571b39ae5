"""The left pane: every release there is, found by list, filter or words."""

from collections.abc import Callable, Sequence
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QLocale, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedLayout, QVBoxLayout, QWidget

from newsdesk.domain.grouping import GroupBy, GroupedKeys
from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.query import ReleaseCounts, ReleaseSummary
from newsdesk.ui.changes import ChangeHub
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.library.empty_state import EmptyState
from newsdesk.ui.library.filter_bar import FilterBar
from newsdesk.ui.library.filters import Filter, words_of
from newsdesk.ui.library.heading import heading_of
from newsdesk.ui.library.list_reader import ListReader
from newsdesk.ui.library.listing import EVERYTHING, Listing
from newsdesk.ui.library.order_button import Order, OrderButton
from newsdesk.ui.library.release_list_model import ReleaseListModel
from newsdesk.ui.library.release_list_view import ReleaseListView, Sight
from newsdesk.ui.library.release_row_delegate import ReleaseRowDelegate
from newsdesk.ui.library.search_field import SearchField
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.theme.theme import Theme
from newsdesk.ui.theme.theme_controller import ThemeController

WIDTH_LEAST = 248
_GROUPINGS = {"": None} | {by.value: by for by in GroupBy}
_KEPT = frozenset(order.value for order in Order) - {Order.BEST.value}


class LibraryPanel(QWidget):
    """Shows what is stored and keeps showing it; its words and its choices are put in here.

    Signals:
        release_chosen(ReleaseId): the user moved to another row.
        release_opened(ReleaseId): the user wants to work on it.
        selection_edited(): the user selected more, fewer or others.
        list_changed(): something else is listed than before, or selected; by anyone.
        trash_requested(): the user wants what is selected put away.
        drag_requested(): the user drags what is selected out of the list.
        context_menu_requested(QPoint): in global coordinates, for what is selected.
        order_edited(str): the user chose another order, by its id.
        grouping_edited(str): the user chose other groups, by their id; "" are none.
        density_edited(bool): the user wants one line for each release, or three.
        new_requested(), import_requested(): offered while there is nothing.
        search_changed(str): something else is looked for; "" is nothing.
        search_kept(str): the user wants to keep what is looked for.
    """

    search_changed = Signal(str)
    search_kept = Signal(str)

    release_chosen = Signal(object)
    release_opened = Signal(object)
    selection_edited = Signal()
    list_changed = Signal()
    trash_requested = Signal()
    drag_requested = Signal()
    context_menu_requested = Signal(QPoint)
    order_edited = Signal(str)
    grouping_edited = Signal(str)
    density_edited = Signal(bool)
    new_requested = Signal()
    import_requested = Signal()

    def __init__(
        self,
        store: Store,
        hub: ChangeHub,
        themes: ThemeController,
        icons: Icons,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._reader = ListReader(store, hub, now, self)
        self._shown_total = 0
        self._listed: Listing | None = None  # what the list shows
        self._is_page_shown = False  # only the newest of what is found
        self._is_list_wanted = False  # Down or Enter in the search box, before the answer came
        self._leaving: set[ReleaseId] = set()  # their place in the list is passed on
        self._title, self._total = QLabel(self.tr("Library")), QLabel()
        self._search = SearchField(icons)
        self._search.complete_from(store)
        self._order = OrderButton(icons)
        self._filters = FilterBar(icons)
        self._model = ReleaseListModel(self._fetch, now, self)
        self._view = ReleaseListView(self._model)
        self._view.setAccessibleName(self.tr("Releases"))
        self._rows = ReleaseRowDelegate(themes, icons, now, self._view)
        self._view.setItemDelegate(self._rows)
        self._nothing = EmptyState(icons)
        self._lay_out()
        self._connect(themes, icons)

    # What the window shows ------------------------------------------------------------------

    def show_snapshot(
        self, rows: Sequence[ReleaseSummary], counts: ReleaseCounts, total: int
    ) -> None:
        """Show the beginning of the list as it was, before the store is asked.

        Args:
            total: how many releases the whole list has.
        """
        self._model.show(rows)
        self._listed = EVERYTHING
        self._filters.set_counts(counts)
        self._shown_total = total
        self._show_total()
        self._show_list_or_why_not()

    @Slot()
    def refresh(self) -> None:
        """Ask the store what is to be listed."""
        words = self._search.search_text()
        self._order.set_searching(is_searching=bool(words))
        listing = Listing(
            filter=self._filters.chosen(),
            words=words,
            order=self._order.chosen(),
            grouping=self._order.grouping(),
        )
        self._reader.ask(listing, with_page=listing != self._listed)

    def read_anew(self) -> None:
        """Ask also for the rows that are shown: another newsdesk may have changed them."""
        self._model.refresh()
        self.refresh()

    def set_current(self, release_id: ReleaseId | None) -> None:
        """Mark the release that is open; it is brought into sight once it is listed."""
        self._view.mark(release_id)

    def current(self) -> ReleaseId | None:
        return self._view.current()

    def selected_ids(self) -> list[ReleaseId]:
        return self._view.selected_ids()

    def shown_total(self) -> int:
        """Return how many releases are listed."""
        return self._shown_total

    def is_trash(self) -> bool:
        return self._filters.chosen() is Filter.TRASH

    def search_text(self) -> str:
        """Return what is looked for, as it stands in the search box."""
        return self._search.search_text()

    def add_to_head(self, widget: QWidget) -> None:
        """Put something beside the button of the order."""
        self._head.insertWidget(self._head.count() - 1, widget)

    def add_below(self, widget: QWidget) -> None:
        """Put something below the list."""
        layout = self.layout()
        if layout is not None:
            layout.addWidget(widget)

    def add_above_list(self, widget: QWidget) -> None:
        """Put something between the filters and the list."""
        self._above.addWidget(widget)

    def show_filters(self, *, is_shown: bool) -> None:
        """Offer the filters, or something else that narrows the list in their place.

        What one of them narrows it to then is looked for in words.
        """
        self._filters.setVisible(is_shown)
        if not is_shown and (words := words_of(self._filters.chosen())):
            self.look_for(f"{self.search_text()} {words}".strip())

    def focus_search(self) -> None:
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def focus_list(self) -> None:
        self._view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def look_for(self, text: str) -> None:
        """Show what is found by these words."""
        self._search.set_search_text(text)
        self._filters.set_chosen(Filter.ALL)
        self.refresh()

    def show_all(self) -> None:
        """List every release: no filter, no search."""
        self._search.set_search_text("")
        self._filters.set_chosen(Filter.ALL)
        self.refresh()

    def show_trash(self) -> None:
        """List everything that is in the trash."""
        self._search.set_search_text("")
        self._filters.set_chosen(Filter.TRASH)
        self.refresh()

    # The store ------------------------------------------------------------------------------

    def _fetch(
        self, ids: Sequence[ReleaseId], then: Callable[[Sequence[ReleaseSummary]], None]
    ) -> None:
        self._reader.fetch(self._listed.words if self._listed else "", ids, then)

    @Slot(object, object)
    def _on_page_read(self, listing: Listing, rows: Sequence[ReleaseSummary]) -> None:
        """Show the newest of what is found at once."""
        self._turn_to(listing)
        self._model.know(rows)
        self._view.show_ids([row.id for row in rows], Sight.TOP)
        self._is_page_shown = True
        self._show_list_or_why_not()

    def _turn_to(self, listing: Listing) -> None:
        """What is marked in the rows follows what is looked for."""
        is_other = (self._listed or EVERYTHING).words != listing.words
        self._listed = listing
        if is_other:
            self._model.forget()
            self.search_changed.emit(listing.words)

    @Slot(object, object)
    def _on_ids_read(self, listing: Listing, found: GroupedKeys) -> None:
        is_listed = listing == self._listed
        is_same = is_listed and not self._is_page_shown
        self._is_page_shown = False
        self._turn_to(listing)
        other = Sight.TOP if listing.words else Sight.MARKED
        by = listing.groups
        headings = [heading_of(group, by) for group in found.groups] if by else ()
        sight = Sight.SAME if is_listed else other
        succession = self._view.show_ids(found.keys, sight, headings)
        self._shown_total = len(found.keys)
        self._show_total()
        self._show_list_or_why_not()
        self._reader.wait_for(self._model.next_embargo_end())
        self.list_changed.emit()
        if succession is not None and is_same and self._is_put_away(succession.gone):
            self._view.choose(succession.successor)
        if self._is_list_wanted:
            self._go_to_list()

    def _is_put_away(self, release_id: ReleaseId) -> bool:
        """Tell trash from what merely fits no more: a published release is no draft, but open."""
        return (self._listed or EVERYTHING).is_everything or release_id in self._leaving

    @Slot(object)
    def _on_changed(self, touched: frozenset[UUID]) -> None:
        self._model.refresh(touched)
        self.refresh()

    @Slot()
    def _on_time_passed(self) -> None:
        self._view.viewport().update()
        self.refresh()

    # What is seen ---------------------------------------------------------------------------

    def _show_total(self) -> None:
        shown_total = self._shown_total
        listed = self._listed or EVERYTHING
        is_trash = listed.filter is Filter.TRASH
        self._title.setText(self.tr("Trash") if is_trash else self.tr("Library"))
        number = QLocale().toString(shown_total)
        self._total.setText(self.tr("{0} found").format(number) if listed.words else number)
        self._total.setAccessibleName(self.tr("%Ln release(s)", "", shown_total))

    def _show_list_or_why_not(self) -> None:
        had_focus = self._has_focus_in_place()
        is_empty = not self._model.ids()
        if is_empty:
            listed = self._listed or EVERYTHING
            self._nothing.show_reason(listed.filter, listed.words)
        self._stack.setCurrentWidget(self._nothing if is_empty else self._view)
        if had_focus and not self._has_focus_in_place():
            (self._search if is_empty else self._view).setFocus()

    def _has_focus_in_place(self) -> bool:
        in_place: list[QWidget] = [self._view, *self._nothing.ways_on()]
        return any(widget.hasFocus() for widget in in_place)

    def _lay_out(self) -> None:
        self.setObjectName("library")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(WIDTH_LEAST)
        self._title.setProperty("role", "heading")
        self._total.setProperty("role", "caption")
        self._head = head = QHBoxLayout()
        head.setContentsMargins(16, 0, 12, 0)
        head.setSpacing(6)
        head.addWidget(self._title)
        head.addWidget(self._total)
        head.addStretch(1)
        head.addWidget(self._order)
        fields = QVBoxLayout()
        fields.setContentsMargins(12, 0, 12, 0)
        fields.setSpacing(10)
        fields.addWidget(self._search)
        fields.addWidget(self._filters)
        self._stack = QStackedLayout()
        self._stack.addWidget(self._view)
        self._stack.addWidget(self._nothing)
        self._above = QVBoxLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 14, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(head)
        layout.addLayout(fields)
        layout.addLayout(self._above)
        layout.addLayout(self._stack, 1)

    def _connect(self, themes: ThemeController, icons: Icons) -> None:
        reader = self._reader
        reader.page_read.connect(self._on_page_read)
        reader.ids_read.connect(self._on_ids_read)
        reader.counted.connect(self._filters.set_counts)
        reader.changed.connect(self._on_changed)
        reader.time_passed.connect(self._on_time_passed)
        for changed in (themes.theme_changed, icons.icons_changed):
            changed.connect(self._view.viewport().update)
        themes.theme_changed.connect(self._on_theme_changed)
        self._view.set_ground(themes.theme.colour("side"))
        self._search.search_edited.connect(self._on_list_edited)
        self._search.save_requested.connect(self.search_kept)
        self._search.list_requested.connect(self._on_list_requested)
        self._filters.filter_edited.connect(self._on_list_edited)
        self._order.order_edited.connect(self._on_order_edited)
        self._order.grouping_edited.connect(self._on_grouping_edited)
        self._order.density_edited.connect(self._on_density_edited)
        self._view.release_chosen.connect(self.release_chosen)
        self._view.release_opened.connect(self.release_opened)
        self._view.selection_edited.connect(self.selection_edited)
        self._view.drag_requested.connect(self.drag_requested)
        self._view.trash_requested.connect(self._on_trash_requested)
        self._view.context_menu_requested.connect(self.context_menu_requested)
        self._nothing.new_requested.connect(self.new_requested)
        self._nothing.import_requested.connect(self.import_requested)
        self._nothing.clear_requested.connect(self._search.clear_search)
        self._nothing.all_requested.connect(self._on_all_requested)

    # What the user does ---------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape and self._search.text():
            self._search.clear_search()
        else:
            super().keyPressEvent(event)

    @Slot(object)
    def _on_theme_changed(self, theme: Theme) -> None:
        self._view.set_ground(theme.colour("side"))

    @Slot(object)
    def _on_list_edited(self, _what: object) -> None:
        self._is_list_wanted = False
        self.refresh()

    @Slot(object)
    def _on_order_edited(self, order: Order) -> None:
        self._on_list_edited(order)
        if order is not Order.BEST:  # that is of one search alone
            self.order_edited.emit(order.value)

    @Slot(object)
    def _on_grouping_edited(self, by: GroupBy | None) -> None:
        self._on_list_edited(by)
        self.grouping_edited.emit(by or "")

    @Slot(bool)
    def _on_density_edited(self, is_compact: bool) -> None:
        self._show_density(is_compact=is_compact)
        self.density_edited.emit(is_compact)

    def set_look(self, order: str, *, grouping: str = "", is_compact: bool) -> None:
        """List releases in an order and in groups, by their ids, and so densely, as the user did.

        Ids that are not known, of a newer newsdesk perhaps, change nothing.
        """
        before = (self._order.kept(), self._order.grouping())
        if order in _KEPT:
            self._order.set_chosen(Order(order))
        if grouping in _GROUPINGS:
            self._order.set_grouping(_GROUPINGS[grouping])
        if before != (self._order.kept(), self._order.grouping()):
            self.refresh()
        self._order.set_compact(is_compact=is_compact)
        self._show_density(is_compact=is_compact)

    def _show_density(self, *, is_compact: bool) -> None:
        if self._rows.is_compact != is_compact:
            self._rows.is_compact = is_compact
            self._view.fit_rows()

    @Slot()
    def _on_all_requested(self) -> None:
        self._filters.set_chosen(Filter.ALL)
        self.refresh()

    @Slot()
    def _on_list_requested(self) -> None:
        self._is_list_wanted = True
        if self._reader.has_ids:
            self._go_to_list()

    def _go_to_list(self) -> None:
        """Go from the search box to the marked release, or to the first if it was not found."""
        self._is_list_wanted = False
        if ids := self._model.ids():
            self.focus_list()
            if self._view.current() is None:
                self._view.choose(ids[0])

    @Slot()
    def _on_trash_requested(self) -> None:
        if not self.is_trash():
            self._leaving = set(self._view.selected_ids())
            self.trash_requested.emit()
