"""What the lists of the Insert menu offer, under which headings, and what where there is nothing.

Not imported before something is inserted: it takes Babel along.
"""

from collections.abc import Collection, Sequence
from enum import Enum, auto

from PySide6.QtCore import QObject

from newsdesk.rendering.opening import opening
from newsdesk.ui.boilerplate_words import boilerplate_kind_name
from newsdesk.ui.contact_words import name_of, office_line, search_words
from newsdesk.ui.insert_pieces import Books, Line, Pieces
from newsdesk.ui.languages import language_name
from newsdesk.ui.widgets.picker import PickLine, PickSection


class Kind(Enum):
    """What can be inserted, in the order of the list of everything."""

    LINE = auto()
    SNIPPET = auto()
    QUOTE = auto()
    CONTACT = auto()
    BOILERPLATE = auto()


class Wish(Enum):
    """What somebody does who does not find what they look for."""

    QUOTE_SOMEBODY = auto()
    NEW_CONTACT = auto()
    NEW_SNIPPET = auto()
    EDIT_SNIPPETS = auto()
    EDIT_BOILERPLATES = auto()


class InsertSections(QObject):
    """Makes the sections for one release."""

    def __init__(self, pieces: Pieces, books: Books, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pieces = pieces
        self._books = books
        self._is_alone = False

    def of(self, kinds: Collection[Kind]) -> list[PickSection]:
        """Return the sections of these kinds.

        One alone also leads to where its entries are made; among others it does where it is empty.
        """
        self._is_alone = len(kinds) == 1
        made = {
            Kind.LINE: self._lines,
            Kind.SNIPPET: self._snippets,
            Kind.QUOTE: self._speakers,
            Kind.CONTACT: self._contacts,
            Kind.BOILERPLATE: self._boilerplates,
        }
        return [made[kind]() for kind in kinds]

    def _lines(self) -> PickSection:
        names = {
            Line.TODAY: self.tr("Today’s date"),
            Line.LONG_DATE: self.tr("Long date"),
            Line.EMBARGO: self.tr("Embargo line"),
        }
        lines = [(one, self._pieces.of(one)) for one in names]
        return PickSection(
            self.tr("Dates and lines"),
            [
                PickLine(names[one], one, piece.text, words=piece.text)
                for one, piece in lines
                if piece is not None
            ],
        )

    def _section(
        self, lines: Sequence[PickLine], title: str, edit: PickLine, *, empty: str, begin: PickLine
    ) -> PickSection:
        """Return entries and how they are edited, or that there are none and how one begins."""
        if not lines:
            return PickSection(empty, [begin])
        return PickSection(title, [*lines, edit] if self._is_alone else lines)

    def _snippets(self) -> PickSection:
        lines = [
            PickLine(
                one.name,
                one,
                opening(self._pieces.snippet(one).text),
                language_name(one.language) if one.language else "",
                one.text_md,
            )
            for one in self._books.snippets
        ]
        return self._section(
            lines,
            self.tr("Snippets"),
            PickLine(self.tr("Edit the snippets…"), Wish.EDIT_SNIPPETS),
            empty=self.tr("There is no snippet for this language yet"),
            begin=PickLine(self.tr("Write a snippet…"), Wish.NEW_SNIPPET),
        )

    def _speakers(self) -> PickSection:
        lines = [
            PickLine(one.name, one, one.title, words=f"{one.title} {one.words}")
            for one in self._books.speakers
        ]
        wish = PickLine(self.tr("Quote somebody else…"), Wish.QUOTE_SOMEBODY)
        return PickSection(self.tr("Quote"), [*lines, wish])

    def _contacts(self) -> PickSection:
        lines = [
            PickLine(name_of(one), one, office_line(one), words=search_words(one))
            for one in self._books.contacts
        ]
        add = PickLine(self.tr("Add a contact…"), Wish.NEW_CONTACT)
        if self._books.is_address_book_empty:
            empty = self.tr("The address book is empty")
        else:
            empty = self.tr("Nobody in the address book is active and may be printed")
        return self._section(lines, self.tr("Contacts"), add, empty=empty, begin=add)

    def _boilerplates(self) -> PickSection:
        lines = [
            PickLine(boilerplate_kind_name(one.kind), one, opening(one.text_md), words=one.text_md)
            for one in self._books.boilerplates
        ]
        edit = PickLine(self.tr("Edit the standing paragraphs…"), Wish.EDIT_BOILERPLATES)
        told = self.tr("No standing paragraph in {language} is valid on the day of this release")
        empty = told.format(language=language_name(self._pieces.language))
        return self._section(lines, self.tr("Standing paragraphs"), edit, empty=empty, begin=edit)
