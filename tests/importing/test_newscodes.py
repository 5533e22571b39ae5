import json
from typing import Any

import pytest

from newsdesk.domain.errors import ImportProblem, ImportRefusedError
from newsdesk.domain.vocabulary import Scheme
from newsdesk.importing.newscodes import Concept, read_newscodes

CV = "http://cv.example.org/newscodes/mediatopic"


def served(*concepts: dict[str, Any]) -> str:
    """Return a file as the server of NewsCodes writes it."""
    head = {"@context": {}, "uri": f"{CV}/", "prefLabel": {"en-GB": "Media Topic"}}
    return json.dumps(head | {"conceptSet": concepts})


SEA = {
    "uri": f"{CV}/20000001",
    "qcode": "medtop:20000001",
    "type": ["http://www.w3.org/2004/02/skos/core#Concept"],
    "prefLabel": {"de": "Meer", "en-GB": "sea", "zh-Hant": "海", "en-US": "ocean"},
    "definition": {"en-GB": "Salt water"},
    "narrower": [f"{CV}/20000002"],
}
TIDE = {
    "uri": f"{CV}/20000002",
    "qcode": "medtop:20000002",
    "prefLabel": {"en-GB": "tide"},
    "broader": [f"{CV}/20000001"],
    "retired": "2019-10-16T12:00:00+00:00",
}


def test_the_files_of_the_server_are_read() -> None:
    codes = read_newscodes(served(SEA, TIDE), "cptall.json")
    assert codes.scheme is Scheme.IPTC_MEDIATOPIC
    sea, tide = codes.concepts
    assert sea.names == {"en": "ocean", "de": "Meer", "zh-Hant": "海"}
    assert next(iter(sea.names)) == "en"
    assert tide == Concept(
        uri=f"{CV}/20000002",
        qcode="medtop:20000002",
        names={"en": "tide"},
        broader=f"{CV}/20000001",
        is_retired=True,
    )


def test_json_ld_of_skos_is_read() -> None:
    graph = [
        {"@id": "http://example.org/scheme", "@type": "skos:ConceptScheme"},
        {
            "@id": "http://cv.example.org/newscodes/genre/Statement",
            "@type": "skos:Concept",
            "skos:prefLabel": [
                {"@language": "en-GB", "@value": "Statement"},
                {"@language": "fr", "@value": " Déclaration "},
            ],
            "skos:broader": {"@id": "http://cv.example.org/newscodes/genre/Text"},
        },
        {
            "@id": "http://cv.example.org/newscodes/genre/Text",
            "http://www.w3.org/2004/02/skos/core#prefLabel": {"@value": "Text"},
            "skos:notation": "genre:Text",
            "owl:deprecated": True,
        },
    ]
    codes = read_newscodes(json.dumps({"@graph": graph}), "genre.jsonld")
    assert codes.scheme is Scheme.IPTC_GENRE
    statement, text = codes.concepts
    assert statement.qcode == "genre:Statement"
    assert statement.names == {"en": "Statement", "fr": "Déclaration"}
    assert statement.broader == text.uri
    assert (text.names, text.qcode, text.is_retired) == ({"und": "Text"}, "genre:Text", True)


def test_a_vocabulary_that_is_none_of_ours_becomes_themes() -> None:
    own = {"uri": "https://example.org/t/1", "prefLabel": {"en": "Quays"}}
    codes = read_newscodes(json.dumps([own]), "own.json")
    assert codes.scheme is Scheme.THEME
    assert codes.concepts[0].qcode == "https://example.org/t/1"


def test_what_has_no_name_or_no_address_is_passed_over() -> None:
    file = served({"uri": f"{CV}/1"}, {"prefLabel": {"en": "x"}}, SEA, 7, None, [])  # type: ignore[arg-type]
    assert [one.uri for one in read_newscodes(file, "a.json").concepts] == [SEA["uri"]]


def test_a_code_that_comes_twice_is_one_term() -> None:
    assert len(read_newscodes(served(SEA, SEA), "a.json").concepts) == 1


@pytest.mark.parametrize("name", ["", "   ", "x" * 201, 7, None, {"a": 1}])
def test_a_name_that_is_none_is_passed_over(name: object) -> None:
    one = SEA | {"prefLabel": {"en": "sea", "fr": name}}
    assert read_newscodes(served(one), "a.json").concepts[0].names == {"en": "sea"}


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, "\x00"])
def test_what_is_no_json_is_refused(text: str) -> None:
    with pytest.raises(ImportRefusedError) as caught:
        read_newscodes(text, "a.json")
    assert caught.value.problem is ImportProblem.DAMAGED


@pytest.mark.parametrize("text", ["{}", "[]", "7", '"a"', '{"conceptSet": {}}', '{"a": [1]}'])
def test_what_holds_no_vocabulary_is_refused(text: str) -> None:
    with pytest.raises(ImportRefusedError) as caught:
        read_newscodes(text, "a.json")
    assert caught.value.problem is ImportProblem.NO_TERMS


def test_more_terms_than_any_vocabulary_has_are_refused() -> None:
    many = [
        {"uri": f"https://example.org/{n}", "prefLabel": {"en": str(n)}} for n in range(100_001)
    ]
    with pytest.raises(ImportRefusedError) as caught:
        read_newscodes(json.dumps(many), "a.json")
    assert caught.value.problem is ImportProblem.TOO_LARGE
