"""Writing down who did what."""

from typing import TYPE_CHECKING
from uuid import UUID

from newsdesk.domain.audit import AuditEvent
from newsdesk.domain.canonical import encode
from newsdesk.domain.ids import AuditId
from newsdesk.domain.release import Release
from newsdesk.services.workplace import Workplace

if TYPE_CHECKING:
    from newsdesk.storage.database import UnitOfWork


def record(
    work: "UnitOfWork",
    workplace: Workplace,
    release_id: UUID,
    action: str,
    *,
    before: Release | None = None,
    after: Release | None = None,
    reason: str = "",
) -> None:
    """Record an action on a release with the short fields that it changed."""
    was, became = _short_fields(before), _short_fields(after)
    changed = {name for name in was.keys() | became.keys() if was.get(name) != became.get(name)}
    event = AuditEvent(
        id=AuditId(workplace.new_id()),
        at=workplace.now(),
        user=workplace.author,
        entity="release",
        entity_id=release_id,
        action=action,
        before={name: was[name] for name in sorted(changed & was.keys())},
        after={name: became[name] for name in sorted(changed & became.keys())},
        reason=reason,
    )
    work.audit.record(event)


def _short_fields(release: Release | None) -> dict[str, str]:
    if release is None:
        return {}
    fields = {"state": release.state.value, "headline": release.headline}
    if release.embargo is not None:
        fields["embargo"] = str(encode(release.embargo.until_utc))
        if release.embargo.lifted_at:
            fields["embargo_lifted"] = str(encode(release.embargo.lifted_at))
    return fields
