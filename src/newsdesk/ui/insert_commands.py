"""Commands that put something into the text: quotes, contacts, paragraphs, snippets, dates."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from newsdesk.domain.address_book import BookChange, Card
from newsdesk.domain.changes import Changes
from newsdesk.domain.ids import PersonId
from newsdesk.domain.language import base
from newsdesk.domain.person import Person, TypedRole
from newsdesk.domain.snippet import Snippet
from newsdesk.ui.command_context import CommandContext
from newsdesk.ui.editor import transfer
from newsdesk.ui.editor.insertion import insert_block, insert_inline
from newsdesk.ui.widgets.endless_word import let_words_break
from newsdesk.ui.widgets.notice_bar import UNDO_MS, Tone

if TYPE_CHECKING:
    from newsdesk.services.desk import Desk
    from newsdesk.services.speakers import Speaker
    from newsdesk.ui.dialogs.quote_dialog import WrittenQuote
    from newsdesk.ui.insert_pieces import Books, Line, Piece, Pieces
    from newsdesk.ui.insert_sections import Kind

    Go = Callable[[Pieces, Books], None]


class InsertCommands(QObject):
    """Reads what there is for the open release, lets the user choose, and inserts it."""

    def __init__(
        self,
        context: CommandContext,
        show_editor: Callable[[], None],
        open_settings: Callable[[str], None],
    ) -> None:
        """Hand in what has the text seen, and what opens a page of the settings by its name."""
        super().__init__(context.window)
        self._context = context
        self._show_editor = show_editor
        self._open_settings = open_settings

    # What the menu has ----------------------------------------------------------------------

    def anything(self) -> None:
        from newsdesk.ui.insert_sections import Kind  # noqa: PLC0415 - heavy: Babel

        self._pick(self.tr("Insert"), tuple(Kind))

    def quote(self) -> None:
        self._with_books(partial(self._open_quote, None))

    def contact(self) -> None:
        from newsdesk.ui.insert_sections import Kind  # noqa: PLC0415 - heavy: Babel

        self._pick(self.tr("Insert a contact"), [Kind.CONTACT])

    def boilerplate(self) -> None:
        from newsdesk.ui.insert_sections import Kind  # noqa: PLC0415 - heavy: Babel

        self._pick(self.tr("Insert a standing paragraph"), [Kind.BOILERPLATE])

    def snippet(self) -> None:
        from newsdesk.ui.insert_sections import Kind  # noqa: PLC0415 - heavy: Babel

        self._pick(self.tr("Insert a snippet"), [Kind.SNIPPET])

    def today(self) -> None:
        from newsdesk.ui.insert_pieces import Line  # noqa: PLC0415 - heavy: Babel

        self._insert_line(Line.TODAY)

    def long_date(self) -> None:
        from newsdesk.ui.insert_pieces import Line  # noqa: PLC0415 - heavy: Babel

        self._insert_line(Line.LONG_DATE)

    def embargo_line(self) -> None:
        """Insert it; without an embargo there is none."""
        from newsdesk.ui.insert_pieces import Line  # noqa: PLC0415 - heavy: Babel

        self._insert_line(Line.EMBARGO)

    def save_snippet(self) -> None:
        """Let the user keep what is selected, or write a text if nothing is."""
        from newsdesk.ui.dialogs.snippet_dialog import (  # noqa: PLC0415 - rarely used
            SnippetDialog,
            new_snippet,
        )

        context = self._context
        text = self._selection().strip("\n")
        languages = context.newsroom().languages
        dialog = SnippetDialog(new_snippet(text), languages, context.store, context.window)
        dialog.saved.connect(self._tell_snippet)
        self._open(dialog)

    # How it is chosen -----------------------------------------------------------------------

    def _pieces(self) -> "Pieces | None":
        """Return what writes for the open release; None if nothing can be written into it."""
        from newsdesk.ui.insert_pieces import Pieces  # noqa: PLC0415 - heavy: Babel

        session = self._context.session
        if session.release is None or not session.is_editable:
            return None
        newsroom, now = self._context.newsroom(), self._context.now()
        return Pieces(session.release, newsroom, now, self._selection())

    def _insert_line(self, line: "Line") -> None:
        if (pieces := self._pieces()) and (piece := pieces.line(line)):
            self._insert(piece)

    def _is_open(self, pieces: "Pieces") -> bool:
        """Tell whether the release that they are for is still the one that is written."""
        session = self._context.session
        return session.is_editable and session.release_id == pieces.release_id

    def _with_books(self, go: "Go") -> None:
        """Read what the newsroom has, then go on, unless another release is open by then."""
        from newsdesk.ui.insert_pieces import read_books  # noqa: PLC0415 - heavy: Babel

        pieces, release = self._pieces(), self._context.session.release
        if pieces is None or release is None:
            return

        def work(desk: "Desk") -> "Books":
            return read_books(desk, release, pieces.day)

        def answered(books: "Books") -> None:
            if self._is_open(pieces):
                go(pieces, books)

        self._context.store.read(work, answered)

    def _pick(self, name: str, kinds: "Sequence[Kind]") -> None:
        self._with_books(partial(self._open_picker, name, kinds))

    def _open_picker(
        self, name: str, kinds: "Sequence[Kind]", pieces: "Pieces", books: "Books"
    ) -> None:
        from newsdesk.ui.dialogs.insert_picker import InsertPicker  # noqa: PLC0415 - rarely used
        from newsdesk.ui.insert_sections import InsertSections  # noqa: PLC0415 - heavy: Babel

        window = self._context.window
        sections = InsertSections(pieces, books).of(kinds)
        picker = InsertPicker(name, sections, pieces.shown, pieces.language, window)
        picker.taken.connect(partial(self._take, pieces, books))
        picker.open_over(window)

    def _take(self, pieces: "Pieces", books: "Books", value: object) -> None:
        from newsdesk.services.speakers import Speaker  # noqa: PLC0415 - heavy: Babel
        from newsdesk.ui.insert_sections import Wish  # noqa: PLC0415 - heavy: Babel

        if not self._is_open(pieces):
            return
        match value:
            case Speaker():
                self._open_quote(value, pieces, books)
            case Wish.QUOTE_SOMEBODY:
                self._open_quote(None, pieces, books)
            case Wish.NEW_CONTACT:
                self._add_contact()
            case Wish.NEW_SNIPPET:
                self.save_snippet()
            case Wish.EDIT_SNIPPETS:
                self._open_settings("snippets")
            case Wish.EDIT_BOILERPLATES:
                self._open_settings("boilerplates")
            case _:
                if piece := pieces.of(value):
                    self._insert(piece)

    def _open_quote(self, speaker: "Speaker | None", pieces: "Pieces", books: "Books") -> None:
        from newsdesk.ui.dialogs.quote_dialog import QuoteDialog  # noqa: PLC0415 - heavy: Babel

        dialog = QuoteDialog(
            books.speakers,
            pieces.language,
            words=self._selection(),
            speaker=speaker,
            can_add=self._context.store.is_writable,
            parent=self._context.window,
        )
        dialog.quote_written.connect(self._on_quote_written)
        self._open(dialog)

    def _add_contact(self) -> None:
        from newsdesk.ui.dialogs.contact_dialog import ContactDialog  # noqa: PLC0415 - rarely used

        context = self._context
        dialog = ContactDialog(None, context.store, context.icons, context.window)
        dialog.saved.connect(self.contact)  # to be chosen now
        self._open(dialog)

    def _open(self, dialog: QDialog) -> None:
        """Show a dialog over the window; afterwards the text has the keyboard again."""
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._context.window.editor.text.setFocus)
        dialog.open()

    # What becomes of it ---------------------------------------------------------------------

    def _on_quote_written(self, quote: "WrittenQuote") -> None:
        from newsdesk.ui.insert_pieces import Piece  # noqa: PLC0415 - heavy: Babel

        self._insert(Piece(text=quote.text, is_block=True))
        if quote.newcomer is not None:
            self._welcome(quote.newcomer)

    def _welcome(self, speaker: "Speaker") -> None:
        """Put somebody who was quoted into the address book, as a person with a role."""
        release = self._context.session.release
        language = base(release.language) if release is not None else "en"
        card = Card(person=Person(id=PersonId(UUID(int=0)), display_name=speaker.name))
        roles = [TypedRole(titles={language: speaker.title})] if speaker.title else []

        def work(desk: "Desk") -> tuple[tuple[Card, BookChange], Changes]:
            return desk.people.save(card, roles)

        self._context.store.change(work, self._tell_newcomer)

    def _tell_newcomer(self, saved: tuple[Card, BookChange]) -> None:
        told = self.tr("Added to the address book: {name}.").format(name=saved[0].name)
        self._context.notices.show(told, Tone.DONE, ms=UNDO_MS)

    def _tell_snippet(self, snippet: Snippet) -> None:
        told = self.tr("Saved as a snippet: {name}.").format(name=snippet.name)
        self._context.notices.show(told, Tone.DONE, ms=UNDO_MS)

    def _selection(self) -> str:
        return transfer.copied(self._context.window.editor.text.textCursor()).text()

    def _insert(self, piece: "Piece") -> None:
        self._show_editor()
        text = self._context.window.editor.text
        if not text.is_editable:
            return
        cursor = text.textCursor()
        let_words_break(text, piece.text)
        insert = insert_block if piece.is_block else insert_inline
        insert(cursor, piece.text, piece.caret)
        text.setTextCursor(cursor)
        text.ensureCursorVisible()
        text.setFocus()
