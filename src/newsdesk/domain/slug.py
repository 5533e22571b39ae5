"""Names for pages and files that every system accepts: `[a-z0-9-]{1,80}`."""

import re
import unicodedata
from collections.abc import Container
from hashlib import sha256
from itertools import count

from newsdesk.domain.fold import fold

LONGEST = 80
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", "conin", "conout", "clock"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in range(10)}
)
_GAP = re.compile(r"[^a-z0-9]+")


def slugify(text: str) -> str:
    """Return a slug of `text`, never empty, never a reserved name.

    A text whose letters are mostly outside Latin (Arabic, Chinese, Russian …) gets a slug of its
    hash, so that two different headlines have two different names.
    """
    letters = fold(text).replace("'", "")
    slug = _shortened(_GAP.sub("-", letters).strip("-"))
    wanted = sum(map(str.isalnum, letters))
    kept = sum(c != "-" for c in _GAP.sub("-", letters))
    if not slug or kept * 2 < wanted:
        digest = sha256(
            unicodedata.normalize("NFC", text).encode("utf-8", "surrogatepass")
        ).hexdigest()[:10]
        return f"release-{digest}"
    return f"{slug}-release" if slug in _RESERVED else slug


def unique(slug: str, taken: Container[str], *, first: int = 2) -> str:
    """Return `slug`, or the first of `slug-2`, `slug-3` … that is not taken.

    Args:
        first: the number to begin with, where it is known that the ones before it are taken.
    """
    if slug not in taken:
        return slug
    for number in count(first):
        ending = f"-{number}"
        candidate = slug[: LONGEST - len(ending)].rstrip("-") + ending
        if candidate not in taken:
            return candidate
    raise AssertionError("count() never ends")


def is_slug(text: str) -> bool:
    """Tell whether `text` may serve as a slug as it stands."""
    return (
        re.fullmatch(r"[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?", text) is not None
        and text not in _RESERVED
    )


def _shortened(slug: str) -> str:
    if len(slug) <= LONGEST:
        return slug
    head = slug[: LONGEST + 1]
    at_word = head.rpartition("-")[0]
    return (at_word if len(at_word) > LONGEST // 2 else head[:LONGEST]).strip("-")
