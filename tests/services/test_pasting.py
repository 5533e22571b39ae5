"""What comes in from the clipboard, and what is mended on request."""

import logging

import pytest

from newsdesk.services import pasting
from newsdesk.services.pasting import (
    Pasted,
    labels_in,
    links_with_tracking,
    read_html,
    with_lines_joined,
    without_tracking,
)

NOTED = '<p>New<a href="#n" name="r">1</a></p><p><a href="#r" name="n">1</a> Note</p>'


@pytest.mark.parametrize(
    ("html", "plain", "pasted"),
    [
        ("<h2>One</h2>", "One", Pasted("## One")),
        ("<p>One <b>two</b>", "One two", Pasted("One **two**")),
        ("<span style='color:red'># One *two*</span>", "# One *two*", None),
        ("<p>One</p><p>two</p>", "One\ntwo", None),
        ("<p>One<del>no</del></p>", "Oneno", Pasted("One")),
        ("<p>One", "", Pasted("One")),
        ("<meta charset=utf-8>", "One", None),
        (NOTED, "New1\n1 Note", Pasted("New[^1]", "[^1]: Note")),
    ],
)
def test_html_is_read_where_it_says_more_than_the_plain_text(
    html: str, plain: str, pasted: Pasted | None
) -> None:
    assert read_html(html, plain) == pasted


def test_the_notes_of_the_text_keep_their_numbers() -> None:
    text = "Old[^1] and[^a]\n\n[^1]: One"
    assert labels_in(text) == {"1", "a"}
    assert read_html(NOTED, "New1", text) == Pasted("New[^2]", "[^2]: Note")


def test_what_cannot_be_read_is_logged_and_pasted_as_its_plain_text(
    monkeypatch: pytest.MonkeyPatch, expected_warnings: list[logging.LogRecord]
) -> None:
    def fail(_html: str, **_more: object) -> None:
        raise RuntimeError("a fault")

    monkeypatch.setattr(pasting, "office_text", fail)
    assert read_html("<b>One</b>", "One") is None
    assert [one.getMessage() for one in expected_warnings] == [
        "HTML of 10 characters on the clipboard"
    ]


def test_links_lose_what_they_carry_and_nothing_else() -> None:
    text = "[One](https://example.org/?utm_id=1) and https://example.org/?id=1&gclid=2."
    assert len(links_with_tracking(text)) == 2
    assert without_tracking(text) == "[One](https://example.org/) and https://example.org/?id=1."


def test_lines_are_joined() -> None:
    broken = "The crews of nine ports train for the winter\nand for ice."
    assert with_lines_joined(broken) == broken.replace("\n", " ")
    assert with_lines_joined("One\nTwo") == "One\nTwo"
    assert with_lines_joined("One\nTwo", every=True) == "One Two"
