"""Which character of the source a person means who points into the page."""

# Typography changes marks and spaces; what it makes longer is left to the shorter stretches.
_ALIKE = str.maketrans("“”„«»‘’‚‹›–—\u00a0\u202f\n\t", "\"\"\"\"\"'''''--    ")
_REACHES = (40, 24, 16, 12, 8, 6)
_ONE_SIDED = (12, 8, 5, 3)


def place_in(source: str, around: str, offset: int) -> int:
    """Return the index in `source` of the place pointed at; 0 if its words are not there.

    Args:
        source: the lines of the block pointed at.
        around: what the page says about there.
        offset: of the place in `around`.
    """
    source, around = source.translate(_ALIKE), around.translate(_ALIKE)
    for reach in _REACHES:
        start = max(0, offset - reach)
        at = source.find(around[start : offset + reach])
        if at >= 0:
            return min(at + offset - start, len(source))
    # Marks of the source stand close by: the words to one side have to do.
    for reach in _ONE_SIDED:
        after, before = around[offset : offset + reach], around[max(0, offset - reach) : offset]
        if len(after) == reach and (at := source.find(after)) >= 0:
            return at
        if len(before) == reach and (at := source.find(before)) >= 0:
            return at + len(before)
    return 0
