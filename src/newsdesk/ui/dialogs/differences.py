"""In what two versions of a release differ."""

import re
from dataclasses import fields
from itertools import zip_longest

from newsdesk.domain.release import Release

_LONG = 160  # characters; as many as are in sight
_BEFORE = 60  # characters that are shown of what is the same
_PARAGRAPHS = re.compile(r"\n\s*\n")
_NOBODY_S = frozenset(  # set by storing, or the desk's own marks
    {"version", "current_revision", "versioncreated", "starred", "locked_by", "slug"}
)


def changed_fields(mine: Release, theirs: Release) -> tuple[str, ...]:
    """Return the names of the fields that differ, in the order of a release."""
    names = (field.name for field in fields(Release) if field.name not in _NOBODY_S)
    return tuple(name for name in names if getattr(mine, name) != getattr(theirs, name))


def first_difference(mine: str, theirs: str) -> tuple[str, str]:
    """Return the first paragraph that differs, as each text has it; "" where one has none.

    Of paragraphs that begin alike for long, the beginning is left out.
    """
    ours, others = _PARAGRAPHS.split(mine.strip()), _PARAGRAPHS.split(theirs.strip())
    pairs = zip_longest(ours, others, fillvalue="")
    one, other = next(((one, other) for one, other in pairs if one != other), ("", ""))
    both = enumerate(zip(one, other, strict=False))
    same = next((at for at, (a, b) in both if a != b), min(len(one), len(other)))
    if same <= _LONG:
        return one, other
    start = one.rfind(" ", 0, same - _BEFORE) + 1
    return f"…{one[start:]}", f"…{other[start:]}"
