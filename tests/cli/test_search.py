"""Finding releases, and keeping what is looked for, on the command line."""

from pathlib import Path

import pytest

from tests.cli.conftest import Newsdesk


@pytest.fixture(autouse=True)
def releases(newsdesk: Newsdesk, tmp_path: Path) -> None:
    body = tmp_path / "body.md"
    body.write_text(f"{'Much was said. ' * 20}The **harbour** of Genève opened.\n", "utf-8")
    newsdesk("new", "--set", "headline=A port opens", "--body-file", str(body))
    newsdesk("new", "--set", "headline=Harbour of the year", "--set", "tags=human rights")


def headlines(newsdesk: Newsdesk, *words: str) -> list[str]:
    return [row["headline"] for row in newsdesk(*words, "--json").json]


def test_a_search_shows_where_it_stands(newsdesk: Newsdesk) -> None:
    answer = newsdesk("search", "geneve")
    assert answer.code == 0
    assert "A port opens" in answer.out
    assert "    …The harbour of Genève opened." in answer.out
    (row,) = newsdesk("search", "geneve", "--json").json
    text, (span,) = row["excerpt"]["text"], row["excerpt"]["hits"]
    assert text[span["start"] : span["end"]] == "Genève"


def test_the_best_comes_first_when_asked_for(newsdesk: Newsdesk) -> None:
    newsdesk("edit", "a-port-opens", "--set", "urgency=5")  # the newest now
    assert headlines(newsdesk, "search", "harbour")[0] == "A port opens"
    assert headlines(newsdesk, "search", "harbour", "--ranked", "--limit", "1") == [
        "Harbour of the year"
    ]


def test_operators_are_understood_wherever_releases_are_asked_for(newsdesk: Newsdesk) -> None:
    query = '-tag:"human rights" state:draft lang:english'
    assert headlines(newsdesk, "search", query) == ["A port opens"]
    assert headlines(newsdesk, "list", "--query", query) == ["A port opens"]
    assert newsdesk("search", "state:nonsense").out.strip() == "No releases."


def test_searches_are_kept_counted_changed_and_removed(newsdesk: Newsdesk) -> None:
    newsdesk("searches", "--add", "harbour", "--name", "Harbours")
    newsdesk("searches", "--add", "tag:human")
    listed = newsdesk("searches", "--json").json
    assert [(one["name"], one["query"], one["count"]) for one in listed] == [
        ("Harbours", "harbour", 2),
        ("tag:human", "tag:human", 1),
    ]
    assert len(headlines(newsdesk, "search", "harbours", "--saved")) == 2
    newsdesk("searches", "--edit", "harbours", "--name", "Ports", "--query", "port", "--move", "1")
    assert [one["name"] for one in newsdesk("searches", "--json").json] == ["tag:human", "Ports"]
    assert newsdesk("searches", "--remove", "ports").code == 0
    assert "Ports" not in newsdesk("searches").out
    assert newsdesk("searches", "--remove", "ports").code == 1


@pytest.mark.parametrize(
    "words",
    [
        ("--add", "a", "--remove", "b"),
        ("--name", "a"),
        ("--query", "a"),
        ("--move", "1"),
    ],
)
def test_options_that_do_not_go_together_are_refused(
    newsdesk: Newsdesk, words: tuple[str, ...]
) -> None:
    assert newsdesk("searches", *words).code == 2


def test_no_saved_search_is_said_in_words(newsdesk: Newsdesk) -> None:
    assert newsdesk("searches").out.strip() == "No saved searches."
    assert newsdesk("searches", "--add", '""').code == 1


def test_what_the_library_can_be_narrowed_to_is_counted(newsdesk: Newsdesk) -> None:
    shape = newsdesk("facets", "--json", "--language", "fr").json
    assert list(shape["by"]) == ["state", "is", "country", "theme", "tag", "lang"]
    rows = [row for rows in shape["by"].values() for row in rows]
    assert rows
    for row in rows:
        assert len(newsdesk("search", row["query"], "--json").json) == row["count"], row
    assert shape["all"] == len(newsdesk("list", "--json").json)
    assert shape["trash"] == 0
    lines = newsdesk("facets").out.splitlines()
    assert lines[0].split() == ["all", str(shape["all"])]
    assert len(lines) == len(rows) + 2
    only = newsdesk("facets", "--by", "lang").out.splitlines()
    assert all(line.startswith("lang:") for line in only)
    assert newsdesk("facets", "--by", "colour").code == 2
