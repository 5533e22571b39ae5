"""Plain text set in columns, as a typewriter or a mail program without HTML shows it."""

import re
import unicodedata
from collections.abc import Iterator

from newsdesk.domain.language import Direction

_WIDE = (
    "\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6"
)
_CLOSING = "、。，．！？：；）」』】〉》〕｝・ー々…％"  # never begin a line
_UNIT = re.compile(rf"[ \t\n]+|[{_WIDE}][{_CLOSING}]*|(?:(?![{_WIDE}])[^ \t\n])+[{_CLOSING}]*")
_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_MARKS = {
    Direction.LEFT_TO_RIGHT: "\N{LEFT-TO-RIGHT MARK}",
    Direction.RIGHT_TO_LEFT: "\N{RIGHT-TO-LEFT MARK}",
}


def columns(text: str) -> int:
    """Return how many columns a line takes: two for a Chinese sign, none for an accent."""
    if text.isascii():
        return len(text)
    return sum(map(_columns_of, text))


def _columns_of(sign: str) -> int:
    if unicodedata.east_asian_width(sign) in "WF":
        return 2
    return 0 if unicodedata.category(sign) in {"Mn", "Me", "Cf"} else 1


def wrapped(text: str, width: int) -> list[str]:
    """Return a paragraph in lines of at most `width` columns; a longer word has its own line.

    Where a space was, the line ends with one: mail programs that know `format=flowed` put such
    lines together again. `\\n` in `text` is an end that stays.
    """
    return [line for part in text.split("\n") for line in _wrapped_line(part.strip(" "), width)]


def _wrapped_line(text: str, width: int) -> Iterator[str]:
    line = gap = ""
    for unit in _UNIT.findall(text):
        if unit.isspace() and unit[0] in " \t":
            gap = " "
        elif line and columns(line) + len(gap) + columns(unit) > width:
            yield line + gap
            line, gap = unit, ""
        else:
            line, gap = f"{line}{gap}{unit}", ""
    yield line


def base_direction(text: str, otherwise: Direction) -> Direction:
    """Return the direction of the first letter that has one, as a reader of plain text has it."""
    for sign in text:
        kind = unicodedata.bidirectional(sign)
        if kind == "L":
            return Direction.LEFT_TO_RIGHT
        if kind in _RIGHT_TO_LEFT:
            return Direction.RIGHT_TO_LEFT
    return otherwise


def directed(line: str, direction: Direction) -> str:
    """Return a line that is read in this direction, by an invisible mark where it needs one."""
    neutral = Direction.LEFT_TO_RIGHT  # where no letter says anything
    return line if base_direction(line, neutral) is direction else _MARKS[direction] + line
