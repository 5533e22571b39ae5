"""What the spelling is checked with: dictionaries, and words of the house's own."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from newsdesk.domain.changes import Changes, Subject
from newsdesk.domain.errors import NewsdeskError
from newsdesk.domain.ids import OwnWordId
from newsdesk.domain.language import base
from newsdesk.domain.own_word import OwnWord
from newsdesk.ui.dialogs.settings.book_panel import BookPanel, BookWords
from newsdesk.ui.dialogs.settings.page_parts import PageParts
from newsdesk.ui.dialogs.settings.settings_page import SettingsPage
from newsdesk.ui.languages import language_name
from newsdesk.ui.messages import words
from newsdesk.ui.spelling.spelling_desk import dictionary_name
from newsdesk.ui.widgets.entry_list import Entry
from newsdesk.ui.widgets.notice_bar import UNDO_MS, Offer, Tone

if TYPE_CHECKING:
    from newsdesk.services.desk import Desk
    from newsdesk.services.dictionaries import Dictionary

_SUBJECTS = frozenset({Subject.WORDS, Subject.DICTIONARIES, Subject.NEWSROOM})


@dataclass(frozen=True, slots=True)
class _Books:
    """What the page shows."""

    dictionaries: "list[Dictionary]"
    words: list[OwnWord]
    chosen: Mapping[str, str]  # language -> dictionary
    used: Mapping[str, str]  # likewise, whoever chose


class SpellingPage(SettingsPage):
    """Lists both; a dictionary comes from a file, a word from the text or the field here."""

    def __init__(
        self,
        parts: PageParts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            self.tr("Spelling"),
            self.tr(
                "Releases are checked in their language. Names in the address book, places and "
                "tags are never marked."
            ),
            parent=parent,
        )
        self._store = parts.store
        self._notice = parts.notice
        self._dictionaries: dict[str, Dictionary] = {}
        self._words: dict[OwnWordId, OwnWord] = {}
        self._chosen: dict[str, str] = {}
        self._books = BookPanel(
            BookWords(
                title="",
                about="",
                name=self.tr("Dictionaries"),
                empty=self.tr("There is no dictionary."),
                add=self.tr("&Add from a file…"),
                remove=self.tr("Remove the dictionary"),
            ),
            parts.icons,
        )
        self._own = BookPanel(
            BookWords(
                title="",
                about="",
                name=self.tr("Words of your own"),
                empty=self.tr(
                    "No words yet. Right-click a marked word in a text to add it to the dictionary."
                ),
                remove=self.tr("Remove the word"),
            ),
            parts.icons,
        )
        self._choices = QVBoxLayout()
        for panel, least_px in ((self._books, 250), (self._own, 170)):
            panel.set_editable(is_editable=parts.store.is_writable)
            panel.setMinimumHeight(least_px)
        for title, part in (
            (self.tr("Dictionaries"), self._books),
            (self.tr("Words of your own"), self._own),
        ):
            heading = QLabel(title)
            heading.setProperty("role", "label")
            self.column.addWidget(heading)
            self.column.addWidget(part)
            if part is self._books:
                self.column.addLayout(self._choices)
                self.column.addSpacing(8)
        self.setFocusProxy(self._books)
        self.finish()
        self._books.add_requested.connect(self._choose_file)
        self._books.removal_requested.connect(self._remove_dictionary)
        self._own.removal_requested.connect(self._remove_word)
        parts.hub.changed.connect(self._on_changed)
        self.refresh()

    def refresh(self) -> None:
        """Read the books and show them."""

        def read(desk: "Desk") -> _Books:
            from newsdesk.services.dictionaries import dictionary_for  # noqa: PLC0415 - in a thread

            there, chosen = desk.dictionaries.all(), desk.newsroom.get().dictionaries
            found = {base(one.tag): dictionary_for(base(one.tag), there, chosen) for one in there}
            used = {language: one.tag for language, one in found.items() if one is not None}
            return _Books(there, desk.spelling.words(), chosen, used)

        self._store.read(read, self.lifetime.guard(self._show))

    # What is there --------------------------------------------------------------------------

    def _show(self, books: _Books) -> None:
        self._dictionaries = {one.tag: one for one in books.dictionaries}
        self._words = {one.id: one for one in books.words}
        self._chosen = dict(books.chosen)
        self._books.set_entries(
            [
                (Entry(one.tag, dictionary_name(one.tag), self._origin(one)), one.tag)
                for one in books.dictionaries
            ]
        )
        self._own.set_entries(
            [(Entry(one.id, one.word, language_name(one.language)), "") for one in books.words]
        )
        self._show_choices(books.used)

    def _origin(self, dictionary: "Dictionary") -> str:
        if dictionary.is_own:
            return self.tr("Added by you")
        told = self.tr("Comes with newsdesk · {0} {1} · {2}")
        return told.format(dictionary.name, dictionary.version, dictionary.licence)

    def _show_choices(self, used: Mapping[str, str]) -> None:
        """Ask which one is meant where a language has several."""
        while (item := self._choices.takeAt(0)) is not None:
            if (row := item.widget()) is not None:
                row.hide()
                row.deleteLater()
        for language, tag in used.items():
            several = [one for one in self._dictionaries if base(one) == language]
            if len(several) > 1:
                self._choices.addWidget(self._choice(language, tag, several))

    def _choice(self, language: str, used: str, several: list[str]) -> QWidget:
        row, box = QWidget(), QComboBox()
        told = self.tr("{0} without a country is checked as").format(language_name(language))
        label = QLabel(told)
        label.setBuddy(box)
        box.setAccessibleName(told)
        box.setObjectName(f"dictionary_for_{language}")
        for tag in several:
            box.addItem(dictionary_name(tag), tag)
        box.setCurrentIndex(several.index(used))
        box.setEnabled(self._store.is_writable)

        def choose(index: int) -> None:
            self._choose(language, several[index])

        box.activated.connect(choose)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(label)
        layout.addWidget(box)
        layout.addStretch(1)
        return row

    # What is done ---------------------------------------------------------------------------

    def _choose(self, language: str, tag: str) -> None:
        chosen = "; ".join(f"{one}={name}" for one, name in {**self._chosen, language: tag}.items())

        def work(desk: "Desk") -> tuple[Any, Changes]:
            return desk.newsroom.edit({"dictionaries": chosen})

        self._change(work)

    @Slot()
    def _choose_file(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("Add a dictionary"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.tr("Dictionaries") + " (*.dic *.aff *.oxt *.xpi *.zip)")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.add_file)
        dialog.open()

    @Slot(str)
    def add_file(self, path: str) -> None:
        """Add the dictionaries in a file, and say which ones those were."""

        def work(desk: "Desk") -> "tuple[list[Dictionary], Changes]":
            return desk.dictionaries.add(Path(path))

        def tell(added: "list[Dictionary]") -> None:
            names = ", ".join(dictionary_name(one.tag) for one in added)
            self._notice.show_notice(self.tr("Added: {0}.").format(names), Tone.DONE, ms=UNDO_MS)
            self._books.choose(added[0].tag)

        self._change(work, tell)

    @Slot(object)
    def _remove_dictionary(self, tag: str) -> None:
        dictionary = self._dictionaries.get(tag)
        if dictionary is None:
            return
        name = dictionary_name(tag)
        if not dictionary.is_own:
            told = self.tr("{0} came with newsdesk and stays. Only what was added can be removed.")
            self._notice.show_notice(told.format(name), Tone.INFO, ms=UNDO_MS)
            return

        def work(desk: "Desk") -> "tuple[Dictionary, Changes]":
            return desk.dictionaries.remove(tag)

        def undo(desk: "Desk") -> "tuple[Dictionary, Changes]":
            return desk.dictionaries.put_back(tag)

        self._take_out(work, undo, self.tr("Removed: {0}.").format(name))

    @Slot(object)
    def _remove_word(self, key: OwnWordId) -> None:
        word = self._words.get(key)
        if word is None:
            return

        def work(desk: "Desk") -> tuple[OwnWord, Changes]:
            return desk.spelling.remove_word(word.word, word.language)

        def undo(desk: "Desk") -> tuple[OwnWord, Changes]:
            return desk.spelling.put_back_word(key)

        self._take_out(work, undo, self.tr("Removed: {0}.").format(word.word))

    def _take_out(
        self,
        work: "Callable[[Desk], tuple[Any, Changes]]",
        undo: "Callable[[Desk], tuple[Any, Changes]]",
        told: str,
    ) -> None:
        def offer(_: object) -> None:
            offers = [Offer(self.tr("Undo"), partial(self._change, undo))]
            self._notice.show_notice(told, Tone.DONE, offers, ms=UNDO_MS)

        self._change(work, offer)

    def _change(
        self,
        work: "Callable[[Desk], tuple[Any, Changes]]",
        then: "Callable[[Any], None]" = lambda _: None,
    ) -> None:
        self._store.change(work, self.lifetime.guard(then), self.lifetime.guard(self._tell_error))

    def _tell_error(self, error: NewsdeskError) -> None:
        message = words(error)
        self._notice.show_notice(f"{message.title}. {message.text}", message.tone)
        self.refresh()

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.subjects & _SUBJECTS:
            self.refresh()
