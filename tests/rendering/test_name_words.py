import pytest

from newsdesk.domain.fold import fold
from newsdesk.rendering.name_words import (
    HONORIFICS,
    ORGANISATIONS,
    PARTICLES,
    REGIONS,
    ROLE_ENDINGS,
    ROLES,
    SUFFIXES,
    SURNAMES_TOO,
)

TABLES = {
    "honorifics": HONORIFICS,
    "suffixes": SUFFIXES,
    "roles": ROLES,
    "surnames too": SURNAMES_TOO,
    "role endings": frozenset(ROLE_ENDINGS),
    "organisations": ORGANISATIONS,
    "regions": REGIONS,
    "particles": PARTICLES,
}


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_words_stand_in_the_tables_as_they_are_compared(table: frozenset[str]) -> None:
    assert table
    assert [word for word in table if fold(word) != word or " " in word or not word] == []


@pytest.mark.parametrize(
    ("word", "table"),
    [
        ("Doña", HONORIFICS),
        ("Présidente", ROLES),
        ("GESCHÄFTSFÜHRERIN", ROLES),
        ("председатель", ROLES),
        ("المديرة", ROLES),
        ("Fundação", ORGANISATIONS),
        ("Università", ORGANISATIONS),
        ("министерство", ORGANISATIONS),
        ("Amérique", REGIONS),
        ("zur", PARTICLES),
    ],
)
def test_a_word_is_found_however_it_is_spelt(word: str, table: frozenset[str]) -> None:
    assert fold(word) in table


def test_what_joins_the_parts_of_a_name_is_no_role_and_no_title() -> None:
    assert PARTICLES.isdisjoint(ROLES | SUFFIXES | REGIONS)
