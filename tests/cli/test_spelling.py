from pathlib import Path

import pytest

from tests.cli.conftest import Newsdesk
from tests.services.small_dictionary import write_dictionary


@pytest.fixture
def release(newsdesk: Newsdesk) -> str:
    """The key of a release with an unknown word."""
    made = newsdesk("new", "--set", "headline=The quaye opens", "--set", "language=en", "--json")
    return str(made.json["id"])


def test_unknown_words_are_listed_with_their_place(newsdesk: Newsdesk, release: str) -> None:
    assert newsdesk("spelling", release).out.split() == ["headline", "1:5", "quaye"]
    report = newsdesk("spelling", "the-quaye-opens", "--suggest", "--json").json
    assert (report["id"], report["language"], report["dictionary"]) == (release, "en", "en-GB")
    (word,) = report["unknown"]
    assert (word["field"], word["line"], word["column"], word["word"]) == (
        *("headline", 1, 5),
        "quaye",
    )
    assert "quay" in word["suggestions"]
    assert "quay" in newsdesk("spelling", release, "--suggest").out


def test_a_word_is_ignored_and_heeded_again(newsdesk: Newsdesk, release: str) -> None:
    assert "No unknown words (en-GB)" in newsdesk("spelling", release, "--ignore", "quaye").out
    assert "No unknown words" in newsdesk("spelling", release).out
    assert "quaye" in newsdesk("spelling", release, "--heed", "quaye").out
    assert newsdesk("spelling", release, "--heed", "a", "--ignore", "b").code == 2


def test_what_cannot_be_checked_says_so(newsdesk: Newsdesk) -> None:
    newsdesk("new", "--set", "headline=wrng", "--set", "slug=wrng", "--set", "language=ar")
    assert newsdesk("spelling", "wrng").out == "Not checked: there is no dictionary for ar.\n"
    assert newsdesk("spelling", "nowhere").code == 1


def test_words_of_the_houses_own_are_kept(newsdesk: Newsdesk, release: str) -> None:
    assert newsdesk("words").out == "No words of your own.\n"
    assert newsdesk("words", "--add", "quaye", "--json").json[0]["language"] == "en"
    newsdesk("words", "--add", "quai", "--language", "fr-CH")
    assert newsdesk("words").out.split() == ["en", "quaye", "fr", "quai"]
    assert "No unknown words" in newsdesk("spelling", release).out
    assert newsdesk("words", "--remove", "quaye").code == 0
    assert newsdesk("words", "--remove", "quaye").code == 1
    assert newsdesk("words", "--add", "a", "--remove", "b").code == 2
    assert newsdesk("words", "--add", "two words").code == 1


def test_dictionaries_are_listed_added_and_removed(newsdesk: Newsdesk, tmp_path: Path) -> None:
    listed = newsdesk("dictionaries", "--json").json
    assert {one["language"] for one in listed} == {"en-GB", "en-US", "es", "fr", "pt-BR", "ru"}
    assert "BSD-3-Clause" in newsdesk("dictionaries").out
    file = write_dictionary(tmp_path / "words").with_suffix(".dic")
    refused = newsdesk("dictionaries", "--add", file)
    assert (refused.code, refused.out) == (1, "")
    assert "does not say which language" in refused.err
    added = newsdesk("dictionaries", "--add", file, "--language", "de", "--json").json
    assert [(one["language"], one["own"]) for one in added] == [("de", True)]
    assert newsdesk("dictionaries", "--remove", "de").code == 0
    assert newsdesk("dictionaries", "--remove", "de").code == 1
    assert newsdesk("dictionaries", "--add", file, "--remove", "de").code == 2
    assert newsdesk("dictionaries", "--language", "de").code == 2


def test_the_house_chooses_a_dictionary(newsdesk: Newsdesk) -> None:
    newsdesk("new", "--set", "headline=A harbor", "--set", "slug=harbor", "--set", "language=en")
    assert "harbor" in newsdesk("spelling", "harbor").out
    newsdesk("newsroom", "--set", "dictionaries=en=en-US")
    assert "No unknown words (en-US)" in newsdesk("spelling", "harbor").out
