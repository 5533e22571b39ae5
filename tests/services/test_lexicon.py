"""What the names in a search stand for."""

import pytest

from newsdesk import paths
from newsdesk.domain.gazetteer import Gazetteer
from newsdesk.domain.search import parse
from newsdesk.services.lexicon import NameLexicon


@pytest.fixture(scope="module")
def lexicon() -> NameLexicon:
    text = (paths.resources() / "gazetteer.json").read_text("utf-8")
    return NameLexicon(lambda: Gazetteer.from_json(text))


@pytest.mark.parametrize("name", ["china", "chine", "中国", "cn", "الصين", "китаи"])
def test_a_country_is_known_by_its_names_and_its_code(lexicon: NameLexicon, name: str) -> None:
    assert {"cn", "china"} <= set(lexicon.countries(name))
    assert "ch" not in lexicon.countries(name)


def test_a_whole_name_is_no_beginning(lexicon: NameLexicon) -> None:
    assert "ng" not in lexicon.countries("niger")
    assert {"ne", "ng"} <= set(lexicon.countries("nige"))
    assert lexicon.countries("atlantis") == ()


def test_a_search_is_understood_with_it(lexicon: NameLexicon) -> None:
    (language,) = parse("lang:Français", lexicon).conditions
    (country,) = parse('country:"côte d’ivoire"', lexicon).conditions
    assert language.meaning == ("fr",)
    assert country.meaning[0] == "ci"
    assert parse("lang:zz country:atlantis lang:zh-Hans", lexicon).words
    assert parse("lang:zh-hans", lexicon).conditions[0].meaning == ("zh-Hans",)
