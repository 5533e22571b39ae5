import pytest

from newsdesk.rendering.attribution_words import attribution_form
from newsdesk.rendering.speakers import verbs
from newsdesk.rendering.speech_words import SPEECH


@pytest.mark.parametrize("language", SPEECH)
def test_every_language_in_which_quotes_are_found_has_a_form(language: str) -> None:
    assert attribution_form(language).verbs


@pytest.mark.parametrize("language", SPEECH)
def test_every_verb_that_is_offered_is_known_to_who_looks_for_quotes(language: str) -> None:
    for verb in attribution_form(language).verbs:
        assert verbs(verb, language), verb


@pytest.mark.parametrize("tag", ["zh-Hant", "zh-TW", "zh-HK"])
def test_traditional_signs_are_kept_apart(tag: str) -> None:
    assert "說" in attribution_form(tag).verbs
    assert "说" in attribution_form("zh-Hans").verbs


def test_another_language_needs_no_verb() -> None:
    assert attribution_form("sv").verbs == ()
