"""A body's source, split into its top-level blocks.

Every block can be rendered without its neighbours: where two pieces of text would change each
other (two halves of a list, a term and its definition) they are one block. Linear in the length of
the source whatever it holds.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from newsdesk.rendering.characters import as_lines, without_hidden
from newsdesk.rendering.targets import is_link

# Title and target may each stand on a line of their own.
REFERENCE = re.compile(
    r" {0,3}\[(?P<label>[^\[\]\n^][^\[\]\n]*)\]: *(?:\n *)?(?P<target>\S+) *"
    r"(?:(?:\n *)?(?:\"(?P<double>.*)\"|'(?P<single>.*)'|\((?P<round>.*)\)) *)?$",
    re.MULTILINE,
)
FOOTNOTE = re.compile(r" {0,3}\[\^(?P<label>[^\[\]\n]+)\]: *(?P<text>.*)$", re.MULTILINE)
ABBREVIATION = re.compile(
    r"\*\[(?P<label>[^\\\[\]\n]*[^\s\\\[\]])\] ?: *(?:\n *)?(?P<title>\S.*)$", re.MULTILINE
)

# The text is searched with a line feed put before it, so that "at the start of a line" is a literal
# character to look for, which is several times as fast.
_BLANK_LINE = re.compile(r"\n[^\S\n]++(?![^\n])")
_CHUNK = re.compile(r"(?:[^\n]++\n?)++")  # lines up to a blank one
SPECIAL_LINE = re.compile(r"\n(?:(`{3,}|~{3,})| {0,3}\[|\*\[)")
_FENCES = ("```", "~~~")
_FENCE_OPENS = re.compile(r"(`{3,}|~{3,}) *\.?[\w#.+-]* *\n")
_FENCE_CLOSES = re.compile(r"\n(`{3,}|~{3,}) *$", re.MULTILINE)
_MARKER = re.compile(r"\n {0,3}(?:(?P<list>(?:[*+-]|\d+\.) )|(?P<quote>>)|(?P<definition>: ))")
_INDENT = "    "
_NOTE_MAY_STOP = re.compile(
    r"\n(?:(?P<fence>`{3,}|~{3,})"
    r"|(?P<stop>\n(?!    )|#{1,6}(?: |$)| {0,3}(?:>|(?:-{3,}|\*{3,}|_{3,}) *$))"
    r"| {0,3}\[|\*\[)",
    re.MULTILINE,
)
_NO_MARKERS: frozenset[str] = frozenset()


class SourceKind(StrEnum):
    TEXT = "text"
    CODE = "code"  # between two fences
    REFERENCE = "reference"
    FOOTNOTE = "footnote"
    ABBREVIATION = "abbreviation"


@dataclass(frozen=True, slots=True)
class SourceBlock:
    """A piece of the source, beginning and ending with a line that is not blank.

    Lines count from 0, `last_line` is inclusive. Every line that is not blank is in the source of
    exactly one block. Definitions take no part in the text: a list goes on after one, and is then
    a block whose lines surround the definition's.
    """

    kind: SourceKind
    source: str  # with `\n` ends, tabs as spaces and nothing hidden
    first_line: int
    last_line: int


def split(source: str) -> tuple[SourceBlock, ...]:
    """Return the blocks of `source` by their first line."""
    text = _normalised(source)
    found: list[_Block] = []
    run = _Run(text, found)
    at = 1
    for region in _regions(text):
        run.add_chunks(at, region.start)
        if region.kind is SourceKind.CODE:
            run = _Run(text, found)
        found.append(region)
        at = region.end
    run.add_chunks(at, len(text))
    return _numbered(text, found)


def is_never_joined(block: SourceBlock) -> bool:
    """Whether it is a block of its own whatever may come to stand above a blank line before it."""
    if block.kind is not SourceKind.TEXT or block.source.startswith(_INDENT):
        return False
    first, markers = _markers("\n" + block.source, 1, len(block.source) + 1)
    return first is None and "definition" not in markers


def has_fence_line(block: SourceBlock) -> bool:
    """Whether a line of it looks like the first or last of fenced code."""
    source = block.source
    return source.startswith(_FENCES) or any("\n" + marks in source for marks in _FENCES)


def _normalised(source: str) -> str:
    """Return `source` as it is searched, with a line feed before it."""
    text = _BLANK_LINE.sub("\n", "\n" + without_hidden(as_lines(source)))
    return text.expandtabs(len(_INDENT)) if "\t" in text else text


@dataclass(slots=True)
class _Block:
    kind: SourceKind
    spans: list[tuple[int, int]]  # in the text; more than one where definitions stand between
    markers: frozenset[str] = frozenset()

    @property
    def start(self) -> int:
        return self.spans[0][0]

    @property
    def end(self) -> int:
        return self.spans[-1][1]

    def take_in(self, other: "_Block", text: str) -> None:
        """Take over the spans of the block that follows, with the blank lines before them."""
        if not text[self.end : other.start].strip("\n"):
            first, *rest = other.spans
            self.spans[-1:] = [(self.spans[-1][0], first[1]), *rest]
        else:
            self.spans += other.spans
        self.markers |= other.markers
        other.spans = []


class _Run:
    """Text up to the next fenced code, in which blocks may have to be joined."""

    def __init__(self, text: str, found: list[_Block]) -> None:
        self._text = text
        self._found = found
        self._before: _Block | None = None
        self._last: _Block | None = None

    def add_chunks(self, start: int, end: int) -> None:
        for chunk in _CHUNK.finditer(self._text, start, end):
            self._add(*chunk.span())

    def _add(self, start: int, end: int) -> None:
        text, last = self._text, self._last
        end -= text[end - 1] == "\n"
        first, markers = _markers(text, start, end)
        # Joins too often rather than too seldom: two blocks in one are only rendered together.
        if last is None or not (
            text.startswith(_INDENT, start)  # more of an item, a definition or code
            or first == "definition"  # of the paragraph before it
            or first in last.markers
            or ("definition" in markers and "definition" in last.markers)
        ):
            self._before = last
            self._last = _Block(SourceKind.TEXT, [(start, end)], markers)
            self._found.append(self._last)
            return
        if first == "definition" and self._before and "definition" in self._before.markers:
            # The last block is a term after all, and goes on with the definitions before it.
            self._before.take_in(last, text)
            self._before, self._last = None, (last := self._before)
        last.take_in(_Block(SourceKind.TEXT, [(start, end)], markers), text)


def _markers(text: str, start: int, end: int) -> tuple[str | None, frozenset[str]]:
    """Return the kind of marker that a chunk's first line begins with, and those of all lines."""
    if not _MARKER.search(text, start - 1, end):
        return None, _NO_MARKERS
    first = _MARKER.match(text, start - 1)
    kinds = {marker.lastgroup or "" for marker in _MARKER.finditer(text, start - 1, end)}
    return first and first.lastgroup, frozenset(kinds)


