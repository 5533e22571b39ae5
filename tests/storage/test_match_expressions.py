"""What the search index is asked."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.index_words import indexed
from newsdesk.storage import match_expressions as match
from newsdesk.storage.fold import named


@pytest.fixture(scope="module")
def index() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as driver:
        driver.execute("CREATE VIRTUAL TABLE i USING fts5(text, names, tokenize='ascii')")
        yield driver


def finds(index: sqlite3.Connection, asked: match.Match | None, text: str, names: str = "") -> bool:
    """Ask the index, and the entry by itself, which say the same."""
    assert asked is not None
    index.execute("DELETE FROM i")
    index.execute("INSERT INTO i VALUES (?, ?)", (text, names))
    rows = index.execute("SELECT 1 FROM i WHERE i MATCH ?", (asked.expression,)).fetchall()
    assert asked.holds({"text": text, "names": names}) == bool(rows)
    return bool(rows)


def test_an_expression_holds_quoted_words_only() -> None:
    terms = [[["or"]], [["e", "mail"]], [["الهجره"], ["هجره"]]]
    assert match.of_terms(terms).expression == (
        '("or") AND ("e mail") AND (("الهجره"*) OR ("هجره"*))'
    )


def test_a_text_without_letters_asks_for_nothing() -> None:
    assert match.words("***") is match.together("…") is match.name("–") is None


@pytest.mark.parametrize(
    ("text", "words", "is_there"),
    [
        ("human rights day", "human rights", True),
        ("rights of every human", "human rights", False),
        ("human rightsholder", "human rights", False),
        ("a two-day e-mail course", "two-day e-mail", True),
        ("联合国难民署发布新闻稿", "难民署", True),
        ("联合国难民署发布新闻稿", "新闻难民", False),
        ("难民署 2025", "民署 2025", True),
        ("وحقوق الإنسان", "حقوق الإنسان", True),
        ("حقوق كل إنسان", "حقوق الإنسان", False),
    ],
)
def test_words_in_quotation_marks_stand_together(
    index: sqlite3.Connection, text: str, words: str, is_there: bool
) -> None:
    assert finds(index, match.together(words), indexed(text)) == is_there


def test_a_letter_of_chinese_is_found_inside_a_word_and_before_others(
    index: sqlite3.Connection,
) -> None:
    assert finds(index, match.words("国 2025"), indexed("联合国发布 2025"))


def test_words_of_two_columns_stand_nowhere_together(index: sqlite3.Connection) -> None:
    assert not finds(index, match.together("human rights"), "every human", "rights")


def test_a_name_is_found_as_a_whole(index: sqlite3.Connection) -> None:
    names = f"{named('Port of Rabat')} {named('Port')}"
    found = {}
    for name in ("port", "Port of Rabat", "of Rabat", "Rabat Port"):
        asked = match.name(name)
        assert asked is not None
        found[name] = finds(index, match.within("names", asked), "", names)
    assert found == {"port": True, "Port of Rabat": True, "of Rabat": False, "Rabat Port": False}


@given(text=st.text(), content=st.text())
def test_whatever_is_typed_can_be_asked(index: sqlite3.Connection, text: str, content: str) -> None:
    made = (match.words(text), match.words(text, is_beginning=True), match.together(text))
    for asked in (one for one in (*made, match.name(text)) if one is not None):
        finds(index, asked, indexed(content + text))
        finds(index, match.without(asked, match.within("names", asked)), indexed(text), "a")
        finds(index, match.any_of([asked, match.any_name()]), indexed(content), "‹ a ›")
