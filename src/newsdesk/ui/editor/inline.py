"""What stands inside one line of Markdown: emphasis, links, code.

Offsets count as Qt's do, in UTF-16 code units: give a line to `as_qt_counts` first.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

BOLD = 2
ITALIC = 1

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_TWO_UNITS = "\ue000\ue000"
# Each alternative begins with a character of its own, by which `re` skips what cannot match.
_CODE = r"`{1,8}(?P<code>[^`\n]{1,2000})`{1,8}"
CODE = re.compile(_CODE)
LINK = re.compile(
    r"\[(?:(?P<text>[^\[\]]*)\]\((?P<address>[^()]*)\)|\^[^\[\]]+\]:?)"
    r"|<(?:https?://|mailto:)[^<>\s]+>"
)
_OPAQUE = re.compile(rf"{_CODE}|\\[^\w\s]|\]\([^()]*\)|<[^<>\s][^<>]*>")
_SAYS_OPAQUE = re.compile(r"[`\\<]|\]\(")
_RUN = re.compile(r"[*_]+")


_FURTHEST = 100  # openers looked at: nobody nests deeper, and a line of asterisks stays quick

_Run = tuple[str, int, int, int, bool]
"""A mark, where its run starts and ends, its length as typed, whether it might open and close."""


class Emphasis(NamedTuple):
    """A stretch of text with its marks on either side."""

    start: int  # of the opening marks
    end: int  # behind the closing marks
    marks: int  # how many on each side: BOLD or ITALIC


def as_qt_counts(line: str) -> str:
    """Return a line of as many characters as Qt counts: one outside the BMP becomes two others."""
    return line if line.isascii() else _ASTRAL.sub(_TWO_UNITS, line)


def end_of_title(heading: str) -> int:
    """Return where the words of a heading end: marks may close it as they opened it."""
    whole = heading.rstrip()
    words = whole.rstrip("#")
    is_closed = len(words) < len(whole) and words[-1:].isspace()
    return len(words.rstrip()) if is_closed else len(whole)


def emphases(line: str) -> list[Emphasis]:
    """Return what is emphasised in a line, inner ones before those around them.

    The pairs are those that the page has: see `rendering/emphasis.py`.
    """
    if _SAYS_OPAQUE.search(line):
        line = _OPAQUE.sub(lambda found: "." * len(found[0]), line)
    pairs: list[Emphasis] = []
    openers: list[_Run] = []
    for mark, run_start, end in _runs(line):
        start = run_start
        length = end - start
        left = line[start - 1] if start else " "
        right = line[end] if end < len(line) else " "
        opens, closes = not right.isspace(), not left.isspace()
        if mark == "_":  # within a word it is only a letter
            opens, closes = opens and not left.isalnum(), closes and not right.isalnum()
        is_ambiguous = opens and closes
        while closes and start < end:
            index = _opener_of(mark, length, openers, is_ambiguous=is_ambiguous)
            if index < 0:
                break
            _, opener_start, opener_end, opener_length, was_ambiguous = openers[index]
            marks = BOLD if min(end - start, opener_end - opener_start) >= BOLD else ITALIC
            opener_end -= marks
            start += marks
            pairs.append(Emphasis(opener_end, start, marks))
            del openers[index:]
            if opener_start < opener_end:
                openers.append((mark, opener_start, opener_end, opener_length, was_ambiguous))
        if opens and start < end:
            openers.append((mark, start, end, length, is_ambiguous))
    return pairs


def _runs(line: str) -> Iterator[tuple[str, int, int]]:
    """Yield every run of one mark: which, where it starts and ends."""
    for found in _RUN.finditer(line):
        marks, start = found[0], found.start()
        while other := marks.lstrip(marks[0]):
            yield marks[0], start, found.end() - len(other)
            marks, start = other, found.end() - len(other)
        yield marks[0], start, found.end()


def _opener_of(mark: str, length: int, openers: list[_Run], *, is_ambiguous: bool) -> int:
    """Return the place of the last opener that fits; -1 if none does."""
    for index in range(len(openers) - 1, max(-1, len(openers) - _FURTHEST), -1):
        opener_mark, _, _, opener_length, was_ambiguous = openers[index]
        if opener_mark == mark and (
            not (is_ambiguous or was_ambiguous)
            or (opener_length + length) % 3 != 0
            or opener_length % 3 == length % 3 == 0
        ):
            return index
    return -1
