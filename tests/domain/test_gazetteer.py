import pickle
from dataclasses import replace
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.errors import NotFoundError
from newsdesk.domain.gazetteer import Gazetteer, place_id
from newsdesk.domain.ids import PlaceId
from newsdesk.domain.place import Place

TEXT = (Path(__file__).resolve().parents[2] / "resources" / "gazetteer.json").read_text("utf-8")
GAZETTEER = Gazetteer.from_json(TEXT)

MEMBERS_AND_OBSERVERS = """
AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH
CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN
GQ GR GT GW GY HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC
LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP
NR NZ OM PA PE PG PH PK PL PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST
SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TZ UA UG US UY UZ VA VC VE VN VU WS YE ZA ZM ZW
"""

AP_ALONE = """
Atlanta, Baltimore, Boston, Chicago, Cincinnati, Cleveland, Dallas, Denver, Detroit, Honolulu,
Houston, Indianapolis, Las Vegas, Los Angeles, Miami, Milwaukee, Minneapolis, New Orleans, New York,
Oklahoma City, Philadelphia, Phoenix, Pittsburgh, St. Louis, Salt Lake City, San Antonio, San Diego,
San Francisco, Seattle, Washington, Amsterdam, Baghdad, Bangkok, Beijing, Beirut, Berlin, Brussels,
Cairo, Djibouti, Dublin, Geneva, Gibraltar, Guatemala City, Havana, Helsinki, Hong Kong, Islamabad,
Istanbul, Jerusalem, Johannesburg, Kuwait City, London, Luxembourg, Macau, Madrid, Mexico City,
Milan, Monaco, Montreal, Moscow, Munich, New Delhi, Panama City, Paris, Prague, Quebec City,
Rio de Janeiro, Rome, San Marino, Sao Paulo, Shanghai, Singapore, Stockholm, Sydney, Tokyo, Toronto,
Vatican City, Vienna, Zurich
"""

SEEN_IN_DATELINES = """
Geneva, Dhaka, Erbil, Jakarta, New York, Colombo, New Delhi, Bangkok, Misrata, Tripoli, Lahore,
Dushanbe, Bishkek, Minsk, Tapachula, Tecún Umán, Ankara, Kabul, Nili, Atlanta, Rome, Vienna,
Beijing, Cairo, Bogota, Bonn, Maiduguri, Marrakesh, Tillabéri, Herat, Budva, Guilin, Ann Arbor,
Cox's Bazar, Nairobi, Paris, Zurich, Shanghai, Kathmandu, Berlin
"""


def names(text: str) -> list[str]:
    """Return what `text` is found as: "Geneva, CH" for a city, "CH" for a country."""
    return [
        f"{place.city}, {place.country_code}" if place.city else place.country_code
        for place in GAZETTEER.named(text)
    ]


