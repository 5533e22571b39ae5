import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.fold import fold, has_word_beginning


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Pär", "par"),
        ("Pa\u0308r", "PÄR"),
        ("Genève", "geneve"),
        ("Straße", "STRASSE"),
        ("Łódź", "lodz"),
        ("Ærø", "aero"),
        ("İstanbul", "istanbul"),
        ("Королёв", "королев"),
        ("إسطنبول", "اسطنبول"),
        ("٢٠٢٦", "2026"),
        ("ＮＥＷＳ", "news"),
        ("Côte  d’Ivoire", "cote d'ivoire"),
    ],
)
def test_two_spellings_of_one_word_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("port", "part"), ("한국", "중국"), ("мир", "мор")])
def test_different_words_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(st.characters(max_codepoint=127)))
def test_letters_of_english_fold_as_they_do_among_others(text: str) -> None:
    assert fold(f"{text} é") == f"{fold(text)} e".strip()


@pytest.mark.parametrize(
    ("beginning", "is_one"),
    [("cote", True), ("d'iv", True), ("cote d", True), ("ivoire", False), ("ote", False)],
)
def test_a_word_of_a_name_begins_so(beginning: str, is_one: bool) -> None:
    assert has_word_beginning(fold("Côte d’Ivoire"), beginning) is is_one
