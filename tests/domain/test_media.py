from uuid import UUID

from newsdesk.domain.ids import MediaId
from newsdesk.domain.media import MediaAsset, PictureWords, with_words, words_of

ASSET = MediaAsset(id=MediaId(UUID(int=1)), sha256="ab" * 32, path="ab/x.jpg", mime="image/jpeg")
WORDS = PictureWords(alt="A quay", caption="At night", credit="Noor Elm")


def test_words_are_those_of_the_language_or_of_the_one_it_is_a_variety_of() -> None:
    asset = with_words(ASSET, "en", WORDS)
    assert words_of(asset, "en") == words_of(asset, "en-GB") == WORDS
    assert words_of(asset, "fr") == PictureWords(credit="Noor Elm")


def test_other_languages_keep_their_words() -> None:
    asset = with_words(with_words(ASSET, "en", WORDS), "fr", PictureWords(caption="La nuit"))
    assert asset.captions == {"en": "At night", "fr": "La nuit"}
    assert asset.alts == {"en": "A quay"}
    assert with_words(asset, "en", PictureWords()).captions == {"fr": "La nuit"}
