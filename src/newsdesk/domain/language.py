"""Release languages as BCP 47 tags."""

import re
from enum import StrEnum

from newsdesk.domain.errors import FieldError

_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


class Direction(StrEnum):
    """The writing direction of a text, as HTML's `dir` has it."""

    LEFT_TO_RIGHT = "ltr"
    RIGHT_TO_LEFT = "rtl"


def normalised(tag: str) -> str:
    """Return a tag in its usual case (`pt-BR`, `zh-Hans`); raise `FieldError` if it is none."""
    tag = tag.strip().replace("_", "-")
    if not _TAG.fullmatch(tag):
        raise FieldError("language", tag)
    primary, *rest = tag.split("-")
    return "-".join([primary.lower(), *map(_subtag, rest)])


def _subtag(part: str) -> str:
    if len(part) == 2:
        return part.upper()
    return part.title() if len(part) == 4 and part.isalpha() else part.lower()


def base(tag: str) -> str:
    """Return the language alone: `pt-BR` gives `pt`."""
    return tag.split("-", 1)[0].lower()


def direction(tag: str) -> Direction:
    return Direction.RIGHT_TO_LEFT if base(tag) in _RIGHT_TO_LEFT else Direction.LEFT_TO_RIGHT
