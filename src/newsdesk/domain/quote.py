"""What somebody is quoted with."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from newsdesk.domain.ids import PersonId, QuoteId, RoleId


class QuoteStatus(StrEnum):
    DRAFT = "draft"
    SENT = "sent"
    APPROVED = "approved"
    CHANGED = "changed"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundQuote:
    """A quote as it stands in a body, found afresh each time."""

    text: str  # without its marks; the parts of a broken quote joined by one space
    speaker: str | None  # the name as printed, None if the text names nobody


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A quote that was sent for approval or approved."""

    id: QuoteId
    person_id: PersonId | None = None
    role_id: RoleId | None = None
    speaker_name: str
    text: str
    status: QuoteStatus = QuoteStatus.DRAFT
    approved_by: str | None = None
    approved_at: datetime | None = None
    approved_sha256: str | None = None
    evidence: str | None = None
