"""A release as plain text."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.language import Direction
from newsdesk.domain.release import Standing
from newsdesk.rendering.text_page import WIDTH, fragment_text, text_page
from newsdesk.rendering.text_wrapping import columns
from tests.exporting.sample import ENGLISH, RELEASES, source_of, standing_as

LTR, RTL = Direction.LEFT_TO_RIGHT, Direction.RIGHT_TO_LEFT


def body_text(body: str, width: int = WIDTH) -> str:
    """Return what is printed between headline and contacts."""
    release = replace(
        ENGLISH, body_md=body, boilerplates=(), contacts=(), subheadline=None, dateline=NO_DATELINE
    )
    text = text_page(source_of(release).rendered, width)
    return text.partition("=\n\n")[2].partition("\n###")[0].strip("\n")


NO_DATELINE = replace(ENGLISH.dateline, places=(), date=None)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("## Crews\n\n### Pilots", "Crews\n-----\n\nPilots\n~~~~~~"),
        ("- one\n- two\n    - in it\n\nafter", "- one\n- two\n  - in it\n\nafter"),
        ("9. nine\n10. ten", " 9. nine\n10. ten".replace(" 9. ", "9.  ")),
        ("> said\n>\n> again", "    said\n\n    again"),
        ("see [the plan](https://example.org/plan)", "see the plan (https://example.org/plan)"),
        ("<https://example.org/plan>", "https://example.org/plan"),
        ("[example.org](https://example.org/)", "example.org"),
        ("[write](mailto:press@example.org)", "write (press@example.org)"),
        ("<press@example.org>", "press@example.org"),
        ("[+41 22 555 01 40](tel:+41225550140)", "+41 22 555 01 40"),
        ("**bold** and *not*", "bold and not"),
        ("one  \ntwo", "one\ntwo"),
        ("```\na  b\n  c\n```", "a  b\n  c"),
        ("* * *", "* * *"),
        ("Quay\n:   where ships lie", "Quay\n    where ships lie"),
        ("![a quay](newsdesk-media:" + "ab" * 32 + ")", "[a quay]"),
        ("a[^1]\n\n[^1]: note", "a[1]\n\n--------------------\n[1] note"),
        ("5 &lt; 7 &amp; 3", "5 < 7 & 3"),
    ],
)
def test_a_block_is_set_as_plain_text_says_it(body: str, text: str) -> None:
    assert body_text(body) == text


def test_a_line_never_begins_as_a_quoted_mail_does() -> None:
    assert body_text("wordword > 5 From here", 9) == "wordword \n > 5 From \nhere"
    assert body_text("wordword From here", 9) == "wordword \n From here"


def test_what_is_indented_keeps_its_lines() -> None:
    assert body_text("- one two three four\n", 12) == "- one two three four"  # never below 24
    lines = body_text("- " + "word " * 20, 30).split("\n")
    assert len(lines) > 1
    assert all(line == line.rstrip() for line in lines)
    assert all(line.startswith("  ") for line in lines[1:])


@pytest.mark.parametrize("language", RELEASES)
@pytest.mark.parametrize("standing", Standing)
def test_it_has_all_the_words_of_the_page(language: str, standing: Standing) -> None:
    rendered = source_of(standing_as(RELEASES[language], standing)).rendered
    text = text_page(rendered)
    said = re.findall(r"\w+", text)
    for word in re.findall(r"\w+", f"{rendered.headline} {rendered.body_text}"):
        assert word in said
    contact = "nora.lindqvist@example.org"
    assert (contact in text) is (standing is not Standing.WITHDRAWN)


def test_a_copy_that_is_not_for_everybody_begins_with_that() -> None:
    text = text_page(source_of(standing_as(ENGLISH, Standing.EMBARGOED)).rendered)
    assert text.startswith("EMBARGOED")


def test_lines_of_a_right_to_left_text_run_right_to_left() -> None:
    text = fragment_text("<p>افتتح الاتحاد محطة</p><p>English here</p>", RTL, 14)
    assert text == "افتتح الاتحاد \nمحطة\n\nEnglish here\n"
    assert fragment_text("<p>محطة الميناء Shore Power</p>", RTL, 14).split("\n")[1] == (
        "\u200fShore Power"
    )
    table = "<table><tr><th>A</th></tr><tr><td>ميناء</td></tr></table>"
    assert fragment_text(table, RTL).split("\n") == ["\u200fA", "\u200f-----", "ميناء", ""]
    number = '<p>هاتف <bdi dir="ltr">+41 22 555 01 40</bdi></p>'
    assert "\u200e+41 22 555 01 40\u200e" in fragment_text(number, RTL)


@given(st.lists(st.sampled_from(["pier", "港口", "the", "> 5", "From", "a&amp;b"]), min_size=1))
def test_lines_of_a_paragraph_fit(words: list[str]) -> None:
    for tag in ("p", "blockquote", "h2"):
        text = fragment_text(f"<{tag}>{' '.join(words)}</{tag}>", LTR, 30)
        # one more for a line that must not begin as a quoted mail does
        assert all(columns(line.rstrip()) <= 31 for line in text.split("\n"))
