"""Storing a release the one way it is stored: row, search index, revision, hash."""

from dataclasses import replace
from typing import TYPE_CHECKING

from newsdesk.domain.canonical import composed
from newsdesk.domain.ids import RevisionId
from newsdesk.domain.release import Release
from newsdesk.domain.revision import Reason
from newsdesk.rendering.counting import char_count, word_count
from newsdesk.rendering.dateline import dateline_text
from newsdesk.services.workplace import Workplace

if TYPE_CHECKING:
    from newsdesk.storage.database import UnitOfWork


def keep(work: "UnitOfWork", release: Release, reason: Reason, workplace: Workplace) -> Release:
    """Store `release`, its text in NFC, with a revision and return it as stored.

    Raises:
        StaleReleaseError: somebody saved it since it was read.
    """
    release = composed(release)
    line = dateline_text(
        release.dateline,
        headline=release.headline,
        language=release.language,
        newsroom=work.newsroom.get(),
    )
    saved = work.releases.save(release, dateline_text=line)
    revision = work.revisions.add(
        saved,
        reason=reason,
        author=workplace.author,
        device=workplace.device,
        at=workplace.now(),
        revision_id=RevisionId(workplace.new_id()),
        word_count=word_count(release.body_md),
        char_count=char_count(release.body_md),
    )
    return replace(saved, current_revision=revision.number)
