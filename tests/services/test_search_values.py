"""What an operator may be given."""

from uuid import UUID

import pytest

from newsdesk.domain.contact import Contact
from newsdesk.domain.ids import ContactId
from newsdesk.domain.query import ReleaseQuery
from newsdesk.domain.search import Operator
from newsdesk.services.desk import Desk


@pytest.fixture(autouse=True)
def releases(desk: Desk) -> None:
    desk.contacts.add(
        Contact(id=ContactId(UUID(int=1)), display_name="Mei Wong", office="Harbour Trust")
    )
    desk.releases.new(
        {
            "headline": "Une école",
            "language": "fr",
            "tags": "human rights, ports",
            "dateline.places": "Beijing",
            "dateline.date": "2013-05-17",
            "contacts": "Mei Wong",
        }
    )
    desk.releases.new({"headline": "A port", "tags": "ports", "dateline.places": "Geneva"})


def offered(desk: Desk, operator: Operator, beginning: str = "") -> list[tuple[str, int]]:
    return [(one.text, one.count) for one in desk.search_values.of(operator, beginning, "en")]


@pytest.mark.parametrize(
    ("operator", "beginning", "values"),
    [
        (Operator.TAG, "", [('tag:"ports"', 2), ('tag:"human rights"', 1)]),
        (Operator.TAG, "rig", [('tag:"human rights"', 1)]),
        (Operator.LANG, "", [("lang:en", 1), ("lang:fr", 1)]),
        (Operator.LANG, "fren", [("lang:fr", 1)]),
        (Operator.COUNTRY, "", [("country:Switzerland", 1), ("country:China", 1)]),
        (Operator.COUNTRY, "china", [("country:China", 1)]),
        (Operator.COUNTRY, "keny", [("country:Kenya", 0)]),
        (Operator.CONTACT, "w", [('contact:"Mei Wong"', 1)]),
        (Operator.CONTACT, "har", [('contact:"Harbour Trust"', 1)]),
        (Operator.STATE, "dr", [("state:draft", 2)]),
        (Operator.HAS, "c", [("has:contact", 1)]),
        (Operator.THEME, "", []),
        (Operator.AFTER, "2013", [("after:2013", 2)]),
    ],
)
def test_values_come_from_what_there_is(
    desk: Desk, operator: Operator, beginning: str, values: list[tuple[str, int]]
) -> None:
    assert offered(desk, operator, beginning) == values


def test_countries_that_something_was_issued_from_come_first(desk: Desk) -> None:
    found = offered(desk, Operator.COUNTRY, "ch")
    assert found[:2] == [("country:Switzerland", 1), ("country:China", 1)]
    assert ("country:Chad", 0) in found[2:]


def test_a_country_is_found_by_its_name_in_the_language_of_the_window_and_in_english(
    desk: Desk,
) -> None:
    for beginning in ("german", "allem"):
        (germany,) = desk.search_values.of(Operator.COUNTRY, beginning, "fr")
        assert germany.value == "Allemagne"


def test_every_fixed_value_is_offered(desk: Desk) -> None:
    assert len(offered(desk, Operator.STATE)) == 9
    assert [text for text, _ in offered(desk, Operator.BEFORE)][:2] == [
        "before:2026",
        "before:2025",
    ]


def test_what_is_offered_finds_as_many_as_it_says(desk: Desk) -> None:
    for operator in Operator:
        for value in desk.search_values.of(operator, "", "fr"):
            assert desk.search.count(ReleaseQuery(text=value.text)) == value.count


def test_names_are_those_of_the_language_asked_for(desk: Desk) -> None:
    (china,) = desk.search_values.of(Operator.COUNTRY, "chin", "fr")
    assert china.value == "Chine"
    assert desk.search_values.of(Operator.LANG, "fr", "fr")[0].name == "français"
