from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.rendering.person_names import (
    folded_word,
    is_person_name,
    is_role,
    name_runs,
    without_titles,
)


@pytest.mark.parametrize(
    "name",
    [
        *("Dana Whitlock", "DANA WHITLOCK", "Dr. Dana Whitlock", "J. R. Whitlock", "Dana W."),
        *("Jean-Luc Corbin", "Dana O’Hara", "Maria da Silva Siqueira", "Jan van der Rohe"),
        *("Ahmed bin Rashid al-Mansur", "Anna Лаврухина", "Анна Лаврухина", "Whitlock, Dana"),
        *("Dana Whitlock Jr.", "Dana Whitlock, PhD", "Dana King", "Jeanne d’Arcelle Corbin"),
    ],
)
def test_a_name_has_two_words_and_more_that_are_written_like_names(name: str) -> None:
    assert is_person_name(name)


@pytest.mark.parametrize(
    "text",
    [
        *("", "Dana", "Mr Whitlock", "dana whitlock", "Dana 2", "Harbour Office", "Press Office"),
        *("Director Whitlock", "South Africa", "IOM Geneva", "de la", "Leiterin Rohwedder"),
        "A B C D E F G",
    ],
)
def test_offices_places_and_single_words_are_no_names(text: str) -> None:
    assert not is_person_name(text)


@pytest.mark.parametrize(
    ("text", "titles", "name"),
    [
        ("Dr. Dana Whitlock", "Dr.", "Dana Whitlock"),
        ("Prof. Dr. Dana Whitlock", "Prof. Dr.", "Dana Whitlock"),
        ("Mme Jeanne Corbin", "Mme", "Jeanne Corbin"),
        ("السيدة ليلى منصور", "السيدة", "ليلى منصور"),
        ("Dana  Whitlock", "", "Dana Whitlock"),
        ("Dr.", "", "Dr."),
        ("", "", ""),
    ],
)
def test_titles_before_a_name_are_told_apart(text: str, titles: str, name: str) -> None:
    assert without_titles(text) == (titles, name)


@pytest.mark.parametrize(
    "word",
    [
        *("director", "Director", "présidente", "PRESIDENTE", "directora", "diretor", "sindaco"),
        *("Leiterin", "Projektleiterin", "Bundesumweltministerin", "глава", "المدير"),
    ],
)
def test_what_somebody_is_is_a_role_in_every_language(word: str) -> None:
    assert is_role(word)


@pytest.mark.parametrize("word", ["", "harbour", "Dana", "Hafen", "Rohwedder", "ميناء"])
def test_other_words_are_no_roles(word: str) -> None:
    assert not is_role(word)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("said Dana Whitlock, head of training", ["Dana Whitlock"]),
        ("Dana Whitlock. Jonas Perret", ["Dana Whitlock", "Jonas Perret"]),
        ("Dana and Jonas", ["Dana", "Jonas"]),
        ("J. R. Whitlock spoke", ["J. R. Whitlock"]),
        ("Dana Whitlock Jr. said", ["Dana Whitlock Jr."]),
        ("Joana da Silva of Geneva", ["Joana da Silva", "Geneva"]),
        ("Ahmed al-Mansur, Jeanne d’Arcelle", ["Ahmed al-Mansur", "Jeanne d’Arcelle"]),
        ("Juana de la Vega de Geneva", ["Juana de la Vega de Geneva"]),
        ("Jan van der Rohe and von der Leine", ["Jan van der Rohe", "Leine"]),
        ("Salah ad-Din el-Mansur", ["Salah ad-Din el-Mansur"]),
        ("Jana Rohwedder und der Hafen", ["Jana Rohwedder", "Hafen"]),
        ("Jana Rohwedder vom Hafen", ["Jana Rohwedder", "Hafen"]),
        ("Anna Colonnese dell’Università", ["Anna Colonnese"]),
        ("Dana d’accord", ["Dana"]),
        ("Juana de la", ["Juana"]),
        ("Dana\nWhitlock", ["Dana", "Whitlock"]),
        ("Dana King said", ["Dana King"]),
        ("the IOM said", []),
        ("", []),
    ],
)
def test_names_are_found_in_order(text: str, names: list[str]) -> None:
    assert [run.text for run in name_runs(text)] == names


def test_the_title_before_a_name_is_no_part_of_it() -> None:
    (run,) = name_runs("President Dana Whitlock spoke")
    assert (run.text, run.title) == ("Dana Whitlock", "President")
    (run,) = name_runs("said Mr. Whitlock")
    assert (run.text, run.title) == ("Whitlock", "Mr.")
    (run,) = name_runs("the director Dana Whitlock")
    assert run.title == ""


@pytest.mark.parametrize(
    "text", ["Whitlock Blue chief", "Dana Whitlock Foundation", "Dana Whitlock’s boat"]
)
def test_a_name_that_a_role_or_a_thing_follows_is_no_persons(text: str) -> None:
    run = next(name_runs(text))
    assert run.is_followed_by_role


def test_a_role_behind_a_comma_is_the_persons_own() -> None:
    (run,) = name_runs("Dana Whitlock, director")
    assert not run.is_followed_by_role


@given(st.text(max_size=100) | st.text("DanaW .,’'-\nde Dr", max_size=100))
def test_runs_stand_in_the_text_in_order(text: str) -> None:
    found = list(name_runs(text))
    for run in found:
        assert run.text
        assert text[run.start : run.end] == run.text
    for before, after in pairwise(found):
        assert before.end <= after.start
    titles, name = without_titles(text)
    assert f"{titles} {name}".split() == text.split()
    assert isinstance(is_person_name(text), bool)


def test_a_word_is_compared_without_case_diacritics_and_stops() -> None:
    assert folded_word("PRÉSIDENTE.") == folded_word("presidente,") == "presidente"


@pytest.mark.parametrize("character", ["a", "A", " ", "-", ".", "é", "\0"])
def test_a_megabyte_of_one_character_is_no_name(character: str) -> None:
    text = character * 1_000_000
    assert not is_person_name(text)
    assert len(list(name_runs(text))) <= 1


def test_ten_thousand_names_in_a_row_are_all_found() -> None:
    assert len(list(name_runs("Dana Whitlock, " * 10_000))) == 10_000
