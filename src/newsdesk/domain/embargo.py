"""Not to be published before: a wall-clock time in a named zone."""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from newsdesk.domain.errors import EmbargoError, EmbargoProblem

_FIRST_YEAR, _LAST_YEAR = 1900, 9999


class Clock(StrEnum):
    """What the clocks of a zone do at a wall-clock time."""

    NORMAL = "normal"
    IMPOSSIBLE = "impossible"  # they jump over it
    DOUBLED = "doubled"  # they show it twice


def zone(name: str) -> ZoneInfo:
    """Return the IANA zone; raise `EmbargoError` if there is none of this name."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise EmbargoError(EmbargoProblem.UNKNOWN_ZONE, name) from error


def clock_at(local: datetime, tz: str) -> Clock:
    """Classify a naive wall-clock time.

    `zoneinfo` raises for neither kind: the two folds differ in offset at both, and only a time
    that exists comes back from UTC as it went.
    """
    place = zone(tz)
    first, second = (local.replace(tzinfo=place, fold=fold) for fold in (0, 1))
    if first.utcoffset() == second.utcoffset():
        return Clock.NORMAL
    there_and_back = first.astimezone(UTC).astimezone(place).replace(tzinfo=None)
    return Clock.DOUBLED if there_and_back == local.replace(fold=0) else Clock.IMPOSSIBLE


@dataclass(frozen=True, slots=True, kw_only=True)
class Embargo:
    """A time that exists exactly once; make it with `Embargo.until`."""

    until_local: datetime  # naive, to the minute
    tz: str  # IANA name
    city_label: str
    fold: int = 0  # 1: the second of two doubled times
    note: str | None = None
    lifted_at: datetime | None = None
    lifted_by: str | None = None

    @classmethod
    def until(
        cls,
        local: datetime,
        tz: str,
        *,
        city_label: str = "",
        fold: int | None = None,
        note: str | None = None,
    ) -> "Embargo":
        """Return the embargo until a naive local time.

        Args:
            fold: which of two doubled times is meant; None if nobody was asked yet.
            city_label: whose time it is; by default the city of the zone's name.

        Raises:
            EmbargoError: the zone is unknown, or the time is impossible, or doubled and not chosen.
        """
        local = local.replace(tzinfo=None, fold=0, second=0, microsecond=0)
        if not _FIRST_YEAR <= local.year < _LAST_YEAR:  # the calendar ends before UTC does
            raise EmbargoError(EmbargoProblem.UNREADABLE, local.isoformat())
        clock = clock_at(local, tz)
        if clock is Clock.IMPOSSIBLE:
            raise EmbargoError(EmbargoProblem.IMPOSSIBLE, f"{local:%Y-%m-%d %H:%M} {tz}")
        if clock is Clock.DOUBLED and fold is None:
            raise EmbargoError(EmbargoProblem.DOUBLED, f"{local:%Y-%m-%d %H:%M} {tz}")
        city = city_label or tz.rpartition("/")[2].replace("_", " ")
        chosen = fold or 0 if clock is Clock.DOUBLED else 0
        return cls(until_local=local, tz=tz, city_label=city, fold=chosen, note=note)

    @property
    def until_utc(self) -> datetime:
        return self.local_until.astimezone(UTC)

    @property
    def local_until(self) -> datetime:
        """The end as an aware time in its own zone."""
        return self.until_local.replace(tzinfo=zone(self.tz), fold=self.fold)

    def is_running(self, now: datetime) -> bool:
        return self.lifted_at is None and now < self.until_utc
