"""What was written and is perhaps not stored."""

from dataclasses import dataclass
from datetime import datetime

from newsdesk.domain.release import Release


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalEntry:
    """A release as it stood in the editor; its `version` is that of the save it was typed upon."""

    release: Release
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftEntry:
    """The last text of a release in the journal of a run that has ended."""

    entry: JournalEntry
    run: str  # where it stands; unique in a journal
    is_stored: bool  # the database had it, as far as that run knew
