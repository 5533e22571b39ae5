"""The places in a paragraph, counted in its characters that are no spaces.

Lines, the text that they were joined to and its passages differ in their spaces and in the marks
before them; what they have in common is the order of all other characters.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from newsdesk.domain.provenance import Finding
from newsdesk.importing.lines import Line, Paragraph, ParagraphKind
from newsdesk.importing.passages import Passage


@dataclass(frozen=True, slots=True)
class Run:
    """The letters [first, end) of a paragraph, which the same findings claim."""

    first: int
    end: int
    findings: tuple[Finding, ...] = ()


def count(text: str) -> int:
    """Return how many characters of a text are no spaces."""
    return sum(not character.isspace() for character in text)


def runs_of(passages: Sequence[Passage]) -> list[Run]:
    """Return the passages of one paragraph as runs that cover all of it."""
    paragraph = passages[0].paragraph
    size = count(paragraph.source)
    counts = [count(passage.text) for passage in passages]
    at = 0 if sum(counts) == size else _marks_before(paragraph)
    ends: list[int] = []
    for one in counts:
        at += one
        ends.append(at)
    ends[-1] = size  # with what is dropped behind it: the underline of a heading
    return [
        Run(first, end, passage.findings)
        for (first, end), passage in zip(pairwise([0, *ends]), passages, strict=True)
    ]


def passages_from(paragraph: Paragraph, runs: Sequence[Run], *, is_markdown: bool) -> list[Passage]:
    """Return the passages of a paragraph that is parted into runs."""
    if len(runs) == 1:
        return [Passage(paragraph=paragraph, text=paragraph.text, findings=runs[0].findings)]
    text = paragraph.source if is_markdown else paragraph.text
    dropped = 0 if is_markdown else _marks_before(paragraph)
    places = [at for at, character in enumerate(text) if not character.isspace()]
    passages: list[Passage] = []
    done = 0
    for run in runs:
        inside = places[max(run.first - dropped, 0) : max(run.end - dropped, 0)]
        if not inside:
            continue
        first, end = inside[0], inside[-1] + 1
        gap = text[done:first] if passages else None
        passages.append(
            Passage(paragraph=paragraph, text=text[first:end], gap=gap, findings=run.findings)
        )
        done = end
    return passages


def covered(
    paragraph: Paragraph, first_line: int, start: int, last_line: int, end: int | None
) -> tuple[int, int] | None:
    """Return the letters of a paragraph that stand in a part of its source, None if none do."""
    first: int | None = None
    last = at = 0
    for line in paragraph.lines:
        size = count(line.text)
        if first_line <= line.number <= last_line:
            before = count(line.text[:start]) if line.number == first_line else 0
            upto = count(line.text[:end]) if line.number == last_line else size
            first = at + before if first is None else first
            last = at + upto
        at += size
    return None if first is None or last <= first else (first, last)


def within(lines: Iterable[Line], first: int, end: int) -> Iterator[tuple[Line, int, int]]:
    """Yield the lines in which the letters [first, end) stand, from which character to which."""
    at = 0
    for line in lines:
        places = [place for place, character in enumerate(line.text) if not character.isspace()]
        inside = places[max(first - at, 0) : max(end - at, 0)]
        if inside:
            yield line, inside[0], inside[-1] + 1
        at += len(places)


def _marks_before(paragraph: Paragraph) -> int:
    """Return how many letters of the source stand before the text: a bullet, a heading's signs."""
    source, text = count(paragraph.source), count(paragraph.text)
    if paragraph.kind is ParagraphKind.ITEM:
        return source - text
    if paragraph.kind is ParagraphKind.HEADING:
        signs = paragraph.source.replace(" ", "")
        return min(len(signs) - len(signs.lstrip("#")), source - text)
    return 0
