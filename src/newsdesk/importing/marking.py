"""Marks that a person set in a source: what they cover is read anew, the rest stays as it was.

Every word stays in the draft or in a finding. A finding that a mark cuts is read from what is left
of it. Of a headline, a dateline, a byline, an embargo and a page's date there is one: when another
is marked, what was taken for it goes back to the body and is listed; a mark that overlaps one
corrects that one.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from itertools import groupby
from typing import Any

from newsdesk.domain.dateline import Dateline, DatelineStyle
from newsdesk.domain.provenance import Confidence, Finding, FindingKind, Mark
from newsdesk.importing.dissection import Dissection, Found
from newsdesk.importing.draft import Draft, ImportTools
from newsdesk.importing.letters import Run, covered, passages_from, runs_of, within
from newsdesk.importing.lines import Line, Paragraph
from newsdesk.importing.mark_reading import Marked, MarkReader, MarkReading
from newsdesk.importing.passages import Passage, by_paragraph
from newsdesk.importing.pieces import Piece, Pieces
from newsdesk.importing.rest import note_rest
from newsdesk.importing.told import TOLD

BY_HAND = "by_hand"  # the flag of a finding that somebody marked
REPLACED = "replaced"  # of one whose place another took
_SINGLE = frozenset(
    {
        FindingKind.HEADLINE,
        FindingKind.DATELINE,
        FindingKind.BYLINE,
        FindingKind.EMBARGO,
        FindingKind.POSTED,
    }
)
_NOTED = frozenset(
    {FindingKind.BODY, FindingKind.QUOTE, FindingKind.MENDED_LINES, FindingKind.LANGUAGE}
)
_UNREADABLE = frozenset({FindingKind.FIELD, FindingKind.ADDRESS})  # once they are cut
_VALUES = tuple(
    one.name for one in fields(Dissection) if one.name not in {"passages", "is_markdown"}
)
_IN_ORDER = ("subheadline", "contacts", "boilerplates", "tags", "categories")


def marked(draft: Draft, marks: Sequence[Mark], tools: ImportTools) -> Draft:
    """Return a draft as read with the marks on it, a later one over an earlier one.

    Without marks, and where nothing was taken apart, it is returned as it is.
    """
    dissection = draft.dissection
    if dissection is None or not marks:
        return draft
    country = next((place.country_code for place in draft.dateline.places), None)
    reader = MarkReader(tools=tools, language=draft.language, country_code=country)
    sheet = _Sheet(dissection)
    for mark in marks:
        sheet.lay(mark)
    return _Redrafting(draft, dissection, sheet, reader).draft()


@dataclass(slots=True)
class _Part:
    """A paragraph and what claims which of its letters."""

    paragraph: Paragraph
    passages: list[Passage]
    runs: list[Run]
    is_touched: bool = False


class _Sheet:
    """The paragraphs of a source, on which marks are laid."""

    def __init__(self, dissection: Dissection) -> None:
        self._is_markdown = dissection.is_markdown
        self._parts = [
            _Part(passages[0].paragraph, passages, runs_of(passages))
            for passages in by_paragraph(dissection.passages)
        ]
        self._sizes = self.sizes()
        self.by_hand: list[Finding] = []
        self.replaced: list[Finding] = []

    @property
    def sizes_before(self) -> dict[Finding, int]:
        """How many letters each finding claimed before any mark was laid."""
        return self._sizes

    def lay(self, mark: Mark) -> None:
        """Claim what a mark covers; a mark on nothing changes nothing."""
        inside = [
            (part, letters)
            for part in self._parts
            if (
                letters := covered(
                    part.paragraph, mark.first_line, mark.start, mark.last_line, mark.end
                )
            )
        ]
        if not inside:
            return
        finding = _finding_of(mark, len(self.by_hand))
        claims = () if mark.kind is FindingKind.BODY else (finding,)
        corrected = {
            one
            for part, (first, end) in inside
            for run in part.runs
            if run.first < end and first < run.end
            for one in run.findings
            if _is_rival(one, finding)
        }
        for part, (first, end) in inside:
            part.runs = [*_laid(part.runs, Run(first, end, claims))]
            part.is_touched = True
        if claims:
            self.by_hand.append(finding)
        if mark.kind in _SINGLE:
            self._release(finding, corrected)

    def sizes(self) -> dict[Finding, int]:
        """Return how many letters each finding claims."""
        sizes: dict[Finding, int] = {}
        for part in self._parts:
            for run in part.runs:
                for finding in run.findings:
                    sizes[finding] = sizes.get(finding, 0) + run.end - run.first
        return sizes

    def marked(self, finding: Finding) -> Marked:
        """Return what a finding claims now."""
        lines: list[Line] = []
        paragraphs: list[str] = []
        for part in self._parts:
            if any(finding in run.findings for run in part.runs):
                lines += _lines(part, finding)
                paragraphs += [
                    passage.text for passage in self._passages(part) if finding in passage.findings
                ]
        return Marked(lines=lines, paragraphs=paragraphs)

    def put(self, finding: Finding, other: Finding | None) -> None:
        """Let another finding claim what one claims, or none."""
        for part in self._parts:
            if any(finding in run.findings for run in part.runs):
                claims = () if other is None else (other,)
                part.runs = [
                    Run(run.first, run.end, _exchanged(run.findings, finding, claims))
                    for run in part.runs
                ]
                part.is_touched = True

    def passages(self) -> tuple[Passage, ...]:
        return tuple(passage for part in self._parts for passage in self._passages(part))

    def _passages(self, part: _Part) -> list[Passage]:
        if not part.is_touched:
            return part.passages
        runs = list(_joined(part.runs))
        return passages_from(part.paragraph, runs, is_markdown=self._is_markdown)

    def _release(self, finding: Finding, corrected: Collection[Finding]) -> None:
        """Let the body have what is left of those that a mark corrects, else what it replaces."""
        others = [one for one in self.sizes() if one != finding and _is_rival(one, finding)]
        for other in [one for one in others if one in corrected] if corrected else others:
            self.put(other, None)
            if other in self.by_hand:
                self.by_hand.remove(other)
            elif not corrected:
                self.replaced.append(other)


class _Redrafting:
    """Puts a draft together from a sheet on which marks were laid."""

    def __init__(
        self, draft: Draft, dissection: Dissection, sheet: _Sheet, reader: MarkReader
    ) -> None:
        self._draft = draft
        self._dissection = dissection
        self._sheet = sheet
        self._reader = reader
        before, now = sheet.sizes_before, sheet.sizes()
        self._changed = [one for one in before if now.get(one, 0) != before[one]]
        self._left = [one for one in self._changed if one in now]
        self._values: dict[str, list[Found[Any]]] = {
            name: [one for one in getattr(dissection, name) if not _rests(one, self._changed)]
            for name in _VALUES
        }
        self._found: list[Finding] = []

    def draft(self) -> Draft:
        used = {one for name in _VALUES for each in self._found_in(name) for one in each.findings}
        for finding in self._left:
            self._settle(finding, is_read=finding in used)
        for finding in self._sheet.by_hand:
            self._settle(finding, is_read=True)
        for name in _IN_ORDER:
            self._values[name].sort(key=_line)
        values = {name: tuple(found) for name, found in self._values.items()}
        dissection = replace(self._dissection, passages=self._sheet.passages(), **values)
        draft = replace(self._draft, dissection=dissection, **dissection.values())
        return replace(draft, findings=self._findings(draft, dissection))

    def _found_in(self, name: str) -> tuple[Found[Any], ...]:
        return getattr(self._dissection, name)

    def _settle(self, finding: Finding, *, is_read: bool) -> None:
        """Read what a finding claims now, and let the finding that comes of it claim it."""
        part = self._sheet.marked(finding)
        if not part.lines:
            return  # a later mark covers all of it
        if finding.kind in _UNREADABLE:
            self._sheet.put(finding, None)
            return
        reading = self._reader.read(finding.kind, part) if is_read else MarkReading()
        kept = () if reading.values else finding.flags
        by_hand = (BY_HAND,) if finding in self._sheet.by_hand else ()
        settled = Finding(
            kind=finding.kind,
            confidence=Confidence.HIGH if reading.is_claimed else Confidence.LOW,
            text="\n".join(line.text for line in part.lines),
            first_line=part.lines[0].number,
            last_line=part.lines[-1].number,
            flags=tuple(dict.fromkeys(by_hand or kept)) + reading.flags,
        )
        self._sheet.put(finding, settled if reading.is_claimed else None)
        self._found.append(settled)
        self._take(settled, reading)

    def _take(self, finding: Finding, reading: MarkReading) -> None:
        for name, values in reading.values.items():
            found = [Found(value, (finding,)) for value in values]
            if name == "byline" and finding.kind is FindingKind.POSTED:
                self._values[name][:0] = found  # a line that names the author comes first
            else:
                self._values[name] += found
            if name == "dateline":
                self._complete(finding)

    def _complete(self, finding: Finding) -> None:
        """Give a dateline without a date the one that another line of the text gave it."""
        dateline: Dateline = self._values["dateline"][-1].value
        if dateline.date is not None or dateline.style is DatelineStyle.CUSTOM:
            return
        others = self._values["dateline"][:-1]
        dated = next((one for one in reversed(others) if one.value.date), None)
        if dated is not None:
            whole = replace(dateline, date=dated.value.date)
            self._values["dateline"].append(Found(whole, (finding, *dated.findings)))

    def _findings(self, draft: Draft, dissection: Dissection) -> tuple[Finding, ...]:
        """Return those that stand as they did, what marks made, and what the body holds now."""
        by_hand = [one for one in self._found if BY_HAND in one.flags]
        kinds = {one.kind for one in by_hand if one.confidence is Confidence.HIGH}
        kept = [
            _replaced(one) if TOLD in one.flags and one.kind in kinds & _SINGLE else one
            for one in self._draft.findings
            if one not in self._changed
            and (one.kind not in _NOTED or TOLD in one.flags)
            and not (one.confidence is Confidence.LOW and _is_met(one, by_hand))
        ]
        replaced = [_replaced(one) for one in self._sheet.replaced]
        pieces = Pieces(
            [
                Piece(one.paragraph, one.text, one.findings[0].kind if one.findings else None)
                for one in dissection.passages
            ],
            [*kept, *replaced, *self._found],
        )
        language = [one for one in self._draft.findings if one.kind is FindingKind.LANGUAGE]
        confidence = language[-1].confidence if language else Confidence.HIGH
        note_rest(pieces, draft.body_md, draft.language, confidence)
        once = dict.fromkeys(pieces.findings)
        return tuple(sorted(once, key=lambda one: (one.first_line, one.last_line)))


def _finding_of(mark: Mark, number: int) -> Finding:
    """Return what stands for a mark until it is read."""
    return Finding(
        kind=mark.kind,
        confidence=Confidence.HIGH,
        text="",
        first_line=mark.first_line,
        last_line=mark.last_line,
        flags=(BY_HAND, str(number)),
    )


def _is_rival(one: Finding, other: Finding) -> bool:
    return one.kind is other.kind and "repeated" not in one.flags


def _replaced(finding: Finding) -> Finding:
    return replace(finding, confidence=Confidence.LOW, flags=(*finding.flags, REPLACED))


def _laid(runs: Iterable[Run], over: Run) -> Iterator[Run]:
    """Yield the runs with another one over them."""
    is_there = False
    for run in runs:
        if run.end <= over.first or over.end <= run.first:
            if run.first >= over.end and not is_there:
                is_there = True
                yield over
            yield run
            continue
        if run.first < over.first:
            yield replace(run, end=over.first)
        if not is_there:
            is_there = True
            yield over
        if over.end < run.end:
            yield replace(run, first=over.end)


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    """Yield the runs of one paragraph, neighbours of the same findings as one."""
    for findings, group in groupby(runs, key=lambda run: run.findings):
        some = list(group)
        yield Run(some[0].first, some[-1].end, findings)


def _exchanged(
    findings: tuple[Finding, ...], one: Finding, others: tuple[Finding, ...]
) -> tuple[Finding, ...]:
    return tuple(new for each in findings for new in (others if each == one else (each,)))


def _lines(part: _Part, finding: Finding) -> Iterator[Line]:
    """Yield the lines, or the parts of them, that a finding claims."""
    for run in _joined(part.runs):
        if finding in run.findings:
            for line, start, end in within(part.paragraph.lines, run.first, run.end):
                yield Line(line.number, line.text[start:end])


def _rests(found: Found[Any], findings: Collection[Finding]) -> bool:
    return any(one in findings for one in found.findings)


def _line(found: Found[Any]) -> int:
    return found.findings[0].first_line if found.findings else -1


def _is_met(finding: Finding, others: Iterable[Finding]) -> bool:
    return any(
        one.first_line <= finding.last_line and finding.first_line <= one.last_line
        for one in others
    )
