r"""A table as Markdown writes it: its cells, and its lines with the pipes below each other.

A pipe that is escaped (`\|`) or stands in code ends no cell, as on the page.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, Self
from unicodedata import category, east_asian_width

SEPARATOR = 1
"""The line, counted from the first, that makes the lines around it a table."""

_SIGNS = re.compile(r"\\.|`+|\|")
_PREFIX = re.compile(r"(?:[ \t]{0,3}>)*[ \t]*")
_SEPARATOR = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_SHORTEST = 3  # what separators are given at least
_WIDE = frozenset({"W", "F"})
_NO_WIDTH = frozenset({"Mn", "Me", "Cf"})


class Span(NamedTuple):
    """Where the words of a cell stand in its line; where there are none, where they would."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of equally many cells, the head first, without the line below it.

    Attributes:
        prefix: what each line begins with: marks of a quotation, an indent.
        rules: what stands below the head, a column each: `---`, `:---`, `---:`, `:---:`.
        is_aligned: whether its pipes are below each other.
    """

    prefix: str
    rows: tuple[tuple[str, ...], ...]
    rules: tuple[str, ...]
    is_aligned: bool = False

    @classmethod
    def read(cls, lines: Sequence[str]) -> Self:
        """Read lines of which the second is a separator."""
        prefix = prefix_of(lines[0])
        cells = [[line[span.start : span.end] for span in spans(line)] for line in lines]
        columns = max(map(len, cells))
        rules = [_rule(cell) for cell in cells.pop(SEPARATOR)]
        rules += ["-" * _SHORTEST] * (columns - len(rules))
        rows = tuple((*row, *[""] * (columns - len(row))) for row in cells)
        return cls(prefix, rows, tuple(rules), is_aligned(lines))

    @property
    def columns(self) -> int:
        return len(self.rules)

    def aligned(self) -> Self:
        return replace(self, is_aligned=True)

    def without_row(self, place: int) -> Self:
        return replace(self, rows=self.rows[:place] + self.rows[place + 1 :])

    def with_column(self, place: int) -> Self:
        rows = tuple((*row[:place], "", *row[place:]) for row in self.rows)
        rules = (*self.rules[:place], "-" * _SHORTEST, *self.rules[place:])
        return replace(self, rows=rows, rules=rules)

    def without_column(self, place: int) -> Self:
        rows = tuple(row[:place] + row[place + 1 :] for row in self.rows)
        return replace(self, rows=rows, rules=self.rules[:place] + self.rules[place + 1 :])

    def lines(self) -> list[str]:
        widths = self._widths() if self.is_aligned else [0] * self.columns
        rows = [self._line(row, widths) for row in self.rows]
        rules = [_stretched(rule, width) for rule, width in zip(self.rules, widths, strict=True)]
        return [rows[0], self.prefix + _joined(rules), *rows[1:]]

    def _line(self, row: Sequence[str], widths: Sequence[int]) -> str:
        cells = [
            _padded(cell, rule, width)
            for cell, rule, width in zip(row, self.rules, widths, strict=True)
        ]
        return self.prefix + _joined(cells)

    def _widths(self) -> list[int]:
        columns = zip(self.rules, *self.rows, strict=True)
        return [max(len(rule), *map(width_of, cells)) for rule, *cells in columns]


def is_separator(line: str) -> bool:
    if "-" not in line:
        return False
    words = line[len(prefix_of(line)) :]
    return "|" in words and _SEPARATOR.fullmatch(words) is not None


def is_aligned(lines: Sequence[str]) -> bool:
    """Whether the pipes of these lines are below each other, with air around what they part."""
    has_air = all(line.startswith("| ", len(prefix_of(line))) for line in lines)
    return has_air and len({_columns(line) for line in lines}) == 1


def emptied(separator: str) -> str:
    """Return a row without words below a separator, its pipes below those."""
    prefix = prefix_of(separator)
    return prefix + re.sub(r"[^|]", " ", separator[len(prefix) :])


def prefix_of(line: str) -> str:
    found = _PREFIX.match(line)
    return found[0] if found else ""


def spans(line: str) -> list[Span]:
    """Return the cells of a line of a table."""
    edges = [*_pipes(line), len(line)]
    start, found = len(prefix_of(line)), list[Span]()
    for edge in edges:
        found.append(_span(line, start, edge))
        start = edge + 1
    if found[0].start == found[0].end and len(found) > 1:
        del found[0]  # nothing before the first pipe
    if len(found) > 1 and not line[edges[-2] + 1 :].strip():
        del found[-1]
    return found


def column_at(line: str, at: int) -> int:
    """Return which cell of a line of a table an offset lies in, or next to."""
    before = sum(pipe < at for pipe in _pipes(line))
    has_edge = line[len(prefix_of(line)) :].startswith("|")
    return min(max(before - has_edge, 0), len(spans(line)) - 1)


def width_of(text: str) -> int:
    """Return how many columns of a typewriter a text takes: a Chinese character takes two."""
    if text.isascii():
        return len(text)
    return sum(_width(letter) for letter in text)


def _columns(line: str) -> tuple[int, ...]:
    """Return where a typewriter has the pipes of a line."""
    return tuple(width_of(line[:pipe]) for pipe in _pipes(line))


def _width(letter: str) -> int:
    if category(letter) in _NO_WIDTH:
        return 0
    return 2 if east_asian_width(letter) in _WIDE else 1


def _pipes(line: str) -> Iterator[int]:
    """Yield where a cell ends."""
    at = len(prefix_of(line))
    while found := _SIGNS.search(line, at):
        at = found.end()
        if found[0] == "|":
            yield found.start()
        elif found[0][0] == "`":
            closing = re.compile(rf"(?<!`){found[0]}(?!`)").search(line, at)
            at = closing.end() if closing else at


def _span(line: str, start: int, end: int) -> Span:
    words = line[start:end]
    before = len(words) - len(words.lstrip(" \t"))
    if before == len(words):  # behind the space that follows the pipe
        place = min(start + 1, end) if start < end else start
        return Span(place, place)
    return Span(start + before, start + len(words.rstrip(" \t")))


def _rule(cell: str) -> str:
    left, right = cell.startswith(":"), cell.endswith(":") and len(cell) > 1
    return ":" * left + "-" * _SHORTEST + ":" * right


def _stretched(rule: str, width: int) -> str:
    middle = max(width - rule.count(":"), _SHORTEST)
    return rule.replace("-" * _SHORTEST, "-" * middle)


def _padded(cell: str, rule: str, width: int) -> str:
    room = max(width - width_of(cell), 0)
    if rule.endswith(":"):
        before = room // 2 if rule.startswith(":") else room
        return " " * before + cell + " " * (room - before)
    return cell + " " * room


def _joined(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"
