"""What one desk hands over to another: releases with their history, and what becomes of them there.

A history is a line at every desk. What another desk made is put behind what was made here, under
its own key, so that both desks can tell from then on what they have in common.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from newsdesk.domain.canonical import decode
from newsdesk.domain.ids import MediaId, ReleaseId, RevisionId
from newsdesk.domain.media import MediaAsset
from newsdesk.domain.release import Release
from newsdesk.domain.revision import Reason, Revision

FORMAT = 1  # of the bundles written here: to be raised once an older newsdesk cannot read them
SUFFIX = ".newsdesk"
MANIFEST = "manifest.json"
PICTURES = "pictures.json"
COMMENT = b"newsdesk-bundle sha256 "  # then the hash of all that stands before it in the file
LARGEST = 512 * 1024 * 1024  # bytes of all that is in one: it is held in memory

_PLAIN_NAME = re.compile(r"[^/\\\x00-\x1f\x7f]{1,255}")


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedRevision:
    """A permanent revision with its snapshot."""

    revision: Revision
    canonical: bytes  # as `revision.snapshot` gave it; its hash is that of the revision

    @property
    def release(self) -> Release:
        """The release as it was then, without the marks of the desk that it comes from."""
        then = decode(Release, json.loads(self.canonical))
        return replace(then, version=0, current_revision=0, starred=False, locked_by=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedRelease:
    """A release with all that was kept of it for good, oldest first: one revision at least."""

    id: ReleaseId
    history: tuple[HandedRevision, ...]
    ignored_words: frozenset[str] = frozenset()

    @property
    def head(self) -> HandedRevision:
        return self.history[-1]

    @property
    def revisions(self) -> list[Revision]:
        return [one.revision for one in self.history]


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedPicture:
    """A file of the media store as the other desk describes it."""

    asset: MediaAsset
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """What is in one file."""

    releases: tuple[HandedRelease, ...]
    pictures: tuple[HandedPicture, ...] = ()

    @property
    def media_ids(self) -> frozenset[MediaId]:
        return frozenset(one.asset.id for one in self.pictures)


def is_plain_name(name: str) -> bool:
    """Tell whether a name of a file is one on every system, and leads nowhere."""
    return _PLAIN_NAME.fullmatch(name) is not None


class Kinship(StrEnum):
    """How a release in a bundle stands to the one that is here."""

    NEW = "new"  # there is none here
    SAME = "same"
    AHEAD = "ahead"  # it goes on from what is here
    BEHIND = "behind"  # what is here goes on from it
    PARTED = "parted"  # both desks went on


def kinship(
    ours: Sequence[Revision], theirs: Sequence[Revision], *, has_unkept: bool = False
) -> Kinship:
    """Compare two histories of one release.

    Args:
        ours: the permanent revisions here, oldest first; none if there is no such release.
        has_unkept: it was changed here since the last of them.
    """
    if not ours:
        return Kinship.NEW
    here, there = own(ours)[-1], theirs[-1]
    if there.sha256 == here.sha256:
        return Kinship.BEHIND if has_unkept else Kinship.SAME
    if not fresh(ours, theirs):
        return Kinship.BEHIND
    goes_on = not has_unkept and _key(here) in set(map(_key, theirs))
    return Kinship.AHEAD if goes_on else Kinship.PARTED


def own(history: Sequence[Revision]) -> Sequence[Revision]:
    """Return a history without what was only made fit for this desk at its end."""
    end = len(history)
    while end > 1 and history[end - 1].reason is Reason.ADAPT:
        end -= 1
    return history[:end]


def fresh(ours: Sequence[Revision], theirs: Sequence[Revision]) -> int:
    """Return how many revisions at the end of `theirs` are not here."""
    known = set(map(_key, ours))
    shared = (place for place, one in enumerate(theirs, start=1) if _key(one) in known)
    return len(theirs) - max(shared, default=0)


def _key(revision: Revision) -> tuple[RevisionId, str]:
    return revision.id, revision.sha256
