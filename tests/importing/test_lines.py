import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.importing.lines import (
    Paragraph,
    ParagraphKind,
    ends_sentence,
    joined,
    markdown_paragraphs,
    paragraphs,
    spaced,
    tidied,
    width,
)

BROKEN = """\
The harbour office has trained ninety crews for the winter and will
go on with the course until the spring, when the new boats are to be
delivered.
"""

UNBROKEN = """\
This is a sentence that ends here and that nothing has broken.
This is the next one, and it stands in a paragraph of its own.
"""


def seen(found: tuple[Paragraph, ...]) -> list[tuple[str, str]]:
    return [(paragraph.kind.value, paragraph.text) for paragraph in found]


@pytest.mark.parametrize(
    ("text", "tidy"),
    [
        ("a\r\nb\rc\vd\fe\x85f\u2028g\u2029h", "a\nb\nc\nd\ne\nf\ng\nh"),
        ("co\u00adoperate\u200b\ufeff\u2060", "cooperate"),
        ("هاتف: \u200e+962 6\u200f \u202a555\u202c \u2066x\u2069\u061c", "هاتف: +962 6 555 x"),
        ("cafe\u0301", "café"),
        ("\x00\x07bell\x7f", "bell"),
        ("\ud800x", "?x"),
        ("one\xa0two\u202fthree", "one two three"),
        ("«\xa0Bonjour\u202f!\xa0»", "«\xa0Bonjour\u202f!\xa0»"),
        ("10\xa0000 crews, 5\u202f%", "10\xa0000 crews, 5\u202f%"),
        ("一\u3000二", "一\u3000二"),
    ],
)
def test_only_what_nobody_sees_is_tidied_away(text: str, tidy: str) -> None:
    assert tidied(text) == tidy


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("  a \t b\n c  ", "a b c"),
        ("a\u2003b\u200ac", "a b c"),
        ("a\xa0b", "a\xa0b"),
        ("", ""),
    ],
)
def test_a_line_has_single_spaces(text: str, line: str) -> None:
    assert spaced(text) == line


@pytest.mark.parametrize(("text", "size"), [("", 0), ("abc", 3), ("港口", 4), ("港a", 3)])
def test_a_chinese_character_says_as_much_as_two_letters(text: str, size: int) -> None:
    assert width(text) == size


@pytest.mark.parametrize(
    "text",
    ["One.", "One?", "He said “one.”", "One.[1]", "列車。", "本当？", "متى؟", "«One…»", "So:"],
)
def test_a_sentence_ends_behind_its_marks(text: str) -> None:
    assert ends_sentence(text)


@pytest.mark.parametrize("text", ["", "One", "One,", "a “title”", "(in brackets)", "港口"])
def test_what_has_no_stop_ends_no_sentence(text: str) -> None:
    assert not ends_sentence(text)


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["one", "two"], "one two"),
        (["north-", "east"], "north-east"),
        (["one -", "two"], "one - two"),
        (["one --", "two"], "one -- two"),
        (["港口", "办公室"], "港口办公室"),
        (["港口", "and more"], "港口 and more"),
        ([], ""),
    ],
)
def test_lines_are_joined_as_their_script_does(lines: list[str], text: str) -> None:
    assert joined(lines) == text


def test_lines_that_a_margin_broke_are_mended() -> None:
    (paragraph,) = paragraphs(BROKEN)
    assert paragraph.text == BROKEN.strip().replace("\n", " ")
    assert paragraph.source == BROKEN.strip()
    assert (paragraph.first_line, paragraph.last_line) == (0, 2)
    assert paragraph.is_mended
    assert paragraph.ends_sentence


def test_chinese_lines_are_mended_without_a_space() -> None:
    first = "港口办公室今年冬天培训了九十名船员，并将继续这门课程直到春天新的船只交付给办公室为止，"
    (paragraph,) = paragraphs(f"{first}\n届时将举行仪式。")
    assert paragraph.text == f"{first}届时将举行仪式。"


@pytest.mark.parametrize(
    "text",
    [
        UNBROKEN,
        "Short\nlines\nstay",
        "Dana Whitlock\nHarbour Office, Geneva\n+41 22 555 01 00",
        "The harbour office has trained ninety crews, it said,\nPhone: 022 555 01 00",
        "- the first of the points of a list, as long as any line\n- the second",
        "1. the first of the points of a list, as long as any line\n2. the second",
    ],
)
def test_lines_that_were_meant_stay_apart(text: str) -> None:
    found = paragraphs(text)
    assert [paragraph.source for paragraph in found] == text.strip().split("\n")
    assert not any(paragraph.is_mended for paragraph in found)


