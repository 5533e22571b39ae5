"""How much of a text stands in another: by runs of five words.

A word is what `fold` makes of it; of scripts whose words are not told by spaces, a letter.
"""

import re
from collections.abc import Iterable, Sequence, Set
from functools import lru_cache
from itertools import chain
from typing import TypeVar

from newsdesk.domain.fold import UNSPACED, Remembered, fold

_T = TypeVar("_T")
RUN = 5  # words
FEWEST = 16
"""Of a text with fewer different runs (one of 20 words has 16) they prove nothing: another is the
same word for word, or it is another."""

_LONGEST = 100_000  # characters looked at: twenty times a release
_WORD = re.compile(rf"(?!\W)[{UNSPACED}]|[^\W_{UNSPACED}]+")
_TARGET = re.compile(
    r"""(?<=\])\((?:[^()\s"]|\([^()\s"]*\))*(?:\s+"[^"]{0,300}")?\)|https?://[^\s<>)]+"""
)


def words(text: str) -> list[str]:
    """Return the folded words of a Markdown text, without the addresses that links lead to."""
    bare = text[:_LONGEST]
    if "](" in bare or "://" in bare:
        bare = _TARGET.sub(" ", bare)
    return list(chain.from_iterable(map(_remembered.__getitem__, bare.split())))


def _words(written: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(fold(written)))


_remembered = Remembered(_words)


@lru_cache(maxsize=64)  # a draft's are asked for several times, those of standing texts always
def runs(text: str) -> frozenset[str]:
    """Return the different runs of `RUN` words in a Markdown text; none of a shorter one."""
    return frozenset(map(" ".join, each_run(words(text))))


def each_run(found: Sequence[_T]) -> Iterable[tuple[_T, ...]]:
    """Return each `RUN` neighbours among some words."""
    return zip(*(found[start:] for start in range(RUN)), strict=False)


def containment(one: Set[str], other: Set[str]) -> float:
    """Return which share of the runs of the shorter text stand in the longer one, 0 to 1."""
    fewest = min(len(one), len(other))
    return len(one & other) / fewest if fewest else 0.0
