from uuid import UUID

from newsdesk.domain.ids import PlaceId
from newsdesk.domain.place import Place

GENEVA = Place(
    id=PlaceId(UUID(int=4)),
    city="Geneva",
    country_code="CH",
    names={"en": "Geneva", "fr": "Genève"},
    country_names={"en": "Switzerland", "fr": "Suisse"},
    tz="Europe/Zurich",
)


def test_a_place_is_named_in_the_language_of_the_release() -> None:
    assert GENEVA.name("fr-CH") == "Genève"
    assert GENEVA.country("fr") == "Suisse"


def test_an_unknown_language_falls_back_to_english() -> None:
    assert GENEVA.name("sw") == "Geneva"


def test_a_country_as_a_whole_goes_by_its_own_name() -> None:
    country = Place(
        id=PlaceId(UUID(int=5)), country_code="CH", country_names={"en": "Switzerland"}, tz="UTC"
    )
    assert country.name("en") == "Switzerland"
