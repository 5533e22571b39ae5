"""A draft to open in tests of the window."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

from newsdesk.domain.ids import FamilyId, ReleaseId
from newsdesk.domain.release import Release

AT = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)


def release(number: int = 1, **fields: object) -> Release:
    key = UUID(int=number)
    whole = Release(
        id=ReleaseId(key),
        slug=f"release-{number}",
        family_id=FamilyId(key),
        language="en",
        headline="Harbour opens",
        body_md="The harbour opened.",
        firstcreated=AT,
        versioncreated=AT,
        created_by="dana",
    )
    return replace(whole, **fields)  # type: ignore[arg-type]
