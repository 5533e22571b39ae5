import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.slug import is_slug, slugify, unique

HOSTILE = [
    "../../etc/passwd",
    "..\\..\\windows\\system32",
    "C:\\autoexec.bat",
    "CON",
    "nul",
    "COM1",
    "com¹",
    "LPT9",
    "aux.txt",
    "trailing dots...",
    "trailing space ",
    "tab\tand\nnewline\0null\x1b[31m",
    "x" * 300,
    "мировой доклад",
    "",
    "   ",
    "- - -",
    'a/b:c*d?e"f<g>h|i',
    "\u202egnp.exe",
    "\ud800",
    "🚢🚢",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_becomes_a_harmless_slug(name: str) -> None:
    slug = slugify(name)
    assert re.fullmatch(r"[a-z0-9-]{1,80}", slug)
    assert is_slug(slug)


@given(st.text())
def test_any_text_becomes_a_slug(text: str) -> None:
    assert is_slug(slugify(text))


@pytest.mark.parametrize(
    ("headline", "slug"),
    [
        ("Harbour opens: 30 ships, one port", "harbour-opens-30-ships-one-port"),
        ("Genève et l’été à Zürich", "geneve-et-lete-a-zurich"),
        ("Straße, Łódź & Ærø", "strasse-lodz-aero"),
        ("PRN", "prn-release"),
    ],
)
def test_a_latin_headline_stays_readable(headline: str, slug: str) -> None:
    assert slugify(headline) == slug


def test_headlines_in_other_scripts_have_names_of_their_own() -> None:
    headlines = [
        "افتتاح الميناء",
        "إغلاق الميناء",
        "港口开放",
        "港口关闭",
        "Порт открыт",
        "Порт закрыт",
    ]
    assert len({slugify(headline) for headline in headlines}) == len(headlines)


def test_a_long_headline_is_cut_between_words() -> None:
    slug = slugify("harbour " * 30)
    assert len(slug) <= 80
    assert set(slug.split("-")) == {"harbour"}


def test_a_name_that_is_taken_gets_a_number() -> None:
    assert unique("port", set()) == "port"
    assert unique("port", {"port", "port-2"}) == "port-3"
    longest = "x" * 80
    assert len(unique(longest, {longest})) == 80


def test_numbers_that_are_known_to_be_taken_are_not_tried() -> None:
    asked: list[str] = []

    class Taken:
        def __contains__(self, slug: object) -> bool:
            asked.append(str(slug))
            return slug in {"a", "a-7"}

    assert unique("a", Taken(), first=7) == "a-8"
    assert asked == ["a", "a-7", "a-8"]
