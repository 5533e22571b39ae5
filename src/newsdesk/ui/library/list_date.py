"""Dates as a list shows them: as short as they can be told apart, by the clock of this machine."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import QDate, QLocale, QTime, QTimeZone

from newsdesk.ui.i18n import translate


def list_date(at: datetime, now: datetime) -> str:
    """Return "14:05" for today, then "Yesterday", "2 May", "2 May 2024"."""
    local, today = at.astimezone(), now.astimezone().date()
    if local.date() == today:
        return _time(local)
    if local.date() == today - timedelta(days=1):
        return translate("Library", "Yesterday")
    return _day(local, is_this_year=local.year == today.year)


def embargo_end(until: datetime, now: datetime) -> str:
    """Return "Today 14:05", "Tomorrow 00:01", "2 May 09:00", "2 May 2028"."""
    local, today = until.astimezone(), now.astimezone().date()
    if local.date() == today:
        day = translate("Library", "Today")
    elif local.date() == today + timedelta(days=1):
        day = translate("Library", "Tomorrow")
    elif local.year == today.year:
        day = _day(local, is_this_year=True)
    else:
        return _day(local, is_this_year=False)
    return f"{day} {_time(local)}"


def zone_here() -> str:
    """Return the IANA name of the zone of this machine's clock; UTC where it has none we know."""
    name = bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace")
    try:
        return ZoneInfo(name).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return "UTC"


def _time(local: datetime) -> str:
    return QLocale().toString(QTime(local.hour, local.minute), "HH:mm")


def _day(local: datetime, *, is_this_year: bool) -> str:
    # forms of QLocale.toString; a translation may put the month first
    form = translate("Library", "d MMM") if is_this_year else translate("Library", "d MMM yyyy")
    return QLocale().toString(QDate(local.year, local.month, local.day), form)
