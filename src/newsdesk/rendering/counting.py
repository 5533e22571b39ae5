"""Words and characters, counted as an editor counts them."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import filterfalse

from newsdesk.domain.language import base
from newsdesk.domain.pieces import pieces
from newsdesk.domain.text_memory import TextMemory

_ONE_BY_ONE = (
    "\u2e80-\u2fdf"  # radicals
    "\u3005-\u3007"  # 々〆〇
    "\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9f"  # kana
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # ideographs
)
"""Letters of scripts that leave no spaces between words: each counts as a word, as in word
processors. Hangul has spaces."""
_RUN = re.compile(rf"[{_ONE_BY_ONE}]|[^\s{_ONE_BY_ONE}]+")
_LETTER = re.compile(r"[^\W_]")
# Words a minute, read aloud: Trauzettel-Klosinski and Dietz, "Standardized assessment of reading
# performance", 2012. Of Chinese and Japanese it is letters, which is what counts as words there.
_PACE: Mapping[str, int] = {
    "ar": 138, "zh": 255, "nl": 202, "en": 228, "fi": 161, "fr": 195, "de": 179, "he": 187,
    "it": 188, "ja": 357, "pl": 166, "pt": 181, "ru": 184, "sl": 180, "es": 218, "sv": 199,
    "tr": 166,
}  # fmt: skip
_USUAL_PACE = 184  # theirs, of all languages together
_UNCOUNTED = frozenset({"Cc", "Cf", "Mn", "Me"})  # line ends, joiners, marks on a letter


@dataclass(frozen=True, slots=True)
class TextCounts:
    """How long a text is."""

    words: int
    characters: int
    minutes: int  # to read it; at least one of a text that has words


def reading_minutes(words: int, language: str) -> int:
    """Return how long so many words take to read."""
    if not words:
        return 0
    return max(1, round(words / _PACE.get(base(language), _USUAL_PACE)))


def _word_count(text: str) -> int:
    return sum(map(_words_in, pieces(text)))


def _char_count(text: str) -> int:
    return sum(map(_seen_in, pieces(text)))


word_count = TextMemory(_word_count)
"""Return how many words stand between spaces; dashes and Markdown's signs alone are none."""
char_count = TextMemory(_char_count)
"""Return how many characters are seen, spaces among them, line ends not."""


def _words_in(text: str) -> int:
    written = text.split()
    runs = list(filter(str.isascii, written))  # nearly all, and none of them is looked into
    runs += _RUN.findall(" ".join(filterfalse(str.isascii, written)))
    others = filterfalse(str.isalnum, runs)  # most are letters alone, which is told quickly
    return len(runs) - sum(_LETTER.search(run) is None for run in others)


def _seen_in(text: str) -> int:
    composed = unicodedata.normalize("NFC", text)
    unseen = (char for char in set(composed) if unicodedata.category(char) in _UNCOUNTED)
    return len(composed) - sum(map(composed.count, unseen))
