"""The openings of the design's section 1, and the hazards and wires around them."""

import datetime
from dataclasses import dataclass
from datetime import date as day

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.dateline import DatelineStyle
from newsdesk.domain.provenance import Confidence
from newsdesk.importing.dateline import DatelineReading, read_dateline
from newsdesk.importing.draft import ImportTools

IOM, COUNTRY, CUSTOM = DatelineStyle.IOM, DatelineStyle.IOM_COUNTRY, DatelineStyle.CUSTOM


@dataclass(frozen=True, kw_only=True)
class Opening:
    """An opening, and what has to be read in it."""

    text: str
    places: tuple[str, ...] = ()  # cities, or codes of countries
    lead: str  # where the text goes on
    date: datetime.date | None = None
    row: int = 0  # of the design's table
    source: str | None = None
    style: DatelineStyle = IOM
    printed: str | None = None  # kept as custom text
    flags: tuple[str, ...] = ()
    language: str = "en"
    is_sure: bool = True


OPENINGS = [
    Opening(row=1, text="China - IOM is hosting", places=("CN",), lead="IOM is", style=COUNTRY),
    Opening(
        row=3, text="Geneva – UNHCR, the UN Refugee Agency", places=("Geneva",), lead="UNHCR, the"
    ),
    Opening(
        row=4, text="Geneva- The International Organization", places=("Geneva",), lead="The Int"
    ),
    Opening(row=5, text="Dhaka– IOM has established", places=("Dhaka",), lead="IOM has"),
    Opening(row=6, text="Erbil — The Islamic State", places=("Erbil",), lead="The Islamic"),
    Opening(
        row=7,
        text="Jakarta IOM and the Indonesian",
        places=("Jakarta",),
        lead="IOM and",
        flags=("no_dash",),
        is_sure=False,
    ),
    Opening(
        row=8, text="New York/Geneva – The first", places=("New York", "Geneva"), lead="The first"
    ),
    Opening(
        row=9,
        text="Colombo, New Delhi and Bangkok – With",
        places=("Colombo", "New Delhi", "Bangkok"),
        lead="With",
    ),
    Opening(
        row=10, text="Misrata, Libya – This week (10/09)", places=("Misrata",), lead="This week (10"
    ),
    Opening(
        row=11,
        text="Tripoli (IOM)  A flight to Ghana",
        places=("Tripoli",),
        lead="A flight",
        source="IOM",
        flags=("no_dash",),
        is_sure=False,
    ),
    Opening(
        row=11,
        text="Senegal (InfoMigrants) – The Red Cross",
        places=("SN",),
        lead="The Red",
        source="InfoMigrants",
        style=COUNTRY,
    ),
    Opening(
        row=12,
        text="Lahore, 29 August — Supported by",
        places=("Lahore",),
        lead="Supported",
        style=CUSTOM,
        printed="Lahore, 29 August",
        flags=("no_year",),
    ),
    Opening(
        row=13,
        text="Dushanbe, Tajikistan, October 02, 2013 - IOM",
        places=("Dushanbe",),
        lead="IOM",
        date=day(2013, 10, 2),
    ),
    Opening(
        row=14,
        text="June 22, 2016. Bishkek. Mission of",
        places=("Bishkek",),
        lead="Mission",
        date=day(2016, 6, 22),
    ),
    Opening(row=15, text="Haiti.— IOM continues", places=("HT",), lead="IOM", style=COUNTRY),
    Opening(row=16, text="Minsk, Bélarus - Dans", places=("Minsk",), lead="Dans", language="fr"),
    Opening(
        row=16, text="Genève – L'Organisation", places=("Geneva",), lead="L'Org", language="fr"
    ),
    Opening(
        row=16,
        text="Suisse - « Je suis",
        places=("CH",),
        lead="« Je suis",
        style=COUNTRY,
        language="fr",
    ),
    Opening(
        row=17,
        text="Tapachula (México) / Tecún Umán (Guatemala). - Representantes",
        places=("Tapachula", "Tecún Umán"),
        lead="Representantes",
        language="es",
    ),
    Opening(
        row=18,
        text="أنقرة، 5 فبراير - بعد مرور عام",
        places=("Ankara",),
        lead="بعد مرور",
        style=CUSTOM,
        printed="أنقرة، 5 فبراير",
        flags=("no_year",),
        language="ar",
    ),
    Opening(
        row=19,
        text="KABUL, NILI, Afghanistan, 02 November 2017 – The",
        places=("Kabul", "Nili"),
        lead="The",
        date=day(2017, 11, 2),
    ),
    Opening(
        row=19,
        text="GENEVA/NEW YORK /ATLANTA, 26 October 2017– The",
        places=("Geneva", "New York", "Atlanta"),
        lead="The",
        date=day(2017, 10, 26),
    ),
    Opening(
        row=20,
        text="NEW YORK (August 7, 2023) – Today",
        places=("New York",),
        lead="Today",
        date=day(2023, 8, 7),
    ),
    Opening(
        row=21,
        text="ROME,23 September (FAO) -- The",
        places=("Rome",),
        lead="The",
        source="FAO",
        style=CUSTOM,
        printed="ROME,23 September (FAO)",
        flags=("no_year",),
    ),
    Opening(
        row=21,
        text="VIENNA, 23 January (UN Information Service) -- The",
        places=("Vienna",),
        lead="The",
        source="UN Information Service",
        style=CUSTOM,
        printed="VIENNA, 23 January (UN Information Service)",
        flags=("no_year",),
    ),
    Opening(
        row=22,
        text="GENEVA, Switzerland, May 6, 2014/African Press Organization (APO)/ -- The",
        places=("Geneva",),
        lead="The",
        date=day(2014, 5, 6),
        source="African Press Organization (APO)",
    ),
]

