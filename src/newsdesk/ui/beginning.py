"""From what the last run left behind to the newsroom that is open."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.newsroom import Newsroom
from newsdesk.domain.query import ReleaseQuery
from newsdesk.domain.release import Release
from newsdesk.services.preferences import View
from newsdesk.ui.exchange_commands import ExchangeCommands
from newsdesk.ui.jobs.garbage import GarbageCollector
from newsdesk.ui.opening import ReleaseOpener
from newsdesk.ui.workstation import Workstation

if TYPE_CHECKING:
    from newsdesk.services.desk import Desk

_STORE_AFTER_MS = 700  # at the latest; before, the preview has the processor to itself


class Beginning(QObject):
    """Opens the newsroom, and shows what is stored in place of what was shown meanwhile.

    Signals:
        newsroom_read(Newsroom): the house as it is stored.
        stored_shown(): what is open now is as it is stored, or was typed meanwhile.
    """

    newsroom_read = Signal(object)
    stored_shown = Signal()

    def __init__(
        self,
        desk: Workstation,
        opener: ReleaseOpener,
        exchange: ExchangeCommands,
        garbage: GarbageCollector,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._opener = opener
        self._exchange = exchange
        self._garbage = garbage
        self._files = desk.surroundings.files  # still to be brought in
        self._is_store_started = False
        desk.store.opened.connect(self._on_store_opened)

    def begin(self) -> None:
        """Open the newsroom once the window is on the screen, and the preview if it is seen."""
        desk = self._desk
        if desk.keeper.preferences.view is not View.WRITE and desk.snapshot is not None:
            desk.window.preview.painted.connect(self._start_store)
            QTimer.singleShot(_STORE_AFTER_MS, self, self._start_store)
        elif desk.window.isVisible():
            QTimer.singleShot(0, self, self._start_store)
        else:
            desk.window.painted_first.connect(self._start_store)

    @Slot()
    def _start_store(self) -> None:
        if not self._is_store_started:
            self._is_store_started = True
            self._garbage.start()  # before there is a second thread
            self._desk.store.start()
            QTimer.singleShot(0, self, self._desk.icons.load)

    @Slot()
    def _on_store_opened(self) -> None:
        session, store = self._desk.session, self._desk.store
        session.set_writable(store.is_writable)
        self._desk.window.library.read_anew()
        last = _release_id(self._desk.keeper.preferences.last_release)
        wanted = session.release_id or last

        def read(desk: "Desk") -> tuple[Newsroom, Release | None]:
            ids = desk.search.ids(ReleaseQuery())  # the trash is in none
            key = wanted if wanted in ids else ids[0] if ids else None
            release = desk.releases.get(str(key)) if key else None
            return desk.newsroom.get(), release

        store.read(read, self._show_stored)

    def _show_stored(self, answer: tuple[Newsroom, Release | None]) -> None:
        newsroom, release = answer
        session = self._desk.session
        self.newsroom_read.emit(newsroom)
        if release is None:
            if session.is_open and not session.is_dirty:
                self._opener.close()
        elif self._opener.wanted not in (None, release.id):
            pass  # the user went to another one meanwhile
        elif session.release_id == release.id:
            self._opener.check(release)
        elif not session.is_dirty:
            self._opener.open_stored(release)
        self.stored_shown.emit()
        if self._desk.store.is_writable:
            self._bring_in_files()

    def _bring_in_files(self) -> None:
        files, self._files = self._files, ()
        if files:
            self._exchange.bring_in([str(file) for file in files])


def _release_id(text: str) -> ReleaseId | None:
    try:
        return ReleaseId(UUID(text))
    except ValueError:
        return None
