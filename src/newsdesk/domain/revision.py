"""The stored history of a release: whole snapshots, hashed."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import datetime
from enum import StrEnum
from hashlib import sha256

from newsdesk.domain.canonical import to_json
from newsdesk.domain.ids import ReleaseId, RevisionId
from newsdesk.domain.release import Release

_NOT_CONTENT = frozenset({"version", "current_revision", "starred", "locked_by"})
"""Fields that change without a revision: the desk's own marks, not the release's."""

_CONTENT = tuple(field.name for field in fields(Release) if field.name not in _NOT_CONTENT)


class Reason(StrEnum):
    """Why a revision was made."""

    AUTOSAVE = "autosave"
    SAVE = "save"
    SUBMIT = "submit"
    APPROVE = "approve"
    PUBLISH = "publish"
    CORRECT = "correct"
    UPDATE = "update"
    KILL = "kill"
    RECALL = "recall"
    STEP = "step"  # any other step of the workflow
    EXPORT = "export"
    IMPORT = "import"
    RESTORE = "restore"
    ADAPT = "adapt"  # what another desk handed over, made fit for this one
    FILE = "file"  # filed under other terms, in whatever state it is

    @property
    def is_permanent(self) -> bool:
        """Permanent ones are never thinned and form a chain of hashes."""
        return self is not Reason.AUTOSAVE


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One immutable snapshot; its text is fetched by `number` when somebody wants it."""

    id: RevisionId
    release_id: ReleaseId
    number: int  # unique in the release, from 1
    created: datetime
    author: str
    device: str
    reason: Reason
    sha256: str  # of the canonical JSON
    prev_sha: str | None = None  # the permanent revision before; None for autosaves and the first
    word_count: int
    char_count: int

    @property
    def is_permanent(self) -> bool:
        return self.reason.is_permanent


def snapshot(release: Release) -> bytes:
    """Return the canonical JSON of a release and all it carries, UTF-8."""
    return to_json({name: getattr(release, name) for name in _CONTENT})


def digest(canonical: bytes) -> str:
    return sha256(canonical).hexdigest()


def is_recorded(release: Release, sha256: str) -> bool:
    """Tell whether this is the hash of a release, as it is written now or was written earlier.

    What was not saved since newsdesk knows a field keeps the hash it has, which cannot vouch for
    that field.
    """
    return any(digest(written) == sha256 for written in _written(release))


def _written(release: Release) -> Iterator[bytes]:
    yield snapshot(release)
    if release.media:  # before each said what is printed below it
        content = {name: getattr(release, name) for name in _CONTENT}
        media = [{"media_id": one.media_id, "role": one.role} for one in release.media]
        yield to_json(content | {"media": media})
