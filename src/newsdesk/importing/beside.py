"""Where a file lies that a page names, if it lies beside the page or in a folder there."""

import re
import unicodedata
from urllib.parse import unquote

from newsdesk.domain.errors import MediaProblem, MediaRefusedError

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:|//")  # longer than the letter of a drive
_AFTER_PATH = re.compile(r"[?#].*", re.DOTALL)
_DEVICE = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])\s*(?:\.|$)", re.I)


def path_beside(address: str) -> str:
    """Return the relative path, with `/`, that an address as written means; it leads downwards.

    Raises:
        MediaRefusedError: it lies on the web or in the page itself; it leads up, to the root, to
            another drive or to a device of any system.
    """
    written = address.strip()
    if _SCHEME.match(written):
        raise MediaRefusedError(MediaProblem.ELSEWHERE, address)
    path = unquote(_AFTER_PATH.sub("", written)).replace("\\", "/")
    parts = [part for part in path.split("/") if part != "."]
    if not parts or not all(map(_is_plain, parts)):
        raise MediaRefusedError(MediaProblem.OUTSIDE, address)
    return "/".join(parts)


def _is_plain(name: str) -> bool:
    """Tell whether a name means one file or folder on every system, and nothing else."""
    return (
        bool(name)
        and name.rstrip(". ") == name
        and ":" not in name
        and not _DEVICE.match(name)
        and not any(unicodedata.category(char) in {"Cc", "Cs"} for char in name)
    )
