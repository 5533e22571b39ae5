"""What is typed to find releases, understood: words, phrases, operators that read like words.

Nothing that is typed is wrong. What is no operator, or has a value that no operator knows, is text
to be looked for: `http://example.org`, `state:nonsense`.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from newsdesk.domain.errors import FieldError
from newsdesk.domain.fold import fold
from newsdesk.domain.language import normalised
from newsdesk.domain.workflow import State

_LONGEST = 1000  # characters that are looked at
_QUOTES = '"“”„«»'
_NOTHING = re.compile(rf"[\s{_QUOTES}]*")
_WORD = re.compile(rf"[^\s{_QUOTES}]+")
_VALUE = re.compile(rf"[^\s{_QUOTES}]*")
_QUOTED = re.compile(rf"[{_QUOTES}](?P<inner>[^{_QUOTES}]*)(?P<end>[{_QUOTES}]?)")
_DAY = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?")
_DAY_TO_BE = re.compile(r"[\d/.-]{1,10}")


class Operator(StrEnum):
    """What a condition is about, in the words it is typed with."""

    STATE = "state"
    COUNTRY = "country"
    TAG = "tag"
    THEME = "theme"
    LANG = "lang"
    BEFORE = "before"  # the first day of what is named, which is left out
    AFTER = "after"  # from the first day of what is named on: `after:2013 before:2014` is a year
    CONTACT = "contact"
    HAS = "has"
    IS = "is"


class Part(StrEnum):
    """What `has:` asks for."""

    IMAGE = "image"
    EMBARGO = "embargo"  # running, over or lifted
    CONTACT = "contact"
    TAG = "tag"
    THEME = "theme"


class Mark(StrEnum):
    """What `is:` asks for."""

    EMBARGOED = "embargoed"  # now
    STARRED = "starred"


FIXED: Mapping[Operator, Sequence[str]] = {
    Operator.STATE: [state.value for state in State],
    Operator.HAS: [part.value for part in Part],
    Operator.IS: [mark.value for mark in Mark],
}
"""Operators that have a few values, which are always the same."""
ALTERNATIVES = frozenset({Operator.STATE, Operator.LANG, Operator.COUNTRY})
"""Operators of which a release need fulfil but one condition: it has no two states at a time."""
_OPEN = frozenset({Operator.TAG, Operator.THEME, Operator.CONTACT})
_OTHER_SPELLINGS = {"language": Operator.LANG}
_NAMES = {operator.value: operator for operator in Operator} | _OTHER_SPELLINGS
_OPERATOR = re.compile(rf"(-?)({'|'.join(sorted(_NAMES, key=len, reverse=True))})[:：]", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word that is looked for, or several that stand together."""

    text: str
    is_phrase: bool = False
    is_open: bool = False  # a phrase that goes on being typed
    is_excluded: bool = False

    def __str__(self) -> str:
        text = f'"{self.text}{"" if self.is_open else chr(34)}' if self.is_phrase else self.text
        return f"-{text}" if self.is_excluded else text


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """An operator with its value.

    What stands in quotation marks is a whole name; otherwise it is the beginning of its words.
    """

    operator: Operator
    value: str  # as typed; "" as long as there is none, which asks for nothing
    meaning: tuple[str, ...] = ()  # states, parts, marks, language tags, names of countries, a day
    is_exact: bool = False
    is_open: bool = False
    is_excluded: bool = False

    @property
    def asks(self) -> bool:
        """Tell whether anything is asked for: a value may not be there yet."""
        return bool(self.meaning)

    @property
    def day(self) -> date:
        """That of `before:` and `after:`."""
        return date.fromisoformat(self.meaning[0])

    def __str__(self) -> str:
        value = self.value
        if self.is_exact or self.is_open:
            value = f'"{value}{"" if self.is_open else chr(34)}'
        return f"{'-' if self.is_excluded else ''}{self.operator}:{value}"


@dataclass(frozen=True, slots=True)
class Search:
    """What was typed, part by part. `str` gives it back, so that it means the same again."""

    parts: tuple[Word | Condition, ...] = ()

    @property
    def words(self) -> list[Word]:
        return [part for part in self.parts if isinstance(part, Word)]

    @property
    def conditions(self) -> list[Condition]:
        """Those that ask for something."""
        return [part for part in self.parts if isinstance(part, Condition) and part.asks]

    def __str__(self) -> str:
        return " ".join(map(str, self.parts))


class Lexicon(Protocol):
    """What the names in a search may stand for; each is folded, and may be a beginning."""

    def languages(self, name: str) -> Sequence[str]:
        """Return the tags of languages; none if there is no such name."""
        ...

    def countries(self, name: str) -> Sequence[str]:
        """Return everything that the countries are called, codes too; none if nothing is."""
        ...


class Codes:
    """Knows no names: only language tags and the codes of ISO 3166-1."""

    def languages(self, name: str) -> Sequence[str]:
        try:
            return (normalised(name),)
        except FieldError:
            return ()

    def countries(self, name: str) -> Sequence[str]:
        return (name,) if len(name) == 2 and name.isascii() and name.isalpha() else ()


_CODES = Codes()


def parse(text: str, lexicon: Lexicon = _CODES) -> Search:
    """Return what a text asks for, whatever stands in it."""
    text = text[:_LONGEST]
    parts: list[Word | Condition] = []
    for token in _tokens(text):
        is_last = _NOTHING.fullmatch(text, token.end) is not None
        parts += _parts(token, lexicon, is_last=is_last)
    return Search(tuple(parts))


