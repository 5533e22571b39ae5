from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.dateline import CountryInDateline, Dateline, DatelineStyle
from newsdesk.domain.errors import EmbargoError
from newsdesk.domain.gazetteer import Gazetteer, place_id
from newsdesk.domain.ids import PlaceId
from newsdesk.domain.newsroom import ArabicMonths, Newsroom
from newsdesk.domain.place import Place
from newsdesk.rendering.dateline import dateline_text, dateline_words, local_date, upper_cased

FILE = Path(__file__).resolve().parents[2] / "resources" / "gazetteer.json"
GAZETTEER = Gazetteer.from_json(FILE.read_text("utf-8"))
IOM = Newsroom(organisation="International Organization for Migration", short_name="IOM")
DAY = date(2012, 9, 5)
CHINA = GAZETTEER.country("CN")


def places(names: str) -> tuple[Place, ...]:
    return tuple(GAZETTEER.named(name)[0] for name in names.split("|"))


def text(
    style: str,
    names: str,
    *,
    headline: str = "",
    language: str = "en",
    newsroom: Newsroom = IOM,
    day: date | None = DAY,
    **fields: Any,
) -> str:
    dateline = Dateline(style=DatelineStyle(style), places=places(names), date=day, **fields)
    return dateline_text(dateline, headline=headline, language=language, newsroom=newsroom)


LIBYA = "IOM Returns 127 Stranded Migrants Safely to 15 Countries Across Africa, Asia"
NIGERIA = "Flood Survivors in Nigeria Get New Homes"
UNIS = "UN Information Service"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (text("iom", "Geneva"), "Geneva – "),
        (text("iom", "Misrata", headline=LIBYA), "Misrata, Libya – "),
        (text("iom", "Maiduguri", headline=NIGERIA), "Maiduguri – "),
        (text("iom", "New York|Geneva"), "New York/Geneva – "),
        (text("iom", "Colombo|New Delhi|Bangkok"), "Colombo, New Delhi and Bangkok – "),
        (text("iom_country", "China"), "China – "),
        (text("ap", "Geneva"), "GENEVA (IOM) — "),
        (text("ap", "Guilin"), "GUILIN, China (IOM) — "),
        (text("ap", "Ann Arbor"), "ANN ARBOR, Mich. (IOM) — "),
        (text("reuters", "Geneva"), "GENEVA, Sept 5 (IOM) - "),
        (text("un", "Kabul"), "KABUL, 5 September 2012 – "),
        (text("un", "Cox's Bazar"), "COX'S BAZAR, Bangladesh, 5 September 2012 – "),
        (text("un", "Geneva|New York"), "GENEVA/NEW YORK, 5 September 2012 – "),
        (text("unis", "Vienna", source=UNIS), f"VIENNA, 5 September ({UNIS}) – "),
        (
            text("apo", "Geneva"),
            "GENEVA, Switzerland, September 5, 2012/African Press Organization (APO)/ – ",
        ),
    ],
)
def test_the_fifteen_written_vectors(written: str, expected: str) -> None:
    assert written == expected


@pytest.mark.parametrize(("city", "day"), [("Zurich", 1), ("Bogota", 1), ("Shanghai", 2)], ids=str)
def test_the_sixteenth_vector_is_the_day_at_the_place(city: str, day: int) -> None:
    instant = datetime(2025, 3, 1, 22, 30, tzinfo=UTC)
    assert local_date(instant, places(city)[0].tz) == date(2025, 3, day)


def test_there_is_no_day_in_an_unknown_zone() -> None:
    with pytest.raises(EmbargoError):
        local_date(datetime(2025, 3, 1, tzinfo=UTC), "Europe/Atlantis")


@pytest.mark.parametrize("style", ["none", "custom"])
def test_some_styles_need_no_place_and_write_none(style: str) -> None:
    assert text(style, "Geneva") == ""


@pytest.mark.parametrize("style", list(DatelineStyle))
def test_without_a_place_there_is_no_dateline(style: str) -> None:
    dateline = Dateline(style=DatelineStyle(style), date=DAY)
    assert dateline_text(dateline, headline="", language="en", newsroom=IOM) == ""


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Aboard the Ocean Star", "Aboard the Ocean Star – "),
        ("  Aboard the\nOcean Star — ", "Aboard the Ocean Star – "),
        (" – ", ""),
        (None, ""),
    ],
)
def test_a_custom_dateline_gets_the_dash(typed: str | None, expected: str) -> None:
    dateline = Dateline(style=DatelineStyle.CUSTOM, custom_text=typed)
    assert dateline_text(dateline, headline="", language="en", newsroom=IOM) == expected


