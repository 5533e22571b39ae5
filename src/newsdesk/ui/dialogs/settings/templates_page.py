"""The templates of the house."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from newsdesk.domain.blanks import find_blanks
from newsdesk.domain.changes import Changes, Subject
from newsdesk.domain.ids import TemplateId
from newsdesk.domain.newsroom import Newsroom
from newsdesk.domain.template import Template
from newsdesk.ui.dialogs.settings.book_page import BookPage
from newsdesk.ui.dialogs.settings.book_panel import BookWords
from newsdesk.ui.dialogs.settings.page_parts import PageParts
from newsdesk.ui.dialogs.template_dialog import TemplateDialog
from newsdesk.ui.languages import language_name
from newsdesk.ui.widgets.entry_list import Entry

if TYPE_CHECKING:
    from newsdesk.services.desk import Desk


class TemplatesPage(BookPage):
    """Lists them by their names."""

    def __init__(self, newsroom: Newsroom, parts: PageParts, parent: QWidget | None = None) -> None:
        super().__init__(
            BookWords(
                title=self.tr("Templates"),
                about=self.tr(
                    "What releases of one kind begin as. The open release becomes one by the menu "
                    "Release."
                ),
                name=self.tr("Templates"),
                add=self.tr("&New template"),
                edit=self.tr("&Edit"),
                search=self.tr("Search templates"),
                empty=self.tr("No template yet. Begin with what you issue again and again."),
            ),
            Subject.TEMPLATES,
            parts,
            parent,
        )
        self._languages: Sequence[str] = newsroom.languages
        self._templates: dict[TemplateId, Template] = {}
        self._panel.add_requested.connect(self._begin)
        self.refresh()

    def set_newsroom(self, newsroom: Newsroom) -> None:
        """Offer its languages first."""
        self._languages = newsroom.languages

    def refresh(self) -> None:
        def work(desk: "Desk") -> list[Template]:
            return desk.templates.all()

        self._store.read(work, self.lifetime.guard(self._show))

    @Slot(object)
    def open_entry(self, key: TemplateId) -> None:
        if key in self._templates:
            self._open(self._templates[key])

    @Slot(object)
    def remove_entry(self, key: TemplateId) -> None:
        def work(desk: "Desk") -> tuple[Template, Changes]:
            return desk.templates.remove(str(key))

        def undo(desk: "Desk") -> tuple[Template, Changes]:
            return desk.templates.put_back(key)

        if key in self._templates:
            told = self.tr("Removed from the templates: {name}.")
            self.take_out(work, undo, told.format(name=self._templates[key].name))

    @Slot()
    def _begin(self) -> None:
        def work(desk: "Desk") -> Template:
            return desk.templates.blank(self._languages[0])

        self._store.read(work, self.lifetime.guard(self._open))

    def _show(self, templates: list[Template]) -> None:
        self._templates = {template.id: template for template in templates}
        self._panel.set_entries([(self._entry(one), one.body_md) for one in templates])

    def _entry(self, template: Template) -> Entry:
        texts = (*template.defaults.values(), template.body_md)
        blanks = dict.fromkeys(blank.text for text in texts for blank in find_blanks(text))
        detail = " · ".join(filter(None, (language_name(template.language), ", ".join(blanks))))
        return Entry(template.id, template.name, detail)

    def _open(self, template: Template) -> None:
        dialog = TemplateDialog(template, self._languages, self._store, self.window())
        dialog.finished.connect(dialog.deleteLater)
        dialog.saved.connect(self._on_saved)
        dialog.open()

    @Slot(object)
    def _on_saved(self, template: Template) -> None:
        self._panel.choose(template.id)
        self._panel.focus_list()
