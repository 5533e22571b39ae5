"""The place of a text where what was looked for stands, as one plain line."""

from newsdesk.domain.hits import Hits, Marked, Span
from newsdesk.rendering.opening import plain_line, shortened

_IN_SIGHT = 36  # characters that a narrow list shows
_BEFORE = 16  # of what stands before the first hit
_READ_BEFORE, _READ_AFTER = 200, 400  # characters of the source around it


def marked(line: str, hits: Hits) -> Marked:
    """Return a line with what in it was looked for."""
    return Marked(line, hits.spans(line))


def excerpt(opening: str, abstract: str, body: str, hits: Hits) -> Marked | None:
    """Return the first place that has what was looked for, so that it is seen; None if none has.

    Args:
        opening: what is shown by default; it stays where that is enough.
        body: as it was typed.
    """
    first = hits.first(opening)
    if first is not None and first.end <= _IN_SIGHT:
        return marked(opening, hits)
    line = _of_body(body, hits) or _of_line(" ".join(abstract.split()), hits)
    return line or (None if first is None else _of_line(opening, hits))


def _of_body(body: str, hits: Hits) -> Marked | None:
    first = hits.first(body)
    if first is None:
        return None
    start = max(0, first.start - _READ_BEFORE)
    line_start = body.rfind("\n", start, first.start) + 1
    if line_start == 0 and start:
        line_start = body.find(" ", start, first.start) + 1 or start
    line = plain_line(body[line_start : first.end + _READ_AFTER])
    return _of_line(line, hits, is_cut=line_start > 0)


def _of_line(line: str, hits: Hits, *, is_cut: bool = False) -> Marked | None:
    first = hits.first(line)
    if first is None:  # it stands in an address, or in signs of Markdown
        return None
    start = _word_start(line, first)
    before = "…" if start or is_cut else ""
    return marked(before + shortened(line[start:]), hits)


def _word_start(line: str, hit: Span) -> int:
    """Return where the line begins, so that a word or two stand before the hit."""
    if hit.start <= _BEFORE:
        return 0
    space = line.find(" ", hit.start - _BEFORE, hit.start)
    return hit.start - _BEFORE if space < 0 else space + 1
