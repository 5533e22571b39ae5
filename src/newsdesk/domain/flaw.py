"""What is wrong with what is stored, as a check of all of it finds it."""

from dataclasses import dataclass
from enum import StrEnum

from newsdesk.domain.ids import ReleaseId


class FlawKind(StrEnum):
    FILE = "file"  # the database file itself
    ORPHAN = "orphan"  # a row without the row that it belongs to
    ROW = "row"  # a release that is not what its last revision recorded, or cannot be read
    INDEX = "index"  # the search index says something else than the release, or nothing
    REVISION = "revision"  # a snapshot that is not what was recorded
    CHAIN = "chain"  # a permanent revision that does not follow from the one before
    MISSING_REVISION = "missing_revision"  # a permanent one
    MEDIA_MISSING = "media_missing"
    MEDIA_ALTERED = "media_altered"


@dataclass(frozen=True, slots=True, kw_only=True)
class Flaw:
    """One thing that is wrong, and where."""

    kind: FlawKind
    release_id: ReleaseId | None = None
    slug: str = ""  # that of the release, where it can be read
    revision: int | None = None
    detail: str = ""  # the exact words of a parser, a path, a hash
