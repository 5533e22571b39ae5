"""What became of each text of an import: told as it happens, written down, and summed up."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from newsdesk.domain.duplicate import Duplicate
from newsdesk.domain.errors import Cancelled, NewsdeskError
from newsdesk.ui.jobs.import_account import BroughtIn, CameIn, ImportAccount, name_of
from newsdesk.ui.jobs.source_reading import FoundDraft
from newsdesk.ui.jobs.store import Store

if TYPE_CHECKING:
    from newsdesk.services.import_ import Imported
    from newsdesk.services.import_batch import Outcome
    from newsdesk.services.import_reading import FileEnd
    from newsdesk.services.import_sources import Listing


class ImportTally(QObject):
    """Of one run.

    Signals:
        progressed(int, int, str): files done, files in all, the one that is next.
        stored(Release): one more is there.
        refused(str, NewsdeskError): this file cannot be brought in ("": the pasted text).
    """

    progressed = Signal(int, int, str)
    stored = Signal(object)
    refused = Signal(str, object)

    def __init__(
        self, store: Store, now: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._now = now
        self._account = ImportAccount(now(), now())
        self._noted: list[Outcome] = []  # what is not in the account yet
        self._stored = 0
        self._first: CameIn | None = None  # of what is stored
        self._refused: list[tuple[str, NewsdeskError]] = []
        self._skipped: list[str] = []
        self.files_done = self.drafts_done = 0

    @property
    def total(self) -> int:
        """How many files there are."""
        listing = self._account.listing
        return len(listing.files) if listing else 0

    def begin(self, listing: "Listing") -> None:
        """Take what is to be read; what of it cannot be is refused."""
        self._account.listing = listing
        for error in listing.refused:
            self.refuse(name_of(error.source), error)

    def keep(self, found: FoundDraft, imported: "Imported") -> None:
        """It is stored."""
        from newsdesk.services.import_batch import Stored  # noqa: PLC0415 - heavy; loaded by now

        self.drafts_done += 1
        release = imported.release
        self._noted.append(Stored(found.source, imported))
        self._stored += 1
        self._first = self._first or CameIn(release.id, release.headline or release.slug)
        self.stored.emit(release)

    def fail(self, found: FoundDraft, error: NewsdeskError) -> None:
        """It could not be stored."""
        from newsdesk.services.import_batch import NotStored  # noqa: PLC0415

        self.drafts_done += 1
        self._noted.append(NotStored(found.source, found.draft, error))
        self.refuse(found.source.name, error)

    def leave_out(self, found: FoundDraft, duplicate: Duplicate | None = None) -> None:
        """Nobody wants it, or it is here already."""
        from newsdesk.services.import_batch import LeftOut, NotStored  # noqa: PLC0415

        self.drafts_done += 1
        self._skipped.append(found.source.name)
        if duplicate is not None:
            self._noted.append(LeftOut(found.source, found.draft, duplicate))
        else:
            self._noted.append(NotStored(found.source, found.draft, Cancelled()))

    def refuse(self, name: str, error: NewsdeskError) -> None:
        """Nothing of this file comes in, or nothing more."""
        self._refused.append((name, error))
        self.refused.emit(name, error)

    def end_file(self, end: "FileEnd") -> None:
        self._noted.append(end)
        self.files_done += 1
        if end.refusal is not None:
            self.refuse(end.source.name, end.refusal)
        listing = self._account.listing
        files = listing.files if listing is not None else ()
        name = files[self.files_done].name if self.files_done < len(files) else ""
        self.progressed.emit(self.files_done, self.total, name)

    def stop(self, error: NewsdeskError) -> None:
        """The run ends here, because of this; the first reason is the one that counts."""
        self._account.stopped = self._account.stopped or error

    def write_down(self) -> None:
        """Put what was noted into the account, in the thread that will write the report."""
        if self._noted:
            noted, self._noted = self._noted, []
            self._store.look(partial(self._account.add_all, noted), lambda _added: None)

    def summed_up(self, *, is_cancelled: bool) -> BroughtIn:
        """Return how it ended; nothing more will come.

        Args:
            is_cancelled: something was left that was not looked at.
        """
        self._account.ended = self._now()
        self.write_down()
        return BroughtIn(
            self._stored,
            self._first,
            tuple(self._refused),
            tuple(self._skipped),
            is_cancelled=is_cancelled,
            account=self._account,
        )
