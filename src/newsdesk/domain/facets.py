"""What the releases of a library have in common, counted: states, countries, terms, languages."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from newsdesk.domain.fold import fold, has_word_beginning
from newsdesk.domain.search import Condition, Operator, parse
from newsdesk.domain.vocabulary import TermEntry
from newsdesk.domain.workflow import State

FACETS = (
    Operator.STATE,
    Operator.IS,
    Operator.COUNTRY,
    Operator.THEME,
    Operator.TAG,
    Operator.LANG,
)
"""Operators whose every value can be counted."""
_NAMING = frozenset({Operator.TAG, Operator.THEME, Operator.CONTACT})
_TO_A_DAY = frozenset({Operator.BEFORE, Operator.AFTER})
_QUOTES = str.maketrans("", "", '"“”„«»')


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many releases of one state and language there are, in the trash or outside it."""

    is_trashed: bool
    state: State
    language: str
    number: int
    embargoed: int
    starred: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """One thing that releases have in common, and how many releases have it."""

    condition: str  # what finds them, as it is typed: `tag:"human rights"`
    operator: Operator
    name: str  # as people call it; "" where that is for the window to say
    count: int
    known_as: frozenset[str]  # everything that means it behind the operator, folded
    entry: TermEntry | None = None  # of the vocabulary that it stands in


@dataclass(frozen=True, slots=True)
class Chosen:
    """The conditions of the facets that a search narrows a list to, and of those it leaves out."""

    wanted: frozenset[str] = frozenset()
    left_out: frozenset[str] = frozenset()


class Facets:
    """All of them, those with the most releases first; states stand in their own order.

    It knows what a search means as far as it is about them: it is the `Lexicon` of their names.
    """

    def __init__(
        self,
        *,
        total: int = 0,
        trashed: int = 0,
        facets: Mapping[Operator, Sequence[Facet]] | None = None,
    ) -> None:
        """`total` counts what is not in the trash."""
        self.total = total
        self.trashed = trashed
        self._facets = dict(facets or {})
        self._known: dict[Operator, dict[str, list[Facet]]] = {}
        for operator, several in self._facets.items():
            known = self._known.setdefault(operator, {})
            for facet in several:
                for name in facet.known_as:
                    known.setdefault(name, []).append(facet)

    def of(self, operator: Operator) -> Sequence[Facet]:
        return self._facets.get(operator, ())

    def meant(self, condition: Condition) -> list[Facet]:
        """Return those that a condition of a search stands for by any of their names."""
        known = self._known.get(condition.operator, {})
        names = dict.fromkeys((fold(condition.value), *condition.meaning))
        found = (facet for name in names for facet in known.get(name, ()))
        return list({facet.condition: facet for facet in found}.values())

    def chosen(self, text: str) -> Chosen:
        """Return which of them a search is about."""
        wanted, left_out = set[str](), set[str]()
        for condition in parse(text, self).conditions:
            several = left_out if condition.is_excluded else wanted
            several.update(facet.condition for facet in self.meant(condition))
        return Chosen(frozenset(wanted), frozenset(left_out))

    # The lexicon ----------------------------------------------------------------------------

    def languages(self, name: str) -> Sequence[str]:
        return self._names(Operator.LANG, name)

    def countries(self, name: str) -> Sequence[str]:
        return self._names(Operator.COUNTRY, name)

    def _names(self, operator: Operator, name: str) -> Sequence[str]:
        """Return all names of those called so; else of those with a word that begins so."""
        known = self._known.get(operator, {})
        found: Iterable[Facet] = known.get(name, ()) or (
            facet
            for one, several in known.items()
            if has_word_beginning(one, name)
            for facet in several
        )
        return tuple(dict.fromkeys(one for facet in found for one in sorted(facet.known_as)))


def written(operator: Operator, value: str) -> str:
    """Return a condition as it is typed: what is a name, or has a space in it, in quotes."""
    value = plain(value)
    is_word = value.isalnum() or operator is Operator.LANG or operator in _TO_A_DAY
    is_quoted = operator in _NAMING or not is_word
    return f'{operator}:"{value}"' if is_quoted else f"{operator}:{value}"


def plain(name: str) -> str:
    """Return a name without what would end it in a search."""
    return " ".join(name.translate(_QUOTES).split())
