"""What the search index is asked."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.storage import match_expressions as match
from newsdesk.storage.fold import indexed, named


@pytest.fixture(scope="module")
def index() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as driver:
        driver.execute("CREATE VIRTUAL TABLE i USING fts5(text, names, tokenize='ascii')")
        yield driver


def finds(index: sqlite3.Connection, text: str, expression: str) -> bool:
    index.execute("DELETE FROM i")
    index.execute("INSERT INTO i VALUES (?, '')", (indexed(text),))
    return bool(index.execute("SELECT 1 FROM i WHERE i MATCH ?", (expression,)).fetchall())


def test_an_expression_holds_quoted_words_only() -> None:
    assert match.of_terms([[["or"]], [["e", "mail"]], [["الهجره"], ["هجره"]]]) == (
        '("or") AND ("e mail") AND (("الهجره"*) OR ("هجره"*))'
    )


def test_a_text_without_letters_asks_for_nothing() -> None:
    assert match.words("***") == match.together("…") == match.name("–") == ""


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
    assert finds(index, text, match.together(words)) == is_there


def test_a_letter_of_chinese_is_found_inside_a_word_and_before_others(
    index: sqlite3.Connection,
) -> None:
    assert finds(index, "联合国发布 2025", match.words("国 2025"))


def test_a_name_is_found_as_a_whole(index: sqlite3.Connection) -> None:
    index.execute("DELETE FROM i")
    index.execute("INSERT INTO i VALUES ('', ?)", (f"{named('Port of Rabat')} {named('Port')}",))
    found = {
        name: bool(
            index.execute(
                "SELECT 1 FROM i WHERE i MATCH ?", (match.within("names", match.name(name)),)
            ).fetchall()
        )
        for name in ("port", "Port of Rabat", "of Rabat", "Rabat Port")
    }
    assert found == {"port": True, "Port of Rabat": True, "of Rabat": False, "Rabat Port": False}


@given(text=st.text())
def test_whatever_is_typed_can_be_asked(index: sqlite3.Connection, text: str) -> None:
    made = (match.words(text), match.words(text, is_beginning=True), match.together(text))
    for expression in filter(None, (*made, match.name(text))):
        asked = match.without(expression, match.within("names", expression))
        index.execute("SELECT 1 FROM i WHERE i MATCH ?", (asked,)).fetchall()
