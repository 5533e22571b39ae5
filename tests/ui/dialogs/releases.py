"""A release that nothing is missing from, for the dialogs that do something with one."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from newsdesk.domain.contact import ContactPoint, PointKind, ReleaseContact
from newsdesk.domain.dateline import Dateline
from newsdesk.domain.embargo import Embargo
from newsdesk.domain.ids import FamilyId, PlaceId, ReleaseId
from newsdesk.domain.place import Place
from newsdesk.domain.release import Release

NOW = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)
OVER = Embargo.until(datetime(2026, 11, 1, 10, 0), "Europe/Zurich", city_label="Geneva")
RUNNING = Embargo.until(datetime(2026, 12, 1, 10, 0), "Europe/Zurich", city_label="Geneva")
NAIROBI = Place(
    id=PlaceId(UUID(int=9)), city="Nairobi", country_code="KE", tz="Africa/Nairobi", names={}
)


def complete(**changes: Any) -> Release:
    """Return a draft that may be published, with some fields otherwise."""
    fields: dict[str, Any] = {
        "id": ReleaseId(UUID(int=1)),
        "slug": "harbour-crews",
        "family_id": FamilyId(UUID(int=1)),
        "language": "en",
        "headline": "Harbour crews train together",
        "body_md": "Ninety harbour workers have finished a course.",
        "firstcreated": NOW,
        "versioncreated": NOW,
        "created_by": "anna",
        "dateline": Dateline(places=(NAIROBI,)),
        "contacts": (
            ReleaseContact(
                display_name="Dana Whitlock",
                points=(ContactPoint(kind=PointKind.EMAIL, value="dana@example.org"),),
            ),
        ),
    }
    return Release(**fields | changes)
