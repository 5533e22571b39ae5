import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.importing.markdown_inline import Inline, Run, plain_markdown
from newsdesk.rendering.markdown import BlockRenderer
from newsdesk.rendering.quotation_marks import QuotationMarks

_TAG = re.compile(r"<[^<>]*>")


def rendered(markdown: str) -> str:
    return BlockRenderer(quotes=QuotationMarks()).render_body(markdown).html


def read(markdown: str) -> str:
    """Return what a reader sees of a body."""
    seen = html.unescape(_TAG.sub("", rendered(markdown)))
    return seen.replace("—", "---").replace("–", "--")  # as typed


def only(*runs: Run) -> str:
    inline = Inline()
    for run in runs:
        inline.add(run)
    return inline.taken()[0]


@pytest.mark.parametrize(
    "text",
    [
        "# no heading",
        "#hashtag",
        "> no quotation",
        "- no item",
        "+ no item",
        "* no item, *nor* stress",
        "15. Mai",
        "15) Mai",
        "===",
        "---",
        "- - -",
        "***",
        "~~~ no code",
        "``` no code",
        "a `b` c",
        ": no definition",
        "[no](link)",
        "[no]: https://example.org/definition",
        "[^1]: no note",
        "*[IOM]: no abbreviation",
        "![no](picture)",
        "_no stress_ and __none__",
        "jane_roe@example.org",
        "a*b*c, Issa*",
        "&copy; &#169; &amp;",
        "<br> and <sup>2</sup> and <b>",
        "Jane <jane@example.org> <https://example.org/>",
        r"C:\new\*stars\*",
        "| a | b |",
        "|---|---|",
        "--- | ---",
        "Name {: lang=fr }",
        "ends with a backslash\\",
    ],
)
def test_text_that_looks_like_marks_is_read_as_it_stands(text: str) -> None:
    assert read(plain_markdown(text)).split() == text.split()


@pytest.mark.parametrize(
    "text", ["jane_roe@example.org", "Issa* fled", "jane [at] example.org", "[sic]", "2 * 3", "C#"]
)
def test_text_that_cannot_be_taken_for_marks_is_not_touched(text: str) -> None:
    assert plain_markdown(text) == text


def test_marks_stand_inside_the_spaces_around_what_they_mark() -> None:
    assert only(Run("The "), Run(" Office ", is_strong=True), Run("said")) == "The **Office** said"


@pytest.mark.parametrize(
    ("runs", "markdown"),
    [
        ([Run("a", is_strong=True), Run("b")], "**a**b"),
        ([Run("a", is_strong=True, is_stressed=True)], "***a***"),
        ([Run("a", is_strong=True), Run("b", is_stressed=True)], "**a**b"),
        ([Run("Hi!"), Run("a", link="https://example.org/")], r"Hi\![a](https://example.org/)"),
        ([Run("a [b]", link="https://example.org/")], r"[a \[b\]](https://example.org/)"),
        ([Run("m"), Run("2", script="sup")], "m<sup>2</sup>"),
        (
            [Run("a ", is_strong=True), Run("b", is_strong=True, link="https://example.org/")],
            "**a [b](https://example.org/)**",
        ),
        ([Run("5 * 3 = "), Run("15*", is_strong=True)], r"5 \* 3 = **15\***"),
    ],
)
def test_runs_become_marks(runs: list[Run], markdown: str) -> None:
    assert only(*runs) == markdown


def test_an_empty_line_parts_paragraphs_and_a_break_stays_in_its_own() -> None:
    inline = Inline()
    for text in ("one", "two", " ", "three"):
        inline.add(Run(text))
        inline.break_line()
    assert inline.taken() == ["one  \ntwo", "three"]
    assert inline.taken() == []


@given(st.text(min_size=1, max_size=60))
def test_any_text_is_read_as_it_stands(text: str) -> None:
    words = "".join(char if char.isprintable() else " " for char in text).replace("\ufeff", " ")
    seen = read(plain_markdown(words)).replace("\u200b", "")
    assert re.findall(r"\w+", seen) == re.findall(r"\w+", words)
