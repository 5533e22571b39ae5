"""Which words of a line of Markdown have a spelling, and how else each may be asked about.

Addresses, code, marks, file names, numbers and acronyms have none; neither has a word in another
script than the language's.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from newsdesk.domain.language import base

LONGEST = 20_000  # characters of a line; a longer one is no text that a person reads

_INSIDE = "\u0300-\u036f\u0483-\u0487\u00ad\u200b-\u200d\u2060"  # marks on letters, and the unseen
_APOSTROPHES = "'’ʼ‘"
_HYPHENS = r"\-\u2010\u2011"
_PIECE = rf"[^\W_](?:[^\W_]|[{_INSIDE}])*"
_WORD = re.compile(rf"{_PIECE}(?:[{_APOSTROPHES}{_HYPHENS}]{_PIECE})*")
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060]")
_ALIKE = str.maketrans(dict.fromkeys(_APOSTROPHES, "'") | dict.fromkeys("\u2010\u2011", "-"))
_SPLIT = re.compile(f"[{_HYPHENS}]")

# What is left out, each kind of it only where one of its signs is in the line.
_FENCE = re.compile(r"(`{3,}|~{3,})(.*)")
_DEFINITION = re.compile(r" {0,3}\[(?!\^)[^\]]+\]:\s")
_LEFT_OUT = re.compile(
    r"(?P<code>(?P<ticks>`+).+?(?P=ticks))"
    r"|<!--.*?-->|</?[A-Za-z][^<>]*>|<[^<>\s]+>"  # HTML, addresses in angle brackets
    r"|&#?\w+;"
    r"|(?<=\])\([^()]*(?:\([^()]*\)[^()]*)*\)|(?<=\])\[[^\]]*\]"  # where a link leads
    r"|\[\^[^\]]+\]:?"  # a footnote's mark
    r"|\{[:.#][^{}]*\}"  # attributes
    r"|\b(?:https?|ftp|mailto|tel|newsdesk-media):\S+|\bwww\.\S+"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)*"
    r"|(?<![\w&])[#@][\w]+"
    r"|(?<![\w.])(?:~|\.{1,2})?/[\w.-]+(?:/[\w.-]*)*|\b[A-Za-z]:\\\S+"  # paths
    r"|\b(?:[^\W\d_]\.){2,}"  # U.N.
    r"|\w[\w-]*(?:\.(?=[a-z0-9])[\w-]+)+"  # example.org, annex.pdf
    r"|[^\W_]+(?:_+[^\W_]+)+"  # snake_case
)
_SIGNS = frozenset("`<&]@#/\\._{:")

_CYRILLIC = frozenset({"be", "bg", "kk", "ky", "mk", "mn", "ru", "sr", "tg", "uk"})
_OTHER = {"ar": "ARABIC", "fa": "ARABIC", "ps": "ARABIC", "ur": "ARABIC", "ckb": "ARABIC"} | {
    "el": "GREEK", "he": "HEBREW", "hy": "ARMENIAN", "ka": "GEORGIAN", "am": "ETHIOPIC",
    "hi": "DEVANAGARI", "ne": "DEVANAGARI", "bn": "BENGALI", "th": "THAI", "ko": "HANGUL",
}  # fmt: skip

_ELISIONS: Mapping[str, frozenset[str]] = {
    "fr": frozenset(
        {"c", "d", "j", "l", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"}
    ),
    "it": frozenset({"l", "d", "c", "n", "m", "t", "s", "v", "un", "all", "dell", "nell", "sull"}),
    "ca": frozenset({"l", "d", "m", "n", "s", "t"}),
    "ru": frozenset({"д", "о"}),
}
_POSSESSIVE = re.compile(r"(?<=\w)'s?$")
_PREFIXES: Mapping[str, frozenset[str]] = {  # words before a hyphen only
    "en": frozenset(
        {"anti", "bi", "co", "counter", "cyber", "ex", "extra", "inter", "intra", "macro", "mega"}
        | {"micro", "mid", "mini", "mis", "multi", "non", "over", "para", "post", "pre", "pro"}
        | {"pseudo", "quasi", "re", "self", "semi", "socio", "sub", "super", "trans", "ultra", "un"}
    ),
    "fr": frozenset(
        {"anti", "co", "ex", "inter", "intra", "mi", "non", "post", "pré", "semi", "socio"}
    ),
    "es": frozenset({"anti", "ex", "inter", "post", "pre", "pro", "socio", "vice"}),
    "pt": frozenset({"anti", "ex", "inter", "não", "pós", "pré", "pró", "recém", "sócio", "vice"}),
    "ru": frozenset({"анти", "веб", "вице", "онлайн", "пресс", "экс", "мини", "медиа", "интернет"}),
}


@dataclass(frozen=True, slots=True)
class SpelledWord:
    """A word as it stands in a line, from `start` on."""

    start: int  # characters of the line
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def spelling(self) -> str:
        """The word as dictionaries have it: composed, with plain signs, without what is unseen."""
        return spelling_of(self.text)


def spelling_of(word: str) -> str:
    """Return a word as dictionaries have it."""
    if word.isascii():
        return word
    return unicodedata.normalize("NFC", _UNSEEN.sub("", word)).translate(_ALIKE)


def spelled_words(line: str, language: str) -> list[SpelledWord]:
    """Return the words of a line, outside of code blocks, that have a spelling in a language."""
    if len(line) > LONGEST or not line or _DEFINITION.match(line):
        return []
    if not _SIGNS.isdisjoint(line):
        line = _LEFT_OUT.sub(_blank, line)
    is_own = _script_of(language)
    words: list[SpelledWord] = []
    for found in _WORD.finditer(line):
        word = SpelledWord(found.start(), found[0])
        if word.text.isascii() and word.text.isalpha():  # most are
            if len(word.text) > 1 and not _is_acronym(word.text) and is_own(word.text):
                words.append(word)
            continue
        for part in _without_numbers(word):
            spelling = part.spelling
            if len(spelling) > 1 and not _is_acronym(spelling) and is_own(spelling):
                words.append(part)
    return words


def prose_lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines of a Markdown text that stand in no fenced code, each with its number."""
    fence = ""
    for number, line in enumerate(text.split("\n")):
        mark = _FENCE.match(line)
        if fence:
            if mark and mark[1].startswith(fence) and not mark[2].strip():
                fence = ""
        elif mark:
            fence = mark[1]
        else:
            yield number, line


