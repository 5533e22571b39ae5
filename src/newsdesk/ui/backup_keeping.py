"""Backups while one works: nobody waits for them, and everybody can see whether they are made."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from newsdesk.domain.backup import BEFORE_DANGER, EVERY, Backup, BackupReason
from newsdesk.domain.errors import Cancelled, NewsdeskError
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.messages import words
from newsdesk.ui.notices import Notices
from newsdesk.ui.preferences_keeper import PreferencesKeeper
from newsdesk.ui.timers import single_shot
from newsdesk.ui.widgets.notice_bar import Tone

if TYPE_CHECKING:
    from newsdesk.services.backups import BackupOverview, MadeBackup
    from newsdesk.services.desk import Desk

FIRST_AFTER_MS = 5_000  # the start has the processor to itself
_LOOK_EVERY_MS = 60_000
REST_S = 0.02  # after every step of some milliseconds: typing goes first
_NOW = timedelta(0)


class BackupKeeper(QObject):
    """Makes a backup when the newsroom was opened, every half hour in which something changed,
    before much is changed at once, and when asked.

    Signals:
        told(): something else is known of the backups than before.
    """

    told = Signal()

    def __init__(
        self,
        store: Store,
        keeper: PreferencesKeeper,
        notices: Notices,
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._keeper = keeper
        self._notices = notices
        self.now = now
        self._overview: BackupOverview | None = None
        self._problem: NewsdeskError | None = None
        self._second_problem: NewsdeskError | None = None
        self._said: set[str] = set()  # in this run; once is enough
        self._under_way = 0
        self._stop = Event()
        self._first = single_shot(self, self._begin, FIRST_AFTER_MS)
        self._every = QTimer(self)
        self._every.setInterval(_LOOK_EVERY_MS)
        self._every.timeout.connect(self._make_if_due)
        store.opened.connect(self._on_opened)
        store.ending.connect(self._on_ending)

    # What is known ----------------------------------------------------------------------------

    @property
    def is_known(self) -> bool:
        """Whether the backups were looked at in this run."""
        return self._overview is not None

    @property
    def is_working(self) -> bool:
        return self._under_way > 0

    @property
    def backups(self) -> tuple[Backup, ...]:
        """Those there are, the last one first."""
        return self._overview.backups if self._overview else ()

    @property
    def last_good(self) -> Backup | None:
        return self._overview.last_good if self._overview else None

    @property
    def problem(self) -> NewsdeskError | None:
        """Why the last one could not be made; None once one was."""
        return self._problem

    @property
    def second_problem(self) -> NewsdeskError | None:
        """Why the last one is not in the second place too."""
        return self._second_problem

    @property
    def place(self) -> str:
        """The second place, "" if none was chosen."""
        return self._keeper.preferences.backup_folder

    @property
    def is_place_there(self) -> bool:
        return self._overview is None or self._overview.is_place_there

    # Doing ------------------------------------------------------------------------------------

    def look(self) -> None:
        """Find out which backups there are."""
        place = self.place
        self._ask(lambda desk: (None, desk.backups.overview(place)))

    def make(self) -> None:
        """Make one now, whatever there is already."""
        self._make(BackupReason.ASKED, _NOW, is_forced=True)

    def before(self, reason: BackupReason, then: Callable[[], None] = lambda: None) -> None:
        """Have a backup of now, then call `then`, however that went: a failure is said."""
        if self._store.is_writable:
            self._make(reason, BEFORE_DANGER, then)
        else:
            then()

    def choose_place(self, folder: str) -> None:
        """Copy every backup there too from now on, and one at once; "": nowhere."""
        self._keeper.change(backup_folder=folder)
        self._second_problem = None
        self._said.discard(_SECOND)
        if folder:
            self.make()
        else:
            self.look()

    def rest(self) -> None:
        """Let others work; raise `Cancelled` if the newsroom is being closed. In any thread."""
        if self._stop.wait(REST_S):
            raise Cancelled

    def _make(
        self,
        reason: BackupReason,
        within: timedelta,
        then: Callable[[], None] = lambda: None,
        *,
        is_forced: bool = False,
    ) -> None:
        place, rest = self.place, self.rest

        def work(desk: "Desk") -> "tuple[MadeBackup | None, BackupOverview]":
            if is_forced:
                made = desk.backups.make(reason, place=place, rest=rest)
            else:
                made = desk.backups.make_if_due(reason, within=within, place=place, rest=rest)
            return made, desk.backups.overview(place)

        self._ask(work, then)

    def _ask(
        self,
        work: "Callable[[Desk], tuple[MadeBackup | None, BackupOverview]]",
        then: Callable[[], None] = lambda: None,
    ) -> None:
        self._under_way += 1
        self.told.emit()
        self._store.back_up(work, partial(self._on_made, then), partial(self._on_failed, then))

    def _on_made(
        self, then: Callable[[], None], answer: "tuple[MadeBackup | None, BackupOverview]"
    ) -> None:
        made, self._overview = answer
        self._under_way -= 1
        if made is not None:
            self._problem, self._second_problem = None, made.second_problem
        self.told.emit()
        if made is not None and made.second_problem is not None:
            text = self.tr("The backup is made, but there is no copy of it in {0}. {1}.")
            why = (
                words(made.second_problem).title
                if self.is_place_there
                else self.tr("It is not there now")
            )
            self._say(_SECOND, text.format(_isolated(self.place), why), Tone.WARNING)
        then()

    def _on_failed(self, then: Callable[[], None], error: NewsdeskError) -> None:
        self._under_way -= 1
        if isinstance(error, Cancelled):
            return
        self._problem = error
        self.told.emit()
        why = words(error)
        text = self.tr(
            "No backup was made: {0}. What is saved is saved; the backups from before are kept."
        )
        self._say(why.title, text.format(why.title), Tone.ERROR)
        then()

    def _say(self, what: str, text: str, tone: Tone) -> None:
        if what not in self._said:
            self._said.add(what)
            self._notices.show(text, tone)

    @Slot()
    def _on_opened(self) -> None:
        self._stop.clear()
        if self._store.is_writable:
            self._first.start()

    @Slot()
    def _begin(self) -> None:
        self._make(BackupReason.OPEN, EVERY, self._clear_orphans)
        self._every.start()

    @Slot()
    def _make_if_due(self) -> None:
        if not self.is_working:
            self._make(BackupReason.CHANGE, EVERY)

    def _clear_orphans(self) -> None:
        self._store.back_up(lambda desk: desk.backups.clear_orphans(), lambda _gone: None)

    @Slot()
    def _on_ending(self) -> None:
        self._stop.set()
        self._first.stop()
        self._every.stop()


_SECOND = "second place"


def _isolated(path: str) -> str:
    """Return a path that reads from left to right in any sentence."""
    return f"\u2068{path}\u2069"
