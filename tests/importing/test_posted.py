from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.provenance import Confidence
from newsdesk.importing.posted import read_byline, read_posted, read_posted_by


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Posted: 15 May 2012", "en"),
        ("Last updated May 15, 2012", "en"),
        ("Release date: 15 May 2012", "en"),
        ("Date Publish: 15 May 2012", "en"),
        ("Mis en ligne le 15 mai 2012", "fr"),
        ("Publié le mardi 15 mai 2012", "fr"),
        ("Publicado el 15 de mayo de 2012", "es"),
        ("Fecha: 15/05/2012", "es"),
        ("Publicado em 15 de maio de 2012", "pt"),
        ("Veröffentlicht am 15. Mai 2012", "de"),
        ("Stand: 15. Mai 2012", "de"),
        ("Pubblicato il 15 maggio 2012", "it"),
        ("Опубликовано: 15 мая 2012 г.", "ru"),
        ("نشر في 15 مايو 2012", "ar"),
        ("تاريخ النشر: ١٥ مايو ٢٠١٢", "ar"),
        ("发布时间：2012-05-15", "zh"),
        ("公開日：2012年5月15日", "ja"),
        ("15 May 2012 | 3 min read", "en"),
    ],
)
def test_a_page_says_when_it_was_put_up(text: str, language: str) -> None:
    posted = read_posted(text, language)
    assert posted is not None
    assert (posted.date, posted.local, posted.zone) == (date(2012, 5, 15), "2012-05-15", None)
    assert posted.is_posting


@pytest.mark.parametrize(
    ("text", "local", "zone"),
    [
        ("15 May 2012 09:30 CET", "2012-05-15T09:30:00", "CET"),
        ("Published 15 May 2012, 9:30 pm EDT", "2012-05-15T21:30:00", "EDT"),
        ("Published: 2012-05-15T09:30:15Z", "2012-05-15T09:30:15", "Z"),
        ("2012-05-15T09:30+02:00", "2012-05-15T09:30:00", "+02:00"),
        ("15 May 2012 9:30 AM", "2012-05-15T09:30:00", None),
    ],
)
def test_a_printed_time_is_kept_with_its_zone_as_printed(
    text: str, local: str, zone: str | None
) -> None:
    posted = read_posted(text, "en")
    assert posted is not None
    assert (posted.local, posted.zone, posted.is_posting) == (local, zone, True)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("15 May 2012", "en"),
        ("Tuesday, 15 May 2012", "en"),
        ("PRESS RELEASE | 15 May 2012", "en"),
        ("Press release no. 12 – 15 May 2012", "en"),
        ("le 15 mai 2012", "fr"),
    ],
)
def test_a_bare_day_may_be_the_releases_own(text: str, language: str) -> None:
    posted = read_posted(text, language)
    assert posted is not None
    assert (posted.local, posted.is_posting) == ("2012-05-15", False)


@pytest.mark.parametrize(
    ("text", "language", "byline"),
    [
        ("Posted on May 15, 2012 by Dana Whitlock", "en", "Dana Whitlock"),
        ("By Dana Whitlock | 15 May 2012", "en", "Dana Whitlock"),
        ("Publié le 15 mai 2012 par Jeanne Corbin", "fr", "Jeanne Corbin"),
        ("15. Mai 2012 von Jana Rohwedder", "de", "Jana Rohwedder"),
        ("15 May 2012", "en", None),
    ],
)
def test_the_author_beside_the_day_is_read(text: str, language: str, byline: str | None) -> None:
    posted = read_posted(text, language)
    assert posted is not None
    assert (posted.local, posted.byline) == ("2012-05-15", byline)


def test_a_day_that_may_be_another_one_is_not_sure() -> None:
    posted = read_posted("Updated 05/06/2012", "en")
    assert posted is not None
    assert posted.confidence is Confidence.LOW


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Posted: yesterday",
        "15 May",
        "The pier opens on 15 May 2012",
        "15 May 2012 is the day the pier opens",
        "Geneva, 15 May 2012",
        "Posted: 15 May 2012" + " and more" * 40,
    ],
)
def test_a_line_that_says_more_than_a_day_is_not_one(text: str) -> None:
    assert read_posted(text, "en") is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("By Dana Whitlock", "Dana Whitlock"),
        ("Par Jeanne Corbin", "Jeanne Corbin"),
        ("Por Juana Belmonte", "Juana Belmonte"),
        ("Von Jana Rohwedder", "Jana Rohwedder"),
        ("Di Anna Colonnese", "Anna Colonnese"),
        ("Автор: Анна Лаврухина", "Анна Лаврухина"),
    ],
)
def test_a_byline_names_its_author(text: str, name: str) -> None:
    assert read_byline(text) == name


@pytest.mark.parametrize(
    "text", ["", "By", "By Dana", "by Dana Whitlock", "By the end of the year", "Dana Whitlock"]
)
def test_what_names_nobody_is_no_byline(text: str) -> None:
    assert read_byline(text) is None


@given(
    st.text(max_size=220) | st.text("Posted:by |15May2012.0:-", max_size=220),
    st.sampled_from(["en", "fr", "ar", "ja", ""]),
)
def test_any_line_is_read_or_is_none(text: str, language: str) -> None:
    posted = read_posted(text, language)
    assert posted is None or (posted.date is not None and posted.local is not None)
    name = read_byline(text)
    assert name is None or name in text


@pytest.mark.parametrize("character", ["1", " ", "|", ":", "B", "\0"])
def test_a_megabyte_of_one_character_is_no_posting(character: str) -> None:
    assert read_posted("Posted: " + character * 1_000_000, "en") is None
    assert read_byline("By " + character * 1_000_000) is None


@pytest.mark.parametrize(
    "text",
    [
        "Posted by Newsroom on May 15, 2012 at 8:05 am. Filed under Nation, Water.",
        "Publié par La Rédaction le mardi 15 mai 2012. Classé dans Ports.",
    ],
)
def test_who_posted_a_page_and_when_is_read_before_what_else_it_says(text: str) -> None:
    posted = read_posted_by(text, "fr" if text.startswith("Publié") else "en")
    assert posted is not None
    assert posted.date == date(2012, 5, 15)
    assert posted.is_posting


@pytest.mark.parametrize(
    "text", ["Posted by Newsroom", "The office was posted by name on 3 lists", "15 May 2012"]
)
def test_a_line_that_does_not_say_when_it_was_posted_is_none(text: str) -> None:
    assert read_posted_by(text, "en") is None
