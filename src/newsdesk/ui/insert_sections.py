"""What the lists of the Insert menu offer, under which headings, and what where there is nothing.

Not imported before something is inserted: it takes Babel along.
"""

from collections.abc import Iterable
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

    def of(self, kinds: Iterable[Kind]) -> list[PickSection]:
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
            [PickLine(names[one], one, piece.text) for one, piece in lines if piece is not None],
        )

    def _snippets(self) -> PickSection:
        snippets = self._books.snippets
        lines = [
            PickLine(
                one.name,
                one,
                opening(one.text_md),
                language_name(one.language) if one.language else "",
                one.text_md,
            )
            for one in snippets
        ]
        if snippets:
            title = self.tr("Snippets")
            wish = PickLine(self.tr("Edit the snippets…"), Wish.EDIT_SNIPPETS)
        else:
            title = self.tr("There is no snippet for this language yet")
            wish = PickLine(self.tr("Write a snippet…"), Wish.NEW_SNIPPET)
        return PickSection(title, [*lines, wish])

    def _speakers(self) -> PickSection:
        speakers = self._books.speakers
        lines = [PickLine(one.name, one, one.title, words=one.words) for one in speakers]
        wish = PickLine(self.tr("Quote somebody else…"), Wish.QUOTE_SOMEBODY)
        return PickSection(self.tr("Quote"), [*lines, wish])

    def _contacts(self) -> PickSection:
        contacts = self._books.contacts
        lines = [
            PickLine(name_of(one), one, office_line(one), words=search_words(one))
            for one in contacts
        ]
        has_any = bool(contacts)
        title = self.tr("Contacts") if has_any else self.tr("The address book is empty")
        wish = PickLine(self.tr("Add a contact…"), Wish.NEW_CONTACT)
        return PickSection(title, [*lines, wish])

    def _boilerplates(self) -> PickSection:
        texts = self._books.boilerplates
        lines = [
            PickLine(boilerplate_kind_name(one.kind), one, opening(one.text_md), words=one.text_md)
            for one in texts
        ]
        if texts:
            title = self.tr("Standing paragraphs")
        else:
            told = self.tr(
                "No standing paragraph in {language} is valid on the day of this release"
            )
            title = told.format(language=language_name(self._pieces.language))
        wish = PickLine(self.tr("Edit the standing paragraphs…"), Wish.EDIT_BOILERPLATES)
        return PickSection(title, [*lines, wish])
