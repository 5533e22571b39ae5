from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.newsroom import ArabicMonths, Digits, Newsroom
from newsdesk.rendering.dates import (
    DateStyle,
    american_date,
    day_and_month,
    long_date,
    month_name,
    reuters_day,
    with_weekday,
)

DAY = date(2012, 5, 15)
LEVANTINE = DateStyle(arabic_months=ArabicMonths.LEVANTINE)
EGYPTIAN = DateStyle(arabic_months=ArabicMonths.EGYPTIAN)
IN_ARABIC_DIGITS = DateStyle(digits=Digits.ARABIC)


@pytest.mark.parametrize(
    ("language", "long", "weekday"),
    [
        ("en", "15 May 2012", "Tuesday, 15 May 2012"),
        ("en-US", "15 May 2012", "Tuesday, 15 May 2012"),
        ("de", "15. Mai 2012", "Dienstag, 15. Mai 2012"),
        ("fr", "15 mai 2012", "mardi 15 mai 2012"),
        ("es", "15 de mayo de 2012", "martes 15 de mayo de 2012"),
        ("es-MX", "15 de mayo de 2012", "martes 15 de mayo de 2012"),
        ("ru", "15 мая 2012 г.", "вторник, 15 мая 2012 г."),
        ("zh", "2012年5月15日", "2012年5月15日，星期二"),
        ("zh-Hant", "2012年5月15日", "2012年5月15日，星期二"),
        ("ar", "15 أيار/مايو 2012", "الثلاثاء، 15 أيار/مايو 2012"),
        ("it", "15 maggio 2012", "martedì 15 maggio 2012"),
        ("pt-BR", "15 de maio de 2012", "terça-feira, 15 de maio de 2012"),
        ("ja", "2012年5月15日", "2012年5月15日火曜日"),
    ],
)
def test_a_day_in_words(language: str, long: str, weekday: str) -> None:
    assert long_date(DAY, language) == long
    assert with_weekday(DAY, language) == weekday


def test_the_first_of_a_month_is_an_ordinal_in_french_only() -> None:
    first = date(2025, 3, 1)
    assert long_date(first, "fr") == "1er mars 2025"
    assert with_weekday(first, "fr") == "samedi 1er mars 2025"
    assert day_and_month(first, "fr") == "1er mars"
    assert long_date(first, "en") == "1 March 2025"
    assert long_date(date(2025, 3, 11), "fr") == "11 mars 2025"


@pytest.mark.parametrize(
    ("style", "text"),
    [
        (EGYPTIAN, "15 مايو 2012"),
        (LEVANTINE, "15 أيار 2012"),
        (IN_ARABIC_DIGITS, "١٥ أيار/مايو ٢٠١٢"),
    ],
)
def test_the_house_chooses_arabic_months_and_digits(style: DateStyle, text: str) -> None:
    assert long_date(DAY, "ar", style) == text
    assert long_date(DAY, "ar-EG", style) == text


def test_arabic_digits_stay_out_of_other_languages() -> None:
    assert long_date(DAY, "en", IN_ARABIC_DIGITS) == "15 May 2012"
    assert day_and_month(DAY, "ar", IN_ARABIC_DIGITS) == "١٥ أيار/مايو"


def test_a_newsroom_says_its_style() -> None:
    newsroom = Newsroom(arabic_months=ArabicMonths.EGYPTIAN, digits=Digits.ARABIC)
    assert DateStyle.of(newsroom) == DateStyle(
        arabic_months=ArabicMonths.EGYPTIAN, digits=Digits.ARABIC
    )


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "5 September"),
        ("fr", "5 septembre"),
        ("es", "5 de septiembre"),
        ("ru", "5 сентября"),
        ("zh", "9月5日"),
        ("de", "5. September"),
        ("ar", "5 أيلول/سبتمبر"),
    ],
)
def test_a_day_without_its_year(language: str, text: str) -> None:
    assert day_and_month(date(2012, 9, 5), language) == text


def test_russian_months_stand_in_the_genitive() -> None:
    assert month_name(5, "ru") == "мая"


def test_wires_write_their_own_dates() -> None:
    assert american_date(date(2012, 9, 5)) == "September 5, 2012"
    days = [reuters_day(date(2012, month, 5)) for month in range(1, 13)]
    assert days == [
        *("Jan 5", "Feb 5", "March 5", "April 5", "May 5", "June 5"),
        *("July 5", "Aug 5", "Sept 5", "Oct 5", "Nov 5", "Dec 5"),
    ]


@pytest.mark.parametrize("language", ["tlh", "xx-YY", "und", "en-x-private", "", "zz_ZZ@euro"])
def test_an_unknown_language_has_english_dates(language: str) -> None:
    assert long_date(DAY, language) == "15 May 2012"


def test_an_unknown_region_has_the_dates_of_its_language() -> None:
    assert long_date(DAY, "fr-ZZ") == "15 mai 2012"


@given(st.dates(), st.text(max_size=12) | st.sampled_from(["ar", "fa", "am", "hi", "sr-Latn"]))
def test_every_day_has_words_in_every_language(day: date, language: str) -> None:
    for write in (long_date, with_weekday):
        assert str(day.year) in write(day, language)
    assert str(day.day) in day_and_month(day, language)
