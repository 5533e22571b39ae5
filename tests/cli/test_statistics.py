"""`newsdesk stats`."""

import pytest

from tests.cli.conftest import Newsdesk


@pytest.fixture
def filled(newsdesk: Newsdesk) -> Newsdesk:
    newsdesk("samples")
    return newsdesk


def test_figures_are_said_as_a_report(filled: Newsdesk) -> None:
    said = filled("stats").out
    assert "The library holds" in said
    assert "By language" in said
    only = filled("stats", "--by", "language").out
    assert "By country" not in only
    assert "English" in only


def test_figures_are_given_to_programs(filled: Newsdesk) -> None:
    shape = filled("stats", "--json", "--by", "country").json
    assert shape["total"] <= sum(row["number"] for row in shape["by"]["country"])
    assert set(shape["by"]) == {"country"}
    nothing = filled("stats", "--json", "--to", "1999-12-31").json
    assert (nothing["total"], nothing["to"]) == (0, "1999-12-31")
    assert filled("stats", "--json", "--published").json["total"] == 0


def test_figures_are_given_as_table_and_page(filled: Newsdesk) -> None:
    assert filled("stats", "--csv").out.startswith("By,Key,Name,Releases")
    page = filled("stats", "--html").out
    assert page.startswith("<!doctype html>")
    assert "<svg" in page


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--by", "colour"], 2),
        (["--from", "soon"], 2),
        (["--from", "2026-02-01", "--to", "2026-01-01"], 1),
        (["--csv", "--html"], 2),
    ],
)
def test_what_cannot_be_is_refused_in_words(filled: Newsdesk, words: list[str], code: int) -> None:
    answer = filled("stats", *words)
    assert answer.code == code
    assert answer.err
