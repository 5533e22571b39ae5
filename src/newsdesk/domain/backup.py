"""Copies of the whole newsroom: why they are made, what is in them, and which of them stay."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from functools import partial

EVERY = timedelta(minutes=30)  # a backup, as long as something changes
BEFORE_DANGER = timedelta(minutes=1)  # so old may be the last one before something dangerous

_Span = Callable[[datetime], object]


class BackupReason(StrEnum):
    """Why a backup was made."""

    OPEN = "open"
    CHANGE = "change"  # half an hour of work
    SCHEMA = "schema"  # before the database of an older newsdesk was brought up to date
    IMPORT = "import"  # before many texts were brought in
    REMOVAL = "removal"  # before many releases were put away
    RESTORE = "restore"  # before another backup took the place of the newsroom
    ASKED = "asked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """One file that holds the whole database as it was at one moment."""

    path: str
    made: datetime
    reason: BackupReason
    size: int  # bytes
    is_verified: bool  # all of it was read and found sound when it was made


@dataclass(frozen=True, slots=True, kw_only=True)
class BackedUpRelease:
    """What tells a person which state of the newsroom a backup holds."""

    headline: str
    updated: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsroomContents:
    """How much a database holds, and what was worked on last in it."""

    releases: int  # without those in the trash
    trashed: int
    contacts: int
    pictures: int
    newest: tuple[BackedUpRelease, ...]  # the last one worked on first


def _half_hour(at: datetime) -> object:
    return at.date(), at.hour, at.minute // 30


def _week(at: datetime) -> object:
    return at.isocalendar()[:2]


_KEPT: tuple[tuple[int, _Span], ...] = (
    (8, _half_hour),
    (7, datetime.date),
    (8, _week),
    (12, lambda at: (at.year, at.month)),
)
"""Of how many of the last half hours, days, weeks and months the last backup is kept."""


def superfluous(backups: Collection[Backup]) -> list[Backup]:
    """Return those that may go, by their times alone: no wrong clock makes an old one worthless.

    Of the verified ones the last of each of the last 8 half hours, 7 days, 8 weeks and 12 months
    in which any was made is kept (in UTC), and the last of each reason. Of those that are not, the
    last one, as long as nothing sound is newer.
    """
    newest_first = sorted(backups, key=lambda one: one.made, reverse=True)
    verified = [one for one in newest_first if one.is_verified]
    kept = {one.path for one in _last_of_each(verified, len(BackupReason), lambda b: b.reason)}
    for most, span in _KEPT:
        kept |= {one.path for one in _last_of_each(verified, most, partial(_span_of, span))}
    if newest_first and not newest_first[0].is_verified:
        kept.add(newest_first[0].path)
    return [one for one in newest_first if one.path not in kept]


def _span_of(span: _Span, backup: Backup) -> object:
    return span(backup.made.astimezone(UTC))


def _last_of_each(
    newest_first: Collection[Backup], most: int, group: Callable[[Backup], object]
) -> list[Backup]:
    """Return the first of each of the first `most` groups."""
    found: dict[object, Backup] = {}
    for one in newest_first:
        if len(found) == most and group(one) not in found:
            break
        found.setdefault(group(one), one)
    return list(found.values())
