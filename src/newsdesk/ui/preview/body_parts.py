"""A long body in pieces that are rendered between two frames."""

from collections.abc import Iterator

from newsdesk.rendering.blocks import SourceKind, split
from newsdesk.rendering.retyping import changed_span

_LONGEST_DEFINITIONS = 32_000  # characters that come with every part
_DEFINITIONS = (SourceKind.REFERENCE, SourceKind.FOOTNOTE, SourceKind.ABBREVIATION)


def parts(source: str, size: int) -> Iterator[str]:
    """Yield runs of whole blocks of about `size` characters, all of the source's blocks in all.

    Every part has the definitions, so that its blocks are what they are in the whole.
    """
    blocks = split(source)
    definitions = "\n\n".join(one.source for one in blocks if one.kind in _DEFINITIONS)
    if len(definitions) > _LONGEST_DEFINITIONS:
        definitions = ""
    run: list[str] = []
    length = 0
    for block in blocks:
        if block.kind in _DEFINITIONS:
            continue
        run.append(block.source)
        length += len(block.source)
        if length >= size:
            yield "\n\n".join([*run, definitions])
            run, length = [], 0
    if run:
        yield "\n\n".join([*run, definitions])


def changed(before: str, after: str) -> str:
    """Return what `after` has where `before` has something else."""
    start, end = changed_span(before, after)
    return after[start : end + len(after) - len(before)]
