"""What the chip of a release says: where it stands, in one word."""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from newsdesk.domain.query import ReleaseSummary
from newsdesk.domain.release import Release
from newsdesk.domain.workflow import PubStatus, State, pub_status
from newsdesk.ui.i18n import QT_TRANSLATE_NOOP, translate


class Status(NamedTuple):
    """One chip."""

    kind: str  # whose colours the theme has
    text: str  # in the language of the window


_STATES: Mapping[State, tuple[str, str]] = {
    State.DRAFT: ("draft", QT_TRANSLATE_NOOP("Library", "Draft")),
    State.SUBMITTED: ("review", QT_TRANSLATE_NOOP("Library", "Review")),
    State.APPROVED: ("approved", QT_TRANSLATE_NOOP("Library", "Approved")),
    State.SCHEDULED: ("scheduled", QT_TRANSLATE_NOOP("Library", "Scheduled")),
    State.PUBLISHED: ("published", QT_TRANSLATE_NOOP("Library", "Published")),
    State.CORRECTED: ("corrected", QT_TRANSLATE_NOOP("Library", "Corrected")),
    State.KILLED: ("withdrawn", QT_TRANSLATE_NOOP("Library", "Killed")),
    State.RECALLED: ("withdrawn", QT_TRANSLATE_NOOP("Library", "Recalled")),
    State.SPIKED: ("spiked", QT_TRANSLATE_NOOP("Library", "Spiked")),
}
_EMBARGOED = ("embargoed", QT_TRANSLATE_NOOP("Library", "Embargoed"))


def status_of(release: Release | ReleaseSummary, now: datetime) -> Status:
    """Return the chip of a release at `now`.

    A running embargo comes before the state. Only a release that was withdrawn says that first, as
    its copies do (`Release.standing`).
    """
    kind, word = _STATES[release.state]
    if is_embargoed(release, now) and pub_status(release.state) is not PubStatus.CANCELED:
        kind, word = _EMBARGOED
    return Status(kind, translate("Library", word))


def state_name(state: State) -> str:
    """Return what a state is called on a chip."""
    return translate("Library", _STATES[state][1])


def chip_of(state: State) -> str:
    """Return whose colours a state has."""
    return _STATES[state][0]


def is_embargoed(release: Release | ReleaseSummary, now: datetime) -> bool:
    if isinstance(release, Release):
        return release.is_embargoed(now)
    return release.embargo_until is not None and now < release.embargo_until
