"""The pane before the library: what its list can be narrowed to, counted."""

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QFrame, QScrollArea, QVBoxLayout, QWidget

from newsdesk.domain.facets import Chosen, Facet, Facets
from newsdesk.domain.narrowing import Choice, narrowed
from newsdesk.domain.search import Mark as SearchMark
from newsdesk.domain.search import Operator
from newsdesk.domain.workflow import State
from newsdesk.ui.i18n import QT_TRANSLATE_NOOP, translate
from newsdesk.ui.library.facet_model import FacetLine
from newsdesk.ui.library.facet_section import FacetSection
from newsdesk.ui.library.facet_view import FacetView
from newsdesk.ui.library.saved_searches import SavedSearches
from newsdesk.ui.library.sidebar_keys import SidebarKeys, Stop
from newsdesk.ui.library.status import chip_of, state_name
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.theme.theme_controller import ThemeController
from newsdesk.ui.widgets.section import Section

ALL, TRASH = "all", "trash"
_TITLES: Mapping[str, str] = {  # in the order shown; the saved searches stand behind the first
    "states": QT_TRANSLATE_NOOP("Sidebar", "States"),
    "countries": QT_TRANSLATE_NOOP("Sidebar", "Countries"),
    "themes": QT_TRANSLATE_NOOP("Sidebar", "Themes"),
    "tags": QT_TRANSLATE_NOOP("Sidebar", "Tags"),
    "languages": QT_TRANSLATE_NOOP("Sidebar", "Languages"),
}
_SAVED = "saved"
_MARGIN = 10  # kept free around what the keyboard is at
_OPERATORS = {
    "countries": Operator.COUNTRY,
    "themes": Operator.THEME,
    "tags": Operator.TAG,
    "languages": Operator.LANG,
}


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
        themes: ThemeController,
        icons: Icons,
        parent: QWidget | None = None,
    ) -> None:
        """`saved` stands here while it is lent: see `take_saved`."""
        super().__init__(parent)
        self.setAccessibleName(self.tr("Sidebar"))
        self._saved = saved
        self._facets = Facets()
        self._text = ""
        self._is_trash = False
        self._sections = {
            name: FacetSection(translate("Sidebar", title), themes, icons)
            for name, title in _TITLES.items()
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
        self._column.insertWidget(1, self._saved)

    def show_facets(self, facets: Facets) -> None:
        """List what there is now."""
        self._facets = facets
        self._sections["states"].show_lines(self._states())
        for name, operator in _OPERATORS.items():
            self._sections[name].show_lines([_line(facet) for facet in facets.of(operator)])
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

    def _states(self) -> list[FacetLine]:
        lines = [FacetLine(key=ALL, name=self.tr("All"), count=self._facets.total, icon="file")]
        lines += [_line(facet) for facet in self._facets.of(Operator.STATE)]
        return lines + [_line(facet) for facet in self._facets.of(Operator.IS)]

    def _show_trash(self) -> None:
        """Offer the trash where anything is in it, and while it is looked at."""
        count = self._facets.trashed
        self._trash.show_lines(
            [FacetLine(key=TRASH, name=self.tr("Trash"), count=count, icon="trash")]
        )
        self._trash.setVisible(bool(count) or self._is_trash)

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
        self._column.addWidget(self._trash)
        self._column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(self._content)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._scroll)

    # What the user does -----------------------------------------------------------------------

    def _connect(self) -> None:
        for view in (*(section.view for section in self._sections.values()), self._trash):
            view.line_chosen.connect(self._on_chosen)
            view.term_edit_requested.connect(self.term_edit_requested)
            view.releases_dropped.connect(self._on_dropped)
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
            self.search_requested.emit(narrowed(self._text, line.facet, choice, self._facets))
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
        is_view = isinstance(widget, QAbstractItemView)
        rect = widget.visualRect(widget.currentIndex()) if is_view else widget.rect()
        top = widget.mapTo(self._content, QPoint(0, rect.top())).y()
        self._scroll.ensureVisible(0, top + rect.height(), 0, _MARGIN)
        self._scroll.ensureVisible(0, top, 0, _MARGIN)


def _line(facet: Facet) -> FacetLine:
    value = facet.condition.partition(":")[2]
    name, icon, chip, colour = facet.name, "", "", ""
    if facet.operator is Operator.STATE:
        name, chip = state_name(State(value)), chip_of(State(value))
    elif facet.operator is Operator.IS:
        is_star = value == SearchMark.STARRED
        name = translate("Sidebar", _MARKS[SearchMark(value)])
        icon, chip = ("starred", "") if is_star else ("", "embargoed")
    elif facet.entry is not None and facet.entry.colour is not None:
        colour = f"term_{facet.entry.colour}"
    return FacetLine(
        key=facet.condition,
        name=name,
        count=facet.count,
        facet=facet,
        icon=icon,
        chip=chip,
        colour=colour,
    )


_MARKS: Mapping[SearchMark, str] = {
    SearchMark.EMBARGOED: QT_TRANSLATE_NOOP("Sidebar", "Embargoed"),
    SearchMark.STARRED: QT_TRANSLATE_NOOP("Sidebar", "Starred"),
}
