"""Sites whose pages are brought in without asking."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from newsdesk.domain.changes import Changes, Subject
from newsdesk.ui.dialogs.settings.book_page import BookPage
from newsdesk.ui.dialogs.settings.book_panel import BookWords
from newsdesk.ui.dialogs.settings.page_parts import PageParts
from newsdesk.ui.widgets.entry_list import Entry

if TYPE_CHECKING:
    from newsdesk.services.desk import Desk


class SitesPage(BookPage):
    """Lists them; one that is removed is asked about again. They are added when one is asked."""

    def __init__(
        self,
        parts: PageParts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            BookWords(
                title=self.tr("Sites"),
                about=self.tr(
                    "Pages of these sites are brought in without asking, as long as everything in "
                    "them is sure and none of them is under embargo."
                ),
                name=self.tr("Sites that are not asked about"),
                empty=self.tr(
                    "You are asked about the pages of every site. When you bring a page in, you "
                    "can choose not to be asked about its site again."
                ),
            ),
            Subject.NEWSROOM,
            parts,
            parent,
        )
        self.refresh()

    def refresh(self) -> None:
        def work(desk: "Desk") -> tuple[str, ...]:
            return desk.sites.all()

        self._store.read(work, self.lifetime.guard(self._show))

    @Slot(object)
    def open_entry(self, key: str) -> None:
        """A site is a name and nothing else."""

    @Slot(object)
    def remove_entry(self, key: str) -> None:
        def work(desk: "Desk") -> tuple[str, Changes]:
            return key, desk.sites.forget(key)

        def undo(desk: "Desk") -> tuple[str, Changes]:
            return desk.sites.remember(key)

        if key:
            told = self.tr("You are asked about the pages of {name} again.")
            self.take_out(work, undo, told.format(name=key))

    def _show(self, sites: tuple[str, ...]) -> None:
        self._panel.set_entries([(Entry(site, site, ""), "") for site in sites])
