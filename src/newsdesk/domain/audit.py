"""Who did what to what, when: appended, never changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from newsdesk.domain.ids import AuditId


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEvent:
    """One entry. `before` and `after` hold the fields that changed, as text."""

    id: AuditId
    at: datetime
    user: str
    entity: str
    entity_id: UUID
    action: str
    before: Mapping[str, str] = field(default_factory=dict[str, str])
    after: Mapping[str, str] = field(default_factory=dict[str, str])
    reason: str = ""