def listed(text: str) -> list[str]:
    return " ".join(text.split()).split(", ")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Geneva", ["Geneva, CH"]),
        ("GENÈVE", ["Geneva, CH"]),
        ("geneve", ["Geneva, CH"]),
        ("Genf", ["Geneva, CH"]),
        ("جنيف", ["Geneva, CH"]),
        ("Женева", ["Geneva, CH"]),
        ("日内瓦", ["Geneva, CH"]),
        ("LONDRA", ["London, GB"]),
        ("Bogota", ["Bogotá, CO"]),
        ("Kiev", ["Kyiv, UA"]),
        ("COX’S BAZAR", ["Cox's Bazar, BD"]),
        ("Port au Prince", ["Port-au-Prince, HT"]),
        ("St Louis", ["St. Louis, US"]),
        ("Sanaa", ["Sana'a, YE"]),
        ("أنقره", ["Ankara, TR"]),
        ("Vietnam", ["VN"]),
        ("Viet Nam", ["VN"]),
        ("Laos", ["LA"]),
        ("Lao People's Democratic Republic", ["LA"]),
        ("Ivory Coast", ["CI"]),
        ("Côte d’Ivoire", ["CI"]),
        ("Syrie", ["SY"]),
        ("Turkey", ["TR"]),
        ("Bosnia & Herzegovina", ["BA"]),
        ("Mexico", ["MX", "Mexico City, MX"]),
        ("Singapore", ["Singapore, SG", "SG"]),
        ("Tripoli", ["Tripoli, LY", "Tripoli, LB"]),
        ("San Jose", ["San José, CR", "San Jose, US"]),
        ("UAE", ["AE"]),
        ("U.S.", ["US"]),
        ("us", []),
        ("Afghan", []),
        ("Atlantis", []),
        ("", []),
        ("-", []),
    ],
)
def test_a_place_is_found_by_any_of_its_names(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_the_language_decides_between_a_city_and_a_country_of_one_name() -> None:
    assert GAZETTEER.named("Mexico", "fr")[0].city == "Mexico City"
    assert GAZETTEER.named("Тунис", "ru")[0].city == "Tunis"
    assert GAZETTEER.named("Tunis", "de")[0].city == "Tunis"


def test_every_member_and_observer_of_the_un_has_a_capital() -> None:
    states = set(MEMBERS_AND_OBSERVERS.split())
    assert len(states) == 195
    assert states <= {place.country_code for place in GAZETTEER if place.is_capital}


def test_every_city_of_ap_stands_alone() -> None:
    alone = [name for name in listed(AP_ALONE) if not GAZETTEER.named(name)[0].ap_standalone]
    assert alone == []


def test_the_cities_of_real_datelines_are_known() -> None:
    assert [name for name in listed(SEEN_IN_DATELINES) if not GAZETTEER.named(name)] == []


def test_the_seats_of_the_un_stand_alone() -> None:
    seats = {place.city for place in GAZETTEER if place.stands_alone}
    assert seats == {"Geneva", "New York", "Nairobi", "Vienna", "Rome", "Paris"}


def test_every_place_is_whole() -> None:
    for place in GAZETTEER:
        assert ZoneInfo(place.tz)
        assert GAZETTEER.country(place.country_code).city is None
        assert place.country("en") != place.country_code
        assert (place.admin1 is not None) == (place.city is not None and place.country_code == "US")
        assert place in GAZETTEER.named(place.name("ru"))
        assert place in GAZETTEER.named(place.name("en"))
    assert len({place.id for place in GAZETTEER}) == len(GAZETTEER)


def test_ids_stay_what_they_are() -> None:
    (geneva,) = GAZETTEER.named("Geneva")
    assert geneva.id == place_id("ch/geneva") == UUID("c9ceb9d4-9663-5031-9b89-2c14a753641e")
    assert GAZETTEER.country("CH").id == place_id("ch")


def test_a_city_knows_its_country() -> None:
    (herat,) = GAZETTEER.named("Herat")
    assert herat.country("fr") == "Afghanistan"
    assert "Afghan" in herat.demonyms
    assert GAZETTEER.country("af") == GAZETTEER.country("AF")


def test_kosovo_carries_its_note() -> None:
    note = GAZETTEER.country("XK").un_note
    assert note is not None
    assert "1244 (1999)" in note


def test_a_place_is_had_by_its_id() -> None:
    (lahore,) = GAZETTEER.named("Lahore")
    assert GAZETTEER.get(lahore.id) is lahore


def test_what_is_not_there_is_said() -> None:
    with pytest.raises(NotFoundError):
        GAZETTEER.get(PlaceId(UUID(int=0)))
    with pytest.raises(NotFoundError):
        GAZETTEER.country("ZZ")


def test_completion_offers_what_begins_so() -> None:
    offered = [place.name("en") for place in GAZETTEER.starting_with("gua", 20)]
    assert offered[:1] == ["Guatemala City"]
    assert {"Guadalajara", "Guangzhou", "Guayaquil", "Guatemala", "Guam"} <= set(offered)
    assert len(GAZETTEER.starting_with("s", 7)) == 7
    assert GAZETTEER.starting_with("zzz", 7) == ()
    assert GAZETTEER.starting_with("s", 0) == ()
    assert [place.city for place in GAZETTEER.starting_with("Жен", 5)] == ["Geneva"]


OWN = Place(
    id=PlaceId(UUID(int=1)), city="Geneva", country_code="KE", tz="Africa/Nairobi"
)  # a second Geneva


def test_own_places_come_first() -> None:
    gazetteer = GAZETTEER.with_own([OWN])
    assert [place.country_code for place in gazetteer.named("Geneva")] == ["KE", "CH"]
    assert gazetteer.starting_with("geneva", 1)[0].country_code == "KE"
    assert len(GAZETTEER.named("Geneva")) == 1


def test_own_places_are_added_to_those_before() -> None:
    second = replace(OWN, id=PlaceId(UUID(int=2)), city="Atlantis")
    gazetteer = GAZETTEER.with_own([OWN]).with_own([second])
    assert gazetteer.named("Atlantis") == (gazetteer.get(second.id),)
    assert gazetteer.named("Geneva")[0].country_code == "KE"


def test_an_own_place_gets_the_names_of_its_country() -> None:
    gazetteer = GAZETTEER.with_own([OWN])
    assert gazetteer.get(PlaceId(UUID(int=1))).country("fr") == "Kenya"


def test_an_own_form_of_a_known_place_stands_instead_of_it() -> None:
    changed = replace(OWN, id=place_id("ch/geneva"), city="Geneva City", country_code="CH")
    gazetteer = GAZETTEER.with_own([changed])
    assert len(gazetteer) == len(GAZETTEER)
    assert gazetteer.named("Geneva City") == (gazetteer.get(place_id("ch/geneva")),)


def test_an_own_form_keeps_the_other_spellings() -> None:
    kyiv = GAZETTEER.named("Kyiv")[0]
    gazetteer = GAZETTEER.with_own([replace(kyiv, stands_alone=True)])
    assert [place.stands_alone for place in gazetteer.named("Kiev")] == [True]
    assert gazetteer.other_names(kyiv.id) == ("Kiev",)
    assert gazetteer.starting_with("kie", 9) == (gazetteer.get(kyiv.id), *GAZETTEER.named("Kiel"))


def test_without_own_places_nothing_is_made_anew() -> None:
    assert GAZETTEER.with_own([]) is GAZETTEER


def test_states_are_known_as_ap_writes_them() -> None:
    assert GAZETTEER.us_state("MN") == "Minn."
    assert GAZETTEER.us_state("Geneva") is None


@pytest.mark.parametrize("text", ["", "[]", "{}", "null", '{"cities":{}}'])
def test_another_file_is_no_gazetteer(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - JSON's own message is as good as ours
        Gazetteer.from_json(text)


@given(st.text(max_size=30))
def test_no_text_is_too_odd_to_look_up(text: str) -> None:
    for place in GAZETTEER.named(text):
        assert place in GAZETTEER.starting_with(text, len(GAZETTEER)) or text.strip().isupper()


def test_a_gazetteer_can_be_handed_to_another_process() -> None:
    gazetteer = GAZETTEER.with_own([OWN])
    assert gazetteer.named("Geneva")
    copy = pickle.loads(pickle.dumps(gazetteer))  # noqa: S301 - our own
    assert list(copy) == list(gazetteer)
    assert copy.named("Genf", "de") == gazetteer.named("Genf", "de")
