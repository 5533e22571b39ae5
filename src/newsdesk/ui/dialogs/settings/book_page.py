"""A page of the settings that lists a book."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from newsdesk.domain.changes import Changes, Subject
from newsdesk.domain.errors import NewsdeskError
from newsdesk.ui.dialogs.settings.book_panel import BookPanel, BookWords
from newsdesk.ui.dialogs.settings.page_parts import PageParts
from newsdesk.ui.dialogs.settings.settings_page import SettingsPage
from newsdesk.ui.messages import words
from newsdesk.ui.widgets.notice_bar import UNDO_MS, Offer, Tone

if TYPE_CHECKING:
    from newsdesk.services.desk import Desk


class BookPage(SettingsPage):
    """Reads its book again whenever it was changed. A subclass says what stands in it."""

    def __init__(
        self,
        book: BookWords,
        subject: Subject,
        parts: PageParts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(book.title, book.about, scrolls=False, parent=parent)
        self._store = parts.store
        self._icons = parts.icons
        self._notice = parts.notice
        self._subject = subject
        self._panel = BookPanel(book, parts.icons)
        self._panel.set_editable(is_editable=parts.store.is_writable)
        self.column.addWidget(self._panel, 1)
        self.setFocusProxy(self._panel)
        self._panel.edit_requested.connect(self.open_entry)
        self._panel.removal_requested.connect(self.remove_entry)
        parts.hub.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Read the book and show it."""
        raise NotImplementedError

    @Slot(object)
    def open_entry(self, key: Any) -> None:
        """Let the user edit an entry."""
        raise NotImplementedError

    @Slot(object)
    def remove_entry(self, key: Any) -> None:
        raise NotImplementedError

    def take_out(
        self,
        work: "Callable[[Desk], tuple[Any, Changes]]",
        undo: "Callable[[Desk], tuple[Any, Changes]]",
        told: str,
    ) -> None:
        """Do `work`, tell so, and offer to undo it."""

        def offer(_: object) -> None:
            self._notice.show_notice(
                told,
                Tone.DONE,
                [Offer(self.tr("Undo"), lambda: self.change(undo))],
                ms=UNDO_MS,
            )

        self.change(work, offer)

    def change(
        self,
        work: "Callable[[Desk], tuple[Any, Changes]]",
        then: Callable[[Any], None] = lambda _: None,
    ) -> None:
        self._store.change(work, self.lifetime.guard(then), self.lifetime.guard(self.tell_error))

    def tell_error(self, error: NewsdeskError) -> None:
        message = words(error)
        self._notice.show_notice(f"{message.title}. {message.text}", message.tone)
        self.refresh()

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if self._subject in changes.subjects:
            self.refresh()
