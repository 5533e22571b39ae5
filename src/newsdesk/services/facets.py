"""What lists can be narrowed to, with how many releases each choice finds."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from newsdesk.domain.errors import NotFoundError
from newsdesk.domain.facets import Facet, Facets, Tally, plain, written
from newsdesk.domain.fold import RUN, fold
from newsdesk.domain.ids import TermId
from newsdesk.domain.query import ReleaseQuery
from newsdesk.domain.search import Mark, Operator, parse
from newsdesk.domain.vocabulary import Scheme, TermEntry
from newsdesk.domain.workflow import State
from newsdesk.rendering.language_names import language_name, names_of
from newsdesk.services.lexicon import NameLexicon
from newsdesk.services.search import SearchService
from newsdesk.services.workplace import Workplace

_SCHEMES = {Operator.THEME: Scheme.THEME, Operator.TAG: Scheme.TAG}


class FacetService:
    """Counts; it stores nothing. Every count is that of what its condition finds."""

    def __init__(self, workplace: Workplace, search: SearchService) -> None:
        self._workplace = workplace
        self._search = search
        self._lexicon = NameLexicon(workplace.gazetteer)

    def all(self, language: str) -> Facets:
        """Return every facet that any release outside the trash has.

        Args:
            language: that names are wanted in.
        """
        with self._workplace.database.reading() as work:
            tallies = work.facets.tallies(self._workplace.now())
            entries = work.terms.used(*_SCHEMES.values(), Scheme.COUNTRY)
            named = self._countries_of(entries)
            countries = work.facets.countries(
                {entry.term.id: code for code, several in named.items() for entry in several}
            )
        here = [one for one in tallies if not one.is_trashed]
        return Facets(
            total=sum(one.number for one in here),
            trashed=sum(one.number for one in tallies if one.is_trashed),
            facets={
                Operator.STATE: _states(here),
                Operator.IS: _marks(here),
                Operator.COUNTRY: _ordered(self._countries(countries, named, language)),
                **{
                    operator: _ordered(self._terms(operator, entries, language))
                    for operator in _SCHEMES
                },
                Operator.LANG: _ordered(self._languages(here, language)),
            },
        )

    def _countries_of(self, entries: Iterable[TermEntry]) -> dict[str, list[TermEntry]]:
        """Return the terms that are a country's, by its code."""
        codes = {
            name: code for code, names in self._lexicon.country_names.items() for name in names
        }
        found: dict[str, list[TermEntry]] = {}
        for entry in entries:
            if entry.term.scheme is Scheme.COUNTRY:
                own = {
                    codes[name] for name in map(fold, entry.term.names.values()) if name in codes
                }
                if len(own) == 1:
                    found.setdefault(own.pop(), []).append(entry)
        return found

    def _countries(
        self, counts: dict[str, int], named: dict[str, list[TermEntry]], language: str
    ) -> Iterable[Facet]:
        gazetteer = self._workplace.gazetteer()
        for code, count in counts.items():
            try:
                name = gazetteer.country(code).country(language)
            except NotFoundError:  # nothing that is typed would find it
                continue
            known = frozenset(self._lexicon.country_names[code])
            is_its_own = known.issuperset(self._lexicon.countries(fold(plain(name))))
            yield Facet(
                condition=written(Operator.COUNTRY, name if is_its_own else code),
                operator=Operator.COUNTRY,
                name=name,
                count=count,
                known_as=known,
                entry=next(iter(named.get(code, ())), None),
            )

    def _terms(
        self, operator: Operator, entries: Sequence[TermEntry], language: str
    ) -> Iterable[Facet]:
        """Return the terms by name; where several have one, it counts what is found by it."""
        facets: dict[str, Facet] = {}
        ids: dict[str, set[TermId]] = {}
        own = [entry for entry in entries if entry.term.scheme is _SCHEMES[operator]]
        for entry in sorted(own, key=lambda entry: -entry.uses):
            name = plain(entry.term.name(language))
            names = entry.term.names.values()
            for one in {_in_words(one) for one in names}:
                ids.setdefault(one, set()).add(entry.term.id)
            if any(map(str.isalnum, name)):  # otherwise nothing is found by it
                facet = Facet(
                    condition=written(operator, name),
                    operator=operator,
                    name=name,
                    count=entry.uses,
                    known_as=frozenset(fold(plain(one)) for one in names),
                    entry=entry,
                )
                facets.setdefault(_in_words(name), facet)
        for name, facet in facets.items():
            is_alone = len(ids[name]) == 1
            yield facet if is_alone else replace(facet, count=self._found(facet.condition))

    def _found(self, condition: str) -> int:
        return self._search.count(ReleaseQuery(text=condition))

    def _languages(self, tallies: Iterable[Tally], language: str) -> Iterable[Facet]:
        """Return the languages; French is that of Canada too, which is one by itself as well."""
        numbers = Counter[str]()
        for one in tallies:
            numbers[one.language] += one.number
        for tag in numbers:
            condition = written(Operator.LANG, tag)
            if not parse(condition, self._lexicon).conditions:
                continue
            parts = tag.split("-")
            name = language_name(tag, language)
            if len(parts) > 1 and name == language_name(parts[0], language):
                name = f"{name} ({tag})"
            yield Facet(
                condition=condition,
                operator=Operator.LANG,
                name=name[:1].upper() + name[1:],
                count=sum(n for one, n in numbers.items() if f"{one}-".startswith(f"{tag}-")),
                known_as=frozenset({tag, fold(tag)} | (set() if len(parts) > 1 else _called(tag))),
            )


def _in_words(name: str) -> str:
    """Return a name as the search tells it from others: by its words alone."""
    if name.isalnum() and name.isascii():
        return name.lower()
    return " ".join(run.group() for run in RUN.finditer(fold(name)))


def _called(tag: str) -> set[str]:
    return {fold(name) for name in names_of(tag)}


def _states(tallies: Sequence[Tally]) -> list[Facet]:
    numbers = Counter[State]()
    for one in tallies:
        numbers[one.state] += one.number
    return [_fixed(Operator.STATE, state, numbers[state]) for state in State if numbers[state]]


def _marks(tallies: Sequence[Tally]) -> list[Facet]:
    numbers = {
        Mark.EMBARGOED: sum(one.embargoed for one in tallies),
        Mark.STARRED: sum(one.starred for one in tallies),
    }
    return [_fixed(Operator.IS, mark, number) for mark, number in numbers.items() if number]


def _fixed(operator: Operator, value: State | Mark, count: int) -> Facet:
    return Facet(
        condition=written(operator, value.value),
        operator=operator,
        name="",
        count=count,
        known_as=frozenset({value.value}),
    )


def _ordered(facets: Iterable[Facet]) -> list[Facet]:
    return sorted(facets, key=lambda facet: (-facet.count, fold(facet.name)))
