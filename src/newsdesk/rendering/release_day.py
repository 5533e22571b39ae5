"""Which day a release is of."""

from datetime import date, datetime

from newsdesk.domain.newsroom import Newsroom
from newsdesk.domain.release import Release
from newsdesk.rendering.dateline import local_date


def release_day(release: Release, newsroom: Newsroom, now: datetime) -> date:
    """Return the day of the dateline; without one, today where the release is issued from.

    That is its first place, or the desk of the newsroom. `now` is aware.
    """
    dateline = release.dateline
    if dateline.date is not None:
        return dateline.date
    return local_date(now, dateline.places[0].tz if dateline.places else newsroom.tz)
