"""What was typed and never stored, because newsdesk came to a sudden end: whose text is kept?"""

import logging
from dataclasses import dataclass, fields, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from newsdesk.domain.canonical import composed
from newsdesk.domain.changes import Changes
from newsdesk.domain.errors import NotFoundError, StaleReleaseError, StorageError
from newsdesk.domain.ids import ReleaseId
from newsdesk.domain.journal import LeftEntry
from newsdesk.domain.release import Release
from newsdesk.domain.revision import Reason
from newsdesk.domain.workflow import State
from newsdesk.services.keeping import with_pictures_of_body
from newsdesk.services.releases import ReleaseService
from newsdesk.services.workplace import Workplace

if TYPE_CHECKING:
    from newsdesk.storage.database import UnitOfWork
    from newsdesk.storage.journal import JournalFolder

_NOT_WRITTEN = frozenset(  # by the one at the desk: storing and the workflow decide them
    {
        "id", "version", "current_revision", "versioncreated", "firstcreated", "created_by",
        "family_id", "translated_from", "source_version_at_translation", "rewrite_of",
        "rewrite_sequence", "correction_sequence", "template_id", "provenance",
        "state", "revert_state", "firstpublished", "starred", "locked_by", "slug",
    }
)  # fmt: skip
_WRITTEN = tuple(field.name for field in fields(Release) if field.name not in _NOT_WRITTEN)
_KEPT_LONGEST = timedelta(days=30)  # what is stored, where no backup is ever made
_log = logging.getLogger(__name__)


class Choice(StrEnum):
    """What becomes of the two versions of a release."""

    MINE = "mine"  # what was typed is saved on top of what is stored
    STORED = "stored"  # what was typed is given up
    BOTH = "both"  # what was typed becomes a release of its own


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftText:
    """A text that is in the journal, and not in the newsroom."""

    mine: Release
    typed_at: datetime
    stored: Release | None  # None: it is not in the newsroom any more, or damaged
    stored_at: datetime | None
    left: LeftEntry

    @property
    def release_id(self) -> ReleaseId:
        return self.mine.id

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What can become of it: only a draft takes another text."""
        if self.stored is None or self.stored.state is not State.DRAFT:
            return (Choice.STORED, Choice.BOTH)
        return tuple(Choice)


class RecoveryService:
    """Compares the journal with the newsroom. Nothing of either is lost before a person chose."""

    def __init__(
        self, workplace: Workplace, releases: ReleaseService, journal: "JournalFolder"
    ) -> None:
        self._workplace = workplace
        self._releases = releases
        self._journal = journal

    def found(self) -> list[LeftText]:
        """Return the texts that runs which have ended left behind, and nobody stored; oldest first.

        A text that is stored word for word is not among them, whatever the times say.
        """
        self._journal.forget_stored(self._workplace.now() - _KEPT_LONGEST)
        found: list[LeftText] = []
        with self._workplace.database.reading() as work:
            for left in self._journal.left():
                if left.is_stored:
                    continue
                one = _compared(work, left)
                if one.stored is not None and is_same_text(one.mine, one.stored):
                    self._settle_quietly(left)
                else:
                    found.append(one)
        return found

    def keep(self, text: LeftText, choice: Choice) -> tuple[Release | None, Changes]:
        """Do what was chosen about a text; nobody is asked about it again.

        Returns:
            The release as it is now: with "both" the copy, with "stored" what is stored, if that
            is still there.

        Raises:
            StaleReleaseError: it was saved since the two were compared; nothing was changed.
            LockedReleaseError: it is no draft any more, so that it takes no other text.
            NotFoundError: it is not there to be saved over.
            StorageError: it could not be stored; the journal still has it.
        """
        if choice is Choice.MINE:
            release, changes = self._save_on_top(text)
        elif choice is Choice.BOTH:
            release, changes = self._releases.keep_as_copy(text.mine)
        else:
            release, changes = text.stored, Changes()
        self._journal.mark_stored(text.left)
        return release, changes

    def _save_on_top(self, text: LeftText) -> tuple[Release, Changes]:
        """Save a text; what it takes the place of stays in the history for good."""
        if text.stored is None:
            raise NotFoundError("release", str(text.release_id))
        stored = self._releases.get(str(text.release_id))
        if stored.version != text.stored.version:
            raise StaleReleaseError(str(text.release_id))
        stored, before = self._releases.save(stored, Reason.SAVE)
        mine = {name: getattr(text.mine, name) for name in _written(text.mine, text.stored)}
        saved, changes = self._releases.save(replace(stored, **mine), Reason.RESTORE)
        with self._workplace.database.reading() as work:
            is_trashed = work.releases.is_trashed(saved.id)
        if is_trashed:
            self._releases.untrash(str(saved.id))
        return saved, before | changes

    def _settle_quietly(self, left: LeftEntry) -> None:
        try:
            self._journal.mark_stored(left)
        except StorageError as error:  # it is compared anew the next time
            _log.info("a stored draft stays in the journal: %s", error.problem)


def is_same_text(one: Release, other: Release) -> bool:
    """Tell whether two versions of a release say the same, whenever they were saved."""
    return all(getattr(one, name) == getattr(other, name) for name in _written(one, other))


def _written(one: Release, other: Release) -> tuple[str, ...]:
    """Return the fields to compare: a slug follows the headline, save by save, or is chosen."""
    return (*_WRITTEN, "slug") if one.version == other.version else _WRITTEN


def _compared(work: "UnitOfWork", left: LeftEntry) -> LeftText:
    mine = with_pictures_of_body(work, composed(left.entry.release))
    stored, stored_at = None, None
    try:
        stored = work.releases.get(mine.id, verified=True)
        stored_at = work.revisions.current(mine.id).created
    except (NotFoundError, StorageError):
        _log.info("there is a draft of %s, which cannot be read", mine.id)
    return LeftText(
        mine=mine,
        typed_at=left.entry.at,
        stored=stored,
        stored_at=stored_at,
        left=left,
    )
