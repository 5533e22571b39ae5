from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.gazetteer import Gazetteer
from newsdesk.domain.place import Place
from newsdesk.rendering.country_mention import mentions_country

FILE = Path(__file__).resolve().parents[2] / "resources" / "gazetteer.json"
GAZETTEER = Gazetteer.from_json(FILE.read_text("utf-8"))


@pytest.mark.parametrize(
    ("headline", "code"),
    [
        ("Flood Survivors in Nigeria Get New Homes", "NG"),
        ("NIGERIA: NEW HOMES FOR FLOOD SURVIVORS", "NG"),
        ("Libya’s Coast Guard Trained", "LY"),
        ("Afghan-Iranian Border Crossing Opens", "AF"),
        ("Afghans Return Home", "AF"),
        ("Syria: Winter Aid Arrives", "SY"),
        ("Vietnam Opens a Centre", "VN"),
        ("Aid Reaches DRC's East", "CD"),
        ("UK Funds New Clinic", "GB"),
        ("U.S. Funds New Clinic", "US"),
        ("Des logements neufs en Libye", "LY"),
        ("Neue Häuser in Nigeria", "NG"),
        ("Новые дома в Ливии", "LY"),
        ("Помощь Ираку растёт", "IQ"),
        ("مساعدات جديدة لليبيا", "LY"),
        ("افتتاح مركز بالعراق", "IQ"),
        ("尼日利亚水灾灾民迁入新居", "NG"),
    ],
)
def test_a_headline_names_a_country(headline: str, code: str) -> None:
    assert mentions_country(headline, GAZETTEER.country(code))


@pytest.mark.parametrize(
    ("headline", "code"),
    [
        ("Flood Survivors in Nigeria Get New Homes", "NE"),
        ("Помощь Нигерии растёт", "NE"),
        ("South Sudan Refugees Arrive", "SD"),
        ("Réfugiés du Soudan du Sud", "SD"),
        ("Papua New Guinea Flood Aid", "GN"),
        ("Democratic Republic of the Congo: Aid Arrives", "CG"),
        ("Give us the means", "US"),
        ("GIVE US THE MEANS", "US"),
        ("المساعدات المالية", "ML"),
        ("Somalian", "ML"),
        ("", "LY"),
    ],
)
def test_a_likeness_is_no_mention(headline: str, code: str) -> None:
    assert not mentions_country(headline, GAZETTEER.country(code))


def test_south_sudan_is_still_south_sudan() -> None:
    assert mentions_country("South Sudan Refugees Arrive", GAZETTEER.country("SS"))
    assert mentions_country("Sudan and South Sudan Sign", GAZETTEER.country("SD"))


def test_every_country_is_found_by_each_of_its_names() -> None:
    missed = [
        name
        for place in GAZETTEER
        if place.city is None
        for name in place.country_names.values()
        if not mentions_country(name, place)
    ]
    assert missed == []


@given(st.text(max_size=60), st.sampled_from(list(GAZETTEER)))
def test_a_name_is_found_among_whatever_other_words(words: str, place: Place) -> None:
    mentions_country(words, place)
    assert mentions_country(f"{words} / {place.country('en')} / {words}", place)
