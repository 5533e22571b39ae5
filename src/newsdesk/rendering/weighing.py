"""How much of Markdown a block can bear.

Python-Markdown needs minutes for some sources of a few kilobytes, or all of the stack. Such a
block is told by cheap counts before it is rendered; the limits are far from what people write.
"""

import re
from collections import Counter
from enum import StrEnum

LONGEST_SET = 16 * 1024
"""In characters. The search for quotation marks grows with the square of their number."""
LONGEST = 64 * 1024
DEEPEST = 40
"""Levels of quotes and lists, each of which costs Python a few frames of its stack."""
MOST_PARTNERLESS = 500
_MOST_STEPS = 4_000_000
"""Characters looked at again: the parser goes over the rest of a paragraph once more after each
line that ends a block of its own, and over the whole of it for a code mark without a partner."""

# What a line begins with, markers of quotes and items and the spaces between them.
_BEGINNING = re.compile(r"^ *(?:(?:>|(?:[*+-]|\d+\.)(?= )) *)+", re.MULTILINE)
_MARKER = re.compile(r">|[*+-]|\d+\.")
_TAB = 4
_RESTART = re.compile(r"^(?:#{1,6} | {0,3}(?:: |=+ *$|[-_*][-_* ]*$))", re.MULTILINE)


class Weight(StrEnum):
    LIGHT = "light"
    LONG = "long"  # to be rendered without setting quotation marks
    HEAVY = "heavy"  # not to be rendered: shown as text


def weigh(source: str) -> Weight:
    """Say how a block's source may be rendered. Linear."""
    if (
        len(source) > LONGEST
        or _depth(source) > DEEPEST
        or _unclosed_brackets(source) > MOST_PARTNERLESS
        or any(_partnerless(source, mark) > MOST_PARTNERLESS for mark in "*_")
        or _partnerless_code_marks(source) * len(source) > _MOST_STEPS
        or _steps_back(source) > _MOST_STEPS
    ):
        return Weight.HEAVY
    return Weight.LONG if len(source) > LONGEST_SET else Weight.LIGHT


def _depth(source: str) -> int:
    return max(map(_levels, _BEGINNING.findall(source)), default=0)


def _levels(beginning: str) -> int:
    indent = len(beginning) - len(beginning.lstrip(" "))
    return indent // _TAB + len(_MARKER.findall(beginning))


def _unclosed_brackets(source: str) -> int:
    """Count the `[` without their `]`, those of images among them."""
    unclosed = 0
    if source.count("[") > MOST_PARTNERLESS:
        for bracket in re.findall(r"[\[\]]", source):
            unclosed = unclosed + 1 if bracket == "[" else max(0, unclosed - 1)
    return unclosed


def _partnerless(source: str, mark: str) -> int:
    """Count the runs of `mark` that touch a word but neither open nor close an emphasis."""
    opened = stray = 0
    if source.count(mark) > MOST_PARTNERLESS:
        for run in re.finditer(re.escape(mark) + "+", source):
            start, end = run.span()
            before, after = source[max(0, start - 1) : start], source[end : end + 1]
            if opened and before and not before.isspace():
                opened -= 1
            elif after and not after.isspace():
                opened += 1
            elif before and not before.isspace():
                stray += 1
    return opened + stray


def _partnerless_code_marks(source: str) -> int:
    """Count the runs of backquotes that no run of the same length closes."""
    lengths = Counter(map(len, re.findall("`+", source)))
    return sum(count % 2 for count in lengths.values())


def _steps_back(source: str) -> int:
    """Add up what is gone over again after headings, rules and definitions without blank lines."""
    if not _RESTART.search(source):
        return 0
    paragraphs = source.split("\n\n")
    return sum(len(_RESTART.findall(lines)) * len(lines) for lines in paragraphs)