def unknown_parts(
    word: SpelledWord, language: str, is_known: Callable[[str], bool]
) -> list[SpelledWord]:
    """Return what of a word is spelled wrongly: nothing, the word, or parts of a compound."""
    if is_known(word.spelling):
        return []
    parts = list(pieces(word))
    if len(parts) == 1:
        bare = _bare(word, language)
        return [] if bare != word and is_known(bare.spelling) else [bare]
    prefixes = _PREFIXES.get(base(language), frozenset())
    return [
        part
        for piece in parts
        if len(piece.text) > 1 and not _is_acronym(piece.text)
        if piece.spelling.lower() not in prefixes
        for part in unknown_parts(piece, language, is_known)
    ]


def asked_about(word: SpelledWord, language: str) -> frozenset[str]:
    """Return every spelling that `unknown_parts` may want to know of."""
    asked: set[str] = set()

    def note(spelling: str) -> bool:
        asked.add(spelling)
        return False

    unknown_parts(word, language, note)
    return frozenset(asked)


def _blank(found: re.Match[str]) -> str:
    return "\0" * len(found[0])


def pieces(word: SpelledWord) -> Iterator[SpelledWord]:
    """Yield the parts of a compound that hyphens tie together; of any other word itself."""
    at = 0
    for part in _SPLIT.split(word.text):
        if part:
            yield SpelledWord(word.start + at, part)
        at += len(part) + 1


def _without_numbers(word: SpelledWord) -> Iterator[SpelledWord]:
    """Yield a word, or, if a number is part of a compound, the parts that are none."""
    if not any(map(str.isdigit, word.text)):
        yield word
    elif len(parts := list(pieces(word))) > 1:
        yield from (piece for piece in parts if not any(map(str.isdigit, piece.text)))


def _is_acronym(word: str) -> bool:
    """Tell "NGO", "NGOs" and "NGO's" from words."""
    if word.islower():
        return False
    core = word.removesuffix("'s")
    if core.endswith("s") and len(core) > 2:
        core = core[:-1]
    return core.isupper()


def _bare(word: SpelledWord, language: str) -> SpelledWord:
    """Return a word without what an apostrophe ties to it: "l'office", "Okello's"."""
    spelling = spelling_of(word.text)
    if "'" not in spelling:
        return word
    if base(language) == "en" and (ending := _POSSESSIVE.search(spelling)):
        return replace(word, text=word.text[: len(word.text) - len(ending[0])])
    before, _, _ = spelling.partition("'")
    if before.lower() in _ELISIONS.get(base(language), ()):
        at = next(at for at, sign in enumerate(word.text) if sign in _APOSTROPHES) + 1
        return SpelledWord(word.start + at, word.text[at:])
    return word


def _script_of(language: str) -> Callable[[str], bool]:
    """Return what tells whether a word has a letter of the script that a language is written in."""
    tag = base(language)
    if tag in _CYRILLIC:
        return _has_cyrillic
    if tag not in _OTHER:
        return _has_latin
    script = _OTHER[tag]
    return lambda word: any(script in unicodedata.name(letter, "") for letter in word)


def _has_latin(word: str) -> bool:
    return word.isascii() or any(
        letter < "\u0250" or "\u1e00" <= letter < "\u1f00" for letter in word
    )


def _has_cyrillic(word: str) -> bool:
    return not word.isascii() and any("\u0400" <= letter < "\u0530" for letter in word)
