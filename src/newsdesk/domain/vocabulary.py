"""Terms that releases are filed under."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from newsdesk.domain.fold import fold
from newsdesk.domain.ids import TermId
from newsdesk.domain.language import base


class Scheme(StrEnum):
    """A vocabulary."""

    REGION = "region"
    COUNTRY = "country"
    THEME = "theme"
    CATEGORY = "category"
    IPTC_MEDIATOPIC = "iptc_mediatopic"
    IPTC_GENRE = "iptc_genre"
    TAG = "tag"


OF_STANDARDS = frozenset({Scheme.IPTC_MEDIATOPIC, Scheme.IPTC_GENRE})
"""Vocabularies that others keep: their words come from a file."""


class TermColour(StrEnum):
    """What a term is marked with where it is listed; a theme says how each looks."""

    RED = "red"
    ORANGE = "orange"
    YELLOW = "yellow"
    GREEN = "green"
    TEAL = "teal"
    BLUE = "blue"
    VIOLET = "violet"
    PINK = "pink"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One word of a vocabulary, unique by scheme and qcode."""

    id: TermId
    scheme: Scheme
    qcode: str
    names: Mapping[str, str]  # language -> name; "und" where nobody knows the language
    parent_id: TermId | None = None
    uri: str | None = None
    active: bool = True

    def name(self, language: str) -> str:
        names = self.names
        return names.get(language) or names.get(base(language)) or next(iter(names.values()))


@dataclass(frozen=True, slots=True, kw_only=True)
class TermEntry:
    """A term as its vocabulary has it: with what belongs to no release that is filed under it."""

    term: Term
    colour: TermColour | None = None
    uses: int = 0  # releases outside the trash


def same_names(terms: Iterable[Term]) -> list[tuple[Term, ...]]:
    """Return the terms of each name that several have, upper case and accents aside.

    One that is not offered any more is nobody's double; neither are two of a standard, whose codes
    tell them apart.
    """
    named: dict[tuple[Scheme, str], dict[TermId, Term]] = {}
    for term in terms:
        if term.active and term.scheme not in OF_STANDARDS:
            for name in term.names.values():
                named.setdefault((term.scheme, fold(name)), {})[term.id] = term
    groups = (tuple(group.values()) for group in named.values() if len(group) > 1)
    return list({frozenset(term.id for term in group): group for group in groups}.values())
