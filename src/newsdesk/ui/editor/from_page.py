"""Where words of the page stand in the source they were made from."""

import re

from newsdesk.ui.editor.inline import as_qt_counts

_REACHES = ((40, 40), (12, 12), (6, 6), (0, 12), (12, 0), (0, 4), (4, 0))
"""How many characters before and after the place are looked for, one after the other."""
_MARKS = r"(?:[*_`\\\[]|\]\([^()]{0,500}\)){0,8}"
"""What the source may have between two letters of the page; limited, to be read in time."""
_QUOTES = "\"'“”‘’„‚«»‹›"


def offset_of(source: str, around: str, offset: int) -> int:
    """Return where in `source` a place on the page stands; 0 if its words are not there.

    Args:
        source: of one block.
        around: the words around the place as the page has them.
        offset: of the place in `around`; it and the result count as Qt and the page do.
    """
    source, around = as_qt_counts(source), as_qt_counts(around)
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