@pytest.mark.parametrize(
    ("style", "words"),
    [
        ("iom", "Geneva"),
        ("ap", "GENEVA (IOM)"),
        ("reuters", "GENEVA, Sept 5 (IOM)"),
        ("un", "GENEVA, 5 September 2012"),
        ("apo", "GENEVA, Switzerland, September 5, 2012/African Press Organization (APO)/"),
    ],
)
def test_the_words_come_without_the_dash(style: str, words: str) -> None:
    dateline = Dateline(style=DatelineStyle(style), places=places("Geneva"), date=DAY)
    assert dateline_words(dateline, headline="", language="en", newsroom=IOM) == words


# The country ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("city", "headline", "expected"),
    [
        ("Marrakesh", "Global Compact Adopted", "Marrakesh, Morocco – "),
        ("Tillabéri", "Niger Opens Transit Centre", "Tillabéri – "),
        ("Tillabéri", "Nigeria Opens Transit Centre", "Tillabéri, Niger – "),
        ("Erbil", "Displaced Families in Iraq Return", "Erbil – "),
        ("Herat", "Afghan-Iranian Border Crossing Opens", "Herat – "),
        ("Singapore", "", "Singapore – "),
        ("Tapachula", "Border Posts Open", "Tapachula, Mexico – "),
    ],
)
def test_a_country_follows_unless_the_headline_names_it(
    city: str, headline: str, expected: str
) -> None:
    assert text("iom", city, headline=headline) == expected


def test_only_the_iom_style_looks_at_the_headline() -> None:
    assert text("un", "Maiduguri", headline=NIGERIA) == "MAIDUGURI, Nigeria, 5 September 2012 – "


def test_a_person_may_decide_about_the_country() -> None:
    shown, hidden = CountryInDateline.SHOWN, CountryInDateline.HIDDEN
    assert text("iom", "Kabul", country=shown) == "Kabul, Afghanistan – "
    assert text("iom", "Herat", country=hidden) == "Herat – "
    assert text("apo", "Geneva", country=hidden).startswith("GENEVA, September 5")
    assert text("reuters", "Guilin", country=shown) == "GUILIN, China, Sept 5 (IOM) - "
    assert text("ap", "Atlanta", country=shown) == "ATLANTA, Ga. (IOM) — "
    assert text("iom", "China", country=shown) == "China – "


def test_neighbours_in_one_country_share_it() -> None:
    shown = CountryInDateline.SHOWN
    assert text("un", "Kabul|Nili", country=shown) == "KABUL/NILI, Afghanistan, 5 September 2012 – "
    assert text("iom", "Tapachula|Tecún Umán", country=shown) == (
        "Tapachula, Mexico/Tecún Umán, Guatemala – "
    )
    assert text("apo", "Geneva|Zurich|Rome").startswith("GENEVA/ZURICH, Switzerland/ROME, Italy, ")


def test_a_city_named_as_its_country_is_not_doubled() -> None:
    assert text("apo", "Singapore").startswith("SINGAPORE, September 5, 2012/")


def test_the_seats_of_the_newsroom_replace_those_of_the_gazetteer() -> None:
    seated = replace(IOM, seats=(place_id("my/george-town"),))
    assert text("iom", "Penang", newsroom=seated) == "George Town – "
    assert text("iom", "Geneva", newsroom=seated) == "Geneva, Switzerland – "
    assert text("iom", "Kabul", newsroom=seated) == "Kabul – "


def test_ap_abbreviates_the_state_of_an_own_place() -> None:
    (ann_arbor,) = places("Ann Arbor")
    dateline = Dateline(
        style=DatelineStyle.AP, places=(replace(ann_arbor, admin1="Michigan"),), source="BSC"
    )
    words = dateline_words(dateline, headline="", language="en", newsroom=IOM)
    assert words == "ANN ARBOR, Mich. (BSC)"


def test_outside_ap_the_country_of_an_american_city_is_america() -> None:
    assert text("iom", "Ann Arbor") == "Ann Arbor, United States of America – "


def test_one_country_is_named_once() -> None:
    assert text("iom_country", "Kabul|Herat") == "Afghanistan – "
    assert text("iom_country", "Kabul|Geneva") == "Afghanistan/Switzerland – "
    assert text("iom_country", "Kabul|Geneva|Rome") == "Afghanistan, Switzerland and Italy – "


# What is missing ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("un", "GENEVA – "),
        ("unis", "GENEVA (IOM) – "),
        ("reuters", "GENEVA (IOM) - "),
        ("apo", "GENEVA, Switzerland/African Press Organization (APO)/ – "),
    ],
)
def test_without_a_day_none_is_written(style: str, expected: str) -> None:
    assert text(style, "Geneva", day=None) == expected


def test_without_a_source_there_are_no_brackets() -> None:
    assert text("ap", "Geneva", newsroom=Newsroom()) == "GENEVA — "
    assert text("unis", "Geneva", newsroom=Newsroom()) == "GENEVA, 5 September – "


