"""Going from one release to another without losing a key of either."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from newsdesk.domain.errors import NewsdeskError
from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.release import Release
from newsdesk.ui.autosave import AutosaveController
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.session import ReleaseSession

if TYPE_CHECKING:
    from newsdesk.domain.changes import Changes
    from newsdesk.services.desk import Desk


class ReleaseOpener(QObject):
    """Opens releases; of several asked for at once the last one is shown.

    Signals:
        not_opened(NewsdeskError): it could not be read; the one before is still open.
    """

    not_opened = Signal(object)

    def __init__(
        self,
        session: ReleaseSession,
        autosave: AutosaveController,
        store: Store,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._autosave = autosave
        self._store = store
        self._wanted: ReleaseId | None = None

    @property
    def wanted(self) -> ReleaseId | None:
        """The release that was asked for last, perhaps not shown yet; None at the beginning."""
        return self._wanted

    def open(self, release_id: ReleaseId, then: Callable[[], None] = lambda: None) -> None:
        """Show a release, then call `then`."""
        self._wanted = release_id
        if self._session.release_id == release_id:
            then()
            return
        self._autosave.leave()
        waiting = self._autosave.waiting(release_id)
        if waiting is not None:
            self._session.open(waiting, is_stored=False)
            then()
            return

        def read(desk: "Desk") -> Release:
            return desk.releases.get(str(release_id))

        self._store.read(read, partial(self._show, then), self._fail)

    def open_stored(self, release: Release, then: Callable[[], None] = lambda: None) -> None:
        """Show a release as the store has just returned it."""
        self._wanted = release.id
        self._show(then, release)

    def begin(
        self, work: "Callable[[Desk], tuple[Release, Changes]]", then: Callable[[], None]
    ) -> None:
        """Show the release that `work` makes, then call `then`."""
        self._autosave.leave()
        self._store.change(work, partial(self.open_stored, then=then))

    def close(self) -> None:
        """Show none."""
        self._wanted = None
        self._autosave.leave()
        self._session.open(None)

    def check(self, release: Release) -> None:
        """Compare the open release, shown before the store was there, with what is stored."""
        if self._session.release_id != release.id:
            return
        shown = self._session.release
        if shown is None or shown == release or self._session.is_dirty:
            return  # a text that was changed meanwhile: saving tells whether somebody else did too
        if release.version < shown.version:
            return  # read before what was typed meanwhile was saved
        self._session.replace_stored(release)

    def _show(self, then: Callable[[], None], release: Release) -> None:
        if self._wanted != release.id:
            return
        self._autosave.leave()  # what was typed while it was read
        self._session.open(release)
        then()

    def _fail(self, error: NewsdeskError) -> None:
        self._wanted = self._session.release_id
        self.not_opened.emit(error)
