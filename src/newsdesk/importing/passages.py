"""A text as passages in their order, each with the findings that keep it out of the body."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from newsdesk.domain.provenance import Finding
from newsdesk.importing.lines import Paragraph, joined
from newsdesk.importing.markdown_words import parted
from newsdesk.importing.pieces import Piece


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A paragraph, or the part of one that is body or that some findings share."""

    paragraph: Paragraph  # the whole one
    text: str
    gap: str | None = None  # between it and the part before; None: it begins the paragraph
    findings: tuple[Finding, ...] = ()  # none: it is body

    def stands(self, refused: Collection[Finding]) -> bool:
        """Tell whether it is in the body once some findings are taken back."""
        return not self.findings or any(finding in refused for finding in self.findings)


def passages_of(pieces: Iterable[Piece], *, is_markdown: bool) -> tuple[Passage, ...]:
    """Return the passages of a text in which everything has been found."""
    return tuple(passage for piece in pieces for passage in _parts(piece, is_markdown=is_markdown))


def standing(passages: Iterable[Passage], refused: Collection[Finding]) -> list[Piece]:
    """Return what is body once some findings are taken back.

    What ran into a paragraph is in that paragraph again.
    """
    pieces = (_standing_of(parts, refused) for parts in by_paragraph(passages))
    return [piece for piece in pieces if piece is not None and (piece.text or piece.source)]


def _standing_of(parts: Sequence[Passage], refused: Collection[Finding]) -> Piece | None:
    kept = [part for part in parts if part.stands(refused)]
    if not kept:
        return None
    paragraph = parts[0].paragraph
    if len(kept) < len(parts):
        text = kept[0].text + "".join(f"{part.gap}{part.text}" for part in kept[1:])
        paragraph = replace(paragraph, text=text, source=text)
    return Piece(paragraph, paragraph.text)


def by_paragraph(passages: Iterable[Passage]) -> Iterator[list[Passage]]:
    """Yield the passages of each paragraph."""
    parts: list[Passage] = []
    for passage in passages:
        if passage.gap is None and parts:
            yield parts
            parts = []
        parts.append(passage)
    if parts:
        yield parts


def _parts(piece: Piece, *, is_markdown: bool) -> Iterator[Passage]:
    """A dateline is parted from its lead, and contacts from each other."""
    paragraph = piece.whole or piece.paragraph
    if piece.line_findings:
        yield from _lines(piece, paragraph, is_markdown=is_markdown)
        return
    claims = () if piece.finding is None else (piece.finding,)
    whole = piece.source if is_markdown else piece.text
    if piece.opening is None:
        yield Passage(paragraph=paragraph, text=whole, gap=piece.gap, findings=claims)
        return
    cut, rest = piece.paragraph.text.removesuffix(piece.text), piece.text
    if is_markdown:
        cut, rest = parted(piece.source, rest)
    opening = cut.rstrip()
    yield Passage(paragraph=paragraph, text=opening, gap=piece.gap, findings=(piece.opening,))
    yield Passage(paragraph=paragraph, text=rest, gap=cut[len(opening) :], findings=claims)


def _lines(piece: Piece, paragraph: Paragraph, *, is_markdown: bool) -> Iterator[Passage]:
    texts = [line.text for line in piece.paragraph.lines]
    if len(texts) == 1:
        texts = [piece.source if is_markdown else piece.text]
    elif not is_markdown:
        texts[0] = texts[0][len(joined(texts)) - len(piece.text) :]  # without its bullet
    gap, done = piece.gap, 0
    for findings, group in groupby(piece.line_findings):
        size = len(list(group))
        some = texts[done : done + size]
        text = "\n".join(some) if is_markdown else joined(some)
        yield Passage(paragraph=paragraph, text=text, gap=gap, findings=findings)
        done += size
        if done < len(texts):
            gap = "\n" if is_markdown else _gap(text, texts[done])


def _gap(text: str, following: str) -> str:
    return joined((text, following))[len(text) :].removesuffix(following)
