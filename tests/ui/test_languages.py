import pytest

from newsdesk.domain.language import normalised
from newsdesk.ui.languages import LANGUAGES, language_name


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("en", "English"),
        ("en-GB", "British English"),
        ("fr", "Français"),
        ("ar", "العربية"),
        ("ru", "Русский"),
        ("zh", "中文"),
        ("tet", "tet"),  # Qt does not know it
    ],
)
def test_a_language_is_called_as_it_calls_itself(tag: str, name: str) -> None:
    assert language_name(tag) == name


def test_every_language_offered_has_a_tag_and_a_name_of_its_own() -> None:
    assert all(normalised(tag) == tag for tag in LANGUAGES)
    names = [language_name(tag) for tag in LANGUAGES]
    assert len(set(names)) == len(names)
    assert not set(names) & set(LANGUAGES)
