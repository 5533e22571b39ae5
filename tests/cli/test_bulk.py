from pathlib import Path

import pytest

from newsdesk.cli.bulk import IN_BULK
from tests.cli.conftest import Newsdesk


@pytest.fixture
def three(newsdesk: Newsdesk, tmp_path: Path) -> list[str]:
    """Three drafts, of which the last is published."""
    body = tmp_path / "body.md"
    body.write_text("It opened.", encoding="utf-8")
    ids: list[str] = []
    for name in ("One", "Two", "Three"):
        made = newsdesk("new", "--set", f"headline={name} quay", "--set", "tags=Ports", "--json")
        ids.append(made.json["id"])
        newsdesk("edit", ids[-1], "--body-file", body)
    assert newsdesk("publish", ids[-1]).code == 0
    return ids


def tags(newsdesk: Newsdesk, key: str) -> list[str]:
    return newsdesk("show", key, "--json").json["tags"]


def test_what_a_query_finds_is_filed_under_a_tag(newsdesk: Newsdesk, three: list[str]) -> None:
    answer = newsdesk("tag", "add", "Lighthouses", "--query", "quay", "--json")
    assert answer.code == 0
    assert answer.json == {"done": 3, "unchanged": 0, "refused": [], "stopped": False}
    assert [tags(newsdesk, key) for key in three] == [["Ports", "Lighthouses"]] * 3
    again = newsdesk("tag", "add", "lighthouses", three[0])
    assert again.out == "0 releases filed.\n1 release had it so already.\n"
    assert newsdesk("tag", "remove", "ports", *three[:2]).code == 0
    assert [tags(newsdesk, key) for key in three] == [["Lighthouses"]] * 2 + [
        ["Ports", "Lighthouses"]
    ]


def test_a_tag_that_is_not_there_is_not_removed(newsdesk: Newsdesk, three: list[str]) -> None:
    answer = newsdesk("tag", "remove", "Nonsense", three[0])
    assert (answer.code, answer.err) == (1, "newsdesk: There is no term 'Nonsense'.\n")


def test_a_theme_is_a_term_as_well(newsdesk: Newsdesk, three: list[str]) -> None:
    assert newsdesk("tag", "add", "Sea", three[0], "--scheme", "theme").code == 0
    assert [row["id"] for row in newsdesk("terms", "--uses", "sea", "--json").json] == three[:1]
    assert tags(newsdesk, three[0]) == ["Ports"]


@pytest.mark.parametrize("words", [[], ["--query", "quay", "ID"]])
def test_releases_are_named_or_looked_for(newsdesk: Newsdesk, words: list[str]) -> None:
    assert newsdesk("tag", "add", "Sea", *words).code == 2


def test_of_what_is_refused_it_is_said_why(newsdesk: Newsdesk, three: list[str]) -> None:
    answer = newsdesk("language", "fr", "--query", "quay", "--json")
    assert answer.code == 1
    assert (answer.json["done"], len(answer.json["refused"])) == (2, 1)
    assert answer.json["refused"][0]["id"] == three[2]
    assert f"{three[2]}: This release is published; only a draft can be edited." in answer.err
    assert newsdesk("show", three[0], "--json").json["language"] == "fr"


def test_a_step_is_taken_with_all_that_have_it(newsdesk: Newsdesk, three: list[str]) -> None:
    answer = newsdesk("step", "submit", *three)
    assert answer.code == 1
    assert answer.out == "2 releases taken along.\n"
    assert newsdesk("show", three[0], "--json").json["state"] == "submitted"
    assert newsdesk("step", "kill", three[2]).code == 2
    assert newsdesk("step", "dance", three[2]).code == 2
    assert all(action.value not in ("kill", "recall", "request_changes") for action in IN_BULK)


def test_many_go_into_the_trash_and_come_out(newsdesk: Newsdesk, three: list[str]) -> None:
    answer = newsdesk("trash", "--query", "quay")
    assert (answer.code, answer.out) == (1, "2 releases put into the trash.\n")
    assert f"{three[2]}: A release that is published has no step “trash”." in answer.err
    assert newsdesk("untrash", "--query", "one").out == "1 release taken out of the trash.\n"
    assert len(newsdesk("list", "--json").json) == 2


def test_emptying_the_trash_says_first_what_it_means(newsdesk: Newsdesk, three: list[str]) -> None:
    newsdesk("trash", *three[:2])
    asked = newsdesk("empty-trash")
    assert asked.code == 1
    assert "2 releases would be erased for good" in asked.err
    assert "say so with --yes" in asked.err
    assert len(newsdesk("list", "--trash", "--json").json) == 2
    assert newsdesk("empty-trash", "--old").out == "Nothing is erased.\n"
    erased = newsdesk("empty-trash", "--yes", "--json").json
    assert {one["id"] for one in erased} == set(three[:2])
    assert all(len(one["revision_hashes"]) == 2 for one in erased)
    assert newsdesk("list", "--trash", "--json").json == []
    assert newsdesk("verify").code == 0


def test_nothing_that_is_found_is_no_error(newsdesk: Newsdesk) -> None:
    answer = newsdesk("trash", "--query", "zwiebelturm")
    assert (answer.code, answer.out) == (0, "0 releases put into the trash.\n")
