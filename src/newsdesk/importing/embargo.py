"""Embargo lines as they are printed, to a time in a zone (design: Rules, Embargo)."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from newsdesk.domain.embargo import Embargo
from newsdesk.domain.errors import EmbargoError
from newsdesk.domain.gazetteer import Gazetteer
from newsdesk.domain.provenance import Confidence
from newsdesk.importing.dates import find_date
from newsdesk.importing.wording import alternatives

_LONGEST = 240
_EMBARGO = r"""
embargo(?:ed)?|sous embargo|bajo embargo|embargad[oa]|sperrfrist|gesperrt|эмбарго|محظور
禁运|报道禁令|解禁
"""
_UP_TO = r"until|till|jusqu['’](?:à|au?)|hasta(?: el)?|até|fino al?|bis|до|حتى"
_LIFTED = r"\W{1,3}(?:(?:is|was|has been|now) ){0,2}(?:lifted|levé|levantado|aufgehoben|снято)\b"
_UNTIL = re.compile(
    rf"\W{{0,6}}(?:strictly )?(?:under )?(?:{alternatives(_EMBARGO)})\b(?!{_LIFTED})"
    rf"\s?:?\s?(?:for release )?(?:{_UP_TO})?\s?:?\s?",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"(?<![\d:.])(?P<hour>[0-2]?\d)(?:\s?[:.h]\s?(?P<minute>[0-5]\d))?"
    r"(?P<hundred>(?<=\d\d)[0-5]\d)?\s?(?P<half>[ap]\.?\s?m\.?)?\s?(?:hrs?|hours|uhr|h\b)?\s?"
    r"(?P<zone>CEST|CET|GMT|UTC|BST|EST|EDT)\b(?:\s?\((?P<city>[^()]{2,40}?)(?:\stime)?\))?",
    re.IGNORECASE,
)
_FILLERS = re.compile(
    r"(?:\b(?:on|at|the|and|until|am|le|à|el|(?:a )?las|um)\b|[\s/,،，;.()–—*_#-])+", re.IGNORECASE
)
_ZONES = {  # abbreviation -> zone, hours from UTC
    "CET": ("Europe/Berlin", 1),
    "CEST": ("Europe/Berlin", 2),
    "GMT": ("UTC", 0),
    "UTC": ("UTC", 0),
    "BST": ("Europe/London", 1),
    "EST": ("America/New_York", -5),
    "EDT": ("America/New_York", -4),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbargoReading:
    """An embargo line, and the embargo if its time is certain."""

    embargo: Embargo | None
    confidence: Confidence
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Clock:
    at: time
    zone: str
    city: str


def mentions_embargo(text: str) -> bool:
    return _UNTIL.match(text[:_LONGEST].replace("：", ":")) is not None


def read_embargo(text: str, *, language: str, gazetteer: Gazetteer) -> EmbargoReading | None:
    """Return the embargo that is all of a paragraph.

    Its time is certain if zone, season and, where two zones are printed, both clocks agree.
    """
    text = text.replace("：", ":")
    start = _UNTIL.match(text[:_LONGEST])
    if start is None:
        return None
    words = text[start.end() :]
    day = find_date(words[:_LONGEST], language)
    clocks = [clock for match in _CLOCK.finditer(words[:_LONGEST]) if (clock := _clock(match))]
    if day is None or day.date is None or day.confidence is Confidence.LOW or not clocks:
        return EmbargoReading(embargo=None, confidence=Confidence.LOW, flags=("unreadable_time",))
    rest = _CLOCK.sub(" ", words[: day.start] + " " + words[day.end :])
    if _FILLERS.sub("", rest):
        return EmbargoReading(embargo=None, confidence=Confidence.LOW, flags=("more_is_said",))
    return _embargo(day.date, clocks, gazetteer)


def _clock(match: re.Match[str]) -> _Clock | None:
    hour, minute = int(match["hour"]), int(match["minute"] or match["hundred"] or 0)
    half = (match["half"] or "").lower()
    if half:
        if not 1 <= hour <= 12 or (hour == 12 and minute == 0):
            return None  # "12 noon", "12 a.m." and the like mean two things
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    if hour > 23 or not (half or match["minute"] or match["hundred"]):
        return None
    return _Clock(time(hour, minute), match["zone"].upper(), match["city"] or "")


def _embargo(day: date, clocks: list[_Clock], gazetteer: Gazetteer) -> EmbargoReading:
    first = clocks[0]
    tz, _hours = _ZONES[first.zone]
    city, flags = "", ["zone_assumed"]
    if places := [place for place in gazetteer.named(first.city) if place.city]:
        tz, city, flags = places[0].tz, places[0].city or "", []
    elif first.zone in {"GMT", "UTC"}:
        city, flags = first.zone, []
    try:
        embargo = Embargo.until(datetime.combine(day, first.at), tz, city_label=city)
    except EmbargoError as error:
        return EmbargoReading(embargo=None, confidence=Confidence.LOW, flags=(error.problem,))
    if not all(_agrees(embargo, day, clock) for clock in clocks):
        return EmbargoReading(embargo=None, confidence=Confidence.LOW, flags=("zones_disagree",))
    return EmbargoReading(embargo=embargo, confidence=Confidence.HIGH, flags=tuple(flags))


def _agrees(embargo: Embargo, day: date, clock: _Clock) -> bool:
    """Tell whether a printed clock shows the embargo's instant; the day may differ by one."""
    offset = timedelta(hours=_ZONES[clock.zone][1])
    meant = datetime.combine(day, clock.at, tzinfo=UTC) - offset
    return abs(meant - embargo.until_utc) in {timedelta(0), timedelta(days=1)}
