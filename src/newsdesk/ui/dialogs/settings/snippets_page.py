"""The texts that people keep at hand to write with."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from newsdesk.domain.changes import Changes, Subject
from newsdesk.domain.ids import SnippetId
from newsdesk.domain.newsroom import Newsroom
from newsdesk.domain.snippet import Snippet
from newsdesk.rendering.opening import opening
from newsdesk.ui.dialogs.settings.book_page import BookPage
from newsdesk.ui.dialogs.settings.book_panel import BookWords
from newsdesk.ui.dialogs.settings.page_parts import PageParts
from newsdesk.ui.dialogs.snippet_dialog import SnippetDialog, new_snippet
from newsdesk.ui.languages import language_name
from newsdesk.ui.widgets.entry_list import Entry
from newsdesk.ui.widgets.labelled import caption

if TYPE_CHECKING:
    from newsdesk.services.desk import Desk


class SnippetsPage(BookPage):
    """Lists them in the order in which they are offered; Alt with an arrow changes it."""

    def __init__(
        self,
        newsroom: Newsroom,
        parts: PageParts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            BookWords(
                title=self.tr("Snippets"),
                about=self.tr(
                    "Texts of your own, for the menu Insert. What is selected in a release can be "
                    "saved as one there."
                ),
                name=self.tr("Snippets"),
                add=self.tr("&New snippet"),
                edit=self.tr("&Edit"),
                search=self.tr("Search snippets"),
                empty=self.tr("No snippet yet. Begin with what you write again and again."),
            ),
            Subject.SNIPPETS,
            parts,
            parent,
        )
        self._languages: Sequence[str] = newsroom.languages
        self._snippets: dict[SnippetId, Snippet] = {}
        self.column.addWidget(caption(self.tr("Alt+Up and Alt+Down move a snippet in the list.")))
        for keys, by in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self._panel)
            shortcut.activated.connect(lambda by=by: self._move(by))
        self._panel.add_requested.connect(lambda: self._open(new_snippet()))
        self.refresh()

    def set_newsroom(self, newsroom: Newsroom) -> None:
        """Offer its languages first."""
        self._languages = newsroom.languages

    def refresh(self) -> None:
        def work(desk: "Desk") -> list[Snippet]:
            return desk.snippets.all()

        self._store.read(work, self.lifetime.guard(self._show))

    @Slot(object)
    def open_entry(self, key: SnippetId) -> None:
        if key in self._snippets:
            self._open(self._snippets[key])

    @Slot(object)
    def remove_entry(self, key: SnippetId) -> None:
        def work(desk: "Desk") -> tuple[Snippet, Changes]:
            return desk.snippets.remove(str(key))

        def undo(desk: "Desk") -> tuple[Snippet, Changes]:
            return desk.snippets.put_back(key)

        if key in self._snippets:
            told = self.tr("Removed from the snippets: {name}.")
            self.take_out(work, undo, told.format(name=self._snippets[key].name))

    def _move(self, by: int) -> None:
        key = cast(SnippetId, self._panel.current_key())
        if key not in self._snippets or not self._store.is_writable:
            return

        def work(desk: "Desk") -> tuple[Snippet, Changes]:
            return desk.snippets.move(key, by)

        self.change(work)

    def _show(self, snippets: list[Snippet]) -> None:
        self._snippets = {snippet.id: snippet for snippet in snippets}
        self._panel.set_entries([(self._entry(one), one.text_md) for one in snippets])

    def _entry(self, snippet: Snippet) -> Entry:
        language = language_name(snippet.language) if snippet.language else ""
        detail = " · ".join(filter(None, (language, opening(snippet.text_md))))
        return Entry(snippet.id, snippet.name, detail)

    def _open(self, snippet: Snippet) -> None:
        dialog = SnippetDialog(snippet, self._languages, self._store, self.window())
        dialog.finished.connect(dialog.deleteLater)
        dialog.saved.connect(self._on_saved)
        dialog.open()

    @Slot(object)
    def _on_saved(self, snippet: Snippet) -> None:
        self._panel.choose(snippet.id)
        self._panel.focus_list()
