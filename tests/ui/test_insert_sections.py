from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from newsdesk.ui.insert_pieces import Books, Line
from newsdesk.ui.insert_sections import InsertSections, Kind, Wish
from newsdesk.ui.widgets.finding import found
from newsdesk.ui.widgets.picker import PickSection
from tests.ui.insert import ABOUT, BOOKS, CONTACT, DANA, INVITATION, NOTHING, pieces


def sections(qapp: QApplication, books: Books, *kinds: Kind) -> list[PickSection]:
    return InsertSections(pieces(), books).of(kinds or tuple(Kind))


def test_everything_there_is_stands_under_its_heading(qapp: QApplication) -> None:
    made = sections(qapp, BOOKS)
    assert [section.title for section in made] == [
        "Dates and lines",
        "Snippets",
        "Quote",
        "Contacts",
        "Standing paragraphs",
    ]
    assert [[line.value for line in section.lines] for section in made] == [
        [Line.TODAY, Line.LONG_DATE],
        [INVITATION],
        [DANA, Wish.QUOTE_SOMEBODY],
        [CONTACT],
        [ABOUT],
    ]


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        (Kind.SNIPPET, [INVITATION, Wish.EDIT_SNIPPETS]),
        (Kind.CONTACT, [CONTACT, Wish.NEW_CONTACT]),
        (Kind.BOILERPLATE, [ABOUT, Wish.EDIT_BOILERPLATES]),
    ],
)
def test_a_kind_alone_leads_to_where_it_is_edited(
    qapp: QApplication, kind: Kind, values: list[object]
) -> None:
    (section,) = sections(qapp, BOOKS, kind)
    assert [line.value for line in section.lines] == values


def test_somebody_to_quote_is_found_by_the_title(qapp: QApplication) -> None:
    (section,) = sections(qapp, BOOKS, Kind.QUOTE)
    assert [line.value for line in found(section.lines, "head of press")] == [DANA]


def test_a_snippet_is_listed_as_it_will_read(qapp: QApplication) -> None:
    (section,) = sections(qapp, BOOKS, Kind.SNIPPET)
    assert section.lines[0].place == "Media are invited today (15/05) to . On: Harbour opens"


def test_the_embargo_line_is_offered_under_an_embargo(qapp: QApplication) -> None:
    (lines,) = InsertSections(pieces(is_embargoed=True), BOOKS).of([Kind.LINE])
    assert [line.value for line in lines.lines] == [*Line]


@pytest.mark.parametrize(
    ("kind", "title", "text", "wish"),
    [
        (
            Kind.CONTACT,
            "The address book is empty",
            "Add a contact…",
            Wish.NEW_CONTACT,
        ),
        (Kind.QUOTE, "Quote", "Quote somebody else…", Wish.QUOTE_SOMEBODY),
        (
            Kind.SNIPPET,
            "There is no snippet for this language yet",
            "Write a snippet…",
            Wish.NEW_SNIPPET,
        ),
        (
            Kind.BOILERPLATE,
            "No standing paragraph in English is valid on the day of this release",
            "Edit the standing paragraphs…",
            Wish.EDIT_BOILERPLATES,
        ),
    ],
)
def test_where_there_is_nothing_one_is_told_what_to_do(
    qapp: QApplication, kind: Kind, title: str, text: str, wish: Wish
) -> None:
    (section,) = sections(qapp, NOTHING, kind)
    (line,) = section.lines
    assert (section.title, line.text, line.value) == (title, text, wish)


def test_a_book_of_people_who_must_not_be_printed_is_not_empty(qapp: QApplication) -> None:
    hidden = replace(NOTHING, is_address_book_empty=False)
    (section,) = sections(qapp, hidden, Kind.CONTACT)
    assert section.title == "Nobody in the address book is active and may be printed"
