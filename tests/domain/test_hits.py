"""Where the words of a search stand in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.hits import Hits, Span
from newsdesk.domain.search import parse


def found(query: str, text: str) -> list[str]:
    spans = Hits(parse(query)).spans(text)
    return [text[span.start : span.end] for span in spans]


@pytest.mark.parametrize(
    ("query", "text", "hits"),
    [
        ("par", "Pär said, PAR avion, part, spar", ["Pär", "PAR", "par"]),
        ("par said", "Pär said, part", ["Pär", "said"]),
        ("pär", "Pa\u0308r and Par", ["Pa\u0308r", "Par"]),
        ("geneve", "in Genève", ["Genève"]),
        ("strasse", "In der Straße, STRASSE", ["Straße", "STRASSE"]),
        ("aeon", "Æon", ["Æon"]),
        ("harb", "Harbour, arbour", ["Harb"]),
        ("harbour opens", "The harbours open; a harbour opens", ["harbour", "opens"]),
        ("e-mail", "an e-mail, by email, e—mail", ["e-mail", "e—mail"]),
        ('"human rights"', "human rights, human  rights; rights, human", ["human rights"] * 2),
        ("هجرة", "المنظمة الدولية للهجرة والهجرة", ["للهجرة", "والهجرة"]),
        ("الهجرة", "هِجْرَة", ["هِجْرَة"]),
        ("新闻", "联合国难民署发布新闻稿", ["新闻"]),
        ("稿", "新闻稿", ["稿"]),
        ("unhcr新闻", "UNHCR 发布新闻", ["UNHCR", "新闻"]),
        ('"难民署 2025"', "难民署2025年", ["难民署2025"]),
        ("ее", "по её словам", ["её"]),
        ("2859", "2859 and ٢٨٥٩", ["2859", "٢٨٥٩"]),
        ("-harbour bridge", "harbour bridge", ["bridge"]),
        ("tag:harbour", "harbour", []),
        ("***", "***", []),
        ("", "harbour", []),
    ],
)
def test_words_are_found_as_they_are_written(query: str, text: str, hits: list[str]) -> None:
    if query == '"human rights"':
        hits = ["human rights", "human  rights"]
    assert found(query, text) == hits


def test_what_asks_for_no_word_finds_none() -> None:
    assert not Hits(parse("state:draft -x …"))
    assert Hits(parse("x"))
    assert Hits(parse("…")).first("…") is None


def test_only_a_part_of_a_text_can_be_looked_at() -> None:
    hits = Hits(parse("bridge"))
    assert hits.spans("bridge bridge bridge", 6, 14) == (Span(7, 13),)
    assert hits.first("a bridge") == Span(2, 8)


def test_the_same_pattern_is_said_in_javascript() -> None:
    pattern = Hits(parse("Par")).script_pattern
    assert r"\p{L}" in pattern
    assert r"\W" not in pattern


@given(query=st.text(), text=st.text())
def test_nothing_that_is_typed_is_an_error(query: str, text: str) -> None:
    for span in Hits(parse(query)).spans(text):
        assert span.start < span.end


@given(word=st.text(alphabet="abcàéîöüñçøæœščžłđабвгдёйαβγάώ١٢٣هجرة", min_size=1))
def test_a_word_is_found_however_it_is_written(word: str) -> None:
    assert found(word, f"a {word.upper()} – {word}.")[-1:] == [word]
