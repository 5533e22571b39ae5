"""Searching beyond the list: searches that are kept, and marks in what is open."""

from functools import partial

from PySide6.QtCore import QObject, Slot

from newsdesk.domain.saved_search import SavedSearch
from newsdesk.ui.command_context import CommandContext
from newsdesk.ui.library.saved_searches import SavedSearches
from newsdesk.ui.preview.page_hand import PageHand
from newsdesk.ui.search_marks import SearchMarks
from newsdesk.ui.widgets.notice_bar import UNDO_MS, Offer, Tone


class Searching(QObject):
    """Ties the library's search to the saved ones, the editor and the preview."""

    def __init__(self, context: CommandContext, saved: SavedSearches, hand: PageHand) -> None:
        super().__init__(context.window)
        self._context = context
        self._library = context.window.library
        self._notices = context.notices
        self.saved = saved
        editor = context.window.editor
        fields = (editor.fields.headline, editor.fields.subheadline)
        self.marks = SearchMarks(editor.text, fields, hand, context.store, context.themes)
        self._library.add_above_list(saved)
        self._library.search_changed.connect(self.marks.look_for)
        self._library.search_changed.connect(saved.show_search)
        self._library.search_kept.connect(self._keep)
        saved.search_chosen.connect(self._library.look_for)
        saved.removed.connect(self._offer_back)
        if context.store.is_readable:
            saved.read()

    @Slot(str)
    def _keep(self, query: str) -> None:
        if self.saved.has(query):
            self._notices.show(self.tr("This search is kept already."), ms=UNDO_MS)
        else:
            self.saved.save(query)

    @Slot(object)
    def _offer_back(self, saved: SavedSearch) -> None:
        self._notices.show(
            self.tr("The search “{0}” was deleted.").format(saved.name),
            Tone.DONE,
            [Offer(self.tr("Undo"), partial(self.saved.put_back, saved))],
            ms=UNDO_MS,
        )
