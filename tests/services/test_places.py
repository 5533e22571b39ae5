import pytest

from newsdesk.domain.errors import EmbargoError, FieldError, NotFoundError
from newsdesk.domain.gazetteer import place_id
from newsdesk.services.desk import Desk


def test_places_are_found_by_the_beginning_of_their_name(desk: Desk) -> None:
    assert "Geneva" in {place.city for place in desk.places.search("gene")}
    assert "Geneva" in {place.city for place in desk.places.search("genè")}


def test_places_are_given_in_the_order_of_their_ids(desk: Desk) -> None:
    own, _ = desk.places.add("Samport", "CH", "Europe/Zurich")
    cairo, geneva = place_id("eg/cairo"), place_id("ch/geneva")
    chosen = desk.places.chosen([cairo, own.id, place_id("nowhere"), geneva])
    assert [place.city for place in chosen] == ["Cairo", "Samport", "Geneva"]


def test_a_place_of_ones_own_comes_first_and_is_taken_out_again(desk: Desk) -> None:
    own, _ = desk.places.add("Geneport", "ch", "Europe/Zurich")
    assert own.country("fr") == "Suisse"
    assert desk.places.search("gene")[0] == own
    assert desk.places.own() == [own]
    desk.places.remove("Geneport")
    assert desk.places.own() == []


def test_a_release_keeps_its_place_when_the_list_does_not(desk: Desk) -> None:
    own, _ = desk.places.add("Samport", "CH", "Europe/Zurich")
    desk.releases.new({"headline": "One", "dateline.places": "Samport"})
    desk.places.remove("Samport")
    assert desk.releases.get("one").dateline.places == (own,)


@pytest.mark.parametrize(
    ("city", "country", "tz", "error"),
    [
        ("", "CH", "Europe/Zurich", FieldError),
        ("Samport", "XX", "Europe/Zurich", NotFoundError),
        ("Samport", "CH", "Europe/Samport", EmbargoError),
    ],
)
def test_a_place_without_name_country_or_zone_is_refused(
    desk: Desk, city: str, country: str, tz: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        desk.places.add(city, country, tz)
    assert desk.places.own() == []


def test_a_place_of_the_gazetteer_is_not_taken_out(desk: Desk) -> None:
    with pytest.raises(NotFoundError):
        desk.places.remove("Geneva")


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Mexico", "en", "Mexico"),
        ("Genève", "fr", "Geneva"),
        ("Georgia", "en", "Georgia"),
        ("Washington", "en", "Washington"),
        ("Geneva, Switzerland", "en", "Geneva"),
    ],
)
def test_a_name_means_what_the_language_calls_so(
    desk: Desk, text: str, language: str, name: str
) -> None:
    release, _ = desk.releases.new({"language": language, "dateline.places": text})
    (place,) = release.dateline.places
    assert (place.city or place.country("en")) == name


def test_of_two_places_of_one_name_the_one_that_is_meant_goes_and_comes_back(desk: Desk) -> None:
    first, _ = desk.places.add("Samport", "CH", "Europe/Zurich")
    second, _ = desk.places.add("Samport", "FR", "Europe/Paris")
    desk.places.take_out(second.id)
    assert desk.places.own() == [first]
    assert desk.places.put_back(second.id)[0] == second
    assert len(desk.places.own()) == 2
