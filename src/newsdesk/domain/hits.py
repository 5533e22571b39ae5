"""Where the words of a search stand in a text as it was written.

A search knows only folded words; here they are found in the text itself: Par in Pär, geneve in
Genève, a word of Arabic under what is written onto it, two letters of Chinese inside a stretch.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from newsdesk.domain.fold import ARABIC_PREFIXES, RUN, UNSPACED, bare, fold
from newsdesk.domain.search import Search, Word

_MOST_WORDS = 32
_FOLDED = (  # blocks with letters that fold into another one
    *(range(0x21, 0x2B0), range(0x370, 0x590), range(0x5D0, 0x780), range(0x10A0, 0x1100)),
    *(range(0x1C80, 0x2000), range(0xFB00, 0xFE00), range(0xFE70, 0xFF5F)),
)
# what a fold drops: combining marks, tatweel, soft hyphen, zero-width space
_DROPPED = (
    "\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u0610-\u061a"
    "\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff"
    "\u200b\u20d0-\u20f0\ufe20-\ufe2f"
)
_MARKS = f"[{_DROPPED}]*"


@dataclass(frozen=True, slots=True)
class Span:
    """Characters of a text, from and up to."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Marked:
    """A line of text, and what in it was looked for."""

    text: str
    hits: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class _Signs:
    """How a language of patterns says what is a letter of a word told by spaces."""

    letter: str
    other: str  # what may stand between two words

    @property
    def is_first(self) -> str:
        """Say of what was just read that it is the first letter of a word.

        Said behind it: before it, every letter of a text would be looked at twice.
        """
        return f"(?<!{self.letter}[\\s\\S])"


_PYTHON = _Signs(f"[^\\W_{UNSPACED}{_DROPPED}]", r"[\W_]")
_JAVASCRIPT = _Signs(f"(?![{UNSPACED}])[\\p{{L}}\\p{{N}}]", r"[^\p{L}\p{N}]")


class Hits:
    """Finds the words that a search asks for, not those it leaves out."""

    def __init__(self, search: Search) -> None:
        wanted = [word for word in search.words if not word.is_excluded][:_MOST_WORDS]
        self._words = [(word, word is wanted[-1]) for word in wanted]
        source = self._source(_PYTHON)
        self._pattern = re.compile(source) if source else None

    def __bool__(self) -> bool:
        """Tell whether there is a word to be found anywhere."""
        return self._pattern is not None

    def spans(self, text: str, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
        """Return where the words stand, in their order, between two places of a text."""
        if self._pattern is None:
            return ()
        last = len(text) if end is None else end
        return tuple(Span(*found.span()) for found in self._pattern.finditer(text, start, last))

    def first(self, text: str) -> Span | None:
        found = self._pattern.search(text) if self._pattern else None
        return Span(*found.span()) if found else None

    @property
    def script_pattern(self) -> str:
        """The same as the source of a regular expression of JavaScript, with the flag `u`."""
        return self._source(_JAVASCRIPT)

    def _source(self, signs: _Signs) -> str:
        found = [
            way
            for word, is_last in self._words
            for sequence in _sequences(word, is_beginning=is_last)
            for way in _ways(sequence, signs)
        ]
        ways = sorted(dict.fromkeys(found), key=lambda way: len(way.rest), reverse=True)
        if not ways:
            return ""
        # what any of them begins with comes first: nothing is looked for faster than one letter
        firsts = "".join(dict.fromkeys("".join(way.first for way in ways)))
        if len({way.before for way in ways}) == 1:
            before, rests = ways[0].before, [(way.first, way.rest) for way in ways]
        else:
            before, rests = "", [(way.first, way.before + way.rest) for way in ways]
        if len(rests) == 1:
            return f"[{firsts}]{before}{rests[0][1]}"
        return f"[{firsts}]{before}(?:{'|'.join(f'(?<=[{first}]){rest}' for first, rest in rests)})"


@dataclass(frozen=True, slots=True)
class _Sequence:
    """Tokens that stand together, each with whether its script has no spaces."""

    runs: Sequence[tuple[str, bool]]
    goes_on: bool  # the last one may


@dataclass(frozen=True, slots=True)
class _Way:
    """How a sequence may be written."""

    first: str  # letters, one of which it begins with
    before: str  # says behind that one what must stand before it
    rest: str  # what matches all that stands behind it


def _sequences(word: Word, *, is_beginning: bool) -> Iterator[_Sequence]:
    """Yield what a word asks for: of several parts that are told apart nowhere, each of them."""
    runs = [(run.group(), bool(run["unspaced"])) for run in RUN.finditer(fold(word.text))]
    if not runs:
        return
    goes_on = word.is_open if word.is_phrase else is_beginning
    if word.is_phrase:
        yield _Sequence(runs, goes_on)
        return
    together: list[tuple[str, bool]] = []
    for number, (token, is_unspaced) in enumerate(runs):
        is_alone = is_unspaced or bare(token) != token
        if is_alone and together:
            yield _Sequence(together, goes_on=False)
            together = []
        if is_alone:
            yield _Sequence([(bare(token), is_unspaced)], goes_on and number == len(runs) - 1)
        else:
            together.append((token, False))
    if together:
        yield _Sequence(together, goes_on)


def _ways(sequence: _Sequence, signs: _Signs) -> Iterator[_Way]:
    (token, is_unspaced), *others = sequence.runs
    behind: list[str] = []
    was_unspaced = is_unspaced
    for other, is_other_unspaced in others:
        least = 0 if is_other_unspaced or was_unspaced else 1
        behind.append(f"{signs.other}{{{least},9}}{_letters(other)}")
        was_unspaced = is_other_unspaced
    if not (sequence.goes_on or was_unspaced):
        behind.append(f"(?!{signs.letter})")
    is_arabic = not is_unspaced and "\u0600" < token < "\u0700"
    before = "" if is_unspaced else signs.is_first
    for prefix in (*ARABIC_PREFIXES, "") if is_arabic else ("",):
        for first, rest in _beginnings(prefix + token):
            yield _Way(first, before, "".join((rest, *behind)))


def _beginnings(token: str) -> Iterator[tuple[str, str]]:
    """Yield the letters that a folded token may begin with, and what matches the rest of it."""
    one, two = _spellings()
    if ligatures := two.get(token[:2]):
        yield ligatures, _MARKS + _letters(token[2:])
    yield token[0] + one.get(token[0], ""), _MARKS + _letters(token[1:])


@cache
def _letters(token: str) -> str:
    """Return what matches every way to write a folded token."""
    one, two = _spellings()
    pieces: list[str] = []
    at = 0
    while at < len(token):
        single = f"[{token[at]}{one.get(token[at], '')}]{_MARKS}"
        ligatures = two.get(token[at : at + 2])
        if ligatures:
            next_ = f"[{token[at + 1]}{one.get(token[at + 1], '')}]{_MARKS}"
            pieces.append(f"(?:[{ligatures}]{_MARKS}|{single}{next_})")
            at += 2
        else:
            pieces.append(single)
            at += 1
    return "".join(pieces)


@cache
def _spellings() -> tuple[dict[str, str], dict[str, str]]:
    """Return, by what they fold into, the letters that fold into one, and those into two."""
    one: dict[str, str] = {}
    two: dict[str, str] = {}
    for code in (code for block in _FOLDED for code in block):
        letter = chr(code)
        folded = fold(letter)
        if folded != letter and folded.isalnum() and len(folded) <= 2:
            spellings = one if len(folded) == 1 else two
            spellings[folded] = spellings.get(folded, "") + letter
    return one, two
