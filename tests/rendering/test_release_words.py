import pytest

from newsdesk.domain.newsroom import Newsroom
from newsdesk.rendering.release_words import release_words

PLAIN = Newsroom()


@pytest.mark.parametrize(
    ("language", "notes"),
    [
        ("en", "Notes to editors"),
        ("en-US", "Notes to editors"),
        ("fr-CA", "Notes aux rédactions"),
        ("ar", "ملاحظات للمحررين"),
        ("xx", "Notes to editors"),
    ],
)
def test_a_release_speaks_its_own_language(language: str, notes: str) -> None:
    assert release_words(language, PLAIN).notes == notes


def test_a_language_without_words_takes_those_of_its_fallback() -> None:
    newsroom = Newsroom(fallbacks={"br": "fr"})
    assert release_words("br", newsroom).language == "fr"


@pytest.mark.parametrize("language", ["en", "fr", "es", "ar", "ru", "zh", "de"])
def test_every_language_says_what_was_withdrawn_and_when(language: str) -> None:
    words = release_words(language, PLAIN)
    assert words.language == language
    assert words.withdrawn_headline.count("{}") == words.withdrawn_on.count("{}") == 1
