"""What the search index is asked for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.index_words import indexed
from newsdesk.storage.fold import wanted


@pytest.mark.parametrize(
    ("query", "terms"),
    [
        ("Genève", [[["geneve"]]]),
        ("e-mail noor", [[["e", "mail"]], [["noor"]]]),
        ("新闻稿", [[["新闻", "闻稿"]]]),
        ("UNHCR新闻 x", [[["unhcr"]], [["新闻"]], [["x"]]]),
        ("الهجرة", [[["الهجره"], ["هجره"]]]),
        ("الهجرة x", [[["هجره"]], [["x"]]]),
        ('"" * ( ', []),
    ],
)
def test_a_query_is_folded_the_same_way(query: str, terms: list[list[list[str]]]) -> None:
    assert wanted(query) == terms


def test_a_pasted_page_is_no_endless_query() -> None:
    assert len(wanted("word " * 5000)) == 32


@given(st.text(alphabet=st.characters(categories=["Lu", "Ll", "Lo", "Nd", "Zs", "Pd"]), min_size=1))
def test_every_word_that_is_looked_for_is_in_the_index_of_its_own_text(text: str) -> None:
    index = f" {indexed(text)} "
    for term in wanted(text):
        assert any(f" {' '.join(phrase)}" in index for phrase in term)
