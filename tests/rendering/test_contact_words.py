import pytest

from newsdesk.domain.contact import PointKind
from newsdesk.domain.newsroom import Newsroom
from newsdesk.rendering.contact_words import contact_intro, contact_words

LANGUAGES = ["en", "fr", "es", "ar", "ru", "zh", "de", "it", "pt", "ja"]


def test_each_language_has_its_own_intro() -> None:
    intros = {contact_intro(language, Newsroom()) for language in LANGUAGES}
    assert len(intros) == len(LANGUAGES)
    assert "For more information, please contact:" in intros


@pytest.mark.parametrize("language", [*LANGUAGES, "pt-BR", "sw"])
def test_every_kind_of_point_has_a_label(language: str) -> None:
    words = contact_words(language, Newsroom())
    labels = [words.label(kind).rstrip() for kind in PointKind]
    assert len(set(labels)) == len(PointKind)
    assert all(label.endswith((":", "：")) for label in labels)


def test_the_newsroom_words_its_own_intro() -> None:
    newsroom = Newsroom(contact_intros={"en": "Press office:"})
    assert contact_intro("en-GB", newsroom) == "Press office:"
    assert contact_intro("de", newsroom).startswith("Für weitere")


def test_an_unknown_language_takes_its_fallback_and_then_english() -> None:
    newsroom = Newsroom(fallbacks={"ht": "fr"})
    assert contact_words("ht", newsroom).phone == "Tél."
    assert contact_words("sw", newsroom).phone == "Tel"
