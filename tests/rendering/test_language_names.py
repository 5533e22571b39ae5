"""What languages are called."""

import pytest

from newsdesk.rendering.language_names import is_language, language_name, languages_called


@pytest.mark.parametrize(
    ("name", "tag"),
    [("french", "fr"), ("francais", "fr"), ("العربيه", "ar"), ("中文", "zh"), ("русскии", "ru")],
)
def test_a_language_is_known_by_its_name_in_many_languages(name: str, tag: str) -> None:
    assert languages_called(name) == [tag]


def test_a_beginning_is_that_of_several() -> None:
    assert {"fr", "fi"} <= set(languages_called("f"))
    assert languages_called("nonsense") == []


def test_a_tag_is_told_from_a_word() -> None:
    assert is_language("pt-BR")
    assert not is_language("qqq")


def test_a_language_is_named_in_the_language_of_the_window() -> None:
    assert language_name("fr", "en-GB") == "French"
    assert language_name("pt-BR", "fr") == "portugais brésilien"
    assert language_name("fr", "sw") == "French"
    assert language_name("qqq", "en") == "qqq"
