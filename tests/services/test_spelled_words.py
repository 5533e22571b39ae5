"""Which words of a line have a spelling."""

import pytest

from newsdesk.services.spelled_words import (
    LONGEST,
    SpelledWord,
    asked_about,
    pieces,
    prose_lines,
    spelled_words,
    unknown_parts,
)


def words(line: str, language: str = "en") -> list[str]:
    return [word.text for word in spelled_words(line, language)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("The quay isn't open.", ["The", "quay", "isn't", "open"]),
        ("“Ships’ crews,” she said", ["Ships", "crews", "she", "said"]),
        ("well-known harbour‑master", ["well-known", "harbour‑master"]),
        ("so\u00adft hy\u200bphens", ["so\u00adft", "hy\u200bphens"]),
        ("cafe\u0301 na\u00a0me", ["cafe\u0301", "na", "me"]),
        ("", []),
        ("12,000 people, 5% and 3rd", ["people", "and"]),
        ("a 12-year-old, COVID-19 cases", ["year", "old", "cases"]),
        ("IOM, NGOs and the IOM's UN-wide plan", ["and", "the", "UN-wide", "plan"]),
        ("I saw a U.N. flag, e.g. here", ["saw", "flag", "here"]),
        ("**Rabat** _opens_ ~~old~~ quays", ["Rabat", "opens", "old", "quays"]),
        ("# A heading #", ["heading"]),
        ("- [ ] to do", ["to", "do"]),
        ("| Port | 12 | Boats lent |", ["Port", "Boats", "lent"]),
        ('see [the report](https://example.org/teh "tehe") now', ["see", "the", "report", "now"]),
        ("![a map](media/mapp.png) [here][refr]", ["map", "here"]),
        ("[refr]: https://example.org/wrng 'Titel'", []),
        ("said.[^nte] and [^nte]: more", ["said", "and", "more"]),
        ("call `wrng()` or ``a ` wrng``", ["call", "or"]),
        ('<p class="wrng">Text</p> &nbsp; <https://exmple.org>', ["Text"]),
        ("https://exmple.org/wrng, www.exmple.org and exmple.org", ["and"]),
        ("write to prss.desk@exmple.org or mailto:prss@exmple.org", ["write", "to", "or"]),
        ("#IOMhshtag by @hndle", ["by"]),
        ("/usr/lcl/bn ./cnfg ~/fle C:\\tmpp\\fle annx.pdf", []),
        ("and/or snake_cse text", ["and", "or", "text"]),
        ("end.Next one", ["end", "Next", "one"]),
        ("text {.wrng #anchr}", ["text"]),
        ("WhatsApp is mixed", ["WhatsApp", "is", "mixed"]),
    ],
)
def test_words_are_told_from_what_has_no_spelling(line: str, expected: list[str]) -> None:
    assert words(line) == expected


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("fr", "L’Office n'a « rien »", ["L’Office", "n'a", "rien"]),
        ("fr", "Москва dit oui", ["dit", "oui"]),
        ("ru", "кто-то сказал Reuters", ["кто-то", "сказал"]),
        ("ru", "Mосква", ["Mосква"]),  # its first letter is a Latin one
        ("en", "新闻 and خبر", ["and"]),
        ("ar", "قال Reuters خبر", ["قال", "خبر"]),
    ],
)
def test_words_of_another_script_have_no_spelling_here(
    language: str, line: str, expected: list[str]
) -> None:
    assert words(line, language) == expected


def test_a_word_is_where_it_stands() -> None:
    line = "see [report](https://example.org) by “Okello’s”"
    for word in spelled_words(line, "en"):
        assert line[word.start : word.end] == word.text


def test_dictionaries_see_one_form_of_a_word() -> None:
    (word,) = spelled_words("cafe\u0301\u00adbar’s", "en")
    assert word.spelling == "cafébar's"


def test_a_line_that_no_person_reads_is_left_alone() -> None:
    assert spelled_words("word " * (LONGEST // 5 + 1), "en") == []


def test_lines_in_fenced_code_are_no_prose() -> None:
    text = "one\n```\ncode\n~~~\n```\ntwo\n~~~~ python\n~~~\ncode\n~~~~\nthree"
    assert [line for _number, line in prose_lines(text)] == ["one", "two", "three"]
    assert [number for number, _line in prose_lines(text)] == [0, 5, 10]


@pytest.mark.parametrize(
    ("text", "language", "known", "unknown"),
    [
        ("quay", "en", {"quay"}, []),
        ("quaye", "en", set[str](), ["quaye"]),
        ("Okello's", "en", {"Okello"}, []),
        ("Okelo's", "en", {"Okello"}, ["Okelo"]),
        ("well-knwn", "en", {"well"}, ["knwn"]),
        ("pre-departure", "en", {"departure"}, []),
        ("e-mail", "en", {"mail"}, []),  # a letter has no spelling
        ("UN-wide", "en", {"wide"}, []),
        ("qu'Okello", "fr", {"Okello"}, []),
        ("l’Ofice", "fr", set[str](), ["Ofice"]),
        ("c'est-à-dire", "fr", {"c'est-à-dire"}, []),
        ("d'Okello", "es", {"Okello"}, ["d'Okello"]),
        ("пресс-служба", "ru", {"служба"}, []),
    ],
)
def test_of_a_compound_the_parts_are_looked_at(
    text: str, language: str, known: set[str], unknown: list[str]
) -> None:
    word = SpelledWord(4, text)
    assert [part.text for part in unknown_parts(word, language, known.__contains__)] == unknown
    asked: set[str] = set()

    def note(spelling: str) -> bool:
        asked.add(spelling)
        return spelling in known

    for part in unknown_parts(word, language, note):
        assert text[part.start - 4 : part.end - 4] == part.text
    assert asked <= asked_about(word, language)


def test_parts_know_where_they_stand() -> None:
    parts = list(pieces(SpelledWord(10, "non-refoulement‑wide")))
    assert [(part.start, part.text) for part in parts] == [
        (10, "non"),
        (14, "refoulement"),
        (26, "wide"),
    ]
