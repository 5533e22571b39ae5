"""How long a text may be before it is treated otherwise than what a person has written.

Characters here are Python's. The sizes are what two slow processor cores do within a blink.
"""

import re
from collections.abc import Iterator
from itertools import islice

_AT_ONCE = 300_000  # characters that are shown, or pasted, in one go
_LINES_AT_ONCE = 12_000
_ASKED_FROM = 2_000_000  # characters: no release, so whoever pastes them is asked
_LONGEST_LINE = 100_000  # characters; each key in a longer one takes a noticeable moment
_MOST_WRAPPED = 2_000  # characters in a line that was wrapped
_FIRST = 40_000  # characters that are shown at once of a long text: more than any screen holds
_FIRST_LINES = 1_500
_PIECE = 4_000  # characters, some milliseconds
_LOOKED_AT = 65_536  # characters that tell whether all of it is text
_MOST_NOT_TEXT = 0.02  # of them
_STRAY = 4  # some programs end a text with a NUL

_NOT_TEXT = re.compile("[\x00-\x08\x0e-\x1b\x7f\ufffd]")


def is_long(text: str) -> bool:
    """Tell whether a text is shown, or pasted, piece by piece."""
    return len(text) > _AT_ONCE or text.count("\n") > _LINES_AT_ONCE


def needs_asking(text: str) -> bool:
    """Tell whether it is likely that nobody wants so long a text in a release."""
    return len(text) > _ASKED_FROM


def is_binary(text: str) -> bool:
    """Tell what was no text before somebody called it so: a picture, a program, an archive."""
    beginning = text[:_LOOKED_AT]
    found = sum(1 for _ in _NOT_TEXT.finditer(beginning))
    return found > max(_STRAY, len(beginning) * _MOST_NOT_TEXT)


def has_endless_line(text: str) -> bool:
    """Tell whether some line is too long to be written in at ease."""
    return next(endless_lines(text), None) is not None


def endless_lines(text: str) -> Iterator[tuple[int, int]]:
    """Return start and end of the lines that are too long to be written in at ease."""
    half = _LONGEST_LINE // 2
    # such a line covers one of these pieces from end to end, so most of the text is never read
    if all(text.find("\n", at, at + half) >= 0 for at in range(0, len(text) - half, half)):
        return
    at = 0
    while at + _LONGEST_LINE < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        if end - at > _LONGEST_LINE:
            yield at, end
        at = end + 1


def wrapped(line: str) -> str:
    """Return a line in several, each ending where a space stood.

    To Markdown it is the same paragraph. Only a word that is itself too long is cut.
    """
    lines: list[str] = []
    at = 0
    while at < len(line):
        end = at + _MOST_WRAPPED
        space = line.rfind(" ", at + 1, end + 1) if end < len(line) else -1
        if space > 0:
            lines.append(line[at:space])
            at = space + 1
        else:
            lines.append(line[at:end])
            at = end
    return "\n".join(lines)


def beginning(text: str) -> str:
    """Return what is shown at once of a long text; it ends with the end of a line, if it can."""
    line_ends = islice(re.finditer("\n", text[:_FIRST]), _FIRST_LINES - 1, _FIRST_LINES)
    last = next(line_ends, None)
    cut = last.end() if last is not None else text.rfind("\n", 0, _FIRST) + 1
    return text[:cut] or next(pieces(text), "")


def pieces(text: str) -> Iterator[str]:
    """Take a text apart at line ends: all of a line that is longer than a piece is in one."""
    at = 0
    while at < len(text):
        end = at + _PIECE
        if end < len(text):
            cut = text.rfind("\n", at, end)
            cut = text.find("\n", end) if cut < 0 else cut
            end = len(text) if cut < 0 else cut + 1
        yield text[at:end]
        at = end
