"""Blanks: what a text says `{{like this}}` until somebody fills it in."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsdesk.domain.vocabulary import Scheme

if TYPE_CHECKING:
    from newsdesk.domain.release import Release

_BLANK = re.compile(r"\{\{[^{}\n]{1,120}\}\}")
_TEXTS = ("headline", "subheadline", "abstract", "slugline", "byline", "body_md")


@dataclass(frozen=True, slots=True)
class Blank:
    """One blank in a text."""

    start: int  # characters from the beginning of the text
    end: int  # behind the last brace
    text: str  # what is asked for, without the braces


def find_blanks(text: str) -> list[Blank]:
    """Return the blanks of a text in their order."""
    if "{{" not in text:
        return []
    return [
        Blank(found.start(), found.end(), found[0][2:-2].strip()) for found in _BLANK.finditer(text)
    ]


def next_blank(text: str, place: int) -> Blank | None:
    """Return the first blank that begins at `place` or behind it; None if there is none."""
    return next((one for one in find_blanks(text) if one.start >= place), None)


def left_blank(release: "Release", required: Sequence[str] = ()) -> list[str]:
    """Return what is not filled in yet: the blanks of its texts, then required fields by name."""
    texts = (getattr(release, name) or "" for name in _TEXTS)
    blanks = [f"{{{{{blank.text}}}}}" for text in texts for blank in find_blanks(text)]
    return [*dict.fromkeys(blanks), *_missing(release, required)]


def _missing(release: "Release", required: Sequence[str]) -> Iterator[str]:
    has = {
        "headline": bool(release.headline.strip()),
        "subheadline": bool((release.subheadline or "").strip()),
        "abstract": bool((release.abstract or "").strip()),
        "dateline.places": bool(release.dateline.places or release.dateline.custom_text),
        "contacts": bool(release.contacts),
        "tags": any(term.scheme is Scheme.TAG for term in release.terms),
    }
    return (name for name in required if not has.get(name, True))