# Where one types ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """The part of a text that is being typed; `start` to `end` is what a completion replaces."""

    start: int
    end: int
    operator: Operator | None  # None: a word, which may become an operator
    beginning: str
    is_excluded: bool = False
    is_open: bool = False  # in quotation marks that were not closed


def typed_parts(text: str) -> list[Typed]:
    """Return all parts of a text as they are typed; `beginning` is the whole value of each."""
    return [
        Typed(
            start=token.start,
            end=token.end,
            operator=token.operator,
            beginning=token.value,
            is_excluded=token.is_excluded,
            is_open=token.is_quoted and not token.is_closed,
        )
        for token in _tokens(text[:_LONGEST])
    ]


def typed_at(text: str, caret: int) -> Typed | None:
    """Return what is being typed before a place in a text; None where nothing begins or goes on."""
    for token in _tokens(text[:_LONGEST]):
        if token.start < caret <= token.end and not (token.is_quoted and token.operator is None):
            stop = max(caret, token.value_start)
            return Typed(
                start=token.start,
                end=token.end,
                operator=token.operator,
                beginning=text[token.value_start : stop].strip(_QUOTES),
                is_excluded=token.is_excluded,
            )
    return None


# Reading --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class _Token:
    """What stands between two spaces, or two quotation marks."""

    start: int
    end: int
    value_start: int
    value: str
    name: str = ""  # of the operator, as typed
    operator: Operator | None = None
    is_excluded: bool = False
    is_quoted: bool = False
    is_closed: bool = False


def _tokens(text: str) -> Iterator[_Token]:
    at = _past_space(text, 0)
    while at < len(text):
        token = _token(text, at)
        yield token
        at = _past_space(text, max(token.end, at + 1))


def _past_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _token(text: str, at: int) -> _Token:
    if found := _OPERATOR.match(text, at):
        minus, name = found.groups()
        operator, start = _NAMES[name.lower()], found.end()
        name = text[found.start(2) : start]
    else:
        is_minus = text[at] == "-" and _goes_on(text, at + 1)
        minus, name, operator, start = "-" if is_minus else "", "", None, at + is_minus
    if quoted := _QUOTED.match(text, start):
        value, end = " ".join(quoted["inner"].split()), quoted.end()
    else:
        whole = (_VALUE if operator else _WORD).match(text, start)
        value, end = (whole.group(), whole.end()) if whole else ("", start)
    return _Token(
        start=at,
        end=end,
        value_start=start,
        value=value,
        name=name,
        operator=operator,
        is_excluded=bool(minus),
        is_quoted=quoted is not None,
        is_closed=quoted is not None and bool(quoted["end"]),
    )


def _goes_on(text: str, at: int) -> bool:
    """Tell whether something follows that can be left out."""
    if quoted := _QUOTED.match(text, at):
        return bool(quoted["inner"].strip())
    return _WORD.match(text, at) is not None


def _parts(token: _Token, lexicon: Lexicon, *, is_last: bool) -> Iterator[Word | Condition]:
    is_open = token.is_quoted and not token.is_closed
    if token.operator is not None:
        meaning = _MEANINGS[token.operator](token.value, lexicon)
        if meaning or (is_last and _may_become(token.operator, token.value)):
            yield Condition(
                operator=token.operator,
                value=token.value,
                meaning=meaning,
                is_exact=token.is_closed and bool(token.value),
                is_open=is_open and bool(token.value),
                is_excluded=token.is_excluded,
            )
            return
        name = token.name if token.is_quoted else token.name + token.value
        yield Word(text=name, is_excluded=token.is_excluded)
        if not token.is_quoted:
            return
    if token.value:
        yield Word(
            text=token.value,
            is_phrase=token.is_quoted,
            is_open=is_open,
            is_excluded=token.is_excluded,
        )


def _may_become(operator: Operator, value: str) -> bool:
    """Tell whether what is not understood yet may be, once more is typed."""
    is_day = operator in {Operator.BEFORE, Operator.AFTER}
    return not value or (is_day and _DAY_TO_BE.fullmatch(fold(value)) is not None)


# Meanings -------------------------------------------------------------------------------------

_Meaning = Callable[[str, Lexicon], tuple[str, ...]]


def _any_name(value: str, _lexicon: Lexicon) -> tuple[str, ...]:
    return (value,) if any(map(str.isalnum, value)) else ()


def _first_day(value: str, _lexicon: Lexicon) -> tuple[str, ...]:
    found = _DAY.fullmatch(fold(value))
    if found is None:
        return ()
    year, month, day = (int(number or 1) for number in found.groups())
    try:
        return (date(year, month, day).isoformat(),)
    except ValueError:
        return ()


def _languages(value: str, lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(lexicon.languages(fold(value))) if value else ()


def _countries(value: str, lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(lexicon.countries(fold(value))) if value else ()


def _one_of(values: Sequence[str]) -> _Meaning:
    def meaning(value: str, _lexicon: Lexicon) -> tuple[str, ...]:
        wanted = fold(value)
        if not wanted or wanted in values:
            return (wanted,) if wanted else ()
        return tuple(one for one in values if one.startswith(wanted))

    return meaning


_MEANINGS: Mapping[Operator, _Meaning] = {
    **{operator: _one_of(values) for operator, values in FIXED.items()},
    **dict.fromkeys(_OPEN, _any_name),
    Operator.BEFORE: _first_day,
    Operator.AFTER: _first_day,
    Operator.LANG: _languages,
    Operator.COUNTRY: _countries,
}
