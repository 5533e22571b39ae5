"""A text in the words of the search index."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.index_words import indexed


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Pär Liljert", "par liljert"),
        ("l’Organisation, à Genève", "l organisation a geneve"),
        ("Straße", "strasse"),
        ("e-mail: noor@example.org", "e mail noor example org"),
        ("2,859 dead", "2 859 dead"),
        ("snake_case", "snake case"),
        ("新闻稿", "新闻 闻稿 稿"),
        ("难", "难"),
        ("UNHCR发布", "unhcr 发布 布"),
        ("난민", "난민 민"),
        ("للهجرة", "للهجره هجره"),
        ("والهجرة", "والهجره هجره"),
        ("ولد", "ولد"),
        ("** -- **", ""),
        ("", ""),
    ],
)
def test_a_text_is_indexed_in_folded_words(text: str, words: str) -> None:
    assert indexed(text) == words


@given(st.text())
def test_any_text_becomes_words_without_signs(text: str) -> None:
    for word in indexed(text).split(" "):
        assert word == "" or word.isalnum()
