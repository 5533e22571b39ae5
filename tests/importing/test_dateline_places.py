import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.gazetteer import Gazetteer
from newsdesk.importing.dateline_places import PlacesReading, choice, read_places


def named(reading: PlacesReading) -> list[str]:
    return [place.name("en") for place in reading.places]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        *((name, ["Geneva"]) for name in ("Geneva", "GENEVA", "Genève", "Genf", "Ginebra")),
        *((name, ["Geneva"]) for name in ("Ginevra", "Genebra", "Женева", "جنيف", "日内瓦")),
        ("ジュネーブ", ["Geneva"]),
        ("Frankfurt am Main", ["Frankfurt"]),
        ("Cox's Bazar, Bangladesh", ["Cox's Bazar"]),
        ("Switzerland", ["Switzerland"]),
        ("Bosnia and Herzegovina", ["Bosnia and Herzegovina"]),
        ("Washington, D.C.", ["Washington"]),
        ("Geneva/New York", ["Geneva", "New York"]),
        ("New York and Geneva", ["New York", "Geneva"]),
        ("Genève et Vienne", ["Geneva", "Vienna"]),
        ("Ginebra y Viena", ["Geneva", "Vienna"]),
        ("Genf und Wien", ["Geneva", "Vienna"]),
        ("Ginevra e Vienna", ["Geneva", "Vienna"]),
        ("Женева и Вена", ["Geneva", "Vienna"]),
        ("جنيف وفيينا", ["Geneva", "Vienna"]),
        ("القاهرة وعمّان", ["Cairo", "Amman"]),
        ("London, Washington", ["London", "Washington"]),
        ("北京、上海", ["Beijing", "Shanghai"]),
        ("GENEVA, VIENNA, NAIROBI", ["Geneva", "Vienna", "Nairobi"]),
    ],
)
def test_places_are_known_by_their_names_in_every_language(
    text: str, places: list[str], gazetteer: Gazetteer
) -> None:
    reading = read_places(text, gazetteer)
    assert reading is not None
    assert named(reading) == places
    assert reading.text == text


@pytest.mark.parametrize(
    ("text", "place", "code"),
    [
        ("Geneva, Switzerland", "Geneva", "CH"),
        ("GENEVA (Switzerland)", "Geneva", "CH"),
        ("Paris, France", "Paris", "FR"),
        ("São Paulo, Brasil", "São Paulo", "BR"),
        ("Abidjan, Côte d'Ivoire", "Abidjan", "CI"),
        ("Москва, Россия", "Moscow", "RU"),
        ("Atlanta, Georgia", "Atlanta", "US"),
        ("Tbilisi, Georgia", "Tbilisi", "GE"),
        ("ANN ARBOR, Mich.", "Ann Arbor", "US"),
        ("New York, N.Y.", "New York", "US"),
    ],
)
def test_a_city_takes_its_country_or_state_along(
    text: str, place: str, code: str, gazetteer: Gazetteer
) -> None:
    reading = read_places(text, gazetteer)
    assert reading is not None
    assert (named(reading), reading.has_whole) == ([place], True)
    assert reading.country_codes == {code}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Nowhereville", set[str]()),
        ("Nowhereville, Switzerland", {"CH"}),
        ("Springfield, Ill.", {"US"}),
        ("Paris, Texas", {"US"}),
        ("Geneva and Nowhereville", {"CH"}),
        ("Cambridge", set[str]()),  # one of several
    ],
)
def test_unless_every_name_is_known_there_are_no_places(
    text: str, codes: set[str], gazetteer: Gazetteer
) -> None:
    reading = read_places(text, gazetteer)
    assert reading is not None
    assert (reading.places, reading.country_codes) == ((), codes)


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "/", ",", "Geneva 12", "Geneva:", "the harbour", "a, b", "“Geneva”"),
        "A harbour is a place where boats are safe",
        "Geneva, Vienna, Nairobi, Paris, London, Rome, Cairo",
        "G" * 41,
    ],
)
def test_what_cannot_be_a_list_of_places_is_none(text: str, gazetteer: Gazetteer) -> None:
    assert read_places(text, gazetteer) is None


@pytest.mark.parametrize(
    ("text", "in_capitals"),
    [("GENEVA", True), ("Geneva", False), ("ЖЕНЕВА", True), ("جنيف", False), ("日内瓦", False)],
)
def test_only_scripts_with_capitals_have_capitals(
    text: str,
    in_capitals: bool,
    gazetteer: Gazetteer,
) -> None:
    reading = read_places(text, gazetteer)
    assert reading is not None
    assert reading.in_capitals is in_capitals


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("London", "GB"),
        ("Mexico", "MX"),
        ("Tripoli", "LY"),  # a capital before its namesakes
        ("Georgia", "GE"),
        ("Cambridge", None),
        ("Nowhereville", None),
    ],
)
def test_a_name_alone_means_one_place_or_none(
    name: str, code: str | None, gazetteer: Gazetteer
) -> None:
    place = choice(gazetteer.named(name))
    assert (place.country_code if place else None) == code


def test_a_city_stands_before_the_country_of_its_name(gazetteer: Gazetteer) -> None:
    place = choice(gazetteer.named("Singapore"))
    assert place is not None
    assert place.city == "Singapore"


@given(
    text=st.text(max_size=60)
    | st.lists(st.sampled_from(["Geneva", ", ", "/", " and ", "Georgia", "(", ")", "de "])).map(
        "".join
    )
)
def test_any_words_are_places_or_none(text: str, gazetteer: Gazetteer) -> None:
    reading = read_places(text, gazetteer)
    assert reading is None or len(reading.places) <= 6


@pytest.mark.parametrize("character", ["A", "/", " ", ",", "(", "و", "\0"])
def test_a_megabyte_of_one_character_is_no_place(character: str, gazetteer: Gazetteer) -> None:
    assert read_places(character * 1_000_000, gazetteer) is None
