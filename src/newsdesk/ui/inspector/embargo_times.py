"""When an embargo ends, on other clocks and from now."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from PySide6.QtCore import QDate, QLocale, QTime

from newsdesk.domain.embargo import zone
from newsdesk.domain.errors import EmbargoError
from newsdesk.ui.i18n import translate

_MINUS = "\N{MINUS SIGN}"
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class ClockFace:
    """A clock that the newsroom goes by."""

    name: str  # of a city
    tz: str  # IANA


def clock_lines(
    until: datetime, clocks: Sequence[ClockFace], locale: QLocale, *, without: str
) -> list[str]:
    """Return `10:00 UTC, Wednesday 2 March 2016`, then the same moment on each of `clocks`.

    Each zone is named once, and the one of the embargo itself (`without`) not at all. The day is
    said again only where it is another one.
    """
    moments: dict[str, tuple[str, datetime]] = {}
    for face in (ClockFace("UTC", "UTC"), *clocks):
        if face.tz == without or face.tz in moments:
            continue
        with suppress(EmbargoError):  # a seat of one's own may have lost its zone
            moments[face.tz] = face.name, until.astimezone(zone(face.tz))
    lines: list[str] = []
    said: date | None = None
    for name, moment in moments.values():
        line = f"{time_of_day(moment, locale)} {name}"
        if moment.date() != said:
            is_year_said = said is not None and said.year == moment.year
            line = f"{line}, {day_in_words(moment, locale, with_year=not is_year_said)}"
        said = said or moment.date()
        lines.append(line)
    return lines


def day_in_words(moment: datetime, locale: QLocale, *, with_year: bool = True) -> str:
    """Return `Wednesday 2 March 2016`."""
    pattern = "dddd d MMMM yyyy" if with_year else "dddd d MMMM"
    return locale.toString(QDate(moment.year, moment.month, moment.day), pattern)


def time_of_day(moment: datetime, locale: QLocale) -> str:
    return locale.toString(QTime(moment.hour, moment.minute), "HH:mm")


def offset_in_words(moment: datetime) -> str:
    """Return `UTC+1`, `UTC−5`, `UTC+5:45` for an aware time; `UTC` without a difference."""
    offset = moment.utcoffset() or timedelta()
    if not offset:
        return "UTC"
    sign = _MINUS if offset < timedelta() else "+"
    hours, minutes = divmod(abs(offset) // _MINUTE, 60)
    return f"UTC{sign}{hours}:{minutes:02}" if minutes else f"UTC{sign}{hours}"


def time_left(until: datetime, now: datetime) -> str:
    """Return `Lifts in 2 h 14 min`, `Lifts in 3 d 4 h`, `It is over`."""
    left = until - now
    if left <= timedelta():
        return translate("Embargo", "It is over.")
    minutes = -(-left // _MINUTE)  # the minute that has begun counts
    days, minutes = divmod(minutes, 24 * 60)
    hours, minutes = divmod(minutes, 60)
    if days:
        return translate("Embargo", "Lifts in {days} d {hours} h").format(days=days, hours=hours)
    if hours:
        return translate("Embargo", "Lifts in {hours} h {minutes} min").format(
            hours=hours, minutes=minutes
        )
    if left <= _MINUTE:
        return translate("Embargo", "Lifts in less than a minute")
    return translate("Embargo", "Lifts in {minutes} min").format(minutes=minutes)


def next_tick_ms(until: datetime, now: datetime) -> int:
    """Return after how many milliseconds `time_left` says something else; 0: never."""
    left = until - now
    if left <= timedelta():
        return 0
    whole = left % _MINUTE or _MINUTE
    return whole // timedelta(milliseconds=1) + 1
