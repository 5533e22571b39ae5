"""What the window showed last, for its first picture at the next start: before any database.

Light to import. What it holds is a copy and may be a moment old; the store is asked right after.
"""

import json
import logging
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from newsdesk.domain.canonical import decode, encode
from newsdesk.domain.newsroom import Newsroom
from newsdesk.domain.query import ReleaseCounts, ReleaseSummary
from newsdesk.domain.release import Release
from newsdesk.rendering.page import Page
from newsdesk.services.atomic_file import replace_file

MOST_ROWS = 256
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class StartSnapshot:
    """The open release with its page, and the first rows of the list, of `total` in all."""

    release: Release | None = None
    page: Page | None = None
    newsroom: Newsroom = field(default_factory=Newsroom)
    rows: tuple[ReleaseSummary, ...] = ()  # at most `MOST_ROWS`
    counts: ReleaseCounts = field(default_factory=ReleaseCounts)
    total: int = 0


class StartSnapshotFile:
    """The snapshot of this machine, as JSON; one that another newsdesk wrote counts for nothing."""

    def __init__(self, path: Path, newsdesk_version: str) -> None:
        self._path = path
        self._version = newsdesk_version

    def keep_in(self, path: Path) -> None:
        """From now on it is another file: that of another newsroom."""
        self._path = path

    def load(self) -> StartSnapshot | None:
        """Return what was shown last; None if there is nothing, or nothing that can be read."""
        try:
            kept = json.loads(self._path.read_bytes())
            if not isinstance(kept, dict):
                return None
            file = cast(dict[str, Any], kept)
            if file.get("newsdesk") != self._version:
                return None
            return decode(StartSnapshot, file.get("snapshot"))
        except (OSError, ValueError, RecursionError):
            return None

    def save(self, snapshot: StartSnapshot) -> None:
        """Keep it; not waited for, and done without where there is no room for it."""
        file = {"newsdesk": self._version, "snapshot": encode(snapshot)}
        text = json.dumps(file, ensure_ascii=False, separators=(",", ":"))
        try:
            replace_file(self._path, text.encode("utf-8", "surrogatepass"), is_synced=False)
        except OSError as error:
            _log.info("the picture for the next start was not kept: %s", error.strerror)
