"""What is typed to find releases, as it is understood."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.search import (
    FIXED,
    Condition,
    Operator,
    Search,
    Word,
    parse,
    typed_at,
    typed_parts,
)


class Names:
    """Two countries and two languages."""

    def languages(self, name: str) -> Sequence[str]:
        return [tag for tag, own in (("fr", "french"), ("fi", "finnish")) if own.startswith(name)]

    def countries(self, name: str) -> Sequence[str]:
        chinese = ("cn", "china", "chine", "中国")
        return chinese if any(one.startswith(name) for one in chinese) else ()


def meaning(text: str) -> tuple[str, ...]:
    (part,) = parse(text, Names()).parts
    assert isinstance(part, Condition), part
    return part.meaning


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("harbour opens", [Word(text="harbour"), Word(text="opens")]),
        ('"new harbour" opens', [Word(text="new harbour", is_phrase=True), Word(text="opens")]),
        ("« Genève »", [Word(text="Genève", is_phrase=True)]),
        ("“two words”", [Word(text="two words", is_phrase=True)]),
        ('"human ri', [Word(text="human ri", is_phrase=True, is_open=True)]),
        ("-winter", [Word(text="winter", is_excluded=True)]),
        ('-"in winter"', [Word(text="in winter", is_phrase=True, is_excluded=True)]),
        ("e-mail", [Word(text="e-mail")]),
        ("- winter", [Word(text="-"), Word(text="winter")]),
        ("http://example.org", [Word(text="http://example.org")]),
        ("state:nonsense", [Word(text="state:nonsense")]),
        ("-state:nonsense", [Word(text="state:nonsense", is_excluded=True)]),
        ("country:atlantis", [Word(text="country:atlantis")]),
        ("before:noon", [Word(text="before:noon")]),
        ("before:2013-13 x", [Word(text="before:2013-13"), Word(text="x")]),
        ("before: noon", [Word(text="before:"), Word(text="noon")]),
        ('state:"no such"', [Word(text="state:"), Word(text="no such", is_phrase=True)]),
        ('""', []),
        ("", []),
    ],
)
def test_what_is_no_operator_is_a_word(text: str, parts: list[Word]) -> None:
    assert list(parse(text, Names()).parts) == parts


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("state:draft", ("draft",)),
        ("State:DRAFT", ("draft",)),
        ("state：draft", ("draft",)),
        ("state:s", ("submitted", "scheduled", "spiked")),
        ('tag:"human rights"', ("human rights",)),
        ("country:Chine", ("cn", "china", "chine", "中国")),
        ("country:中国", ("cn", "china", "chine", "中国")),
        ("country:CN", ("cn", "china", "chine", "中国")),
        ("lang:French", ("fr",)),
        ("language:f", ("fr", "fi")),
        ("before:2013", ("2013-01-01",)),
        ("before:٢٠١٣", ("2013-01-01",)),
        ("after:2013-05", ("2013-05-01",)),
        ("after:2013-5-7", ("2013-05-07",)),
        ("after:2013/05/07", ("2013-05-07",)),
        ("contact:wong", ("wong",)),
        ("has:image", ("image",)),
        ("has:im", ("image",)),
        ("is:embargoed", ("embargoed",)),
    ],
)
def test_an_operator_means_what_its_value_says(text: str, meant: tuple[str, ...]) -> None:
    assert meaning(text) == meant


def test_without_names_codes_are_known() -> None:
    assert [part.meaning for part in parse("lang:pt_br country:FR").conditions] == [
        ("pt-BR",),
        ("fr",),
    ]


@pytest.mark.parametrize("text", ["state:", "harbour tag:", 'tag:"', "before:20", "after:2013-0"])
def test_a_value_still_to_be_typed_asks_for_nothing(text: str) -> None:
    search = parse(text, Names())
    assert search.conditions == []
    assert isinstance(search.parts[-1], Condition)


def test_the_same_before_other_words_is_text() -> None:
    assert parse("state: of the union").words[0] == Word(text="state:")
    assert parse("before:20 people").words[0] == Word(text="before:20")


def test_what_is_in_quotation_marks_is_a_whole_name() -> None:
    open_, whole = (parse(text).conditions[0] for text in ('tag:"human ri', 'tag:"human rights"'))
    assert (open_.is_exact, whole.is_exact) == (False, True)
    assert str(parse('tag:"human ri')) == 'tag:"human ri'


def test_an_operator_may_be_turned_round() -> None:
    (condition,) = parse("-state:draft").conditions
    assert condition.is_excluded
    assert str(condition) == "-state:draft"


_PIECES = st.sampled_from(
    [
        *"-\"«：:'“x\t \u3000\x1c",
        *("state:", "tag:", "before:", "-country:", "lang:", "is:", "has:"),
        *("draft", "2013", "-05", "中国", "harbour", "image", "  "),
    ]
)


@given(text=st.text() | st.lists(_PIECES).map("".join))
def test_any_text_is_understood_and_means_the_same_once_written_again(text: str) -> None:
    search = parse(text, Names())
    assert parse(str(search), Names()) == search


@given(text=st.lists(_PIECES).map("".join), caret=st.integers(0, 40))
def test_what_is_being_typed_lies_in_the_text(text: str, caret: int) -> None:
    if typed := typed_at(text, caret):
        assert 0 <= typed.start < caret <= typed.end <= len(text)


@pytest.mark.parametrize(
    ("text", "operator", "beginning"),
    [
        ("harb", None, "harb"),
        ("harbour sta", None, "sta"),
        ("harbour state:", Operator.STATE, ""),
        ("harbour -state:dr", Operator.STATE, "dr"),
        ('tag:"human ri', Operator.TAG, "human ri"),
    ],
)
def test_what_is_being_typed_can_be_completed(
    text: str, operator: Operator | None, beginning: str
) -> None:
    typed = typed_at(text, len(text))
    assert typed is not None
    assert (typed.operator, typed.beginning) == (operator, beginning)


def test_a_phrase_is_not_completed() -> None:
    assert typed_at('"state', 6) is None
    assert typed_at("harbour ", 8) is None


def test_every_fixed_value_means_itself() -> None:
    for operator, values in FIXED.items():
        for value in values:
            assert parse(f"{operator}:{value}") == Search(
                (Condition(operator=operator, value=value, meaning=(value,)),)
            )


def test_a_text_falls_into_the_parts_that_were_typed() -> None:
    text = ' harbour -tag:"human rights"  state:nonsense "a phra'
    parts = typed_parts(text)
    assert [text[part.start : part.end] for part in parts] == [
        "harbour", '-tag:"human rights"', "state:nonsense", '"a phra'
    ]  # fmt: skip
    assert [part.operator for part in parts] == [None, Operator.TAG, Operator.STATE, None]
    assert [part.beginning for part in parts] == ["harbour", "human rights", "nonsense", "a phra"]
    assert [part.is_excluded for part in parts] == [False, True, False, False]
    assert [part.is_open for part in parts] == [False, False, False, True]
