"""What looks like a person's name, in scripts with capitals."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from newsdesk.domain.fold import fold
from newsdesk.rendering.name_words import (
    HONORIFICS,
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


def name_runs(text: str) -> Iterator[NameRun]:
    """Return what may be names in `text`, in order; single words too."""
    words = [(match[0], match.start(), match.end()) for match in _WORD.finditer(text)]
    at = 0
    while at < len(words):
        if not _begins_name(words[at][0]):
            at += 1
            continue
        end = at + 1
        while end < len(words) and _continues(text, words, end - 1):
            end += 1
        while end - 1 > at and not words[end - 1][0][0].isupper():
            end -= 1  # a small word at the end belongs to what follows
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


def _continues(text: str, words: list[tuple[str, int, int]], at: int) -> bool:
    """Tell whether the word after `at` belongs to the same name."""
    word, following = words[at][0], words[at + 1][0]
    gap = text[words[at][2] : words[at + 1][1]]
    if gap.strip() or "\n" in gap or _POSSESSIVE.search(word):
        return False
    if word.endswith(".") and len(word) > 3:
        return False  # the end of a sentence; "A." and "St." are not
    if folded_word(following) in PARTICLES and following[0].islower():
        return at + 2 < len(words) and words[at + 2][0][0].isupper()
    if folded_word(following) in SURNAMES_TOO:
        return at + 2 == len(words) or not words[at + 2][0][0].isupper()
    return _is_name_word(following) and not _is_breaker(following)


@lru_cache(maxsize=4_096)
def _is_breaker(word: str) -> bool:
    bare = _POSSESSIVE.sub("", word)
    key = folded_word(bare)
    return is_role(bare) or key in ORGANISATIONS or key in REGIONS or key in HONORIFICS


def _is_name_word(word: str) -> bool:
    letters = word.strip("’'.-")
    return bool(letters) and (
        letters[0].isupper() or letters.startswith(("d'", "d’", "al-", "el-"))
    )


def _is_acronym(word: str) -> bool:
    bare = word.strip(".’'")
    return 2 <= len(bare) <= _LONGEST_ACRONYM and bare.isupper() and "." not in bare


@lru_cache(maxsize=4_096)
def folded_word(word: str) -> str:
    """Return a word as the tables of `name_words` hold it."""
    return fold(word).strip(".,")
