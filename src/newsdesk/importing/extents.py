"""Where in its source each finding of a draft stands, and that source line by line."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from newsdesk.domain.provenance import Extent, Finding, FindingKind
from newsdesk.importing.dissection import Dissection
from newsdesk.importing.draft import Draft
from newsdesk.importing.letters import runs_of, within
from newsdesk.importing.lines import Line
from newsdesk.importing.passages import by_paragraph
from newsdesk.importing.told import TOLD

_NOWHERE = frozenset({FindingKind.BODY, FindingKind.LANGUAGE, FindingKind.MENDED_LINES})


def source_lines(draft: Draft) -> tuple[str, ...]:
    """Return the text that a draft was read from, its lines as findings count them.

    Of a draft that was not taken apart it is the body.
    """
    if draft.dissection is None:
        return tuple(draft.body_md.split("\n"))
    texts = {line.number: line.text for line in _lines(draft.dissection)}
    return tuple(texts.get(number, "") for number in range(max(texts, default=-1) + 1))


def extents(draft: Draft) -> tuple[Extent, ...]:
    """Return where the findings of a draft stand, in the order of the source.

    What takes no part of the source has none: the body, the language, what was told elsewhere.
    """
    if draft.dissection is None:
        return ()
    claimed = draft.dissection.findings
    found = _claimed(draft.dissection)
    lines = list(_lines(draft.dissection))
    for finding in draft.findings:
        if finding not in claimed and finding.kind not in _NOWHERE and TOLD not in finding.flags:
            found += _noted(lines, finding)
    return tuple(sorted(found, key=lambda one: (one.first_line, one.start)))


def _lines(dissection: Dissection) -> Iterator[Line]:
    for passages in by_paragraph(dissection.passages):
        yield from passages[0].paragraph.lines


def _claimed(dissection: Dissection) -> list[Extent]:
    """Return the extents of what is kept out of the body; neighbours are one."""
    done: list[Extent] = []
    last: dict[Finding, int] = {}  # finding -> its last extent in `done`
    before: tuple[Finding, ...] = ()
    for passages in by_paragraph(dissection.passages):
        paragraph = passages[0].paragraph
        for run in runs_of(passages):
            stood = list(within(paragraph.lines, run.first, run.end))
            if not stood:
                continue
            (first, start, _), (end_line, _, end) = stood[0], stood[-1]
            for finding in run.findings:
                if finding in before:
                    at = last[finding]
                    done[at] = replace(done[at], last_line=end_line.number, end=end)
                    continue
                last[finding] = len(done)
                done.append(
                    Extent(
                        finding=finding,
                        first_line=first.number,
                        start=start,
                        last_line=end_line.number,
                        end=end,
                    )
                )
            before = run.findings
    return done


def _noted(all_lines: Sequence[Line], finding: Finding) -> Iterable[Extent]:
    """Yield where a finding stands that is in the body: its own words, or all of its lines."""
    first_at = bisect_left(all_lines, finding.first_line, key=_number)
    lines = all_lines[first_at : bisect_right(all_lines, finding.last_line, key=_number)]
    if not lines:
        return
    source = "".join("".join(line.text.split()) for line in lines)
    words = "".join(finding.text.split())
    first = source.find(words)
    end = first + len(words)
    if first < 0:
        first, end = 0, len(source)
    stood = list(within(lines, first, end))
    if stood:
        (first_line, start, _), (last_line, _, stop) = stood[0], stood[-1]
        yield Extent(
            finding=finding,
            first_line=first_line.number,
            start=start,
            last_line=last_line.number,
            end=stop,
        )


def _number(line: Line) -> int:
    return line.number
