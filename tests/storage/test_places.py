"""The user's own places."""

from hypothesis import HealthCheck, given, settings

from newsdesk.domain.canonical import encode, to_json
from newsdesk.domain.place import Place
from newsdesk.storage.database import Database
from tests.storage.making import geneva, places


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=places)
def test_a_place_comes_back_as_it_went_with_the_same_hash(database: Database, place: Place) -> None:
    with database.transaction() as work:
        work.places.save(place)
    with database.reading() as work:
        back = work.places.get(place.id)
    assert back == place
    assert to_json(encode(back)) == to_json(encode(place))


def test_places_are_listed_by_country_and_city(database: Database) -> None:
    with database.transaction() as work:
        for country, city in (("KE", "Nairobi"), ("CH", "Zug"), ("CH", "Bern"), ("CH", None)):
            work.places.save(geneva(country_code=country, city=city))
        found = [(place.country_code, place.city) for place in work.places.all()]
    assert found == [("CH", None), ("CH", "Bern"), ("CH", "Zug"), ("KE", "Nairobi")]
