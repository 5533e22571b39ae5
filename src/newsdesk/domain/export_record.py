"""What left the desk: one record for every file written."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from newsdesk.domain.ids import ExportId, ReleaseId


class ExportFormat(StrEnum):
    """The formats a release may leave in; `exporting` says which of them are built."""

    HTML = "html"
    TEXT = "text"
    EMAIL = "email"
    DOCX = "docx"
    PDF = "pdf"
    NINJS = "ninjs"
    RSS = "rss"
    MARKDOWN = "markdown"
    BUNDLE = "bundle"
    SITE = "site"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportRecord:
    """One file, as it was written."""

    id: ExportId
    release_id: ReleaseId
    revision: int
    revision_sha256: str
    format: ExportFormat
    path: str
    sha256: str  # of the file
    embargoed: bool
    at: datetime
