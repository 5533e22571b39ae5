"""The pane before the library: what its list can be narrowed to, counted."""

from collections.abc import Callable, Collection, Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QFrame, QScrollArea, QVBoxLayout, QWidget

from newsdesk.domain.facets import Chosen, Facets
from newsdesk.domain.narrowing import Choice, narrowed
from newsdesk.ui.i18n import translate
from newsdesk.ui.library.facet_delegate import INDENT
from newsdesk.ui.library.facet_lines import ALL, TITLES, TRASH
from newsdesk.ui.library.facet_model import FacetLine
from newsdesk.ui.library.facet_section import FacetSection
from newsdesk.ui.library.facet_view import FacetView
from newsdesk.ui.library.saved_searches import SavedSearches
from newsdesk.ui.library.sidebar_keys import SidebarKeys, Stop
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.theme.theme_controller import ThemeController
from newsdesk.ui.widgets.section import Section

_SAVED = "saved"
_MARGIN = 10  # kept free around what the keyboard is at


class Sidebar(QWidget):
    """Writes what is chosen into the search of the list, and marks what stands there.

    Signals:
        search_requested(str): the user wants the list to be narrowed to this.
        all_requested(), trash_requested(): likewise, to everything, or to the trash.
        list_requested(): the user is done here.
        term_edit_requested(TermEntry): the user wants to change it in its vocabulary.
        releases_dropped(TermEntry, list): the user dropped releases on a term, by their ids.
        closed_sections_edited(tuple): names of the sections that are folded away now, after the
            user folded or opened one.
    """

    search_requested = Signal(str)
    all_requested = Signal()
    trash_requested = Signal()
    list_requested = Signal()
    term_edit_requested = Signal(object)
    releases_dropped = Signal(object, list)
    closed_sections_edited = Signal(tuple)

    def __init__(
        self,
        saved: SavedSearches,
        typed: Callable[[], str],
        themes: ThemeController,
        icons: Icons,
        parent: QWidget | None = None,
    ) -> None:
        """Make it without a line.

        Args:
            saved: stands here while it is lent: see `take_saved`.
            typed: returns what stands in the search box, perhaps before it is looked for.
        """
        super().__init__(parent)
        self.setAccessibleName(self.tr("Sidebar"))
        self._saved = saved
        self._typed = typed
        self._facets = Facets()
        self._text = ""
        self._is_trash = False
        self._sections = {
            name: FacetSection(translate("Sidebar", title), themes, icons)
            for name, title in TITLES.items()
        }
        self._trash = FacetView(themes, icons)
        self._trash.setAccessibleName(self.tr("Trash"))
        self._keys = SidebarKeys(self, self._stops)
        self._keys.escaped.connect(self.list_requested)
        self._keys.went.connect(self._reveal)
        self._lay_out()
        self._connect()

    def take_saved(self) -> None:
        """Show the saved searches here, wherever they were."""
        self._saved.set_inset(0, indent=INDENT)
        self._column.insertWidget(1, self._saved)

    def show_facets(self, facets: Facets, lines: Mapping[str, Sequence[FacetLine]]) -> None:
        """List what there is now; `lines` are those that `lines_of` makes of it."""
        self._facets = facets
        for name, section in self._sections.items():
            section.show_lines(lines[name])
        self._trash.show_lines(lines[TRASH])
        self._show_trash()
        self._show_chosen()

    def show_search(self, text: str, *, is_trash: bool) -> None:
        """Mark what the list is narrowed to."""
        if (text, is_trash) != (self._text, self._is_trash):
            self._text, self._is_trash = text, is_trash
            self._show_trash()
            self._show_chosen()

    def set_closed_sections(self, names: Collection[str]) -> None:
        """Fold these sections away and open the others."""
        for name, section in self._all_sections().items():
            section.set_open(name not in names)

    # What is seen -----------------------------------------------------------------------------

    def _show_trash(self) -> None:
        """Offer the trash where anything is in it, and while it is looked at."""
        self._foot.setVisible(bool(self._facets.trashed) or self._is_trash)

    def _show_chosen(self) -> None:
        chosen = Chosen() if self._is_trash else self._facets.chosen(self._text)
        if not self._text and not self._is_trash:
            chosen = Chosen(frozenset({ALL}))
        for section in self._sections.values():
            section.set_chosen(chosen)
        self._trash.lines.set_chosen(Chosen(frozenset({TRASH} if self._is_trash else ())))

    def _lay_out(self) -> None:
        self._content = QWidget()
        self._content.setObjectName("sidebar_column")
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(8, 10, 8, 10)
        self._column.setSpacing(2)
        for section in self._sections.values():
            self._column.addWidget(section)
        self._column.addStretch(1)
        self._foot = QWidget()  # always in sight
        self._foot.setObjectName("sidebar_foot")
        self._foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(8, 6, 8, 6)
        foot.addWidget(self._trash)
        self._foot.hide()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(self._content)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self._foot)
        self._fit_foot()

    @Slot()
    def _fit_foot(self) -> None:
        """Let its count stand below the others, whether or not there is a bar beside them."""
        bar = self._scroll.verticalScrollBar()
        gutter = bar.sizeHint().width() if bar.maximum() else 0
        is_rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left, right = (gutter, 0) if is_rtl else (0, gutter)
        self._foot.setContentsMargins(left, 0, right, 0)

    # What the user does -----------------------------------------------------------------------

    def _connect(self) -> None:
        for view in (*(section.view for section in self._sections.values()), self._trash):
            view.line_chosen.connect(self._on_chosen)
            view.term_edit_requested.connect(self.term_edit_requested)
            view.releases_dropped.connect(self._on_dropped)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._fit_foot)
        for section in self._all_sections().values():
            section.fold_edited.connect(self._on_fold_edited)
        for stop in self._every_stop():
            self._keys.watch(stop)
            stop.lines.selectionModel().currentChanged.connect(self._reveal_current)

    def _all_sections(self) -> dict[str, Section]:
        return {**self._sections, _SAVED: self._saved.section}

    def _every_stop(self) -> list[Stop]:
        states, *others = (Stop(one.view, one) for one in self._sections.values())
        saved = Stop(self._saved.lines, self._saved.section)
        return [states, saved, *others, Stop(self._trash)]

    def _stops(self) -> Sequence[Stop]:
        """Return the parts that are shown here."""
        return [
            stop
            for stop in self._every_stop()
            if self.isAncestorOf(stop.lines) and (stop.section or stop.lines).isVisible()
        ]

    @Slot(object, object)
    def _on_chosen(self, line: FacetLine, choice: Choice) -> None:
        if line.facet is not None:
            text = narrowed(self._typed(), line.facet, choice, self._facets)
            self.search_requested.emit(text)
        elif line.key == TRASH and not self._is_trash:
            self.trash_requested.emit()
        else:
            self.all_requested.emit()

    @Slot(object, list)
    def _on_dropped(self, line: FacetLine, ids: list[object]) -> None:
        if line.facet is not None and line.facet.entry is not None:
            self.releases_dropped.emit(line.facet.entry, ids)

    @Slot(bool)
    def _on_fold_edited(self, _is_open: bool) -> None:
        sections = self._all_sections().items()
        self.closed_sections_edited.emit(tuple(n for n, one in sections if not one.is_open()))

    @Slot(QModelIndex, QModelIndex)
    def _reveal_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        """Scroll to the line that the keyboard is at."""
        for stop in self._stops():
            if stop.lines.hasFocus() and stop.lines.model() is current.model():
                self._reveal(stop.lines)

    @Slot(QWidget)
    def _reveal(self, widget: QWidget) -> None:
        """Scroll to a title, or to the current one of some lines."""
        if not self._content.isAncestorOf(widget):
            return
        is_view = isinstance(widget, QAbstractItemView)
        rect = widget.visualRect(widget.currentIndex()) if is_view else widget.rect()
        top = widget.mapTo(self._content, QPoint(0, rect.top())).y()
        self._scroll.ensureVisible(0, top + rect.height(), 0, _MARGIN)
        self._scroll.ensureVisible(0, top, 0, _MARGIN)
