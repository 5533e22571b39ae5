from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.newsroom import ArabicMonths
from newsdesk.domain.provenance import Confidence
from newsdesk.importing.dates import (
    LANGUAGES,
    find_date,
    month_number,
    read_date,
    weekday_number,
)
from newsdesk.rendering.dates import DateStyle, long_date, with_weekday


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("15 May 2012", "en"),
        ("15th of May 2012", "en"),
        ("the 15th May, 2012", "en"),
        ("May 15th, 2012", "en"),
        ("15-May-2012", "en"),
        ("Tuesday, 15 May 2012", "en"),
        ("Tue. 15 May 2012", "en"),
        ("15 mai 2012", "fr"),
        ("mardi 15 mai 2012", "fr"),
        ("le mardi 15 mai 2012", "fr"),
        ("el martes 15 de mayo de 2012", "es"),
        ("15 de mayo de 2012", "es"),
        ("15 de mayo del 2012", "es"),
        ("martes, 15 de mayo de 2012", "es"),
        ("15. Mai 2012", "de"),
        ("Dienstag, den 15. Mai 2012", "de"),
        ("15 maggio 2012", "it"),
        ("martedì 15 maggio 2012", "it"),
        ("15 de maio de 2012", "pt"),
        ("terça-feira, 15 de maio de 2012", "pt-BR"),
        ("15 мая 2012 г.", "ru"),
        ("вторник, 15 мая 2012 года", "ru"),
        ("15 أيار/مايو 2012", "ar"),
        ("١٥ مايو ٢٠١٢", "ar"),
        ("الثلاثاء، 15 أيار 2012", "ar"),
        ("2012年5月15日", "zh"),
        ("2012年5月15日，星期二", "zh"),
        ("2012年5月15日", "ja"),
        ("2012年5月15日（火）", "ja"),
        ("２０１２年５月１５日", "ja"),
        ("平成24年5月15日", "ja"),
        ("2012-05-15", "en"),
        ("2012/05/15", "ja"),
        ("15.05.2012", "de"),
        ("15/5/12", "fr"),
        ("05/15/2012", "en"),
        ("(15 May 2012)", "en"),
    ],
)
def test_a_day_is_read_as_each_language_writes_it(text: str, language: str) -> None:
    reading = read_date(text, language)
    assert reading is not None
    assert (reading.date, reading.confidence) == (date(2012, 5, 15), Confidence.HIGH)


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("1er mars 2025", "fr", date(2025, 3, 1)),
        ("1º de maio de 2020", "pt", date(2020, 5, 1)),
        ("1° maggio 2020", "it", date(2020, 5, 1)),
        ("1. Jänner 2020", "de", date(2020, 1, 1)),
        ("Sept. 5, 2012", "en", date(2012, 9, 5)),
        ("15/5/99", "fr", date(1999, 5, 15)),
        ("15/5/70", "fr", date(1970, 5, 15)),
        ("15/5/69", "fr", date(2069, 5, 15)),
        ("3 de setiembre de 2019", "es", date(2019, 9, 3)),
        ("15 تشرين الثاني 2012", "ar", date(2012, 11, 15)),
        ("令和元年5月1日", "ja", date(2019, 5, 1)),
        ("令和6年4月1日", "ja", date(2024, 4, 1)),
    ],
)
def test_ordinals_regions_and_reigns(text: str, language: str, day: date) -> None:
    reading = read_date(text, language)
    assert reading is not None
    assert reading.date == day


@pytest.mark.parametrize(
    ("text", "language", "confidence"),
    [
        ("05/06/2012", "en", Confidence.LOW),
        ("05/06/2012", "en-US", Confidence.LOW),
        ("05/05/2012", "en", Confidence.HIGH),
        ("05/06/2012", "fr", Confidence.HIGH),
        ("05.06.2012", "de", Confidence.HIGH),
        ("05/23/2012", "en", Confidence.HIGH),
    ],
)
def test_only_english_numbers_may_mean_two_days(
    text: str, language: str, confidence: Confidence
) -> None:
    reading = read_date(text, language)
    assert reading is not None
    assert reading.confidence is confidence


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("", "en"),
        ("nothing of the kind", "en"),
        ("between 3 and 5 people", "en"),
        ("version 1.2.2012.4", "en"),
        ("10,5 May", "en"),
        ("31 April 2020", "en"),
        ("29 February 2023", "en"),
        ("February 30, 2020", "en"),
        ("2012年13月1日", "zh"),
        ("May 2012", "en"),
        ("15 Maybe 2012", "en"),
        ("+41 22 555 01 00", "en"),
    ],
)
def test_what_is_no_day_is_not_read_as_one(text: str, language: str) -> None:
    assert find_date(text, language) is None


@pytest.mark.parametrize(
    ("text", "language", "month", "day"),
    [("29 February", "en", 2, 29), ("May 15", "en", 5, 15), ("5月15日", "zh", 5, 15)],
)
def test_a_year_that_is_not_printed_is_not_made_up(
    text: str, language: str, month: int, day: int
) -> None:
    reading = read_date(text, language)
    assert reading is not None
    assert (reading.month, reading.day, reading.year, reading.date) == (month, day, None, None)


