import pytest
from PySide6.QtWidgets import QApplication

from newsdesk.ui.insert_pieces import Books, Line
from newsdesk.ui.insert_sections import InsertSections, Kind, Wish
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
        [INVITATION, Wish.EDIT_SNIPPETS],
        [DANA, Wish.QUOTE_SOMEBODY],
        [CONTACT, Wish.NEW_CONTACT],
        [ABOUT, Wish.EDIT_BOILERPLATES],
    ]


def test_the_embargo_line_is_offered_under_an_embargo(qapp: QApplication) -> None:
    (lines,) = InsertSections(pieces(is_embargoed=True), BOOKS).of([Kind.LINE])
    assert [line.value for line in lines.lines] == [*Line]


@pytest.mark.parametrize(
    ("kind", "title", "text", "wish"),
    [
        (Kind.CONTACT, "The address book is empty", "Add a contact…", Wish.NEW_CONTACT),
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
