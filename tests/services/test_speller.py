"""A dictionary with words and names beside it."""

from pathlib import Path

import pytest

from newsdesk.services.speller import MOST_SUGGESTIONS, Speller, words_of
from tests.services.small_dictionary import write_dictionary


@pytest.fixture
def speller(tmp_path: Path) -> Speller:
    place = write_dictionary(tmp_path / "en", words=["quay", "harbour/S", "niño", "nina", "ninos"])
    words = tmp_path / "words.txt"
    words.write_text("# ours\norganization Viet Nam  # and Lao\n", "utf-8")
    return Speller.open(place.with_suffix(".aff"), place.with_suffix(".dic"), [words])


def test_words_of_the_dictionary_and_of_the_lists_are_known(speller: Speller) -> None:
    known = ("quay", "Quay", "harbours", "organization", "ORGANIZATION", "Viet", "Nam")
    assert [word for word in known if not speller.is_known(word)] == []
    assert [word for word in ("quaye", "viet", "ours", "Lao") if speller.is_known(word)] == []


def test_names_are_known_until_others_take_their_place(speller: Speller) -> None:
    speller.set_names(["Okello", "quay"])
    assert speller.is_known("Okello")
    assert not speller.is_known("okello")
    speller.set_names(["Whitlock"])
    assert not speller.is_known("Okello")
    assert speller.is_known("Whitlock")
    assert speller.is_known("quay")  # the dictionary knows it too


def test_names_are_suggested(speller: Speller) -> None:
    speller.set_names(["Whitlock"])
    assert "Whitlock" in speller.suggestions("Whitlok")


def test_what_differs_in_accents_alone_comes_first(speller: Speller) -> None:
    assert speller.suggestions("nino")[0] == "niño"


def test_there_are_never_more_suggestions_than_a_menu_holds(speller: Speller) -> None:
    speller.set_names([f"harbou{letter}" for letter in "abcdefghijklmnopqrstuvwxyz"])
    assert 0 < len(speller.suggestions("harbouq")) <= MOST_SUGGESTIONS


def test_a_list_is_words_and_remarks() -> None:
    assert words_of("# nothing\n\na b#c\n  d ") == ["a", "b", "d"]
