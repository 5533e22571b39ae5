"""In which folders a person works all the same, though another program or machine has them too.

Of this machine: whoever shares the folder decides for his own.
"""

import json
from pathlib import Path
from typing import Any, cast

from newsdesk.domain.errors import ExportError
from newsdesk.services.atomic_file import replace_file


class AllowedFolders:
    """The decisions, as JSON; what is wrong with the file costs nobody more than being asked."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def has(self, folder: str) -> bool:
        """Tell whether a person said that this folder is used all the same."""
        return folder in self._all()

    def allow(self, folder: str) -> None:
        """Remember it; raise `ExportError` if that is not possible."""
        kept = sorted({*self._all(), folder})
        text = json.dumps({"folders": kept}, ensure_ascii=False, indent=2) + "\n"
        try:
            replace_file(self._path, text.encode("utf-8", "surrogatepass"))
        except OSError as error:
            raise ExportError(str(self._path), error.strerror or str(error)) from error

    def _all(self) -> list[str]:
        try:
            kept: Any = json.loads(self._path.read_bytes())
        except (OSError, ValueError, RecursionError):
            return []
        folders: Any = cast(dict[str, Any], kept).get("folders") if isinstance(kept, dict) else None
        return (
            [one for one in cast(list[Any], folders) if isinstance(one, str)]
            if isinstance(folders, list)
            else []
        )
