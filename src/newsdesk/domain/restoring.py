"""Setting a draft back to what a revision holds."""

from dataclasses import fields, replace
from datetime import datetime

from newsdesk.domain.embargo import Embargo
from newsdesk.domain.release import Release

_STAYS = frozenset(
    {
        "id",
        "version",
        "current_revision",
        # which release it is, and where it stands
        "slug",
        "family_id",
        "translated_from",
        "source_version_at_translation",
        "rewrite_of",
        "rewrite_sequence",
        "correction_sequence",
        "state",
        "revert_state",
        "firstcreated",
        "firstpublished",
        "publish_schedule",
        "schedule_tz",
        "created_by",
        # the desk's own marks
        "locked_by",
        "starred",
    }
)


def restored(now: Release, then: Release, at: datetime) -> Release:
    """Return a release with what `then`, an earlier state of it, said and carried.

    Whether it may be is the workflow's to say: see `Release.after`. A text that was set back goes
    out no earlier: of two embargoes the later one stands, and a hold stays a hold.
    """
    brought = {
        field.name: getattr(then, field.name)
        for field in fields(Release)
        if field.name not in _STAYS
    }
    brought |= {
        "versioncreated": at,
        "embargo": _later(now.embargo, then.embargo, at),
        "hold": now.hold or then.hold,
    }
    return replace(now, **brought)


def _later(now: Embargo | None, then: Embargo | None, at: datetime) -> Embargo | None:
    if then is None or not then.is_running(at):
        return now
    return then if now is None or now.until_utc < then.until_utc else now
