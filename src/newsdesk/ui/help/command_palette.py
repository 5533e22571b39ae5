"""The command palette: every action and every release, found by typing."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from newsdesk.domain.query import ReleaseQuery, ReleaseSummary
from newsdesk.ui.actions.registry import ActionRegistry
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.library.list_date import list_date
from newsdesk.ui.library.status import status_of
from newsdesk.ui.lifetime import Lifetime
from newsdesk.ui.timers import single_shot
from newsdesk.ui.widgets.finding import found
from newsdesk.ui.widgets.picker import Picker, PickLine, PickSection

if TYPE_CHECKING:
    from newsdesk.services.desk import Desk

OWN_ACTION = "help.palette"
_PAUSE_MS = 60
_MOST_RELEASES = 30
_RECENT_RELEASES = 8


class CommandPalette(Picker):
    """Offers what can be done now. Nothing typed: what was done last, and the newest releases.

    Signals:
        action_taken(str): the id of an action, which is possible now.
        release_taken(ReleaseId): the user wants this one opened.
    """

    action_taken = Signal(str)
    release_taken = Signal(object)

    def __init__(
        self,
        actions: ActionRegistry,
        store: Store,
        now: Callable[[], datetime],
        recent: Sequence[str],
        parent: QWidget,
    ) -> None:
        """`recent` are ids of actions, those taken last first."""
        placeholder = self.tr("Type what to do, or words of a headline")
        super().__init__(self.tr("Command palette"), placeholder, parent)
        self._store = store
        self._now = now
        self._lifetime = Lifetime(self)
        self._asked = 0  # only the answer to the last question counts
        self._releases: list[PickLine] = []
        self._answered = ""  # the query that they are the answer to
        self._actions = self._possible(actions, recent)
        self._pause = single_shot(self, self._ask, _PAUSE_MS)
        self.query_edited.connect(self._on_edited)
        self.taken.connect(self._on_taken)
        self._show()
        self._ask()

    @staticmethod
    def _possible(actions: ActionRegistry, recent: Sequence[str]) -> list[PickLine]:
        lines = [
            PickLine(
                text=said.text, value=said.id, place=said.menu, note=said.keys, words=said.menu
            )
            for said in actions.said()
            if said.id != OWN_ACTION and actions.action(said.id).isEnabled()
        ]
        last = {id_: place for place, id_ in enumerate(recent)}
        return sorted(lines, key=lambda line: last.get(str(line.value), len(last)))

    @Slot()
    def _on_edited(self) -> None:
        self._pause.start()
        self._show()

    @Slot()
    def _ask(self) -> None:
        self._asked += 1
        number, query = self._asked, self.query
        limit = _MOST_RELEASES if query else _RECENT_RELEASES
        wanted = ReleaseQuery(text=query, is_in_headline=bool(query), limit=limit)

        def read(desk: "Desk") -> list[ReleaseSummary]:
            return desk.releases.summaries(wanted)

        def answered(summaries: list[ReleaseSummary]) -> None:
            if number == self._asked:
                self._releases = [self._line(one) for one in summaries]
                self._answered = query
                self._show()

        if self._store.is_readable:
            self._store.read(read, self._lifetime.guard(answered))

    def _line(self, summary: ReleaseSummary) -> PickLine:
        now = self._now()
        return PickLine(
            text=summary.headline.strip() or self.tr("Untitled"),
            value=summary.id,
            place=status_of(summary, now).text,
            note=list_date(summary.updated, now),
        )

    def _show(self) -> None:
        releases = self._releases
        if self.query != self._answered:  # Enter may come before the answer
            releases = found(releases, self.query)
        every = found(self._actions, self.query)
        named = found([replace(line, words="") for line in self._actions], self.query)
        ids = {line.value for line in named}
        by_menu = [line for line in every if line.value not in ids]
        sections = (
            PickSection(self.tr("Actions"), named),
            PickSection(self.tr("Releases"), releases),
            PickSection(self.tr("Of the menu"), by_menu),
        )
        self.show_sections(sections, self.tr("Nothing is called that."))

    @Slot(object)
    def _on_taken(self, value: object) -> None:
        if isinstance(value, str):
            self.action_taken.emit(value)
        else:
            self.release_taken.emit(value)