def test_blank_lines_part_blocks() -> None:
    found = paragraphs("One.\n- a\n\n \nTwo.")
    assert [paragraph.block for paragraph in found] == [0, 0, 1]
    assert [paragraph.first_line for paragraph in found] == [0, 1, 4]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("- one", ParagraphKind.ITEM, "one"),
        ("• one", ParagraphKind.ITEM, "one"),
        ("-", ParagraphKind.ITEM, ""),
        ("# Title #", ParagraphKind.HEADING, "Title"),
        ("###### Title", ParagraphKind.HEADING, "Title"),
        ("#Title", ParagraphKind.PROSE, "#Title"),
        ("***", ParagraphKind.RULE, "***"),
        ("* * *", ParagraphKind.RULE, "* * *"),
        ("1. one", ParagraphKind.PROSE, "1. one"),  # a numbered paragraph as often as a list
        ("-5 degrees", ParagraphKind.PROSE, "-5 degrees"),
    ],
)
def test_plain_lines_say_what_they_are(text: str, kind: ParagraphKind, words: str) -> None:
    (paragraph,) = paragraphs(text)
    assert (paragraph.kind, paragraph.text, paragraph.source) == (kind, words, text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One\ntwo.", [("prose", "One two.")]),
        ("# A\ntext\n## B", [("heading", "A"), ("prose", "text"), ("heading", "B")]),
        ("Title\n=====\nText", [("heading", "Title"), ("prose", "Text")]),
        ("- one\n---\nText", [("item", "one --- Text")]),
        ("a\n```\nb\n```\nc", [("prose", "a"), ("verbatim", "``` b ```"), ("prose", "c")]),
        ("Title\n---\n\nText", [("heading", "Title"), ("prose", "Text")]),
        ("- one\n- two", [("item", "one"), ("item", "two")]),
        ("One  \nTwo", [("prose", "One"), ("prose", "Two")]),
        (f"{'One ' * 12} and  \ntwo", [("prose", f"{'One ' * 12}and two")]),
        ("**One**  \n[Two](https://example.org/)", [("prose", "One"), ("prose", "Two")]),
        ("1. one", [("item", "1. one")]),
        ("***", [("rule", "***")]),
        (r"**A** \*b\* & &lt;c>", [("prose", "A *b* & <c>")]),
        ("[Jo](mailto:jo@example.org)\nand", [("prose", "Jo jo@example.org and")]),
        ("# *A* [b](https://example.org/) #", [("heading", "A b")]),
        ("| a | b |\n|---|---|", [("verbatim", "| a | b | |---|---|")]),
        ("<div>\nx\n</div>", [("verbatim", "<div> x </div>")]),
        ("    code", [("verbatim", "code")]),
        ("", []),
        ("\n \n", []),
    ],
)
def test_markdown_is_parted_into_its_blocks(text: str, found: list[tuple[str, str]]) -> None:
    assert seen(markdown_paragraphs(text)) == found


@pytest.mark.parametrize(
    "text",
    [
        "```\ncode\n\n- no item\n```",
        "~~~\n```\n\n~~~",
        "```\n# x\n```",
        "```\nnever closed\n\nmore",
    ],
)
def test_a_fence_is_one_piece(text: str) -> None:
    (paragraph,) = markdown_paragraphs(text)
    assert (paragraph.kind, paragraph.source) == (ParagraphKind.VERBATIM, text)


def test_of_markdown_every_line_stays_as_it_was_typed() -> None:
    text = "A line  \nwith a break\n\n  - deep\n    item\n\n> quote"
    first, *others = [paragraph.source for paragraph in markdown_paragraphs(text)]
    assert "\n\n".join(["\n".join([first, others[0]]), *others[1:]]) == text


LINES = st.lists(
    st.text(max_size=80)
    | st.sampled_from(["", "# a", "- a", "1. a", "```", "***", "a" * 60, "| a |", "    a", "---"]),
    max_size=12,
).map("\n".join)


@given(LINES)
def test_tidying_twice_is_tidying_once(text: str) -> None:
    tidy = tidied(text)
    assert tidied(tidy) == tidy
    assert unicodedata.is_normalized("NFC", tidy)


@given(LINES)
def test_every_line_that_says_something_stands_in_one_paragraph(text: str) -> None:
    tidy = tidied(text)
    wanted = [number for number, line in enumerate(tidy.split("\n")) if spaced(line)]
    found = paragraphs(tidy)
    assert [line.number for paragraph in found for line in paragraph.lines] == wanted


@given(LINES)
def test_no_line_of_markdown_is_lost(text: str) -> None:
    tidy = tidied(text)
    wanted = {number for number, line in enumerate(tidy.split("\n")) if line.strip()}
    numbers = [line.number for one in markdown_paragraphs(tidy) for line in one.lines]
    assert wanted <= set(numbers)
    assert numbers == sorted(set(numbers))


@pytest.mark.parametrize("character", ["a", " ", "\n", "-", "#", "`", "港", "\xa0", "|", "«"])
def test_a_megabyte_of_one_character_makes_one_paragraph_at_most(character: str) -> None:
    text = tidied(character * 1_000_000)
    assert len(paragraphs(text)) <= 1
    assert len(markdown_paragraphs(text)) <= 1


def test_many_lines_make_many_paragraphs() -> None:
    assert len(paragraphs("- a\n" * 50_000)) == 50_000


def test_headings_and_fences_without_blank_lines_share_a_block() -> None:
    text = "Title\n=====\ntext\n```\n# x\n\n```\nmore"
    found = markdown_paragraphs(text)
    assert "\n".join(paragraph.source for paragraph in found) == text
    assert {paragraph.block for paragraph in found} == {0}
