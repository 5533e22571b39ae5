"""What lists can be narrowed to: every count is that of what its condition finds."""

import pytest

from newsdesk.domain.facets import FACETS, Facet, Facets
from newsdesk.domain.filing import Filing
from newsdesk.domain.query import ReleaseQuery
from newsdesk.domain.search import Operator
from newsdesk.domain.vocabulary import Scheme, TermColour
from newsdesk.services.desk import Desk


@pytest.fixture
def samples(desk: Desk) -> Desk:
    desk.samples.install()
    return desk


def every(facets: Facets) -> list[Facet]:
    return [one for operator in FACETS for one in facets.of(operator)]


def named(facets: Facets, operator: Operator) -> dict[str, int]:
    return {one.name: one.count for one in facets.of(operator)}


def found(desk: Desk, text: str) -> int:
    return desk.search.count(ReleaseQuery(text=text))


@pytest.mark.parametrize("language", ["en", "fr", "ar", "zh"])
def test_every_count_is_that_of_what_is_found(samples: Desk, language: str) -> None:
    facets = samples.facets.all(language)
    assert facets.total == found(samples, "") > 0
    kinds = {one.operator for one in every(facets)}
    assert kinds >= {Operator.STATE, Operator.COUNTRY, Operator.TAG, Operator.LANG}
    for one in every(facets):
        assert found(samples, one.condition) == one.count > 0, one.condition
        assert facets.chosen(one.condition).wanted >= {one.condition}


def test_the_most_used_come_first_and_states_as_the_workflow_goes(samples: Desk) -> None:
    facets = samples.facets.all("en")
    for operator in (Operator.COUNTRY, Operator.TAG, Operator.LANG):
        counts = [one.count for one in facets.of(operator)]
        assert counts == sorted(counts, reverse=True)


def test_countries_are_called_as_the_user_calls_them(desk: Desk) -> None:
    desk.releases.new({"headline": "A port opens", "dateline.places": "Geneva"})
    assert list(named(desk.facets.all("en"), Operator.COUNTRY)) == ["Switzerland"]
    assert list(named(desk.facets.all("fr"), Operator.COUNTRY)) == ["Suisse"]


def test_the_trash_is_counted_by_itself(desk: Desk) -> None:
    keys = [desk.releases.new({"headline": name})[0].id for name in ("One", "Two")]
    desk.bulk.trash(keys[:1])
    facets = desk.facets.all("en")
    assert (facets.total, facets.trashed) == (1, 1)
    assert [one.count for one in facets.of(Operator.STATE)] == [1]


def test_french_is_that_of_canada_too(desk: Desk) -> None:
    for tag in ("fr", "fr-CA", "en"):
        desk.releases.new({"headline": "A port opens", "language": tag})
    facets = desk.facets.all("en")
    assert named(facets, Operator.LANG) == {"French": 2, "English": 1, "Canadian French": 1}
    for one in facets.of(Operator.LANG):
        assert found(desk, one.condition) == one.count


def test_a_country_that_a_term_names_counts_as_one_of_a_dateline(desk: Desk) -> None:
    key = desk.releases.new({"headline": "A port opens"})[0].id
    term, _ = desk.vocabularies.add(Scheme.COUNTRY, "Kenya", "en")
    desk.bulk.file([key], Filing(add=(term,)))
    (kenya,) = desk.facets.all("fr").of(Operator.COUNTRY)
    assert (kenya.count, kenya.entry and kenya.entry.term.id) == (1, term.id)
    assert found(desk, kenya.condition) == 1


def test_a_name_that_several_terms_have_counts_what_is_found_by_it(desk: Desk) -> None:
    keys = [desk.releases.new({"headline": name})[0].id for name in ("One", "Two", "Three")]
    winter, _ = desk.vocabularies.add(Scheme.TAG, "Winter", "en")
    cold, _ = desk.vocabularies.add(Scheme.TAG, "Cold", "en")
    desk.vocabularies.set_colour(winter.id, TermColour.TEAL)
    desk.bulk.file(keys[:2], Filing(add=(winter,)))
    desk.vocabularies.rename(cold.id, {"en": "Frost", "fr": "Winter!"})
    frost = desk.vocabularies.find("Frost")
    desk.bulk.file(keys[1:], Filing(add=(frost,)))
    first, second = desk.facets.all("en").of(Operator.TAG)
    assert [(one.name, one.count) for one in (first, second)] == [("Winter", 3), ("Frost", 2)]
    for one in (first, second):
        assert one.count == found(desk, one.condition)
    assert first.entry is not None
    assert first.entry.colour is TermColour.TEAL


def test_nothing_is_counted_where_there_is_nothing(desk: Desk) -> None:
    facets = desk.facets.all("en")
    assert (facets.total, facets.trashed, every(facets)) == (0, 0, [])
