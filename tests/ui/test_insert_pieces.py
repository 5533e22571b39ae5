from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from newsdesk.desk import open_desk
from newsdesk.domain.snippet import Snippet
from newsdesk.ui.insert_pieces import Line, Piece, read_books
from tests.ui.insert import ABOUT, CONTACT, DANA, INVITATION, pieces


@pytest.mark.parametrize(
    ("line", "language", "text"),
    [
        (Line.TODAY, "en", "today (15/05)"),
        (Line.TODAY, "fr", "aujourd’hui (15/05)"),
        (Line.LONG_DATE, "en", "15 May 2026"),
        (Line.LONG_DATE, "ar", "15 أيار/مايو 2026"),
    ],
)
def test_a_date_is_that_of_the_place_in_words_of_the_language(
    line: Line, language: str, text: str
) -> None:
    assert pieces(language).line(line) == Piece(text=text, is_block=False)


def test_the_embargo_line_is_a_paragraph_where_there_is_an_embargo() -> None:
    assert pieces().line(Line.EMBARGO) is None
    line = pieces(is_embargoed=True).line(Line.EMBARGO)
    assert line is not None
    assert line.is_block
    assert line.text.startswith("**EMBARGOED UNTIL 09:00 Geneva time (UTC+2)")


def test_entries_of_the_books_become_paragraphs() -> None:
    assert pieces().of(ABOUT) == Piece(text=ABOUT.text_md, is_block=True)
    contact = pieces().of(CONTACT)
    assert contact is not None
    assert contact.text == (
        "**Dana Whitlock**, Head of Press, Email: [dana@example.org](mailto:dana@example.org)"
    )
    assert pieces().of("something else") is None


def test_a_snippet_is_filled_in_and_says_where_one_goes_on() -> None:
    piece = pieces().of(INVITATION)
    assert piece == Piece(
        text="Media are invited today (15/05) to .\n\nOn: Harbour opens",
        is_block=True,
        caret=len("Media are invited today (15/05) to "),
    )


def test_a_snippet_of_one_line_goes_into_a_paragraph_and_around_what_is_selected() -> None:
    around = replace(INVITATION, text_md="({{selection}}, {{date}}, {{dateline}})")
    assert isinstance(around, Snippet)
    piece = pieces(selection="the quay").of(around)
    assert piece == Piece(text="(the quay, 15 May 2026, Geneva)", is_block=False, caret=31)


def test_everything_can_be_seen_before_it_is_inserted() -> None:
    assert pieces().shown(ABOUT) == ABOUT.text_md
    assert pieces().shown(DANA) == "“…” said Dana Whitlock, Head of Press."
    assert pieces().shown("a wish") == ""


def test_the_books_hold_what_the_release_may_print(sample_folder: Path) -> None:
    with open_desk(sample_folder, writing=True) as desk:
        release, _ = desk.releases.new({"headline": "One", "language": "fr"})
        hidden = replace(CONTACT, display_name="Kim Hidden", public=False)
        desk.contacts.add(hidden)
        desk.contacts.add(replace(CONTACT, display_name="Kim Away", is_active=False))
        desk.snippets.add("For all", "Text.")
        desk.snippets.add("English", "Text.", "en")
        books = read_books(desk, release, date(2026, 5, 15))
    printed = {one.display_name for one in books.contacts}
    quoted = {one.name for one in books.speakers}
    assert {"Kim Hidden", "Kim Away"} <= quoted - printed
    assert [one.language for one in books.boilerplates] == ["fr"]
    assert [one.name for one in books.snippets] == ["For all"]
    assert not books.is_address_book_empty