@pytest.mark.parametrize(
    ("text", "language", "at", "zone"),
    [
        ("2012-05-15T09:30:00Z", "en", time(9, 30), "Z"),
        ("2012-05-15T09:30:15.250+02:00", "en", time(9, 30, 15), "+02:00"),
        ("15 May 2012, 9:30 pm EST", "en", time(21, 30), "EST"),
        ("15 May 2012 at 9 a.m.", "en", time(9, 0), None),
        ("15 May 2012 12:05 am", "en", time(0, 5), None),
        ("15. Mai 2012, 14.30 Uhr", "de", time(14, 30), None),
        ("15 mai 2012 à 9h30", "fr", time(9, 30), None),
        ("2012年5月15日 14時30分", "ja", time(14, 30), None),
        ("15 мая 2012 г. в 10:00", "ru", time(10, 0), None),
    ],
)
def test_the_time_after_a_day_comes_along(
    text: str, language: str, at: time, zone: str | None
) -> None:
    reading = read_date(text, language)
    assert reading is not None
    assert (reading.date, reading.time, reading.zone) == (date(2012, 5, 15), at, zone)


@pytest.mark.parametrize("clock", ["25:00", "13:00 pm", "0:30 pm"])
def test_a_time_that_no_clock_shows_is_none(clock: str) -> None:
    reading = find_date(f"15 May 2012 {clock}", "en")
    assert reading is not None
    assert (reading.date, reading.time) == (date(2012, 5, 15), None)


def test_a_day_in_a_sentence_is_found_but_is_not_all_of_it() -> None:
    text = "The pier opens on Tuesday, 15 May 2012 and closes on 3 June 2012."
    reading = find_date(text, "en")
    assert reading is not None
    assert text[reading.start : reading.end] == "Tuesday, 15 May 2012"
    assert read_date(text, "en") is None


def test_at_one_place_the_fuller_day_is_read() -> None:
    reading = find_date("5 May 2012", "en")
    assert reading is not None
    assert (reading.day, reading.end) == (5, 10)


@pytest.mark.parametrize(
    ("word", "language", "number"),
    [
        ("May", "en", 5),
        ("MÄRZ", "de", 3),
        ("aout", "fr", 8),
        ("Sept.", "en", 9),
        ("maio", "pt-BR", 5),
        ("شباط", "ar", 2),
        ("мая", "ru", 5),
        ("January", "zh", 1),  # English is read everywhere
        ("mai", "en", None),
        ("octubre", "ru", None),
        ("", "en", None),
        ("5月", "ja", None),  # a number is no name
    ],
)
def test_a_month_has_the_names_of_its_language_and_the_english_ones(
    word: str, language: str, number: int | None
) -> None:
    assert month_number(word, language) == number


def test_any_language_may_be_asked_for_a_month() -> None:
    assert month_number("mai", "en", anywhere=True) == 5
    assert month_number("marzo", "ru", anywhere=True) == 3
    assert month_number("Banane", "de", anywhere=True) is None


@pytest.mark.parametrize(
    ("word", "language", "number"),
    [
        ("Monday", "en", 0),
        ("Mon.", "en", 0),
        ("lundi", "fr", 0),
        ("Sonntag", "de", 6),
        ("sabado", "es", 5),
        ("terça-feira", "pt-BR", 1),
        ("вторник", "ru", 1),
        ("الثلاثاء", "ar", 1),
        ("星期二", "zh", 1),
        ("火曜日", "ja", 1),
        ("dimanche", "de", None),
        ("", "en", None),
    ],
)
def test_a_weekday_has_the_names_of_its_language_and_the_english_ones(
    word: str, language: str, number: int | None
) -> None:
    assert weekday_number(word, language) == number


@given(
    st.dates(date(1900, 1, 1), date(2099, 12, 31)),
    st.sampled_from(LANGUAGES),
    st.sampled_from(ArabicMonths),
)
def test_every_day_that_newsdesk_writes_is_read_again(
    day: date, language: str, months: ArabicMonths
) -> None:
    style = DateStyle(arabic_months=months)
    for write in (long_date, with_weekday):
        reading = read_date(write(day, language, style), language)
        assert reading is not None
        assert (reading.date, reading.confidence) == (day, Confidence.HIGH)


@given(
    st.text(max_size=60) | st.text("0123456789 ./-:,年月日MayJune", max_size=60),
    st.sampled_from([*LANGUAGES, "tlh", ""]),
)
def test_what_is_found_stands_in_the_text(text: str, language: str) -> None:
    reading = find_date(text, language)
    if reading is None:
        return
    assert 0 <= reading.start < reading.end <= len(text)
    assert reading.time is None or reading.end < reading.time_end <= len(text)


@pytest.mark.parametrize("character", ["1", " ", "a", "-", ".", "年", "\0"])
def test_a_megabyte_of_one_character_is_no_day(character: str) -> None:
    assert find_date(character * 1_000_000, "en") is None
