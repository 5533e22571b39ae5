"""The standing paragraphs of the newsroom."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from newsdesk.domain.boilerplate import Boilerplate, BoilerplateKind
from newsdesk.domain.changes import Changes, Subject
from newsdesk.domain.embargo import zone
from newsdesk.domain.ids import BoilerplateId
from newsdesk.domain.newsroom import Newsroom
from newsdesk.rendering.opening import opening
from newsdesk.ui.boilerplate_words import boilerplate_kind_name
from newsdesk.ui.dialogs.settings.boilerplate_form import BoilerplateForm, TypedBoilerplate
from newsdesk.ui.dialogs.settings.book_page import BookPage
from newsdesk.ui.dialogs.settings.book_panel import BookWords
from newsdesk.ui.dialogs.settings.page_parts import PageParts
from newsdesk.ui.inspector.typed_date import shown_date
from newsdesk.ui.languages import language_name
from newsdesk.ui.widgets.entry_list import Entry
from newsdesk.ui.widgets.notice_bar import UNDO_MS, Offer

if TYPE_CHECKING:
    from newsdesk.services.desk import Desk


@dataclass(frozen=True, slots=True)
class StandingText:
    """A text as the list shows it: one line for it and all that it follows."""

    text: Boilerplate
    earlier: tuple[Boilerplate, ...]  # newest first


def standing_texts(texts: Sequence[Boilerplate], today: date) -> list[StandingText]:
    """Return what is in force, one text of each kind and language, and what will come into force.

    They stand in the order of their kinds, languages and days.
    """
    lines: list[StandingText] = []
    for identity in dict.fromkeys((text.kind, text.language) for text in texts):
        own = [text for text in texts if (text.kind, text.language) == identity][::-1]
        old = [text for text in own if text.valid_from <= today]
        coming = [text for text in own if text.valid_from > today]
        if old:
            lines.append(StandingText(old[0], tuple(old[1:])))
        for day in dict.fromkeys(text.valid_from for text in coming[::-1]):
            of_day = [text for text in coming if text.valid_from == day]
            lines.append(StandingText(of_day[0], tuple(of_day[1:])))
    return lines


class BoilerplatePage(BookPage):
    """Lists them by kind and language; writing takes the place of the list."""

    def __init__(
        self,
        newsroom: Newsroom,
        parts: PageParts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            BookWords(
                title=self.tr("Standing paragraphs"),
                about=self.tr(
                    "What stands at the end of releases, once for each language. New releases take "
                    "the newest; those that are written keep theirs."
                ),
                name=self.tr("Standing paragraphs"),
                add=self.tr("&Add a paragraph"),
                edit=self.tr("&Edit"),
                empty=self.tr("No paragraph yet. Begin with the one about yourselves."),
            ),
            Subject.BOILERPLATES,
            parts,
            parent,
        )
        self._newsroom = newsroom
        self._lines: dict[BoilerplateId, StandingText] = {}
        self._form = BoilerplateForm(parts.icons, self._today)
        self._places = QStackedWidget()
        self.column.replaceWidget(self._panel, self._places)
        self.column.setStretchFactor(self._places, 1)
        self._places.addWidget(self._panel)
        self._places.addWidget(self._form)
        self.set_newsroom(newsroom)
        self._panel.add_requested.connect(self._on_add)
        self._form.save_requested.connect(self._on_save)
        self._form.cancelled.connect(self._on_cancelled)

    @property
    def is_writing(self) -> bool:
        return self._places.currentWidget() is self._form

    def set_newsroom(self, newsroom: Newsroom) -> None:
        """Offer its languages first, and go by its calendar."""
        self._newsroom = newsroom
        self._form.set_house_languages(newsroom.languages)
        self.refresh()

    def is_done(self) -> bool:
        if self.is_writing and self._form.is_edited:
            self._form.say(self.tr("This is not kept yet: save it or cancel."))
            return False
        return True

    def refresh(self) -> None:
        def work(desk: "Desk") -> list[Boilerplate]:
            return desk.boilerplates.all()

        self._store.read(work, self.lifetime.guard(self._show))

    @Slot(object)
    def open_entry(self, key: BoilerplateId) -> None:
        if key in self._lines:
            self._form.write_next(self._lines[key].text)
            self._write()

    @Slot(object)
    def remove_entry(self, key: BoilerplateId) -> None:
        """Remove a text and what it followed: else the one before would come back."""
        if key not in self._lines:
            return
        line = self._lines[key]
        keys = [text.id for text in (line.text, *line.earlier)]

        def work(desk: "Desk") -> tuple[object, Changes]:
            return desk.boilerplates.remove_together(keys)

        def undo(desk: "Desk") -> tuple[object, Changes]:
            return desk.boilerplates.put_back(keys)

        told = self.tr("Removed: {kind}, {language}. Releases keep their copies.")
        self.take_out(
            work,
            undo,
            told.format(
                kind=boilerplate_kind_name(line.text.kind),
                language=language_name(line.text.language),
            ),
        )

    def _today(self) -> date:
        return datetime.now(zone(self._newsroom.tz)).date()

    def _show(self, texts: list[Boilerplate]) -> None:
        lines = sorted(standing_texts(texts, self._today()), key=self._place_of)
        self._lines = {line.text.id: line for line in lines}
        self._panel.set_entries([(self._entry(line.text), line.text.text_md) for line in lines])

    def _place_of(self, line: StandingText) -> tuple[int, int]:
        """Sort by kind, then by language as the house has them."""
        kinds, languages = list(BoilerplateKind), self._newsroom.languages
        language = line.text.language
        place = languages.index(language) if language in languages else len(languages)
        return kinds.index(line.text.kind), place

    def _entry(self, text: Boilerplate) -> Entry:
        title = f"{boilerplate_kind_name(text.kind)} · {language_name(text.language)}"
        if text.valid_from > self._today():
            day = shown_date(text.valid_from, QLocale())
            title = self.tr("{title} · from {day}").format(title=title, day=day)
        return Entry(text.id, title, opening(text.text_md))

    def _write(self) -> None:
        self._notice.dismiss()
        self._places.setCurrentWidget(self._form)
        self._form.setFocus()

    def _stop_writing(self) -> None:
        self._places.setCurrentWidget(self._panel)
        self._panel.focus_list()

    @Slot()
    def _on_add(self) -> None:
        self._form.write_new(self._newsroom.languages[0])
        self._write()

    @Slot(object)
    def _on_save(self, typed: TypedBoilerplate) -> None:
        def work(desk: "Desk") -> tuple[Boilerplate, Changes]:
            return desk.boilerplates.add(
                typed.kind, typed.language, typed.text_md, typed.valid_from
            )

        def then(text: Boilerplate) -> None:
            self._stop_writing()
            self._panel.choose(text.id)

        if self._form.is_edited:
            self.change(work, then)
        else:
            self._stop_writing()

    @Slot(object)
    def _on_cancelled(self, typed: TypedBoilerplate | None) -> None:
        self._stop_writing()

        def take_up() -> None:
            if typed is not None:
                self._form.take_up(typed)
                self._write()

        if typed is not None:
            self._notice.show_notice(
                self.tr("What you wrote was not kept."),
                offers=[Offer(self.tr("Write on"), take_up)],
                ms=UNDO_MS,
            )
