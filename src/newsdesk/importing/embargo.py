"""Embargo lines as they are printed, to a time in a zone (design: Rules, Embargo)."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from newsdesk.domain.embargo import Embargo
from newsdesk.domain.errors import EmbargoError
from newsdesk.domain.fold import fold
from newsdesk.domain.gazetteer import Gazetteer
from newsdesk.domain.provenance import Confidence
from newsdesk.importing.dates import find_date
from newsdesk.importing.embargo_wording import (
    CITY_GROUPS,
    CLOCK,
    FILLERS,
    UNTIL,
    UNTIL_BEHIND,
    UNTIL_LABELLED,
    ZONES,
    ZONES_BY_WORD,
)

_LONGEST = 240


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbargoReading:
    """An embargo line, and the embargo if its time is certain."""

    embargo: Embargo | None
    confidence: Confidence
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Clock:
    """A printed time, where it is read and, if that was printed, how far from UTC that is."""

    at: time
    tz: str
    city: str
    offset: timedelta | None


def mentions_embargo(text: str) -> bool:
    head = text[:_LONGEST].replace("：", ":")
    return _start(head) is not None or UNTIL_BEHIND.search(head) is not None


def _start(text: str) -> re.Match[str] | None:
    return UNTIL.match(text) or UNTIL_LABELLED.match(text)


def read_embargo(text: str, *, language: str, gazetteer: Gazetteer) -> EmbargoReading | None:
    """Return the embargo that is all of a paragraph.

    Its time is certain if zone, season and, where two zones are printed, both clocks agree.
    """
    text = text[:_LONGEST].replace("：", ":")
    start = _start(text)
    if start is None and not UNTIL_BEHIND.search(text):
        return None
    words = UNTIL_BEHIND.sub("", text[start.end() :] if start else text)
    day = find_date(words, language)
    if day is None or day.date is None or day.confidence is Confidence.LOW:
        return EmbargoReading(embargo=None, confidence=Confidence.LOW, flags=("unreadable_time",))
    # what stands before the day and what stands behind it, never run into each other
    rest = f"{words[: day.start]} | {words[day.end :]}"
    clocks = [one for match in CLOCK.finditer(rest) if (one := _clock(match, gazetteer))]
    if not clocks:
        return EmbargoReading(embargo=None, confidence=Confidence.LOW, flags=("unreadable_time",))
    if FILLERS.sub("", CLOCK.sub(" ", rest)):
        return EmbargoReading(embargo=None, confidence=Confidence.LOW, flags=("more_is_said",))
    return _embargo(day.date, clocks)


def _clock(match: re.Match[str], gazetteer: Gazetteer) -> _Clock | None:
    hour, minute = int(match["hour"]), int(match["minute"] or match["hundred"] or 0)
    half = (match["half"] or "").lower()
    if half:
        if not 1 <= hour <= 12 or (hour == 12 and minute == 0):
            return None  # "12 noon", "12 a.m." and the like mean two things
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    is_clock = half or match["minute"] or match["hundred"] or match["hours"]
    if hour > 23 or not is_clock:
        return None
    where = _where(match, gazetteer)
    return _Clock(time(hour, minute), *where) if where else None


def _where(match: re.Match[str], gazetteer: Gazetteer) -> tuple[str, str, timedelta | None] | None:
    """Return zone, city and offset of a printed time; None if nothing says where it is read."""
    offset = _offset(match["offset"])
    city = next((match[name] for name in CITY_GROUPS if match[name]), "").strip()
    if tz := ZONES_BY_WORD.get(fold(city)):
        return tz, "" if tz != "UTC" else "GMT", offset
    places = [place for place in gazetteer.named(_nominative(city)) if place.city]
    if match["zone"]:
        tz, hours = ZONES[match["zone"].upper()]
        offset = timedelta(hours=hours) if hours is not None else offset
        if places:
            return places[0].tz, places[0].city or "", offset
        return tz, match["zone"].upper() if tz == "UTC" else "", offset
    return (places[0].tz, places[0].city or "", offset) if len(places) == 1 else None


def _nominative(city: str) -> str:
    """`берлинскому` is of Берлин."""
    return city.removesuffix("скому")


def _offset(printed: str | None) -> timedelta | None:
    if not printed:
        return None
    hours, _colon, minutes = printed.replace("−", "-").partition(":")
    sign = -1 if hours.startswith("-") else 1
    return sign * timedelta(hours=abs(int(hours)), minutes=int(minutes or 0))


def _embargo(day: date, clocks: list[_Clock]) -> EmbargoReading:
    first = clocks[0]
    try:
        embargo = Embargo.until(datetime.combine(day, first.at), first.tz, city_label=first.city)
    except EmbargoError as error:
        return EmbargoReading(embargo=None, confidence=Confidence.LOW, flags=(error.problem,))
    if not all(_agrees(embargo, day, clock) for clock in clocks):
        return EmbargoReading(embargo=None, confidence=Confidence.LOW, flags=("zones_disagree",))
    flags = () if first.city else ("zone_assumed",)
    return EmbargoReading(embargo=embargo, confidence=Confidence.HIGH, flags=flags)


def _agrees(embargo: Embargo, day: date, clock: _Clock) -> bool:
    """Tell whether a printed clock shows the embargo's instant; the day may differ by one."""
    local = datetime.combine(day, clock.at)
    if clock.offset is None:
        meant = local.replace(tzinfo=ZoneInfo(clock.tz)).astimezone(UTC)
    else:
        meant = local.replace(tzinfo=UTC) - clock.offset
    return abs(meant - embargo.until_utc) in {timedelta(0), timedelta(days=1)}
