import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.importing.body import body_markdown
from newsdesk.importing.lines import markdown_paragraphs, paragraphs, tidied
from newsdesk.importing.pieces import Piece
from newsdesk.rendering.markdown import BlockRenderer


def plain_body(text: str) -> str:
    found = paragraphs(tidied(text))
    return body_markdown([Piece(one, one.text) for one in found], is_markdown=False)


def markdown_body(text: str) -> str:
    found = markdown_paragraphs(tidied(text))
    return body_markdown([Piece(one, one.text) for one in found], is_markdown=True)


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("One.\n\nTwo.", "One.\n\nTwo."),
        ("- one\n• two\n\n* three\n\nFour.", "- one\n- two\n- three\n\nFour."),
        ("One.\n- two\nThree.", "One.\n\n- two\n\nThree."),
        ("## A heading\nText.", "## A heading\n\nText."),
        ("One.\n\n* * *\n\nTwo.", "One.\n\n* * *\n\nTwo."),
        ("1. one\n2. two", "1. one\n\n2. two"),
        ("", ""),
    ],
)
def test_plain_paragraphs_become_markdown(text: str, body: str) -> None:
    assert plain_body(text) == body


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("15. Mai war der Tag.", r"15\. Mai war der Tag."),
        ("3) no list", r"3\) no list"),
        ("#hashtag", r"\#hashtag"),
        ("> quoted", r"\> quoted"),
        ("~~~", "&#126;~~"),  # else a second one would make code of all between
        ("=", "="),
        ("~~~ wave", "~~~ wave"),
        (">quoted", r"\>quoted"),
        ("- 15. Mai", r"- 15\. Mai"),
        ("[1]: a definition", r"\[1]: a definition"),
        (": a meaning", "&#58; a meaning"),
        ("```", r"\```"),
        ("###", r"\###"),
        ("# # #", r"\# # #"),
        ("- one\n-\n•\n- two", "- one\n\n\\-\n\n•\n\n- two"),
        ("3.5 per cent", "3.5 per cent"),
        ("-5 degrees", "-5 degrees"),
        ("*starred*", "*starred*"),
    ],
)
def test_what_only_looks_like_markdown_is_escaped(text: str, body: str) -> None:
    assert plain_body(text) == body


def test_of_markdown_nothing_is_touched() -> None:
    text = "# A\ntext  \nmore\n\n1. one\n2. two\n   - deep\n\n```\ncode\n```\n\n15. Mai\n\n> quote"
    assert markdown_body(text) == text


def test_a_piece_that_was_cut_stands_as_it_was_cut() -> None:
    (paragraph,) = markdown_paragraphs("GENEVA – **Ninety** crews\nhave finished.")
    piece = Piece(paragraph, "**Ninety** crews have finished.")
    assert body_markdown([piece], is_markdown=True) == "**Ninety** crews have finished."


@given(st.lists(st.text(max_size=40), max_size=8).map("\n".join))
def test_a_body_has_all_its_pieces_in_order(text: str) -> None:
    body, at = plain_body(text), 0
    for paragraph in paragraphs(tidied(text)):
        words = paragraph.text.split()
        for word in words[1:]:
            at = body.find(word, at)
            assert at >= 0
            at += len(word)


@pytest.mark.parametrize(
    "text", ["15. Mai", "3) no list", "#hashtag", "> quoted", "-5 degrees", "```", "# # #", "-"]
)
def test_an_escaped_paragraph_is_rendered_as_it_was_written(text: str) -> None:
    rendered = BlockRenderer().render_body(plain_body(text)).html
    assert html.unescape(rendered).strip() == f'<p dir="auto">{text}</p>'


def test_many_paragraphs_make_one_body() -> None:
    assert plain_body("- a\n" * 2_000) == "\n".join(["- a"] * 2_000)


SIGNS = ["=", "===", "~~~", "~~~ ", "```", ">", "> ", "15. ", "#", "[1]: ", "*[a]: ", ": ", ""]


@given(
    st.lists(
        st.tuples(st.sampled_from(SIGNS), st.sampled_from(["wave", "boats at sea"])).map("".join)
        | st.sampled_from(["=", "~~~", "~~~~~~", "===", "```"]),
        max_size=5,
    )
)
def test_no_sign_of_a_plain_text_is_lost_and_none_is_added(lines: list[str]) -> None:
    rendered = BlockRenderer().render_body(plain_body("\n\n".join(lines))).html
    shown = html.unescape(re.sub(r"<[a-z/][^>]*>", " ", rendered))
    assert shown.split() == " ".join(lines).split()
