from collections.abc import Iterator
from pathlib import Path

import pytest

from newsdesk.desk import open_desk
from newsdesk.domain.gazetteer import place_id
from newsdesk.domain.place import Place
from newsdesk.services.desk import Desk
from newsdesk.ui.inspector.place_lookup import (
    CityTime,
    city_of,
    country_choices,
    find_places,
    place_choices,
    place_label,
    zone_choices,
)


@pytest.fixture
def desk(newsroom_folder: Path) -> Iterator[Desk]:
    with open_desk(newsroom_folder) as desk:
        yield desk


@pytest.mark.parametrize(
    ("key", "language", "label"),
    [
        ("ly/misrata", "en", "Misrata, Libya"),
        ("ch/geneva", "fr", "Genève, Suisse"),
        ("ly", "en", "Libya"),
        ("sg/singapore", "en", "Singapore"),
    ],
)
def test_a_place_is_called_with_its_country(
    desk: Desk, key: str, language: str, label: str
) -> None:
    (place,) = desk.places.chosen([place_id(key)])
    assert place_label(place, language) == label


def test_a_state_tells_american_namesakes_apart() -> None:
    place = Place(
        id=place_id("us/x"),
        city="Ann Arbor",
        admin1="Mich.",
        country_code="US",
        country_names={"en": "United States"},
        tz="America/Detroit",
    )
    assert place_label(place, "en") == "Ann Arbor, Mich., United States"


@pytest.mark.parametrize(
    ("text", "city"),
    [("misr", "Misrata"), ("Genè", "Geneva"), ("Misrata, Lib", "Misrata"), ("Kairo", "Cairo")],
)
def test_a_place_is_found_by_the_beginning_of_any_of_its_names(
    desk: Desk, text: str, city: str
) -> None:
    assert find_places(desk, text, "en")[0].city == city


def test_a_country_that_does_not_fit_finds_nothing(desk: Desk) -> None:
    assert find_places(desk, "Misrata, Peru", "en") == []


def test_a_country_as_a_whole_says_so(desk: Desk) -> None:
    choices = place_choices(find_places(desk, "Libya", "en"), "en")
    assert choices[0].text == "Libya"
    assert choices[0].detail == "The country as a whole"


def test_countries_are_found_with_their_code(desk: Desk) -> None:
    (choice,) = country_choices(desk, "Moroc", "en")
    assert (choice.text, choice.detail) == ("Morocco", "MA")


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("bonn", CityTime("Europe/Berlin", "Bonn")),
        ("europe/zurich", CityTime("Europe/Zurich")),
        ("UTC", CityTime("UTC")),
    ],
)
def test_a_zone_is_found_by_city_or_by_its_name(desk: Desk, text: str, zone: CityTime) -> None:
    assert zone_choices(desk, text, "en")[0].value == zone


def test_a_city_is_offered_before_the_zone_that_is_called_after_it(desk: Desk) -> None:
    choices = zone_choices(desk, "new york", "en")
    assert choices[0].value == CityTime("America/New_York", "New York")
    assert choices[0].detail == "America/New_York"
    assert [choice.value for choice in choices].count(CityTime("America/New_York")) == 0


def test_zones_of_no_place_are_not_offered(desk: Desk) -> None:
    assert not [c for c in zone_choices(desk, "GMT", "en") if c.text.startswith("Etc/")]


def test_a_zone_names_its_city() -> None:
    assert city_of("America/New_York") == "New York"
    assert city_of("UTC") == "UTC"