# Languages ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "style", "names", "expected"),
    [
        ("fr", "iom", "Geneva|Brussels|Beirut", "Genève, Bruxelles et Beyrouth – "),
        ("fr", "iom", "Misrata", "Misrata, Libye – "),
        ("fr", "un", "Geneva", "GENÈVE, 5 septembre 2012 – "),
        ("es", "iom", "Bogotá|Quito|Lima", "Bogotá, Quito y Lima – "),
        ("es", "iom", "Geneva|New York|Islamabad", "Ginebra, Nueva York e Islamabad – "),
        ("ru", "iom", "Geneva|Moscow|Minsk", "Женева, Москва и Минск – "),
        ("ru", "un", "Kabul", "КАБУЛ, 5 сентября 2012 г. – "),
        ("zh", "iom", "Geneva|Beijing|Vienna", "日内瓦、北京和维也纳 – "),
        ("zh", "un", "Kabul", "喀布尔，2012年9月5日 – "),
        ("de", "iom", "Geneva|Berlin|Vienna", "Genf, Berlin und Wien – "),
        ("ar", "iom", "Geneva|Cairo|Amman", "جنيف والقاهرة وعمان – "),
        ("ar", "un", "Ankara", "أنقرة، 5 أيلول/سبتمبر 2012 – "),
        ("ar", "unis", "Vienna", "فيينا، 5 أيلول/سبتمبر (IOM) – "),
        ("fr", "reuters", "Geneva", "GENÈVE, 5 septembre (IOM) - "),
        ("es", "apo", "Quito", "QUITO, Ecuador, 5 de septiembre de 2012/African Press"),
        ("sw", "un", "Nairobi", "NAIROBI, 5 Septemba 2012 – "),
        ("tlh", "un", "Nairobi", "NAIROBI, 5 September 2012 – "),
    ],
)
def test_datelines_in_other_languages(language: str, style: str, names: str, expected: str) -> None:
    assert text(style, names, language=language).startswith(expected)


def test_the_house_chooses_the_arabic_months() -> None:
    newsroom = replace(IOM, arabic_months=ArabicMonths.EGYPTIAN)
    assert text("un", "Ankara", language="ar", newsroom=newsroom) == "أنقرة، 5 سبتمبر 2012 – "


@pytest.mark.parametrize(
    ("name", "language", "capitals"),
    [
        ("Brasília", "en", "BRASÍLIA"),
        ("İzmir", "tr", "İZMİR"),
        ("Diyarbakır", "tr", "DİYARBAKIR"),
        ("Izmir", "en", "IZMIR"),
        ("Αθήνα", "el", "ΑΘΉΝΑ"),
        ("Київ", "uk", "КИЇВ"),
        ("جنيف", "ar", "جنيف"),
        ("თბილისი", "ka", "თბილისი"),
        ("日内瓦", "zh", "日内瓦"),
        ("Cox’s Bazar", "en", "COX’S BAZAR"),
        ("N'Djamena", "en", "N'DJAMENA"),
    ],
)
def test_capitals_are_those_of_the_script(name: str, language: str, capitals: str) -> None:
    assert upper_cased(name, language) == capitals


# Whatever is typed ----------------------------------------------------------------------------

WORDS = st.text(max_size=12)
OWN = st.builds(
    Place,
    id=st.uuids().map(PlaceId),
    city=st.none() | WORDS,
    admin1=st.none() | WORDS,
    country_code=st.sampled_from(["US", "CH", "XX"]),
    names=st.dictionaries(st.sampled_from(["en", "fr"]), WORDS),
    country_names=st.dictionaries(st.sampled_from(["en", "fr"]), WORDS),
    demonyms=st.lists(WORDS, max_size=2).map(tuple),
    tz=st.just("UTC"),
    is_capital=st.booleans(),
)
DATELINES = st.builds(
    Dateline,
    places=st.lists(OWN | st.sampled_from(list(GAZETTEER)), max_size=4).map(tuple),
    date=st.none() | st.dates(),
    source=st.none() | WORDS,
    style=st.sampled_from(DatelineStyle),
    country=st.sampled_from(CountryInDateline),
    custom_text=st.none() | WORDS,
)
LANGUAGES = st.sampled_from(["en", "fr", "es", "ar", "ru", "zh", "de", "tr", "xx", "pt-BR"])


@given(DATELINES, WORDS, LANGUAGES)
def test_a_dateline_is_one_line_that_ends_as_its_style_says(
    dateline: Dateline, headline: str, language: str
) -> None:
    words = dateline_words(dateline, headline=headline, language=language, newsroom=IOM)
    whole = dateline_text(dateline, headline=headline, language=language, newsroom=IOM)
    dash = {DatelineStyle.AP: "—", DatelineStyle.REUTERS: "-"}.get(dateline.style, "–")
    assert whole == (f"{words} {dash} " if words else "")
    assert words == words.strip()
    assert len(words.splitlines()) <= 1
    words.encode()
