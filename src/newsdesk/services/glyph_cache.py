"""Pictures of icons, drawn once on this machine: drawing them needs a library that starts slowly.

Light to import.
"""

import json
import logging
from base64 import b64decode, b64encode
from collections.abc import Mapping
from pathlib import Path

from newsdesk.services.atomic_file import replace_file

_log = logging.getLogger(__name__)


class GlyphCache:
    """One file of pictures, each under a key that says all it depends on."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> dict[str, bytes]:
        """Return the pictures; none if the file is not there or is not whole."""
        try:
            kept = json.loads(self._path.read_bytes())
            return {key: b64decode(picture, validate=True) for key, picture in kept.items()}
        except (OSError, ValueError, TypeError, AttributeError, RecursionError):
            return {}

    def save(self, pictures: Mapping[str, bytes]) -> None:
        """Keep these and no others; done without where there is no room for them."""
        text = json.dumps({key: b64encode(one).decode() for key, one in pictures.items()})
        try:
            replace_file(self._path, text.encode(), is_synced=False)
        except OSError as error:
            _log.info("the pictures of icons were not kept: %s", error.strerror)
