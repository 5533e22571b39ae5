import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.picture_marks import (
    address_of,
    appended,
    markdown_of,
    marks_in,
    stored_in,
    with_alt,
    with_stored,
    without,
)

QUAY, CRANE = "ab" * 32, "cd" * 32


def test_stored_pictures_are_named_by_their_hash() -> None:
    body = f"Lead.\n\n{markdown_of(QUAY, 'A quay')}\n\n![](newsdesk-media://{CRANE.upper()})\n"
    assert stored_in(body) == (QUAY, CRANE)
    assert [mark.alt for mark in marks_in(body)] == ["A quay", ""]


def test_each_is_named_once_and_what_is_no_hash_is_none() -> None:
    body = f"{markdown_of(QUAY, 'a')} {markdown_of(QUAY, 'b')} newsdesk-media:abc {QUAY}0"
    assert stored_in(body) == (QUAY,)
    assert stored_in("Nothing here.") == ()


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_any_words_come_back_as_they_were_said(alt: str) -> None:
    said = " ".join(alt.split())
    (mark,) = marks_in(f"Before {markdown_of(QUAY, alt)} after")
    assert (mark.alt, mark.address) == (said, address_of(QUAY))


@given(st.text("![]()\\<>\"' \nab:"))
def test_no_text_is_too_odd_to_be_read(text: str) -> None:
    for mark in marks_in(text):
        assert text[mark.start : mark.end].startswith("![")


def test_the_words_of_one_picture_are_changed_wherever_it_stands() -> None:
    body = f"{markdown_of(QUAY, 'old')} {markdown_of(CRANE, 'old')}\n\n{markdown_of(QUAY, '')}"
    assert with_alt(body, QUAY, "new [1]") == (
        f"![new \\[1\\]](newsdesk-media:{QUAY}) {markdown_of(CRANE, 'old')}\n\n"
        f"![new \\[1\\]](newsdesk-media:{QUAY})"
    )


def test_a_picture_that_is_taken_out_leaves_no_empty_paragraph() -> None:
    body = f"Lead.\n\n{markdown_of(QUAY, 'A quay')}\n\nEnd."
    assert without(body, QUAY) == "Lead.\n\nEnd."
    assert without(body, CRANE) == body
    assert without(appended("Lead.", markdown_of(QUAY, "")), QUAY) == "Lead."


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("![](x.jpg)", "x.jpg"),
        ('![A quay](page_files/photo%201.jpg "At night")', "page_files/photo%201.jpg"),
        ("![A quay]( <a b.jpg> )", "a b.jpg"),
        ("![A [big] quay](a(1).jpg)", "a(1).jpg"),
        ("![A\nquay](a\\_b.jpg)", "a_b.jpg"),
    ],
)
def test_pictures_are_found_as_they_are_written(written: str, address: str) -> None:
    assert [mark.address for mark in marks_in(f"Text {written} text")] == [address]


def test_what_was_kept_is_named_as_what_it_is() -> None:
    body = "![](x.jpg) and ![A crane](y.jpg), ![](z.jpg)"
    stored = {"x.jpg": QUAY, "y.jpg": CRANE}
    assert with_stored(body, stored, {"x.jpg": "A quay", "y.jpg": "other"}) == (
        f"{markdown_of(QUAY, 'A quay')} and {markdown_of(CRANE, 'A crane')}, ![](z.jpg)"
    )


def test_the_first_paragraph_may_be_a_picture() -> None:
    assert appended("", markdown_of(QUAY, "a")) == markdown_of(QUAY, "a")
