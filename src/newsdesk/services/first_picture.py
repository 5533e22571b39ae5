"""Keeping the picture that the next start begins with. Imports next to nothing: see `ui`."""

import json
from contextlib import suppress
from pathlib import Path
from typing import Any, cast


class FirstPictureFile:
    """One JSON object on this machine; one that another newsdesk wrote counts for nothing."""

    def __init__(self, path: Path, newsdesk_version: str) -> None:
        self._path = path
        self._version = newsdesk_version

    def load(self) -> dict[str, Any] | None:
        """Return the picture; None if there is none, or none that can be read."""
        try:
            picture: Any = json.loads(self._path.read_bytes())
        except (OSError, ValueError, RecursionError):
            return None
        if not isinstance(picture, dict):
            return None
        object_ = cast("dict[str, Any]", picture)
        return object_ if object_.get("newsdesk") == self._version else None

    def save(self, picture: dict[str, Any]) -> None:
        """Keep it; done without where the disk has no room for it."""
        from newsdesk.services.atomic_file import replace_file  # noqa: PLC0415 - not at the start

        text = json.dumps({"newsdesk": self._version, **picture}, ensure_ascii=False)
        with suppress(OSError):
            replace_file(self._path, text.encode("utf-8", "replace"), is_synced=False)

    def discard(self) -> None:
        """Begin the next start without one: what it shows is no longer what will be opened."""
        with suppress(OSError):
            self._path.unlink(missing_ok=True)
