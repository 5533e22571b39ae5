"""What every service works with: whose desk it is, its clock, its store."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID
from zoneinfo import ZoneInfo

from newsdesk.domain.gazetteer import Gazetteer

if TYPE_CHECKING:
    from newsdesk.storage.database import Database, UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Workplace:
    """Handed to each service by the door that built it."""

    database: "Database"
    gazetteer: Callable[[], Gazetteer]  # the shipped one, read when it is first asked for
    now: Callable[[], datetime]  # aware
    new_id: Callable[[], UUID]  # UUIDv7
    author: str
    device: str

    def places(self, work: "UnitOfWork") -> Gazetteer:
        """Return the shipped gazetteer with the user's own places before it."""
        return self.gazetteer().with_own(work.places.all())

    def today(self, tz: str) -> date:
        return self.now().astimezone(ZoneInfo(tz)).date()
