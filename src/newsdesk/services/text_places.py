"""Where in each text somebody was writing: of this machine, not of the newsroom."""

import json
import logging
from dataclasses import dataclass
from math import isfinite
from pathlib import Path
from typing import Any, cast

from newsdesk.services.atomic_file import replace_file

_MOST = 300  # releases
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class TextPlace:
    """How a text was left."""

    caret: int  # UTF-16 units before it, as Qt counts
    line: float  # at the top of what is seen, from 0


class TextPlaces:
    """The places in the releases that were open last, as JSON; read when first asked for.

    Whatever is wrong with the file costs nobody more than a place.
    """

    def __init__(self, path: Path | None = None) -> None:
        """Without a path they are remembered for this run alone."""
        self._path = path
        self._kept: dict[str, TextPlace] | None = None
        self._is_changed = False

    def of(self, release_id: str) -> TextPlace | None:
        return self._places().get(release_id)

    def note(self, release_id: str, place: TextPlace) -> None:
        """Remember a place; that of the release not seen for longest may be forgotten."""
        places = self._places()
        if places.pop(release_id, None) != place:
            self._is_changed = True
        places[release_id] = place
        while len(places) > _MOST:
            del places[next(iter(places))]

    def keep_in(self, path: Path) -> None:
        """From now on it is another file, with the places that are known now."""
        self._places()
        self._path = path
        self._is_changed = True

    def save(self) -> None:
        """Write them down, if there is anything new; not waited for."""
        if self._path is None or not self._is_changed:
            return
        self._is_changed = False
        file = {key: [place.caret, round(place.line, 3)] for key, place in self._places().items()}
        try:
            replace_file(self._path, json.dumps(file).encode(), is_synced=False)
        except OSError as error:
            _log.info("the places in the texts were not kept: %s", error.strerror)

    def _places(self) -> dict[str, TextPlace]:
        if self._kept is None:
            self._kept = self._read() if self._path is not None else {}
        return self._kept

    def _read(self) -> dict[str, TextPlace]:
        try:
            kept = json.loads(cast(Path, self._path).read_bytes())
        except (OSError, ValueError, RecursionError):
            return {}
        if not isinstance(kept, dict):
            return {}
        read = ((key, _place(value)) for key, value in cast(dict[str, Any], kept).items())
        return dict([(key, place) for key, place in read if place is not None][-_MOST:])


def _place(value: object) -> TextPlace | None:
    match value:
        case [int(caret), int() | float() as line] if (
            caret >= 0 and isfinite(line) and line >= 0 and not isinstance(value[0], bool)
        ):
            return TextPlace(caret, float(line))
        case _:
            return None
