"""What is left of a release whose text was erased."""

from dataclasses import dataclass
from datetime import datetime

from newsdesk.domain.ids import ReleaseId


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasedRelease:
    """That it was there, and by which hashes a copy of it would be known."""

    id: ReleaseId
    trashed_at: datetime
    trashed_by: str
    erased_at: datetime
    erased_by: str
    revision_hashes: tuple[str, ...]  # SHA-256 of its permanent revisions, oldest first
    export_hashes: tuple[str, ...]  # SHA-256 of the files that were written of it
