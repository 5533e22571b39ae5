import pytest

from newsdesk.domain.newsroom import Newsroom
from newsdesk.domain.release import Profile
from newsdesk.rendering.print_words import _WORDS, print_words
from newsdesk.rendering.release_words import _WORDS as RELEASE_WORDS


def test_pages_speak_every_language_that_releases_speak() -> None:
    assert _WORDS.keys() == RELEASE_WORDS.keys()


@pytest.mark.parametrize("language", _WORDS)
def test_every_language_names_every_kind_and_counts_pages(language: str) -> None:
    words = print_words(language, Newsroom())
    assert words.language == language
    assert words.kinds.keys() == set(Profile)
    assert all(words.kinds.values())
    assert len(set(words.kinds.values())) == len(Profile)
    assert "7" in words.page.format(page=7, pages=9)
    assert "9" in words.page.format(page=7, pages=9)


def test_a_language_without_words_takes_those_of_its_fallback() -> None:
    assert print_words("fr-CH", Newsroom()).language == "fr"
    assert print_words("rm", Newsroom(fallbacks={"rm": "de"})).language == "de"
    assert print_words("tlh", Newsroom()).language == "en"
