"""What publishing a release would need, as the domain says it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from newsdesk.domain.dateline import DatelineStyle
from newsdesk.domain.errors import (
    ConfirmationKind,
    ConfirmationNeededError,
    IncompleteReleaseError,
    NewsdeskError,
)
from newsdesk.domain.newsroom import Newsroom
from newsdesk.domain.release import Release
from newsdesk.domain.workflow import Action, Step


@dataclass(frozen=True, slots=True)
class Guard:
    """What stands between a release and its publishing."""

    missing: tuple[str, ...] = ()  # fields that are empty or too long
    asked: tuple[ConfirmationKind, ...] = ()  # what a person must say yes to
    refusal: NewsdeskError | None = None  # why it is not possible at all


def guard_of(release: Release, newsroom: Newsroom, now: datetime) -> Guard:
    """Try to publish a value, nothing else, saying yes to all that is asked on the way."""
    asked: list[ConfirmationKind] = []
    while True:
        try:
            _published(release, newsroom, now, asked)
        except ConfirmationNeededError as error:
            asked.append(error.kind)
        except IncompleteReleaseError as error:
            return Guard(missing=error.fields)
        except NewsdeskError as error:
            return Guard(refusal=error)
        else:
            return Guard(asked=tuple(asked))


def is_satisfied(
    release: Release, newsroom: Newsroom, now: datetime, confirmed: Collection[ConfirmationKind]
) -> bool:
    """Tell whether a person who said yes to `confirmed` may publish it."""
    try:
        _published(release, newsroom, now, confirmed)
    except NewsdeskError:
        return False
    return True


def advised(release: Release) -> tuple[str, ...]:
    """Return fields that most releases have and that this one can do without."""
    fields: list[str] = []
    has_none = release.dateline.style is DatelineStyle.NONE
    if not has_none and not release.dateline.places and not release.dateline.custom_text:
        fields.append("dateline")
    if not any(contact.exported_points for contact in release.contacts):
        fields.append("contacts")
    return tuple(fields)


def _published(
    release: Release,
    newsroom: Newsroom,
    now: datetime,
    confirmed: Collection[ConfirmationKind],
) -> Release:
    step = Step(action=Action.PUBLISH, at=now, by="", confirmed=frozenset(confirmed))
    return release.after(step, approval_steps=newsroom.has_approval_steps)
