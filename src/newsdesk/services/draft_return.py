"""Texts that were stored in a database that is lost, out of the draft journal into another one."""

import logging
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from newsdesk.domain.canonical import composed
from newsdesk.domain.errors import NotFoundError
from newsdesk.domain.ids import MediaId
from newsdesk.domain.journal import LeftEntry
from newsdesk.domain.release import Release
from newsdesk.domain.revision import Reason
from newsdesk.domain.slug import unique
from newsdesk.domain.workflow import State
from newsdesk.services.keeping import keep
from newsdesk.services.workplace import Workplace

if TYPE_CHECKING:
    from newsdesk.storage.database import UnitOfWork

_log = logging.getLogger(__name__)


class DraftReturn:
    """Stores what the journal knows to have been stored, and a backup is too old to have.

    What was never stored stays in the journal: whose text is kept there, a person decides.
    """

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def bring_back(self, left: Sequence[LeftEntry]) -> list[Release]:
        """Store the texts that are newer, each with a revision of its own; return them as stored.

        What they take the place of stays in the history.
        """
        last = {one.entry.release.id: one for one in left if one.is_stored}  # the oldest come first
        brought: list[Release] = []
        for one in last.values():
            with self._workplace.database.transaction() as work:
                text = _with_known_media(work, composed(one.entry.release))
                release = self._on_top(work, text)
                if release is not None:
                    brought.append(keep(work, release, Reason.RESTORE, self._workplace))
        return brought

    def _on_top(self, work: "UnitOfWork", text: Release) -> Release | None:
        """Return what is to be stored of a text; None if the newsroom has it, or a later one."""
        try:
            standing = work.releases.get(text.id)
        except NotFoundError:
            slug = unique(text.slug, work.releases.slugs_like(text.slug)) if text.slug else ""
            return replace(text, version=0, current_revision=0, slug=slug or str(text.id))
        if standing.version > text.version:  # the save of this text made it one more
            return None
        if standing.state is not State.DRAFT:
            _log.info("a text of %s is not brought back: it is %s", text.id, standing.state)
            return None
        return replace(
            text,
            version=standing.version,
            current_revision=standing.current_revision,
            slug=standing.slug,
        )


def _with_known_media(work: "UnitOfWork", text: Release) -> Release:
    known = tuple(one for one in text.media if _has(work, one.media_id))
    return text if known == text.media else replace(text, media=known)


def _has(work: "UnitOfWork", key: MediaId) -> bool:
    try:
        work.media.get(key)
    except NotFoundError:
        return False
    return True
