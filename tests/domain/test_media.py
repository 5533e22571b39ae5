from dataclasses import replace
from uuid import UUID

from newsdesk.domain.ids import MediaId
from newsdesk.domain.media import (
    MediaAsset,
    MediaRole,
    PictureWords,
    ReleaseMedia,
    joined,
    said_of,
    with_words,
    worded,
    words_of,
)

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


MAIN = ReleaseMedia(media_id=MediaId(UUID(int=1)), role=MediaRole.FEATURE, caption="A quay")
OTHER = ReleaseMedia(media_id=MediaId(UUID(int=2)), credit="Sam Reed")


def test_a_release_says_other_words_of_one_picture_and_leaves_it_its_part() -> None:
    said = said_of((OTHER, MAIN), MAIN.media_id, WORDS)
    assert said == (OTHER, replace(MAIN, caption="At night", credit="Noor Elm"))
    assert said_of((OTHER,), MAIN.media_id, PictureWords()) == (
        OTHER,
        ReleaseMedia(media_id=MAIN.media_id, caption="", credit=""),
    )


def test_what_nobody_has_said_takes_no_words_away() -> None:
    unsaid = [ReleaseMedia(media_id=MAIN.media_id), replace(OTHER, caption="By day", credit=None)]
    assert worded((MAIN, OTHER), unsaid) == (MAIN, replace(OTHER, caption="By day"))
    assert worded((MAIN,), [OTHER]) == (MAIN,)
    assert joined((MAIN,), [OTHER]) == (MAIN, OTHER)