def _regions(text: str) -> Iterator[_Block]:
    """Find what is not ordinary text, in order: fenced code and definitions."""
    fences = _Fences(text)
    at = 1
    for line in SPECIAL_LINE.finditer(text):
        start = line.start() + 1
        if start < at:
            continue
        if line.group(1):
            end, kind = fences.end_of(start), SourceKind.CODE
        elif definition := _definition(text, start):
            kind, end = definition
            if kind is SourceKind.FOOTNOTE:
                end = _footnote_end(text, end, fences)
        else:
            continue
        if end is not None:
            yield _Block(kind, [(start, end)])
            at = end


class _Fences:
    """Where fences close: found once, so that a thousand open ones cost no more than one."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _closing(self) -> dict[str, list[tuple[int, int]]]:
        """The spans of the lines that close a fence of these marks."""
        closing: dict[str, list[tuple[int, int]]] = {}
        for line in _FENCE_CLOSES.finditer(self._text):
            closing.setdefault(line.group(1), []).append((line.start(1), line.end()))
        return closing

    def end_of(self, start: int) -> int | None:
        """Return where the code that opens at `start` ends; None if it is no code after all."""
        opening = _FENCE_OPENS.match(self._text, start)
        if not opening:
            return None
        closing = self._closing.get(opening.group(1), [])
        index = bisect_left(closing, (opening.end(), 0))
        return closing[index][1] if index < len(closing) else None


def _definition(text: str, start: int) -> tuple[SourceKind, int] | None:
    """Return what the line defines and where that ends, of a note only its first line."""
    if text.startswith("*", start):
        found = ABBREVIATION.match(text, start)
        return (SourceKind.ABBREVIATION, found.end()) if found else None
    if found := FOOTNOTE.match(text, start):
        return SourceKind.FOOTNOTE, found.end()
    found = REFERENCE.match(text, start)
    # What leads nowhere is not taken away as a definition but stays to be read.
    if found and is_link(found["target"].lstrip("<").rstrip(">")):
        return SourceKind.REFERENCE, found.end()
    return None


def _footnote_end(text: str, end: int, fences: _Fences) -> int:
    """Follow a note over its paragraph's lines and indented paragraphs, a blank line between."""
    for line in _NOTE_MAY_STOP.finditer(text, end):
        start = line.start()
        if (
            line["stop"]  # a blank line, a heading, a quote, a rule
            or (line["fence"] and fences.end_of(start + 1))
            or _definition(text, start + 1)
        ):
            return start
    return len(text) - text.endswith("\n")


def _numbered(text: str, blocks: list[_Block]) -> tuple[SourceBlock, ...]:
    """Give the blocks, which are in the order of their starts, their lines."""
    numbered: list[SourceBlock] = []
    line, at = -1, 0
    for block in blocks:
        if not block.spans:
            continue
        start, end = block.spans[0]
        if len(block.spans) == 1:
            source = text[start:end]
        else:
            source = "\n\n".join([text[start:end] for start, end in block.spans])
            end = block.end
        line += text.count("\n", at, start)
        last = line + text.count("\n", start, end)
        numbered.append(SourceBlock(block.kind, source, line, last))
        at = start
    return tuple(numbered)
