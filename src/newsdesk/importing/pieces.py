"""A text as paragraphs, each with what it was taken for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from newsdesk.domain.provenance import Confidence, Finding, FindingKind
from newsdesk.importing.lines import Line, Paragraph, ParagraphKind, width
from newsdesk.importing.markdown_words import parted

_RUNNING = 60  # as wide as a sentence that tells something
_LONG = 160  # running text even without a full stop


@dataclass(slots=True)
class Piece:
    """One paragraph. `kind` None: nothing else claimed it, so it is body."""

    paragraph: Paragraph
    text: str  # what of it goes into the draft; without the dateline in a lead
    kind: FindingKind | None = None
    flags: tuple[str, ...] = ()
    finding: Finding | None = None  # what claimed it
    opening: Finding | None = None  # the dateline that was cut off before `text`
    line_findings: tuple[tuple[Finding, ...], ...] = ()  # contacts, line by line
    whole: Paragraph | None = None  # the one that it was split from
    gap: str | None = None  # what parted it from the piece before; None: it begins a paragraph

    @property
    def source(self) -> str:
        return self.paragraph.source

    @property
    def markdown(self) -> str:
        """What it says, with its marks if it came with some."""
        return self.source if self.paragraph.is_markdown else self.text

    @property
    def is_free(self) -> bool:
        return self.kind is None

    @property
    def is_running(self) -> bool:
        """Whether it is a sentence or more, not a heading, a menu or a line of a list."""
        if self.paragraph.kind is not ParagraphKind.PROSE:
            return False
        size = width(self.text)
        return size >= _LONG or (size >= _RUNNING and self.paragraph.ends_sentence)


@dataclass(slots=True)
class Pieces:
    """All paragraphs of a text in order, and what was found in them."""

    all: list[Piece]
    findings: list[Finding] = field(default_factory=list[Finding])

    def __len__(self) -> int:
        return len(self.all)

    def __getitem__(self, at: int) -> Piece:
        return self.all[at]

    def free(self, start: int, stop: int | None = None) -> Iterator[tuple[int, Piece]]:
        """Return the unclaimed pieces in [start, stop) with their places."""
        for at in range(start, min(len(self.all), len(self.all) if stop is None else stop)):
            if self.all[at].is_free:
                yield at, self.all[at]

    def split(self, at: int, end: int) -> None:
        """Make two pieces of one, parted after `end` characters of its text."""
        paragraph = self.all[at].paragraph
        halves = (paragraph.text[:end].rstrip(), paragraph.text[end:].lstrip())
        sources = halves
        if paragraph.is_markdown:
            first, second = parted(paragraph.source, halves[1])
            sources = (first.rstrip(), second.lstrip())
        gap = paragraph.text[len(halves[0]) : len(paragraph.text) - len(halves[1])]
        self.all[at : at + 1] = [
            Piece(_half(paragraph, half, source), half, whole=paragraph, gap=before)
            for half, source, before in zip(halves, sources, (None, gap), strict=True)
        ]

    def take(self, at: int, kind: FindingKind, *flags: str) -> tuple[Finding, ...]:
        """Claim a piece, for certain; return its finding."""
        return self.take_run((at,), kind, flags)

    def take_run(
        self, places: Iterable[int], kind: FindingKind, flags: tuple[str, ...] = ()
    ) -> tuple[Finding, ...]:
        """Claim pieces that belong together, as one finding; return it, of no pieces none."""
        taken = list(places)
        if not taken:
            return ()
        text = "\n".join(self.all[at].source for at in taken)
        finding = self.note(kind, taken[0], taken[-1], text, flags=flags)
        for at in taken:
            piece = self.all[at]
            piece.kind, piece.flags, piece.finding = kind, flags, finding
        return (finding,)

    def cut_opening(
        self, at: int, end: int, text: str, flags: tuple[str, ...]
    ) -> tuple[Finding, ...]:
        """Claim the dateline `text` at the beginning of a piece, `end` characters of it."""
        piece = self.all[at]
        piece.text = piece.text[end:].lstrip()
        piece.opening = self.note(FindingKind.DATELINE, at, at, text, flags=flags)
        return (piece.opening,)

    def doubt(self, at: int, kind: FindingKind, text: str = "", *flags: str) -> None:
        """List what a piece might be; it stays in the body."""
        self.note(kind, at, at, text or self.all[at].source, flags=flags, confidence=Confidence.LOW)

    def note(
        self,
        kind: FindingKind,
        first: int,
        last: int,
        text: str,
        *,
        flags: tuple[str, ...] = (),
        confidence: Confidence = Confidence.HIGH,
    ) -> Finding:
        finding = Finding(
            kind=kind,
            confidence=confidence,
            text=text,
            first_line=self.all[first].paragraph.first_line,
            last_line=self.all[last].paragraph.last_line,
            flags=flags,
        )
        self.findings.append(finding)
        return finding


def _half(paragraph: Paragraph, text: str, source: str) -> Paragraph:
    number = paragraph.lines[0].number
    words = (Line(number, text),) if paragraph.is_markdown else None
    return replace(paragraph, text=text, source=source, lines=(Line(number, source),), words=words)
