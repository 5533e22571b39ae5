"""Tables in plain text: columns side by side, or one line to the cell where those are too wide."""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from newsdesk.rendering.text_wrapping import columns, wrapped

Cell: TypeAlias = tuple[str, bool]
"""Its words on one line, and whether they stand at the end of it, as numbers do."""

_GAP = "  "


def table_lines(rows: Sequence[Sequence[Cell]], *, has_head: bool, width: int) -> list[str]:
    """Return a table in lines of at most `width` columns.

    Args:
        has_head: the first row names the columns.
    """
    texts = [[(words.replace("\n", " "), is_end) for words, is_end in row] for row in rows if row]
    if not texts:
        return []
    widths = [
        max(columns(row[number][0]) for row in texts if number < len(row))
        for number in range(max(map(len, texts)))
    ]
    if sum(widths) + len(_GAP) * (len(widths) - 1) > width:
        return list(_listed(texts, has_head=has_head, width=width))
    lines = [_line(row, widths) for row in texts]
    if has_head:
        lines.insert(1, _GAP.join("-" * width for width in widths))
    return lines


def _line(row: Sequence[Cell], widths: Sequence[int]) -> str:
    cells = (
        " " * (width - columns(words)) + words if is_end else words + " " * (width - columns(words))
        for (words, is_end), width in zip(row, widths, strict=False)
    )
    return _GAP.join(cells).rstrip(" ")


def _listed(rows: Sequence[Sequence[Cell]], *, has_head: bool, width: int) -> Iterator[str]:
    """Yield each row as lines of "column: words", an empty line between two rows."""
    names = [words for words, _ in rows[0]] if has_head else []
    for number, row in enumerate(rows[1:] if has_head else rows):
        if number:
            yield ""
        for at, (words, _) in enumerate(row):
            name = names[at] if at < len(names) else ""
            said = f"{name}: {words}" if name else words
            first, *others = wrapped(said, width - len(_GAP))
            yield first.rstrip(" ")
            yield from (_GAP + line.rstrip(" ") for line in others)
