"""What an operator of a search may be given, with how many releases each value finds now."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsdesk.domain.errors import NotFoundError
from newsdesk.domain.facets import plain, written
from newsdesk.domain.fold import fold, has_word_beginning
from newsdesk.domain.place import Place
from newsdesk.domain.query import ReleaseQuery
from newsdesk.domain.search import FIXED, Operator
from newsdesk.domain.vocabulary import Scheme
from newsdesk.rendering.language_names import language_name
from newsdesk.services.search import SearchService
from newsdesk.services.workplace import Workplace

if TYPE_CHECKING:
    from newsdesk.storage.database import UnitOfWork

MOST = 8  # offered at once


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchValue:
    """One value; `text` is the whole condition as it is typed."""

    text: str
    value: str  # what stands behind the operator
    name: str  # as people call it; "" where that is for the window to say
    count: int


class SearchValues:
    """Looks values up in what there is: vocabularies, address book, countries, languages, years."""

    def __init__(self, workplace: Workplace, search: SearchService) -> None:
        self._workplace = workplace
        self._search = search

    def of(self, operator: Operator, beginning: str, language: str) -> list[SearchValue]:
        """Return what goes on from what was typed, the most usual first; of fixed values all.

        Args:
            beginning: of a value, or of a word of its name.
            language: that names are wanted in.
        """
        with self._workplace.database.reading() as work:
            known = list(_KNOWN[operator](self._workplace, work, language))
        wanted = fold(beginning)
        if operator is Operator.COUNTRY and wanted:
            known += _further_countries(self._workplace, known, language)
        fitting = [
            (value, name)
            for value, name in known
            if fold(value).startswith(wanted) or has_word_beginning(fold(name), wanted)
        ]
        counted = [self._counted(operator, *one) for one in fitting[: 4 * MOST]]
        if operator not in {*FIXED, Operator.BEFORE, Operator.AFTER}:
            counted.sort(key=lambda one: -one.count)  # stable: names stay in their order
        return counted[: max(MOST, len(FIXED.get(operator, ())))]

    def _counted(self, operator: Operator, value: str, name: str) -> SearchValue:
        text = written(operator, value)
        count = self._search.count(ReleaseQuery(text=text))
        return SearchValue(text=text, value=value, name=name, count=count)


# What there is ----------------------------------------------------------------------------------

_Named = Iterable[tuple[str, str]]  # values, and what else each is found by
_Known = Callable[[Workplace, "UnitOfWork", str], _Named]


def _fixed(operator: Operator) -> _Known:
    return lambda _workplace, _work, _language: [(value, "") for value in FIXED[operator]]


def _terms(scheme: Scheme) -> _Known:
    def known(_workplace: Workplace, work: "UnitOfWork", language: str) -> _Named:
        uses = work.terms.use_counts()
        terms = [term for term in work.terms.all(scheme) if uses.get(term.id)]
        terms.sort(key=lambda term: (-uses[term.id], fold(term.name(language))))
        return [(plain(term.name(language)), " ".join(term.names.values())) for term in terms]

    return known


def _contacts(_workplace: Workplace, work: "UnitOfWork", _language: str) -> _Named:
    names = [name for one in work.contacts.all() for name in (one.display_name, one.office)]
    return [(plain(name), name) for name in dict.fromkeys(filter(None, names))]


def _languages(_workplace: Workplace, work: "UnitOfWork", language: str) -> _Named:
    return [(tag, language_name(tag, language)) for tag in work.releases.languages()]


def _countries(workplace: Workplace, work: "UnitOfWork", language: str) -> _Named:
    gazetteer = workplace.gazetteer()
    for code in work.releases.countries():
        try:
            name, others = _names(gazetteer.country(code), language)
        except NotFoundError:
            name, others = code, ""
        yield plain(name), f"{others} {code}"


def _further_countries(workplace: Workplace, known: _Named, language: str) -> _Named:
    """Return those of the gazetteer that nothing was issued from."""
    here = {value for value, _ in known}
    countries = [_names(place, language) for place in workplace.gazetteer() if place.city is None]
    countries.sort(key=lambda one: fold(one[0]))
    return [(plain(name), others) for name, others in countries if plain(name) not in here]


def _names(country: Place, language: str) -> tuple[str, str]:
    """Return what a country is called, and that with its English name."""
    name = country.country(language)
    return name, f"{name} {country.country('en')}"


def _years(_workplace: Workplace, work: "UnitOfWork", _language: str) -> _Named:
    return [(str(year), "") for year in work.releases.years()]


_KNOWN: Mapping[Operator, _Known] = {
    **{operator: _fixed(operator) for operator in FIXED},
    Operator.TAG: _terms(Scheme.TAG),
    Operator.THEME: _terms(Scheme.THEME),
    Operator.CONTACT: _contacts,
    Operator.LANG: _languages,
    Operator.COUNTRY: _countries,
    Operator.BEFORE: _years,
    Operator.AFTER: _years,
}
