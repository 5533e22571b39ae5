"""Where words of the page stand in the source they were made from."""

import re
from collections.abc import Iterator, Sequence
from itertools import product

from newsdesk.ui.editor.inline import as_qt_counts

_REACHES = ((40, 40), (12, 12), (6, 6), (0, 12), (12, 0), (0, 4), (4, 0))
"""How many characters before and after the place are looked for, one after the other."""
_MARKS = r"(?:[*_`\\\[]|\]\([^()]{0,500}\)){0,8}"
"""What the source may have between two letters of the page; limited, to be read in time."""
_QUOTES = "\"'“”‘’„‚«»‹›"
_WORD = re.compile(r"[^\W_]+")
_UNSEEN = re.compile(
    r"""
    \]\((?:[^()\n]|\([^()\n]*\)){0,2000}\)        # where a link or a picture leads
    | \]\[[^\]\n]{0,500}\]                         # ... by reference
    | \[\^[^\]\n]{1,200}\]:?                       # a note's mark
    | !\[[^\]\n]{0,500}(?=\])                       # the words for a picture
    | \{:?[ ]*[\#.][^}\n]{0,200}\}                  # attributes
    | &(?:[a-zA-Z]{2,32}|\#\d{1,7}|\#[xX][\da-fA-F]{1,6});
    | ^[ ]*(?:>[ ]?)*\d{1,9}[.)](?=[ ])             # the number of an item
    | ^[ ]*(?:```|~~~).*$
    """,
    re.VERBOSE | re.MULTILINE,
)
"""What the source says and the page does not, at least not in these letters."""
_FURTHEST = 40  # words that only one of the two has, one after the other
_STEPS = sorted(product(range(_FURTHEST), repeat=2), key=sum)[1:]


def offset_of(source: str, around: str, offset: int) -> int:
    """Return where in `source` a place on the page stands; 0 if its words are not there.

    Args:
        source: of one block.
        around: what the page says of it: all, or the words around the place.
        offset: of the place in `around`; it and the result count as Qt and the page do.
    """
    source, around = as_qt_counts(source), as_qt_counts(around)
    found = _by_words(source, around, offset)
    return _by_letters(source, around, offset) if found is None else found


def _by_words(source: str, around: str, offset: int) -> int | None:
    """Go along the words of both: the same word may come again, but not in the same place."""
    shown = list(_WORD.finditer(around))
    written = list(_WORD.finditer(_UNSEEN.sub(lambda unseen: " " * len(unseen[0]), source)))
    pointed = sum(word.start() <= offset for word in shown) - 1
    if pointed < 0:
        return None
    if pointed + 1 < len(shown) and offset > shown[pointed].end():
        nearer = shown[pointed + 1].start() - offset
        pointed += nearer < offset - shown[pointed].end()
    number = _partner([word[0] for word in shown], [word[0] for word in written], pointed)
    if number is None:
        return None
    before = written[number - 1].end() if number else 0
    after = written[number + 1].start() if number + 1 < len(written) else len(source)
    place = written[number].start() + offset - shown[pointed].start()
    return min(max(place, before), after)


def _partner(shown: Sequence[str], written: Sequence[str], pointed: int) -> int | None:
    """Return the number of the written word that is the one pointed at among those shown."""
    for one, other in _pairs(shown, written):
        if one >= pointed:
            return other if one == pointed else None
    return None


def _pairs(shown: Sequence[str], written: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the numbers of words that are the same; others are stepped over in either."""
    one = other = 0
    while one < len(shown) and other < len(written):
        if shown[one] == written[other]:
            yield one, other
            one, other = one + 1, other + 1
            continue
        for step, other_step in _STEPS:
            here, there = one + step, other + other_step
            # two words in a row, or the last one: a single one may be the same by chance
            if shown[here : here + 2] == written[there : there + 2] != []:
                one, other = here, there
                break
        else:
            return


def _by_letters(source: str, around: str, offset: int) -> int:
    """Look for the letters around the place: also within a word that marks run through."""
    for before, after in _REACHES:
        left = around[max(0, offset - before) : offset]
        right = around[offset : offset + after]
        if not (left + right).strip():
            continue
        pattern = f"{_pattern(left)}(?P<place>){_pattern(right)}"
        if found := re.search(pattern, source):
            return found.start("place")
    return 0


def _pattern(words: str) -> str:
    return "".join(f"{_MARKS}{_sign(sign)}" for sign in words)


def _sign(sign: str) -> str:
    if sign.isspace():
        return r"\s+"
    return f"[{_QUOTES}]" if sign in _QUOTES else re.escape(sign)
