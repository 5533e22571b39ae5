"""One spelling for many: how names and words are compared."""

import re
import unicodedata
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

_LONGEST_REMEMBERED = 40  # characters; a longer word is a paragraph without spaces, and comes once
_MOST_REMEMBERED = 1 << 15
_LETTERS = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ё": "е"}
    | {"’": "'", "ʼ": "'", "‘": "'", "ʻ": "'", "ʿ": "'", "\N{SOFT HYPHEN}": "", "\u200b": ""}
    # Arabic: hamza carriers, alef maksura, ta marbuta, Persian kaf and yeh; tatweel goes
    | {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ئ": "ي"}
    | {"ؤ": "و", "ة": "ه", "ک": "ك", "ـ": ""}
    | {chr(0x660 + digit): str(digit) for digit in range(10)}
    | {chr(0x6F0 + digit): str(digit) for digit in range(10)}
)
UNSPACED = (  # Thai, Lao, Burmese, Hangul, Khmer, kana, Han
    "\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3040-\u30ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
)
"""Letters of scripts whose words are not told by spaces, for a class of a regular expression."""

RUN = re.compile(rf"(?P<unspaced>(?:(?!\W)[{UNSPACED}])+)|[^\W_{UNSPACED}]+")
"""A word of a folded text, or a stretch of a script without spaces between words."""
ARABIC_PREFIXES = ("ولل", "وال", "بال", "كال", "فال", "ال", "لل", "و")
"""Article, prepositions and conjunction that are written onto a word, folded, longest first."""
_BEFORE_ARABIC = "\u0600"
_ARABIC_PREFIX = re.compile(f"^(?:{'|'.join(ARABIC_PREFIXES)})(?=[\u0621-\u064a]{{3}})")


def fold(text: str) -> str:
    """Return `text` without case, diacritics and letter variants, its white space collapsed.

    Pär and Par, Genève and geneve, Straße and strasse come out the same.
    """
    if text.isascii():  # a tenth of the time, the same outcome
        return " ".join(text.lower().split())
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    # recomposed at the end: Hangul falls apart in NFKD
    return " ".join(unicodedata.normalize("NFC", apart.translate(_bare)).split())


def has_word_beginning(name: str, beginning: str) -> bool:
    """Tell whether one of the words of a folded name begins so."""
    return name.startswith(beginning) or f" {beginning}" in name


def bare(word: str) -> str:
    """Return a folded word without what Arabic writes onto it."""
    return _ARABIC_PREFIX.sub("", word) if word > _BEFORE_ARABIC else word


class _Bare(dict[int, int | str | None]):
    """What becomes of each character, by its number; learned, for there are a million."""

    def __missing__(self, code: int) -> int | str | None:
        self[code] = None if unicodedata.combining(chr(code)) else _LETTERS.get(code, code)
        return self[code]


_bare = _Bare()


class Remembered(dict[str, T]):
    """Words and what was made of them: a text is mostly made of words that came before."""

    def __init__(self, made: Callable[[str], T]) -> None:
        super().__init__()
        self._made = made

    def __missing__(self, word: str) -> T:
        made = self._made(word)
        if len(word) <= _LONGEST_REMEMBERED:
            if len(self) >= _MOST_REMEMBERED:
                self.clear()
            self[word] = made
        return made
