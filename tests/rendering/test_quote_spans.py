from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.rendering.quote_spans import Span, spans


def texts(paragraph: str) -> list[str]:
    return [span.text for span in spans(paragraph)]


@pytest.mark.parametrize(
    "quote",
    [
        *("“one two”", "„one two“", "„one two”", "«one two»", "»one two«", "‹one two›"),
        *("『one two』", '"one two"', "＂one two＂", "”one two”", "« one two »"),
        *("«\xa0one two\xa0»", "«\u202fone two\u202f»"),
    ],
)
def test_the_marks_of_ten_languages_open_and_close(quote: str) -> None:
    assert list(spans(quote)) == [Span(0, len(quote), "one two")]
    assert texts(f"Before {quote}, after.") == ["one two"]


@pytest.mark.parametrize(
    ("paragraph", "text"),
    [
        ("他说“好的”。", "好的"),
        ("彼は「はい」と述べた。", "はい"),
        ('他说"好的"。', "好的"),
        ("قال «نعم»، ثم ذهب.", "نعم"),
        ("(“one”)", "one"),
        ("**“one”**", "one"),
        ("‘Full speed,’ he said", "Full speed,"),
    ],
)
def test_marks_stand_beside_letters_brackets_and_markup(paragraph: str, text: str) -> None:
    assert texts(paragraph) == [text]


@pytest.mark.parametrize(
    ("paragraph", "text"),
    [
        ("“one ‘two’ three”", "one ‘two’ three"),
        ("“one “two” three”", "one “two” three"),
        ('"one "two" three"', 'one "two" three'),
        ("「一「二」三」", "一「二」三"),
        ("« un “deux” trois »", "un “deux” trois"),
    ],
)
def test_inner_marks_are_part_of_the_quote(paragraph: str, text: str) -> None:
    assert texts(paragraph) == [text]


def test_a_quote_that_goes_on_in_the_next_paragraph_is_open() -> None:
    assert list(spans("He said: “one two")) == [Span(9, 17, "one two", is_closed=False)]


def test_quotes_beside_each_other_are_two() -> None:
    assert texts("“one” “two” and “three”") == ["one", "two", "three"]


@pytest.mark.parametrize(
    "paragraph",
    [
        *("", "“", '"', "no marks", "it’s the crews’ boat", "don't and 'tis", "rock 'n' roll"),
        '5" pipes and 6" pipes',
    ],
)
def test_apostrophes_and_inches_open_nothing(paragraph: str) -> None:
    assert texts(paragraph) == []


@pytest.mark.parametrize("closing", ["」", "』", "〞"])
@pytest.mark.parametrize("before", ["", "He came ", "（"])
def test_a_mark_that_only_closes_opens_nothing(before: str, closing: str) -> None:
    assert texts(f"{before}{closing}“one two”") == ["one two"]
    assert texts(f"{before}{closing} b.") == []


@given(st.text("“”„‟«»‹›「」『』〝〞\"＂‘’' a.,(\n", max_size=60) | st.text(max_size=60))
def test_spans_stand_in_order_and_apart(paragraph: str) -> None:
    found = list(spans(paragraph))
    for span in found:
        assert 0 <= span.start < span.end <= len(paragraph)
        end = span.end - 1 if span.is_closed else span.end
        assert paragraph[span.start + 1 : end].strip() == span.text
    for before, after in pairwise(found):
        assert before.is_closed
        assert before.end <= after.start


@pytest.mark.parametrize("mark", ["“", "”", '"', "«", "»", "「", "‘", "'", "a", "\0"])
def test_a_megabyte_of_one_mark_is_read(mark: str) -> None:
    assert all(span.start < span.end for span in spans(mark * 1_000_000))


def test_ten_thousand_quotes_in_one_paragraph_are_all_found() -> None:
    assert texts("“one” " * 10_000) == ["one"] * 10_000
    assert len(texts("“" * 10_000 + "one" + "”" * 10_000)) == 1
