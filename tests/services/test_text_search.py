import pytest

from newsdesk.services import text_search
from newsdesk.services.text_search import (
    Place,
    UnusablePatternError,
    Wanted,
    places,
    replacements,
)


def found(text: str, words: str, **options: bool) -> list[str]:
    wanted = Wanted(words=words, **options)
    return [text[place.start : place.end] for place in places(text, wanted)]


@pytest.mark.parametrize(
    ("text", "words", "options", "expected"),
    [
        ("Harbour and harbour", "harbour", {}, ["Harbour", "harbour"]),
        ("Harbour and harbour", "harbour", {"is_case_kept": True}, ["harbour"]),
        ("port, ports, Port.", "port", {"is_whole_word": True}, ["port", "Port"]),
        ("a.b axb", "a.b", {}, ["a.b"]),
        ("a.b axb", "a.b", {"is_pattern": True}, ["a.b", "axb"]),
        ("one\ntwo", "^t", {"is_pattern": True}, ["t"]),
        ("one\ntwo", "one\ntwo", {}, ["one\ntwo"]),
        ("Женева, женева", "ЖЕНЕВА", {}, ["Женева", "женева"]),
        ("فتح الميناء", "الميناء", {"is_whole_word": True}, ["الميناء"]),
        ("abc", "", {}, []),
        ("abc", "x*", {"is_pattern": True}, []),
    ],
)
def test_words_are_found(
    text: str, words: str, options: dict[str, bool], expected: list[str]
) -> None:
    assert found(text, words, **options) == expected


def test_what_comes_in_their_place_is_said_for_each() -> None:
    text = "On 3 May and 4 June."
    wanted = Wanted(words=r"(\d) (\w+)", is_pattern=True)
    assert replacements(text, wanted, r"\2 \1") == [
        (Place(3, 8), "May 3"),
        (Place(13, 19), "June 4"),
    ]


def test_without_a_pattern_a_backslash_is_a_backslash() -> None:
    ((_place, new),) = replacements("one", Wanted(words="one"), r"\1")
    assert new == r"\1"


@pytest.mark.parametrize("pattern", ["(", "[a", "*", "(?P<a>x", r"\p{Nothing}"])
def test_what_is_no_pattern_is_said(pattern: str) -> None:
    with pytest.raises(UnusablePatternError) as caught:
        places("text", Wanted(words=pattern, is_pattern=True))
    assert not caught.value.is_too_slow


def test_a_group_that_is_not_there_is_said() -> None:
    with pytest.raises(UnusablePatternError):
        replacements("text", Wanted(words="t", is_pattern=True), r"\3")


def test_a_pattern_without_end_is_given_up() -> None:
    with pytest.raises(UnusablePatternError) as caught:
        places("a" * 5_000 + "b", Wanted(words=r"(a|a|aa)+$", is_pattern=True))
    assert caught.value.is_too_slow


def test_plain_words_are_never_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_search, "_LONGEST_S", 0.000_001)
    assert len(found("The harbour opened. " * 50_000, "harbour")) == 50_000
    with pytest.raises(UnusablePatternError):
        found("The harbour opened. " * 50_000, "harbour", is_pattern=True)
