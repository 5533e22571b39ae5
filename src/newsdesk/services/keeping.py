"""Storing a release the one way it is stored: row, search index, revision, hash."""

from dataclasses import replace
from typing import TYPE_CHECKING

from newsdesk.domain.canonical import composed
from newsdesk.domain.ids import RevisionId
from newsdesk.domain.media import MediaRole, Places, ReleaseMedia, worded, words_of
from newsdesk.domain.picture_marks import stored_in
from newsdesk.domain.release import Release
from newsdesk.domain.revision import Reason
from newsdesk.rendering.counting import char_count, word_count
from newsdesk.rendering.dateline import dateline_text
from newsdesk.services.workplace import Workplace

if TYPE_CHECKING:
    from newsdesk.storage.database import UnitOfWork


def with_pictures_of_body(work: "UnitOfWork", release: Release) -> Release:
    """Return a release whose pictures are those that its body names, in their order.

    One that has another part in it stays: the main picture, a gallery, an attachment. One that is
    new in it says what the newsroom suggests.
    """
    assets = [work.media.find_by_content(sha256) for sha256 in stored_in(release.body_md)]
    named = [asset.id for asset in assets if asset is not None]
    others = tuple(one for one in release.media if one.role is not MediaRole.BODY)
    taken = {one.media_id for one in others}
    body = tuple(ReleaseMedia(media_id=key) for key in named if key not in taken)
    media = _with_words(work, release, worded((*others, *body), release.media))
    return release if media == release.media else replace(release, media=media)


def _with_words(work: "UnitOfWork", release: Release, media: Places) -> Places:
    """Say below each picture what the release says, or said when it was stored, or the newsroom."""
    if all(None not in (one.caption, one.credit) for one in media):
        return media
    suggested = tuple(_as_suggested(work, one, release.language) for one in media)
    stored = work.releases.get(release.id).media if release.version else ()
    return worded(worded(suggested, stored), media)


def _as_suggested(work: "UnitOfWork", place: ReleaseMedia, language: str) -> ReleaseMedia:
    words = words_of(work.media.get(place.media_id), language)
    return replace(place, caption=words.caption, credit=words.credit)


def keep(work: "UnitOfWork", release: Release, reason: Reason, workplace: Workplace) -> Release:
    """Store `release`, its text in NFC, with a revision and return it as stored.

    Raises:
        StaleReleaseError: somebody saved it since it was read.
    """
    release = with_pictures_of_body(work, composed(release))
    return recorded(work, saved_as_it_is(work, release), reason, workplace)


def saved_as_it_is(work: "UnitOfWork", release: Release) -> Release:
    """Store the row of `release` and its entry in the search index; whoever calls records it."""
    line = dateline_text(
        release.dateline,
        headline=release.headline,
        language=release.language,
        newsroom=work.newsroom.get(),
    )
    return work.releases.save(release, dateline_text=line)


def recorded(work: "UnitOfWork", saved: Release, reason: Reason, workplace: Workplace) -> Release:
    """Record a release as it is stored as its next revision."""
    revision = work.revisions.add(
        saved,
        reason=reason,
        author=workplace.author,
        device=workplace.device,
        at=workplace.now(),
        revision_id=RevisionId(workplace.new_id()),
        word_count=word_count(saved.body_md),
        char_count=char_count(saved.body_md),
    )
    return replace(saved, current_revision=revision.number)
