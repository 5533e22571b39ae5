from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.embargo import Embargo
from newsdesk.domain.errors import EmbargoError
from newsdesk.domain.newsroom import ArabicMonths, Digits
from newsdesk.rendering.dates import DateStyle
from newsdesk.rendering.embargo_line import (
    draft_line,
    embargo_line,
    hold_line,
    release_line,
    withdrawn_line,
)

BERLIN = Embargo.until(datetime(2016, 3, 2, 11, 0), "Europe/Berlin")


def embargo(local: str, tz: str, city: str = "", fold: int | None = None) -> Embargo:
    return Embargo.until(datetime.fromisoformat(local), tz, city_label=city, fold=fold)


@pytest.mark.parametrize(
    ("until", "line"),
    [
        (
            BERLIN,
            "EMBARGOED UNTIL 11:00 Berlin time (UTC+1) / 10:00 GMT, Wednesday 2 March 2016",
        ),
        (
            embargo("2023-06-25T22:00", "Europe/Vienna"),
            "EMBARGOED UNTIL 22:00 Vienna time (UTC+2) / 20:00 GMT, Sunday 25 June 2023",
        ),
        (
            embargo("2025-07-02T00:01", "Asia/Kathmandu"),
            (
                "EMBARGOED UNTIL 00:01 Kathmandu time (UTC+5:45) / 18:16 GMT 1 July, "
                "Wednesday 2 July 2025"
            ),
        ),
        (
            embargo("2025-01-15T09:00", "America/Bogota"),
            "EMBARGOED UNTIL 09:00 Bogota time (UTC−5) / 14:00 GMT, Wednesday 15 January 2025",
        ),
        (
            embargo("2025-01-15T22:00", "America/St_Johns", "St. John's"),
            (
                "EMBARGOED UNTIL 22:00 St. John's time (UTC−3:30) / 01:30 GMT 16 January, "
                "Wednesday 15 January 2025"
            ),
        ),
        (
            embargo("2025-01-15T11:00", "Europe/London"),
            "EMBARGOED UNTIL 11:00 London time (UTC+0) / 11:00 GMT, Wednesday 15 January 2025",
        ),
    ],
)
def test_the_canonical_line(until: Embargo, line: str) -> None:
    assert embargo_line(until, "en") == line


def test_the_two_doubled_times_have_two_lines() -> None:
    first, second = (
        embargo_line(embargo("2025-10-26T02:30", "Europe/Zurich", fold=fold), "en")
        for fold in (0, 1)
    )
    assert "(UTC+2) / 00:30 GMT" in first
    assert "(UTC+1) / 01:30 GMT" in second


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("fr", "SOUS EMBARGO JUSQU'AU mercredi 2 mars 2016, 11 h 00 (heure de Berlin, UTC+1)"),
        ("es", "EMBARGADO HASTA EL miércoles 2 de marzo de 2016, 11.00 (hora de Berlín, UTC+1)"),
        ("ru", "ЭМБАРГО ДО 11:00 (по берлинскому времени, UTC+1) 2 марта 2016 г."),
        ("ar", "محظور النشر حتى الساعة 11:00 بتوقيت برلين، 2 آذار/مارس 2016"),
        ("zh", "2016年3月2日11:00（柏林时间，UTC+1）前不得发布"),
        ("de", "SPERRFRIST: Mittwoch, 2. März 2016, 11:00 Uhr (Ortszeit Berlin, UTC+1)"),
    ],
)
def test_other_languages_name_the_city_themselves(language: str, line: str) -> None:
    assert embargo_line(BERLIN, language) == line


def test_a_language_without_a_wording_has_the_english_line() -> None:
    assert embargo_line(BERLIN, "sw") == embargo_line(BERLIN, "en")


def test_a_city_that_is_not_that_of_its_zone_keeps_its_label() -> None:
    geneva = embargo("2016-03-02T11:00", "Europe/Zurich", "Geneva")
    assert "heure de Geneva" in embargo_line(geneva, "fr")
    assert "heure de Genève" in embargo_line(geneva, "fr", city="Genève")


@pytest.mark.parametrize(
    ("city", "words"),
    [
        ("Oslo", "heure d'Oslo,"),
        ("Athènes", "heure d'Athènes,"),
        ("Le Caire", "heure du Caire,"),
        ("La Haye", "heure de La Haye,"),
    ],
)
def test_french_elides(city: str, words: str) -> None:
    assert words in embargo_line(BERLIN, "fr", city=city)


def test_a_city_without_a_russian_adjective_is_named_as_it_is() -> None:
    assert "(время: Найроби, UTC+1)" in embargo_line(BERLIN, "ru", city="Найроби")


def test_the_house_chooses_arabic_months_and_digits() -> None:
    style = DateStyle(arabic_months=ArabicMonths.EGYPTIAN, digits=Digits.ARABIC)
    line = embargo_line(BERLIN, "ar", style)
    assert line == "محظور النشر حتى الساعة ١١:٠٠ بتوقيت برلين، ٢ مارس ٢٠١٦"


def test_the_release_and_the_hold_line() -> None:
    assert release_line("en-GB") == "FOR IMMEDIATE RELEASE"
    assert hold_line("en") == "HOLD FOR RELEASE – NOT FOR PUBLICATION"


@pytest.mark.parametrize(
    ("language", "draft", "withdrawn"),
    [
        ("en", "DRAFT", "WITHDRAWN"),
        ("fr", "PROJET", "RETIRÉ"),
        ("es", "BORRADOR", "RETIRADO"),
        ("ar", "مسودة", "مسحوب"),
        ("ru", "ЧЕРНОВИК", "ОТОЗВАНО"),
        ("zh", "草稿", "已撤回"),
        ("de", "ENTWURF", "ZURÜCKGEZOGEN"),
        ("sw", "DRAFT", "WITHDRAWN"),
    ],
)
def test_banners_are_worded_in_the_language(language: str, draft: str, withdrawn: str) -> None:
    assert draft_line(language).startswith(draft)
    assert withdrawn_line(language) == withdrawn


ZONES = [
    "Europe/Berlin",
    "Asia/Kathmandu",
    "America/St_Johns",
    "Africa/Monrovia",
    "UTC",
    "Etc/GMT+5",
]


@given(
    st.datetimes(min_value=datetime(1800, 1, 2), max_value=datetime(9990, 1, 1)),
    st.sampled_from(ZONES),
    st.sampled_from(["en", "fr", "es", "ar", "ru", "zh", "de", "sw", "pt-BR"]),
    st.text(max_size=10),
)
def test_every_embargo_has_one_line(local: datetime, tz: str, language: str, city: str) -> None:
    try:
        until = Embargo.until(local, tz, city_label=city, fold=1)
    except EmbargoError:
        return  # the clocks jump over it
    line = embargo_line(until, language)
    assert len(line.splitlines()) == 1
    assert str(until.until_local.year) in line
