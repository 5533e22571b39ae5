"""What a body consists of at a glance: its headings, and who says what where."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from newsdesk.rendering.blocks import SourceKind, split
from newsdesk.rendering.characters import as_lines
from newsdesk.rendering.opening import opening
from newsdesk.rendering.quotes import find_quotes

_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(?=\S)(.*)")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")
_QUOTED = re.compile(r" {0,3}>")
_WORD = re.compile(r"[^\W_]+")
_LEADING_WORDS = 6  # of a quote, by which its place is found
_LONGEST_READ = 200_000  # characters that are searched for quotes: more than any release
_LONGEST_SHOWN = 120  # characters


class OutlineKind(StrEnum):
    HEADING = "heading"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """One place to go to."""

    kind: OutlineKind
    text: str  # plain, one line, shortened
    line: int  # from 0, in the source
    level: int = 0  # of a heading, from 1
    speaker: str = ""  # of a quote, as printed


def outline(body_md: str, language: str) -> tuple[OutlineEntry, ...]:
    """Return headings and quotes of a body by their lines; code has none.

    Nothing is rendered: it is read off the source.
    """
    source = as_lines(body_md)
    lines = source.split("\n")
    code = {
        number
        for block in split(source)
        if block.kind is SourceKind.CODE
        for number in range(block.first_line, block.last_line + 1)
    }
    said = list(_said(source, language))
    found = [*_headings(lines, code), *said, *_quoted(lines, code, {one.line for one in said})]
    return tuple(sorted(found, key=lambda one: one.line))


def _headings(lines: list[str], code: set[int]) -> Iterator[OutlineEntry]:
    for number, line in enumerate(lines):
        if number in code:
            continue
        if heading := _HEADING.match(line):
            yield _heading(line, number, len(heading[1]))
        elif (underline := _UNDERLINE.match(line)) and _is_title(lines, number - 1):
            yield _heading(lines[number - 1], number - 1, 1 if underline[1][0] == "=" else 2)


def _heading(line: str, number: int, level: int) -> OutlineEntry:
    return OutlineEntry(OutlineKind.HEADING, _shortened(opening(line)), number, level)


def _is_title(lines: list[str], number: int) -> bool:
    """Tell whether a line with a line of signs below it is a heading: it begins its paragraph."""
    if number < 0 or not lines[number].strip() or lines[number].startswith((" ", "\t", ">", "|")):
        return False
    return not number or not lines[number - 1].strip()


def _said(source: str, language: str) -> Iterator[OutlineEntry]:
    """Find the lines in which the quotes of the running text begin."""
    at = line = counted = 0
    for quote in find_quotes(source[:_LONGEST_READ], language):
        words = _WORD.findall(quote.text)[:_LEADING_WORDS]
        place = re.compile(r"[\W_]+".join(words)).search(source, at) if words else None
        if place is None:
            continue
        line += source.count("\n", counted, place.start())
        counted, at = place.start(), place.end()
        text = _shortened(quote.text)
        yield OutlineEntry(OutlineKind.QUOTE, text, line, speaker=quote.speaker or "")


def _quoted(lines: list[str], code: set[int], known: set[int]) -> Iterator[OutlineEntry]:
    """Find the paragraphs that are set as quotations, but for those somebody is named for."""
    number = 0
    while number < len(lines):
        first = number
        while number < len(lines) and number not in code and _QUOTED.match(lines[number]):
            number += 1
        if number > first and known.isdisjoint(range(first, number)):
            text = opening("\n".join(lines[first:number]))
            if text:
                yield OutlineEntry(OutlineKind.QUOTE, _shortened(text), first)
        number += number == first


def _shortened(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN].rstrip()}…"
