"""A very long text, a piece at a time.

What C does with a whole text it does without letting another thread in between: of twenty
megabytes that is a window which stands still, whichever thread began it.
"""

from collections.abc import Iterator

PIECE = 500_000
"""Characters: what is made of so many takes a few hundredths of a second."""
_NEAR = 1_000  # characters between which a space is looked for


def pieces(text: str) -> Iterator[str]:
    """Yield a text in pieces of about `PIECE` characters, cut between words if there are any."""
    start = 0
    while len(text) - start > PIECE:
        end = start + PIECE
        between = max(text.rfind(sign, end - _NEAR, end) for sign in " \n") + 1
        yield text[start : between or end]
        start = between or end
    yield text[start:]
