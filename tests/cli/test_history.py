"""The history on the command line: listed, compared, brought back."""

import pytest

from tests.cli.conftest import Newsdesk


@pytest.fixture
def key(newsdesk: Newsdesk) -> str:
    """The key of a release with two versions."""
    made = newsdesk("new", "--set", "headline=Harbour opens", "--json").json
    edited = ("--set", "headline=New harbour opens", "--set", "tags=ports", "--set", "body_md=One.")
    newsdesk("edit", made["id"], *edited)
    return str(made["id"])


def test_versions_are_listed_with_who_made_them_and_why(newsdesk: Newsdesk, key: str) -> None:
    lines = newsdesk("revisions", key).out.splitlines()
    assert [line.split()[0] for line in lines] == ["1", "2"]
    assert " save " in lines[1]
    assert " 1 words " in lines[1]
    rows = newsdesk("revisions", key, "--json").json
    assert [(row["number"], row["permanent"]) for row in rows] == [(1, True), (2, True)]


def test_what_differs_is_told_field_by_field_and_word_by_word(newsdesk: Newsdesk, key: str) -> None:
    assert newsdesk("diff", key, "1", "2").out.splitlines() == [
        "--- 1",
        "+++ 2",
        "@@ headline",
        "[-Harbour -]{+New harbour +}opens",
        "",
        "@@ terms",
        "{+ports+}",
        "",
        "@@ body_md",
        "{+One.+}",
        "",
    ]


def test_what_is_the_same_between_two_changes_is_left_out(newsdesk: Newsdesk, key: str) -> None:
    newsdesk("edit", key, "--set", "body_md=One.\n\nTwo.\n\nThree.\n\nFour.")
    newsdesk("edit", key, "--set", "body_md=One!\n\nTwo.\n\nThree.\n\nFive.")
    said = newsdesk("diff", key, "3", "now").out
    assert "…\n" in said
    assert "Two." not in said
    assert "{+Five.+}" in said


def test_now_is_a_version_too(newsdesk: Newsdesk, key: str) -> None:
    assert newsdesk("diff", key, "2", "now").out == "Nothing differs.\n"
    assert newsdesk("diff", key, "2").out == "Nothing differs.\n"
    assert newsdesk("diff", key, "now", "1").out.startswith("--- now\n+++ 1\n")


def test_as_json_every_piece_says_what_became_of_it(newsdesk: Newsdesk, key: str) -> None:
    told = newsdesk("diff", key, "1", "2", "--json").json
    assert told["id"] == key
    assert not told["same"]
    assert not told["coarse"]
    assert told["fields"]["headline"] == [
        [
            {"mark": "removed", "text": "Harbour "},
            {"mark": "added", "text": "New harbour "},
            {"mark": "same", "text": "opens"},
        ]
    ]
    assert told["body_md"] == [[{"mark": "added", "text": "One."}]]


@pytest.mark.parametrize(("word", "code"), [("9", 1), ("yesterday", 2), ("-1", 2)])
def test_a_version_that_is_none_is_refused_in_words(
    newsdesk: Newsdesk, key: str, word: str, code: int
) -> None:
    answer = newsdesk("diff", key, word, "now")
    assert answer.code == code
    assert answer.err


def test_a_draft_is_set_back_by_a_new_version(newsdesk: Newsdesk, key: str) -> None:
    answer = newsdesk("restore-revision", key, "1")
    assert answer.code == 0
    assert answer.out.startswith("Set back to revision 1, as revision 3: ")
    assert newsdesk("show", key, "--json").json["headline"] == "Harbour opens"
    assert newsdesk("restore-revision", key, "2", "--json").json == {
        "id": key,
        "restored": 2,
        "revision": 4,
    }


def test_what_is_published_is_not_set_back(newsdesk: Newsdesk, key: str) -> None:
    newsdesk("publish", key)
    answer = newsdesk("restore-revision", key, "1")
    assert answer.code == 1
    assert "published" in answer.err
    assert newsdesk("show", key, "--json").json["headline"] == "New harbour opens"


def test_a_release_is_shown_as_it_was(newsdesk: Newsdesk, key: str) -> None:
    shown = newsdesk("show", key, "--revision", "1", "--json").json
    assert (shown["headline"], shown["current_revision"]) == ("Harbour opens", 1)
    assert newsdesk("show", key, "--revision", "1", "--markdown").out.startswith("# Harbour opens")
    assert newsdesk("show", key, "--revision", "9").code == 1
