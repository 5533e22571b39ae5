"""Does a headline name a country, in its own words?"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from newsdesk.domain.fold import fold
from newsdesk.domain.place import Place

# Names that hold another country's name; they are no mention of that one. Folded below.
_LONGER_NAMES = (
    "South Sudan", "Soudan du Sud", "Sudán del Sur", "Südsudan", "Южный Судан", "Южного Судана",
    "Южном Судане", "جنوب السودان", "南苏丹",
    "Equatorial Guinea", "Papua New Guinea", "Guinea-Bissau", "Guinée équatoriale",
    "Guinée-Bissau", "Guinea Ecuatorial", "Papua Nueva Guinea", "غينيا بيساو",
    "غينيا الاستوائية", "几内亚比绍", "赤道几内亚", "巴布亚新几内亚",
    "Democratic Republic of the Congo", "République démocratique du Congo",
    "República Democrática del Congo", "Demokratische Republik Kongo", "刚果民主共和国", "DR Congo",
    "Нигери", "Northern Ireland", "Irlande du Nord", "Irlanda del Norte", "New Mexico",
    "American Samoa", "South Georgia", "New Jersey",
)  # fmt: skip
_FOLDED_LONGER = tuple(map(fold, _LONGER_NAMES))
_ARABIC = re.compile("[\u0600-\u06ff]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")  # kana, Han, Hangul


def mentions_country(headline: str, place: Place) -> bool:
    """Tell whether a headline holds the country's name in any language, or a demonym.

    Words inflect and take particles: a plural s, Russian cases, the Arabic article and particles
    count. Short capitals (US, UK, UAE) count as capitals only.
    """
    names = _names(frozenset(place.country_names.values()) | frozenset(place.demonyms))
    line = fold(headline)
    for longer in _FOLDED_LONGER:
        if longer in line and not any(longer in name for name in names.folded):
            line = line.replace(longer, " ")
    if names.words is not None and names.words.search(line):
        return True
    if names.capitals is None or headline.isupper():  # there, US may be "us"
        return False
    return names.capitals.search(headline) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Names:
    """What a country is called, and how to find that in a headline."""

    folded: frozenset[str]
    words: re.Pattern[str] | None  # in the folded headline
    capitals: re.Pattern[str] | None  # in the headline as it is


@lru_cache(maxsize=256)
def _names(names: frozenset[str]) -> _Names:
    short = {name for name in names if _is_capitals(name)}
    folded = frozenset(line for name in names - short if (line := fold(name)))
    return _Names(
        folded=folded,
        words=_either(map(_form, folded)),
        capitals=_either(rf"(?<!\w){re.escape(name)}(?!\w)" for name in short),
    )


def _either(patterns: Iterable[str]) -> re.Pattern[str] | None:
    alternatives = sorted(patterns)
    return re.compile("|".join(alternatives)) if alternatives else None


def _is_capitals(name: str) -> bool:
    return len(name) <= 5 and name.isascii() and name.isupper()


def _form(name: str) -> str:
    """Return a pattern of the forms a folded name takes in running text."""
    if _UNSPACED.search(name):
        return re.escape(name)
    if _ARABIC.search(name):
        bare = re.escape(name.removeprefix("ال"))
        return rf"(?<!\w)[وف]?(?:[بلك]?(?:ال)?|لل){bare}(?!\w)"
    if _CYRILLIC.search(name):
        stem = name[:-1] if name[-1] in "аеиоуьяюы" else name
        ending = r"\w{0,3}" if len(stem) >= 4 else ""
        return rf"(?<!\w){re.escape(stem if ending else name)}{ending}(?!\w)"
    return rf"(?<!\w){re.escape(name)}s?(?!\w)"
