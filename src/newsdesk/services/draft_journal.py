"""The draft journal as the window knows it; `storage/journal.py` is one."""

from typing import Protocol

from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.journal import JournalEntry


class DraftJournal(Protocol):
    """Of one run and for one thread at a time."""

    def write(self, entry: JournalEntry) -> None:
        """Return once the text is on the disk; raise `StorageError` if it is not."""
        ...

    def mark_stored(self, release_id: ReleaseId) -> None:
        """The database has the last text of a release."""
        ...

    def close(self) -> None:
        """Leave what was written to the next run."""
        ...
