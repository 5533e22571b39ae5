"""Lines broken in the middle of a sentence, as a PDF or an old mail breaks them, made whole again.

The text stays the Markdown it is: only line ends within a paragraph go, and the hyphens that were
set at them.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from newsdesk.importing.lines import (
    Line,
    Paragraph,
    ParagraphKind,
    goes_on,
    is_structure,
    joined,
    margin_of,
    markdown_paragraphs,
    spaced,
)

_RUNNING = frozenset({ParagraphKind.PROSE, ParagraphKind.ITEM})
_PREFIX = re.compile(r"[ \t]*(?:>[ \t]?)*[ \t]*")
_HYPHENATED = re.compile(r"([^\W\d_]{2,})[-\u2010\xad]$")
_REST = re.compile(r"[^\W\d_]+")
_STAYING = frozenset({"ex", "non", "self", "well"})  # before a hyphen that is part of the word
_HARD_BREAK = re.compile(r"(?: {2,}|\\)$")


def joined_lines(text: str, *, every: bool = False) -> str:
    """Return a text with broken lines joined.

    Args:
        every: join all lines of a paragraph; otherwise those in which a sentence runs on.
    """
    found = [one for one in markdown_paragraphs(text) if one.kind in _RUNNING]
    margin = margin_of([[*_words(one)] for one in found if one.is_mended])
    source = text.split("\n")
    lines: list[str | None] = [*source]
    begun = 0
    for (line, within), (following, goes_in) in pairwise(
        (line, one) for one in found for line in _words(one)
    ):
        begun = line.number if lines[line.number] is not None else begun
        is_one = goes_in is within or (every and _follows(within, goes_in))
        if is_one and _is_broken(line, following, source, margin, every=every):
            lines[begun] = _together(lines[begun] or "", following.text, text)
            lines[following.number] = None
    return "\n".join(line for line in lines if line is not None)


def _follows(before: Paragraph, after: Paragraph) -> bool:
    """Tell whether a line that was broken for good stands between two parts of a paragraph."""
    return after.block == before.block and after.kind is ParagraphKind.PROSE


def _words(paragraph: Paragraph) -> Iterator[Line]:
    """Yield the lines of a paragraph without what every line of a quotation or an item has."""
    for line in paragraph.lines:
        yield Line(line.number, spaced(_PREFIX.sub("", line.text, count=1)))


def _is_broken(
    line: Line, following: Line, source: Sequence[str], margin: int | None, *, every: bool
) -> bool:
    before, after = source[line.number], source[following.number]
    if not following.text or is_structure(following.text) or _depth(after) > _depth(before):
        return False
    if every:
        return True
    is_hyphenated = _HYPHENATED.search(line.text) is not None and following.text[0].islower()
    if _HARD_BREAK.search(before) and not is_hyphenated:
        return goes_on(line.text, following.text, None)
    return is_hyphenated or goes_on(line.text, following.text, margin)


def _depth(line: str) -> int:
    """Return in how many quotations a line stands."""
    prefix = _PREFIX.match(line)
    return prefix[0].count(">") if prefix else 0


def _together(line: str, following: str, text: str) -> str:
    line = _HARD_BREAK.sub("", line).rstrip()
    rest = _REST.match(following)
    broken = _HYPHENATED.search(line)
    if broken and rest and following[0].islower() and not _is_compound(broken[1], rest[0], text):
        return line[:-1] + following
    return joined((line, following))


def _is_compound(first: str, rest: str, text: str) -> bool:
    """Tell whether a hyphen belongs to a word: it is one that has it, also elsewhere."""
    if first.casefold() in _STAYING:
        return True
    whole = text.casefold()
    compound, word = f"{first}-{rest}".casefold(), f"{first}{rest}".casefold()
    return compound in whole and word not in whole