WIRES = [
    Opening(
        text="KELBRA, PA - (ExampleWire) - May 3, 2026 - The office",
        lead="The office",
        date=day(2026, 5, 3),
        source="ExampleWire",
        style=CUSTOM,
        printed="KELBRA, PA",
        flags=("unknown_place",),
    ),
    Opening(
        text="NEW YORK--(EXAMPLE WIRE)--The office",
        places=("New York",),
        lead="The office",
        source="EXAMPLE WIRE",
    ),
    Opening(
        text="TROLLHAFN, Mich., May 3, 2026 /ExampleWire/ -- The office",
        lead="The office",
        date=day(2026, 5, 3),
        source="ExampleWire",
        style=CUSTOM,
        printed="TROLLHAFN, Mich.",
        flags=("unknown_place",),
    ),
    Opening(
        text="LAS VEGAS, NV / EXAMPLE WIRE / May 3, 2026 / The office",
        places=("Las Vegas",),
        lead="The office",
        date=day(2026, 5, 3),
        source="EXAMPLE WIRE",
    ),
    Opening(
        text="KUALA LUMPUR, MALAYSIA - Example Newswire - 3 May 2026 - The office",
        places=("Kuala Lumpur",),
        lead="The office",
        date=day(2026, 5, 3),
        source="Example Newswire",
    ),
    Opening(
        text="Kelbra (epd) - Der Verband fordert",
        lead="Der Verband",
        source="epd",
        style=CUSTOM,
        printed="Kelbra",
        flags=("unknown_place",),
        language="de",
    ),
    Opening(
        text="Paris - 8 janvier 2026 : Le groupe",
        places=("Paris",),
        lead="Le groupe",
        date=day(2026, 1, 8),
        language="fr",
    ),
    Opening(
        text="دبي، الإمارات العربية المتحدة – 5 يناير 2026: أعلنت",
        places=("Dubai",),
        lead="أعلنت",
        date=day(2026, 1, 5),
        language="ar",
    ),
    Opening(
        text="北京2026年1月7日电 公司今天",
        places=("Beijing",),
        lead="公司今天",
        date=day(2026, 1, 7),
        language="zh",
    ),
    Opening(
        text="（中国北京，2026年1月8日）公司今天",
        places=("Beijing",),
        lead="公司今天",
        date=day(2026, 1, 8),
        language="zh",
    ),
    Opening(
        text="【東京2026年1月7日】当社は",
        places=("Tokyo",),
        lead="当社は",
        date=day(2026, 1, 7),
        language="ja",
    ),
    Opening(
        text="г. Казань, 15 января 2026 г. – Порт",
        places=("Kazan",),
        lead="Порт",
        date=day(2026, 1, 15),
        language="ru",
    ),
    Opening(text="(Washington, DC) Senator Doe", places=("Washington",), lead="Senator Doe"),
    Opening(text="Washington, DC: Senator Doe", places=("Washington",), lead="Senator Doe"),
    Opening(text="AUSTIN, TEXAS The office", places=("Austin",), lead="The office"),
    Opening(
        text="12 DE SEPTIEMBRE DEL 2011: El puerto",
        lead="El puerto",
        date=day(2011, 9, 12),
        language="es",
    ),
    Opening(text="**GENEVA** – The office", places=("Geneva",), lead="The office"),
    Opening(
        text="Pressemitteilung vom 25. Januar 2022 | Berlin – Die Häfen",
        places=("Berlin",),
        lead="Die Häfen",
        date=day(2022, 1, 25),
        language="de",
    ),
]


