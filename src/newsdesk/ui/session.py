"""The release that is open, while it is edited. No widgets: what they show and change is here."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from newsdesk.domain.errors import NewsdeskError
from newsdesk.domain.ids import MediaId, ReleaseId
from newsdesk.domain.media import PictureWords, joined, said_of, worded
from newsdesk.domain.release import Release
from newsdesk.domain.workflow import State
from newsdesk.ui.field_undo import FieldUndo
from newsdesk.ui.picture_wording import PictureWording

BODY = "body_md"
_BODY_ALONE = frozenset({BODY})
_KEPT_BY_STORING = ("id", "version", "slug", "current_revision", "versioncreated", "media")
"""Fields whose value storing decides; what the user typed meanwhile is left alone.

Of the pictures it decides which there are; what is said below them is the user's.
"""


class SaveState(StrEnum):
    """How what is seen stands to what is stored."""

    NOTHING = "nothing"  # no release is open
    SAVED = "saved"
    UNSAVED = "unsaved"
    SAVING = "saving"
    FAILED = "failed"


class ReleaseSession(QObject):
    """One open release: a frozen value that every edit replaces.

    The body is the exception: it stands in the editor and is fetched from there when somebody asks
    for the release, so that a key does not copy a megabyte.

    Signals:
        opened(): another release is open, or none.
        edited(frozenset): the user changed the fields of these names.
        changed(frozenset): so did anybody: the user, undo, a save, a step of the workflow.
        fields_changed(frozenset): the same, but not for the body alone: a key must not ask around
            among all that shows other fields.
        save_state_changed(): `save_state` or `saved_at` is another one.
    """

    opened = Signal()
    edited = Signal(object)
    changed = Signal(object)
    fields_changed = Signal(object)
    save_state_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo = FieldUndo(self.apply, self)
        self.wording = PictureWording()
        self._release: Release | None = None
        self._body: Callable[[], str] | None = None
        self._is_body_stale = False
        self._edits = 0
        self._stored_edits = 0
        self._generation = 0
        self._is_writable = True
        self._save_state = SaveState.NOTHING
        self.saved_at: datetime | None = None
        self.save_error: NewsdeskError | None = None
        self._base: Release | None = None
        self._is_journalled = False
        self._journal_error: NewsdeskError | None = None

    # What is open ---------------------------------------------------------------------------

    @property
    def release(self) -> Release | None:
        """The release as it is seen now, its body included."""
        if self._is_body_stale and self._release is not None and self._body is not None:
            self._release = replace(self._release, body_md=self._body())
            self._is_body_stale = False
        return self._release

    @property
    def head(self) -> Release | None:
        """The same, its body perhaps some keys behind: for who does not read it."""
        return self._release

    @property
    def base(self) -> Release | None:
        """The open release as it was stored when it was last read or saved here."""
        return self._base

    @property
    def release_id(self) -> ReleaseId | None:
        return self._release.id if self._release is not None else None

    @property
    def is_open(self) -> bool:
        return self._release is not None

    @property
    def is_editable(self) -> bool:
        """Whether its text may be changed: it is a draft, and the newsroom can be written in."""
        return (
            self._is_writable and self._release is not None and self._release.state is State.DRAFT
        )

    @property
    def is_dirty(self) -> bool:
        return self._edits != self._stored_edits

    @property
    def save_state(self) -> SaveState:
        return self._save_state

    @property
    def edits(self) -> int:
        """How often it was edited since it was opened; a save is of one such number."""
        return self._edits

    @property
    def undo_stack(self) -> QUndoStack:
        """What can be undone in the fields of the open release."""
        return self.undo.stack

    def set_body_source(self, body: Callable[[], str]) -> None:
        """`body` returns the text as it stands in the editor."""
        self._body = body

    def set_writable(self, is_writable: bool) -> None:
        if is_writable != self._is_writable:
            self._is_writable = is_writable
            self._tell_changed(frozenset({"state"}))

    @property
    def generation(self) -> int:
        """How often a release was opened; `edits` are counted within one."""
        return self._generation

    def open(self, release: Release | None, *, is_stored: bool = True) -> None:
        """Show another release. Whoever calls has taken care of the one before.

        Args:
            is_stored: False for a text that was left before it could be stored: it has one edit.
        """
        self.undo.turn(self._release, release)
        self._release = release
        self._base = release if is_stored else None
        self.wording.begin(release)
        self._is_body_stale = False
        self._generation += 1
        self._stored_edits = 0
        self._edits = 0 if is_stored else 1
        self.saved_at = None
        self.save_error = None
        self._is_journalled = not is_stored
        state = SaveState.SAVED if is_stored else SaveState.UNSAVED
        self._set_save_state(state if release else SaveState.NOTHING)
        self.opened.emit()

    # Editing --------------------------------------------------------------------------------

    def edit(self, what: str, *, is_typing: bool = False, **fields: Any) -> None:
        """Give fields of the draft other values, in the user's name; can be undone.

        Args:
            what: what the user did, for the undo menu. Edits one after the other of the same text
                fields under the same name are one step.
            is_typing: so are those of any other field: a letter was typed into a part of it.
        """
        release = self.release
        if release is None or not self.is_editable:
            return
        before = {name: getattr(release, name) for name in fields}
        if before != fields:
            self.undo.push(what, before, fields, is_typing=is_typing)

    def describe(
        self, what: str, media_id: MediaId, before: PictureWords, after: PictureWords
    ) -> None:
        """Print other words below a picture of the draft, in the user's name; can be undone.

        Args:
            what: as for `edit`.
            before: what is printed now: the picture may have no place in the release yet.
        """
        release = self._release
        if release is None or not self.is_editable:
            return
        old, new = (said_of(release.media, media_id, words) for words in (before, after))
        if old != new:
            self.undo.push(what, {"media": old}, {"media": new}, is_typing=False)

    def edit_body(self) -> None:
        """The user changed the text in the editor."""
        self._is_body_stale = True
        self._count_edit(_BODY_ALONE)

    def apply(self, fields: dict[str, Any]) -> None:
        """Set fields for `edit`, undo and redo."""
        if self._release is None:
            return
        if "media" in fields:  # pictures may have come and gone since: only words are set
            fields = {**fields, "media": joined(self._release.media, fields["media"])}
        self._release = replace(self._release, **fields)
        self.wording.learn(self._release)
        self._count_edit(frozenset(fields))

    def _count_edit(self, names: frozenset[str]) -> None:
        self._edits += 1
        if self._save_state in (SaveState.SAVED, SaveState.SAVING):
            self._set_save_state(SaveState.UNSAVED)
        self.edited.emit(names)
        self._tell_changed(names)

    # Storing --------------------------------------------------------------------------------

    def saving(self) -> None:
        """A save of what is seen now is under way."""
        self._set_save_state(SaveState.SAVING)

    def stored(self, stored: Release, edits: int, at: datetime) -> None:
        """Take over what storing decided; `edits` is the number that was stored.

        Of another release than the open one nothing is taken: it was left meanwhile.
        """
        release = self.release
        if release is None or release.id != stored.id:
            return
        taken = {name: getattr(stored, name) for name in _KEPT_BY_STORING}
        taken["media"] = worded(stored.media, release.media)
        changed = {name for name, value in taken.items() if getattr(release, name) != value}
        self._release = replace(release, **taken)
        self.wording.learn(self._release)
        self._base = stored
        self._stored_edits = max(self._stored_edits, edits)
        self.saved_at = at
        self.save_error = None
        self._set_save_state(SaveState.UNSAVED if self.is_dirty else SaveState.SAVED)
        self._tell_changed(frozenset(changed))

    def not_stored(self, error: NewsdeskError) -> None:
        """Say that saving failed; the text is still here."""
        self.save_error = error
        self._set_save_state(SaveState.FAILED)

    @property
    def is_journalled(self) -> bool:
        """Whether the draft journal took what was typed, up to the last seconds."""
        return self._is_journalled

    @property
    def journal_error(self) -> NewsdeskError | None:
        """Why the draft journal could not be written, the last time it was tried."""
        return self._journal_error

    def journalled(self, error: NewsdeskError | None) -> None:
        """Say that the draft journal has the text, or why it has not."""
        before = (self._is_journalled, self._journal_error)
        self._is_journalled, self._journal_error = error is None, error
        if before != (self._is_journalled, error) and self._save_state is SaveState.FAILED:
            self.save_state_changed.emit()

    def replace_stored(self, release: Release) -> None:
        """Show what the store made of the open release: a step of the workflow, another's save."""
        old = self.release
        if old is None or old.id != release.id:
            return
        names = {
            name
            for name in release.__dataclass_fields__
            if getattr(old, name) != getattr(release, name)
        }
        if BODY in names or "state" in names:
            self.undo_stack.clear()
        self._release = self._base = release
        self.wording.begin(release)
        self._is_body_stale = False
        self._stored_edits = self._edits
        self._set_save_state(SaveState.SAVED)
        self._tell_changed(frozenset(names))

    def take_filing(self, stored: Release) -> None:
        """Take over what the open release is filed under, which was stored apart from its text."""
        release = self.release
        if release is None or release.id != stored.id:
            return
        if not self.is_dirty:
            self.replace_stored(stored)
            return
        names = ("terms", "language", "version", "current_revision")
        taken = {name: getattr(stored, name) for name in names}
        changed = {name for name, value in taken.items() if getattr(release, name) != value}
        self._release = replace(release, **taken)
        self._base = stored
        self._tell_changed(frozenset(changed))

    def take_star(self, stored: Release) -> None:
        """Take over the star of the open release, which is stored apart from its text."""
        if self._release is not None and self._release.id == stored.id:
            self._release = replace(self._release, starred=stored.starred)
            self._tell_changed(frozenset({"starred"}))

    def _tell_changed(self, names: frozenset[str]) -> None:
        if names != _BODY_ALONE:
            self.fields_changed.emit(names)
        self.changed.emit(names)

    def _set_save_state(self, state: SaveState) -> None:
        self._save_state = state
        self.save_state_changed.emit()
