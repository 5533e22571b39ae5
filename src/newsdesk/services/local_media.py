"""Pictures that another desk named, under the keys that they have here."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from newsdesk.domain.media import ReleaseMedia
from newsdesk.domain.release import Release

if TYPE_CHECKING:
    from newsdesk.storage.database import UnitOfWork


def with_local_media(work: "UnitOfWork", release: Release, *, drop_unknown: bool = True) -> Release:
    """Return a release, be it of an earlier day or of another desk, whose pictures are those here.

    Args:
        drop_unknown: leave out what is not here: a release can name no other.
    """
    media = tuple(_local(work, release, drop_unknown=drop_unknown))
    return release if media == release.media else replace(release, media=media)


def _local(work: "UnitOfWork", release: Release, *, drop_unknown: bool) -> Iterator[ReleaseMedia]:
    for place in release.media:
        known = work.media.known_as(place.media_id)
        if known is not None:
            yield replace(place, media_id=known)
        elif not drop_unknown:
            yield place