def read(opening: Opening, tools: ImportTools) -> DatelineReading | None:
    return read_dateline(f"{opening.text} and more of it.", language=opening.language, tools=tools)


@pytest.mark.parametrize("opening", [*OPENINGS, *WIRES], ids=lambda one: one.text)
def test_an_opening_is_read_as_it_was_meant(opening: Opening, tools: ImportTools) -> None:
    reading = read(opening, tools)
    assert reading is not None
    dateline = reading.dateline
    assert tuple(place.city or place.country_code for place in dateline.places) == opening.places
    assert (dateline.date, dateline.source) == (opening.date, opening.source)
    assert (dateline.style, dateline.custom_text) == (opening.style, opening.printed)
    assert opening.text[reading.end :].startswith(opening.lead)
    assert (reading.confidence is Confidence.HIGH) == opening.is_sure
    assert reading.flags == opening.flags


def test_all_the_openings_of_the_design_are_here() -> None:
    without_a_dateline = {2}
    assert {opening.row for opening in OPENINGS} | without_a_dateline == set(range(1, 23))


@pytest.mark.parametrize(
    "text",
    [
        "IOM is today hosting a workshop.",
        "The workshop – the fourth of its kind – will end today.",
        "In Geneva – a city of peace – people met.",
        "Acme – the maker of boats – says it will grow.",
        "“We are ready – all of us,” said the head of the port.",
        "Sen. Jane A. Roe (D-Md.) today announced funds.",
        "– 5 May 2026 –",
        "Geneva – ",
    ],
)
def test_running_text_is_no_dateline(text: str, tools: ImportTools) -> None:
    assert read_dateline(text, language="en", tools=tools) is None


@pytest.mark.parametrize(
    "text",
    [
        "New York – the city that never sleeps – is awake.",
        "UNHCX, 5 May 2026 – UNHCX says that the camps are full.",
        "Safe Harbours (SH) – The association met.",
        "May 5 – The office opened its doors.",
    ],
)
def test_what_might_be_a_dateline_is_not_sure(text: str, tools: ImportTools) -> None:
    reading = read_dateline(text, language="en", tools=tools)
    assert reading is None or reading.confidence is Confidence.LOW


def test_georgia_is_a_state_after_atlanta_and_a_country_after_tbilisi(tools: ImportTools) -> None:
    codes = {
        city: [place.country_code for place in reading.dateline.places]
        for city in ("Atlanta", "Tbilisi")
        if (reading := read_dateline(f"{city}, Georgia – The", language="en", tools=tools))
    }
    assert codes == {"Atlanta": ["US"], "Tbilisi": ["GE"]}


def test_a_line_of_its_own_needs_both_place_and_date(tools: ImportTools) -> None:
    reading = read_dateline("Berlin, den 3. März 2026", language="de", tools=tools, whole=True)
    assert reading is not None
    assert reading.dateline.date == day(2026, 3, 3)
    for text in ("Berlin", "3. März 2026", "Berlin und Hamburg"):
        assert read_dateline(text, language="de", tools=tools, whole=True) is None


def test_a_year_printed_elsewhere_completes_a_date(tools: ImportTools) -> None:
    reading = read_dateline("VIENNA, 23 January – The", language="en", tools=tools)
    assert reading is not None
    days = [day(2024, 1, 22), day(2025, 1, 23)]
    assert reading.completed_by(days) == day(2025, 1, 23)
    assert reading.completed_by(days[:1]) is None


def test_the_country_of_a_dateline_is_known_for_its_numbers(tools: ImportTools) -> None:
    codes = {
        text: reading.country_code
        for text in ("KELBRA, PA, May 3, 2026 – The", "Geneva – The", "New York/Geneva – The")
        if (reading := read_dateline(text, language="en", tools=tools))
    }
    assert list(codes.values()) == ["US", "CH", None]


@given(text=st.text(alphabet=st.sampled_from(' -–—().,:/A中أ5z\n"Geneva2026May'), max_size=120))
def test_any_opening_is_read_or_left_alone(text: str, tools: ImportTools) -> None:
    reading = read_dateline(text, language="en", tools=tools)
    if reading is not None:
        assert 0 < reading.end <= len(text)
        assert text[reading.end :].strip()
