"""What can be brought back of a newsroom whose database is damaged."""

from dataclasses import dataclass
from datetime import datetime

from newsdesk.domain.backup import Backup, NewsroomContents
from newsdesk.domain.errors import StorageError


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftText:
    """The last text of a release in the draft journal."""

    headline: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundBackup:
    """A backup that was read as a whole just now, and found sound."""

    backup: Backup
    contents: NewsroomContents


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """What there is to bring a newsroom back from."""

    backup: SoundBackup | None  # the newest sound one
    drafts: tuple[DraftText, ...]  # that were typed since, the last one first
    unsound: tuple[tuple[Backup, StorageError], ...] = ()  # newer backups that are damaged too


@dataclass(frozen=True, slots=True, kw_only=True)
class Rescued:
    """What came of it. Releases are given by their headlines."""

    releases: int  # in the newsroom now, those in the trash too
    drafts: tuple[str, ...] = ()  # texts of the draft journal that are newer than the rest
    from_history: tuple[str, ...] = ()  # of a salvage, as the next two
    doubtful: tuple[str, ...] = ()
    lost_rows: int = 0
    aside: str = ""  # where the damaged database stands now, with what belongs to it beside it
