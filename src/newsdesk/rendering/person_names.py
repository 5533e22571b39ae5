"""What looks like a person's name, in scripts with capitals."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from newsdesk.domain.fold import fold
from newsdesk.rendering.name_words import (
    HONORIFICS,
    ORGANISATION_ENDINGS,
    ORGANISATIONS,
    PARTICLES,
    REGIONS,
    ROLE_ENDINGS,
    ROLES,
    SUFFIXES,
    SURNAMES_TOO,
)

_WORD = re.compile(r"[^\W\d_]+(?:[’'‐‑.-][^\W\d_]+)*\.?(?:[’']s(?!\w))?")
_POSSESSIVE = re.compile(r"(?:[’']s|s[’'])$")
# Small words that grow together with the one behind: d’Arcelle, dell’Orto, al-Mansur, ad-Din.
_GROWN_ON = re.compile(
    r"(?:(?:d|dell|dall)[’']|(?:al|el|ul|ad|an|ar|as|ash|at|az|ed|es|ez)[-‐‑])[ʿʾʻʼ]?(?=[^\W\d_])"
)
_PARTICLES_TOGETHER = re.compile(
    r"de l(?:a|as|os|e)|van (?:de[nr]?|het)|von (?:de[rnm]|und zu)"
    r"|(?:bin|bint|ibn|ben|abu|ould) (?:al|el|abu)"
)
_MOST_PARTICLES = 3
# Behind a whole name they begin what it belongs to: "Jana Rohwedder vom Hafenamt".
_BELONGING = frozenset({"von der", "von dem", "von den", "vom", "zum", "zur", "zu", "der", "den"})
_MOST_WORDS = 6
_LONGEST_ACRONYM = 5


@dataclass(frozen=True, slots=True)
class NameRun:
    """Words in a row that may be a name: with the word before and the gap behind."""

    text: str
    start: int
    end: int
    title: str  # the capitalised title or role before it, "" if none
    is_followed_by_role: bool  # without a comma: "Acme Corp chief", so no person


def is_person_name(text: str) -> bool:
    """Tell whether all of `text` looks like the name of one person."""
    _titles, bare = without_titles(text)
    words = bare.replace(",", " ").split()
    while words and folded_word(words[-1]) in SUFFIXES:
        words.pop()
    if not 2 <= len(words) <= _MOST_WORDS or any(map(str.isdigit, bare)):
        return False
    if any(_is_breaker(word) and folded_word(word) not in SURNAMES_TOO for word in words):
        return False
    strong = [word for word in words if folded_word(word) not in PARTICLES or word[0].isupper()]
    if len(strong) < 2 or not all(_is_name_word(word) for word in strong):
        return False
    return not _is_acronym(words[0]) or bare.upper() == bare


def without_titles(name: str) -> tuple[str, str]:
    """Return the honorifics before a name, and the name: `("Dr.", "Asma Nader")`."""
    words = name.split()
    titles: list[str] = []
    while len(words) > 1 and folded_word(words[0]) in HONORIFICS:
        titles.append(words.pop(0))
    return " ".join(titles), " ".join(words)


def is_role(word: str) -> bool:
    key = folded_word(word)
    return key in ROLES or (len(key) > 9 and key.endswith(ROLE_ENDINGS))


def is_organisation(word: str) -> bool:
    """Tell whether a word is what organisations and their parts are called, and no surname."""
    key = folded_word(word)
    return key in ORGANISATIONS or (len(key) > 6 and key.endswith(ORGANISATION_ENDINGS))


def name_runs(text: str) -> Iterator[NameRun]:
    """Return what may be names in `text`, in order; single words too."""
    words = [(match[0], match.start(), match.end()) for match in _WORD.finditer(text)]
    at = 0
    while at < len(words):
        if not _begins_name(words[at][0]):
            at += 1
            continue
        end = at + 1
        while end < len(words) and (count := _continues(text, words, at, end)):
            end += count
        yield _run(text, words, at, end)
        at = end


def _run(text: str, words: list[tuple[str, int, int]], at: int, end: int) -> NameRun:
    start, stop = words[at][1], words[end - 1][2]
    name = text[start:stop]
    if _POSSESSIVE.search(name):
        name = _POSSESSIVE.sub("", name)
    elif name.endswith(".") and folded_word(words[end - 1][0]) not in SUFFIXES:
        name = name[:-1] if len(words[end - 1][0]) > 2 else name
    title = ""
    if at and text[words[at - 1][2] : start] == " " and words[at - 1][0][0].isupper():
        before = words[at - 1][0]
        title = before if is_role(before) or folded_word(before) in HONORIFICS else ""
    is_followed = end < len(words) and not text[stop : words[end][1]].strip()
    following = words[end][0] if is_followed else ""
    is_followed = bool(following) and (
        is_role(following)
        or folded_word(following) in ORGANISATIONS
        or folded_word(following) in REGIONS
    )
    is_possessive = _POSSESSIVE.search(text[start:stop]) is not None
    return NameRun(name, start, start + len(name), title, is_followed or is_possessive)


def _begins_name(word: str) -> bool:
    return _is_name_word(word) and not _is_breaker(word) and not _is_acronym(word)


def _continues(text: str, words: list[tuple[str, int, int]], first: int, end: int) -> int:
    """Return how many words from `end` on belong to the name that begins with `first`."""
    word, following = words[end - 1][0], words[end][0]
    if not _is_gap(text, words, end) or _POSSESSIVE.search(word):
        return 0
    if word.endswith(".") and len(word) > 3:
        return 0  # the end of a sentence; "A." and "St." are not
    if _is_particle(following):
        return _through_particles(text, words, first, end)
    if folded_word(following) in SURNAMES_TOO:
        return int(end + 1 == len(words) or not words[end + 1][0][0].isupper())
    return int(_is_name_word(following) and not _is_breaker(following))


def _through_particles(text: str, words: list[tuple[str, int, int]], first: int, end: int) -> int:
    """Return how many words "de la Cruz" are; 0 where no name follows the small words."""
    last = end
    while last < len(words) and last - end < _MOST_PARTICLES and _is_particle(words[last][0]):
        last += 1
    if last == len(words) or not all(_is_gap(text, words, at) for at in range(end, last + 1)):
        return 0
    particles = " ".join(folded_word(word) for word, _start, _end in words[end:last])
    if last - end > 1 and not _PARTICLES_TOGETHER.fullmatch(particles):
        return 0
    if particles in _BELONGING and end - first > 1:
        return 0
    name = words[last][0]
    is_name = _is_name_word(name) and not _is_breaker(name) and not _is_acronym(name)
    return last + 1 - end if is_name else 0


def _is_gap(text: str, words: list[tuple[str, int, int]], at: int) -> bool:
    """Tell whether only spaces stand before the word `at`."""
    gap = text[words[at - 1][2] : words[at][1]]
    return not gap.strip() and "\n" not in gap


def _is_particle(word: str) -> bool:
    return word[0].islower() and folded_word(word) in PARTICLES


@lru_cache(maxsize=4_096)
def _is_breaker(word: str) -> bool:
    bare = _POSSESSIVE.sub("", _GROWN_ON.sub("", word, count=1) if word[0].islower() else word)
    key = folded_word(bare)
    return is_role(bare) or is_organisation(bare) or key in REGIONS or key in HONORIFICS


def _is_name_word(word: str) -> bool:
    letters = word.strip("’'.-")
    if not letters or letters[0].isupper():
        return bool(letters)
    small = _GROWN_ON.match(letters)
    if not small:
        return False
    rest = letters[small.end() :]
    return rest[0].isupper() and not (letters[small.end() - 1] in "’'" and _is_acronym(rest))


def _is_acronym(word: str) -> bool:
    bare = word.strip(".’'")
    return 2 <= len(bare) <= _LONGEST_ACRONYM and bare.isupper() and "." not in bare


@lru_cache(maxsize=4_096)
def folded_word(word: str) -> str:
    """Return a word as the tables of `name_words` hold it."""
    return fold(word).strip(".,")
