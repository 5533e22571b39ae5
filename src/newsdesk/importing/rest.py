"""What is noted once everything else has been found: the body, its mended lines and its quotes."""

from newsdesk.domain.provenance import Confidence, FindingKind
from newsdesk.importing.lines import ParagraphKind
from newsdesk.importing.pieces import Pieces
from newsdesk.rendering.quotes import find_quotes

_SHOWN = 120  # characters of the body that its finding repeats


def note_rest(pieces: Pieces, body: str, language: str, confidence: Confidence) -> None:
    """Note the stretches of the body, its mended lines and its quotes, and the language."""
    start: int | None = None
    for at in range(len(pieces) + 1):
        is_free = at < len(pieces) and pieces[at].is_free
        if is_free and start is None:
            start = at
        if not is_free and start is not None:
            _note_body(pieces, start, at - 1)
            start = None
    for at, piece in pieces.free(0):
        if piece.paragraph.is_mended and piece.paragraph.kind is not ParagraphKind.VERBATIM:
            ends = [
                line.text.split()[-1] for line in piece.paragraph.lines[:-1] if line.text.split()
            ]
            pieces.note(FindingKind.MENDED_LINES, at, at, " / ".join(ends)[:_SHOWN])
    _note_quotes(pieces, body, language)
    if len(pieces):
        last = len(pieces) - 1
        pieces.note(FindingKind.LANGUAGE, 0, last, language, confidence=confidence)


def _note_body(pieces: Pieces, first: int, last: int) -> None:
    shown = pieces[first].text
    pieces.note(
        FindingKind.BODY, first, last, shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"
    )


def _note_quotes(pieces: Pieces, body: str, language: str) -> None:
    places = iter(list(pieces.free(0)))
    at, piece = next(places, (0, None))
    for quote in find_quotes(body, language):
        beginning = quote.text[:40]
        while piece is not None and beginning not in piece.text:
            at, piece = next(places, (at, None))
        confidence = Confidence.HIGH if quote.speaker else Confidence.LOW
        flags = (quote.speaker,) if quote.speaker else ("nobody_named",)
        pieces.note(FindingKind.QUOTE, at, at, quote.text, flags=flags, confidence=confidence)
