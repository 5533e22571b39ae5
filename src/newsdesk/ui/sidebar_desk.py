"""The sidebar while it is wanted, and its ties with the library beside it."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QElapsedTimer, QObject, Slot
from PySide6.QtGui import QAction

from newsdesk.domain.changes import Changes, Subject
from newsdesk.domain.errors import NewsdeskError
from newsdesk.domain.facets import Facets
from newsdesk.domain.filing import Filing
from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.search import Operator
from newsdesk.domain.vocabulary import TermEntry
from newsdesk.ui.actions.spec import Commands
from newsdesk.ui.changes import ChangeHub
from newsdesk.ui.command_context import CommandContext
from newsdesk.ui.i18n import language_here
from newsdesk.ui.library.saved_searches import SavedSearches
from newsdesk.ui.lifetime import Lifetime
from newsdesk.ui.timers import single_shot
from newsdesk.ui.widgets.buttons import action_button

if TYPE_CHECKING:
    from newsdesk.services.desk import Desk
    from newsdesk.ui.library.facet_model import FacetLine
    from newsdesk.ui.library.sidebar import Sidebar

    _Counted: TypeAlias = tuple[Facets, Mapping[str, Sequence[FacetLine]]]

_COALESCE_MS = 400  # what is stored together is counted together
_REST = 4  # times as long as counting took: of tens of thousands of terms it takes seconds
_MINUTE_MS = 60_000
_INSET = 8  # of the saved searches above the list


class SidebarDesk(QObject):
    """Makes the sidebar when it is first shown, and counts only while it is.

    The filters above the list say less of the same: they are not shown beside it. The saved
    searches stand here while it is there, and above the list while it is not.
    """

    def __init__(
        self,
        context: CommandContext,
        saved: SavedSearches,
        commands: Commands,
        toggling: QAction,
        hub: ChangeHub,
    ) -> None:
        """`toggling` shows the sidebar or hides it: its button stands above the list."""
        super().__init__(context.window)
        self._context = context
        self._saved = saved
        self._commands = commands
        self._lifetime = Lifetime(self)
        self._sidebar: Sidebar | None = None
        self._is_shown = False
        self._is_asked = self._is_due = False
        self._asked_at = QElapsedTimer()
        self._later = single_shot(self, self._count, _COALESCE_MS)
        self._minute = single_shot(self, self._count, _MINUTE_MS)
        window = context.window
        window.library.add_to_head(action_button(toggling))
        window.library.list_changed.connect(self._show_search)
        window.sides_changed.connect(self.follow)
        context.store.opened.connect(self._count_anew)
        hub.changed.connect(self._on_changed)
        self.follow()

    @property
    def sidebar(self) -> "Sidebar | None":
        """None before it was shown."""
        return self._sidebar

    @Slot()
    def follow(self) -> None:
        """Have the sidebar if the window shows it now."""
        is_shown = self._context.window.sides.sidebar
        if is_shown == self._is_shown:
            return
        self._is_shown = is_shown
        library = self._context.window.library
        library.show_filters(is_shown=not is_shown)
        if is_shown:
            self._sidebar = self._sidebar or self._made()
            self._sidebar.take_saved()
            self._show_search()
            self._count()
        else:
            self._saved.set_inset(_INSET)
            library.add_above_list(self._saved)

    def _made(self) -> "Sidebar":
        from newsdesk.ui.library.sidebar import Sidebar  # noqa: PLC0415 - most start without one

        context, library = self._context, self._context.window.library
        sidebar = Sidebar(self._saved, library.search_text, context.themes, context.icons)
        sidebar.set_closed_sections(context.keeper.preferences.closed_sidebar_sections)
        sidebar.search_requested.connect(self._look_for)
        sidebar.all_requested.connect(library.show_all)
        sidebar.trash_requested.connect(library.show_trash)
        for wanted in (sidebar.all_requested, sidebar.trash_requested):
            wanted.connect(self._show_list)
        sidebar.list_requested.connect(self._go_to_list)
        sidebar.term_edit_requested.connect(self._commands.vocabularies.open)
        sidebar.releases_dropped.connect(self._file)
        sidebar.closed_sections_edited.connect(context.keeper.setter("closed_sidebar_sections"))
        context.window.place_sidebar(sidebar)
        return sidebar

    # Counting -------------------------------------------------------------------------------

    @Slot()
    def _count_anew(self) -> None:
        """The newsroom is open, perhaps another one: what was asked before is not answered."""
        self._is_asked = self._is_due = False
        self._count()

    @Slot()
    def _count(self) -> None:
        """Count in a thread that no list waits for; once more if it is asked for meanwhile."""
        if not self._is_shown or not self._context.store.is_readable:
            return
        if self._is_asked:
            self._is_due = True
            return
        self._is_asked = True
        self._asked_at.start()
        language, guard = language_here(), self._lifetime.guard

        def look(desk: "Desk") -> "_Counted":
            from newsdesk.ui.library.facet_lines import (  # noqa: PLC0415 - as `Sidebar`
                lines_of,
            )

            facets = desk.facets.all(language)
            return facets, lines_of(facets)

        self._context.store.look(look, guard(self._show), guard(self._refuse))

    def _show(self, counted: "_Counted") -> None:
        self._answered()
        facets, lines = counted
        if self._sidebar is not None:
            self._sidebar.show_facets(facets, lines)
        if any("embargoed" in facet.known_as for facet in facets.of(Operator.IS)):
            self._minute.start()  # one may end

    def _refuse(self, error: NewsdeskError) -> None:
        self._answered()
        self._context.store.failed.emit(error)

    def _answered(self) -> None:
        self._is_asked = False
        self._later.setInterval(max(_COALESCE_MS, _REST * self._asked_at.elapsed()))
        if self._is_due:
            self._is_due = False
            self._later.start()

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        is_counted = changes.subjects & {Subject.RELEASES, Subject.TERMS}
        if is_counted and self._is_shown and not self._later.isActive():
            self._later.start()

    # What the list shows --------------------------------------------------------------------

    @Slot()
    def _show_search(self) -> None:
        if self._sidebar is not None and self._is_shown:
            library = self._context.window.library
            self._sidebar.show_search(library.search_text(), is_trash=library.is_trash())

    @Slot(str)
    def _look_for(self, text: str) -> None:
        self._context.window.library.look_for(text)
        self._show_list()

    @Slot()
    def _show_list(self) -> None:
        """Mark what was chosen at once, and have the list seen, perhaps in the sidebar's place."""
        self._show_search()
        if not self._context.window.sides.library:
            self._context.window.show_side("library")

    @Slot()
    def _go_to_list(self) -> None:
        self._show_list()
        self._context.window.library.focus_list()

    @Slot(object, list)
    def _file(self, entry: TermEntry, ids: list[ReleaseId]) -> None:
        self._commands.bulk.refile(ids, Filing(add=(entry.term,)))
