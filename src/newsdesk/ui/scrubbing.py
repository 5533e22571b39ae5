"""All that is stored is read while one works: damage is found while there are good backups."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from newsdesk.domain.errors import Cancelled, NewsdeskError
from newsdesk.domain.flaw import Flaw, FlawKind
from newsdesk.domain.ids import ReleaseId
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.notices import Notices
from newsdesk.ui.timers import single_shot
from newsdesk.ui.widgets.notice_bar import Offer, Tone

if TYPE_CHECKING:
    from newsdesk.services.verification import Verification

FIRST_MS = 30_000  # after the newsroom was opened: its backup comes first
_AGAIN_MS = 600_000  # after something kept it from being read
_REST_S = 0.02  # after every step of some milliseconds
_LONG_REST_S = 0.5  # while somebody types
_NAMED = 3  # releases in a notice
_OF_FILE = frozenset({FlawKind.FILE, FlawKind.ORPHAN})


class Scrubbing(QObject):
    """Checks the file and every release and revision once in each run, and tells what is damaged.

    Where one thread does everything there is no check of this kind: saving would wait for it. Each
    backup is then checked as a whole, as always.

    Signals:
        told(): a check has ended.
    """

    told = Signal()

    def __init__(
        self,
        store: Store,
        notices: Notices,
        now: Callable[[], datetime],
        is_busy: Callable[[], bool],
        open_release: Callable[[ReleaseId], None],
        open_anew: Callable[[], None],
        parent: QObject,
    ) -> None:
        """Tell it whom to let go first, and what can be done about damage.

        Args:
            is_busy: tells in any thread whether something is typed and not stored yet.
            open_anew: stores what is typed and opens the newsroom again, which checks the file.
        """
        super().__init__(parent)
        self._store = store
        self._notices = notices
        self._now = now
        self._is_busy = is_busy
        self._open_release = open_release
        self._open_anew = open_anew
        self._stop = Event()
        self._fine_at: datetime | None = None
        self._soon = single_shot(self, self._check, FIRST_MS)
        store.opened.connect(self._on_opened)
        store.ending.connect(self._on_ending)

    @property
    def fine_at(self) -> datetime | None:
        """When all of it was read and found as it was stored; None if not in this run."""
        return self._fine_at

    def report(self, done: int, total: int) -> None:
        """Let others work first; raise `Cancelled` if the newsroom is being closed. In any thread.

        Within the reading of the file, which holds on to one state, there is no long rest.
        """
        if self._stop.wait(_REST_S):
            raise Cancelled
        while done and self._is_busy():
            if self._stop.wait(_LONG_REST_S):
                raise Cancelled

    @Slot()
    def _on_opened(self) -> None:
        self._stop.clear()
        if self._store.is_writable and not self._store.is_alone:
            self._soon.start(FIRST_MS)

    @Slot()
    def _on_ending(self) -> None:
        self._stop.set()
        self._soon.stop()

    @Slot()
    def _check(self) -> None:
        self._store.check(
            lambda desk: desk.verification.verify(self, with_media=False),
            self._on_checked,
            self._on_not_checked,
        )

    def _on_not_checked(self, error: NewsdeskError) -> None:
        if not isinstance(error, Cancelled):
            self._soon.start(_AGAIN_MS)

    def _on_checked(self, found: "Verification") -> None:
        flaws = [flaw for flaw in found.flaws if flaw.kind is not FlawKind.INDEX]
        if len(flaws) < len(found.flaws):
            self._store.change(lambda desk: desk.upkeep.mend_index())
        if flaws:
            self._store.change(lambda desk: desk.upkeep.distrust())
            self._tell(flaws)
        else:
            self._fine_at = self._now()
        self.told.emit()

    def _tell(self, flaws: Sequence[Flaw]) -> None:
        if any(flaw.kind in _OF_FILE for flaw in flaws):
            self._notices.show(
                self.tr(
                    "The file of the newsroom is damaged. Nothing was changed, and the backups "
                    "from before are kept. Store what you are writing and look at the ways back."
                ),
                Tone.ERROR,
                [Offer(self.tr("Show the ways back"), self._open_anew)],
            )
            return
        damaged = {flaw.release_id: flaw.slug for flaw in flaws if flaw.release_id is not None}
        ids = list(damaged)
        slugs = [slug or self.tr("unreadable") for slug in damaged.values()]
        named = ", ".join(f"\u2068{slug}\u2069" for slug in slugs[:_NAMED])
        if len(slugs) > _NAMED:
            named += ", …"
        text = self.tr(
            "%Ln release(s) or their history are not as they were stored: {0}. Nothing was "
            "changed. The history and the backups have earlier texts.",
            "",
            len(ids),
        )
        offers = [Offer(self.tr("Open it"), partial(self._open_release, ids[0]))] if ids else []
        self._notices.show(text.format(named), Tone.ERROR, offers)
