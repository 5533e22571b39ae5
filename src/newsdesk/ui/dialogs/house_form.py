"""Who writes here, and how this house writes."""

from dataclasses import replace

from PySide6.QtCore import QLocale, QTimeZone, QUrl, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from newsdesk.domain.embargo import zone
from newsdesk.domain.errors import EmbargoError, EmbargoProblem
from newsdesk.domain.language import base
from newsdesk.domain.newsroom import Newsroom
from newsdesk.ui.dialogs.house_details import HouseDetails
from newsdesk.ui.dialogs.languages_form import LanguagesForm
from newsdesk.ui.inspector.language_field import LanguageField
from newsdesk.ui.inspector.style_field import DatelineStyleField, style_example
from newsdesk.ui.inspector.zone_field import ZoneField
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.languages import LANGUAGES
from newsdesk.ui.messages import words
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.columns import add_columns
from newsdesk.ui.widgets.field_note import FieldNote
from newsdesk.ui.widgets.labelled import add_labelled, caption


def house_of_this_machine() -> Newsroom:
    """Return a new house that writes in this machine's language, on its clock."""
    tz = bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace")
    language = base(QLocale.system().bcp47Name())
    return Newsroom(
        languages=(language if language in LANGUAGES else Newsroom().languages[0],),
        tz=tz if "/" in tz and not tz.startswith("Etc/") and is_zone(tz) else Newsroom().tz,
    )


def is_zone(name: str) -> bool:
    try:
        zone(name)
    except EmbargoError:
        return False
    return True


class HouseForm(QWidget):
    """The settings of a newsroom; the short form has those that matter on the first day.

    A field with something impossible in it says so, and the newsroom keeps what it had there.

    Signals:
        edited(): the user changed something. `set_newsroom` does not emit it.
        entry_finished(): the user left a field that was changed, or made a choice.
        new_place_requested(str): the user wants a seat in a place of this name, which is not known.
    """

    edited = Signal()
    entry_finished = Signal()
    new_place_requested = Signal(str)

    def __init__(
        self,
        store: Store,
        icons: Icons,
        *,
        is_full: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._newsroom = Newsroom()
        self._main = self._newsroom.languages[0]
        self._organisation = self._line("organisation")
        self._short_name = self._line("short_name")
        self._site = self._line("site_url")
        self._site.setPlaceholderText("https://")
        self._site_note = FieldNote(self._site)
        self._style = DatelineStyleField()
        self._example = caption()
        self._language = LanguageField()
        self._further = LanguagesForm((), icons, label=self.tr("&Further languages"))
        self._zone = ZoneField(store)
        self._zone_note = FieldNote(self._zone)
        self._end_mark = self._line("end_mark")
        self._details = HouseDetails(store, icons) if is_full else None
        self._arrange()
        self._connect()
        self.setFocusProxy(self._organisation)
        self.set_newsroom(self._newsroom)

    def set_newsroom(self, newsroom: Newsroom) -> None:
        """Show these settings."""
        self._newsroom = newsroom
        for field, text in self._lines(newsroom):
            if field.text() != text:
                field.setText(text)
                field.setCursorPosition(0)  # so that its beginning is seen
        self._style.set_style(newsroom.dateline_style)
        self._show_example()
        self._main, *further = newsroom.languages or Newsroom().languages
        self._language.set_language(self._main)
        self._further.set_languages(further)
        self._zone.set_zone(newsroom.tz)
        self._site_note.say("")
        self._zone_note.say("")
        if self._details is not None:
            self._details.set_newsroom(newsroom)

    def set_version(self, version: int) -> None:
        """Take over that what stands in the fields was stored; the next change follows it."""
        self._newsroom = replace(self._newsroom, version=version)

    def check(self) -> bool:
        """Return whether everything can be kept; else say what cannot, and go there."""
        is_typing_zone = self._zone.text().strip() != self._zone.zone()
        if self._site_url() is None:
            self._on_left()
            self._site.setFocus()
        elif is_typing_zone and not is_zone(self._typed_zone()):
            self._on_unknown_zone(self._zone.text().strip())
            self._zone.setFocus()
        else:
            return self._details is None or self._details.check()
        return False

    def values(self) -> Newsroom:
        """Return the newsroom with what stands in the fields."""
        site = self._site_url()
        newsroom = replace(
            self._newsroom,
            organisation=self._organisation.text().strip(),
            short_name=self._short_name.text().strip(),
            site_url=self._newsroom.site_url if site is None else site,
            dateline_style=self._style.dateline_style(),
            languages=(self._main, *self._further.languages()),
            tz=self._zone.zone() or self._newsroom.tz,
            end_mark=self._end_mark.text().strip(),
        )
        return self._details.merged_over(newsroom) if self._details else newsroom

    def _lines(self, newsroom: Newsroom) -> tuple[tuple[QLineEdit, str], ...]:
        return (
            (self._organisation, newsroom.organisation),
            (self._short_name, newsroom.short_name),
            (self._site, newsroom.site_url),
            (self._end_mark, newsroom.end_mark),
        )

    def _line(self, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName(name)
        return field

    def _site_url(self) -> str | None:
        """Return the web address, `None` if it is none; what has no beginning is given one."""
        text = self._site.text().strip()
        if not text:
            return ""
        url = QUrl(text if "://" in text else f"https://{text}", QUrl.ParsingMode.StrictMode)
        is_web = (
            url.isValid()
            and url.scheme() in ("http", "https")
            and bool(url.host())
            and not url.userInfo()
        )
        return url.toString() if is_web else None

    def _typed_zone(self) -> str:
        return self._zone.text().strip().replace(" ", "_")

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        add_labelled(layout, self.tr("&Organisation"), self._organisation)
        short, site = add_columns(layout)
        add_labelled(short, self.tr("&Short name"), self._short_name)
        short.addStretch(1)
        add_labelled(site, self.tr("&Web address"), self._site)
        site.addWidget(self._site_note)
        site.addStretch(1)
        main, tz = add_columns(layout)
        add_labelled(main, self.tr("&Main language"), self._language)
        main.addStretch(1)
        add_labelled(tz, self.tr("&Time zone of the desk"), self._zone)
        tz.addWidget(self._zone_note)
        tz.addStretch(1)
        layout.addWidget(self._further)
        style, mark = add_columns(layout, 2, 1)
        add_labelled(style, self.tr("House st&yle of datelines"), self._style)
        style.insertWidget(style.count() - 1, self._example)
        add_labelled(mark, self.tr("&End mark"), self._end_mark)
        mark.addStretch(1)
        if self._details is not None:
            layout.addWidget(self._details)

    def _connect(self) -> None:
        for field, _ in self._lines(self._newsroom):
            field.textEdited.connect(self.edited)
            field.editingFinished.connect(self._on_left)
        self._site.textEdited.connect(lambda: self._site_note.say(""))
        self._style.style_edited.connect(self._on_style_edited)
        self._language.language_edited.connect(self._on_language_edited)
        self._further.languages_edited.connect(self._on_further_edited)
        self._zone.textEdited.connect(lambda: self._zone_note.say(""))
        self._zone.zone_edited.connect(self._on_chosen)
        self._zone.unknown_entered.connect(self._on_unknown_zone)
        self._zone.editingFinished.connect(self._on_zone_left)
        if self._details is not None:
            self._details.edited.connect(self.edited)
            self._details.entry_finished.connect(self.entry_finished)
            self._details.new_place_requested.connect(self.new_place_requested)

    def _show_example(self) -> None:
        self._example.setText(style_example(self._style.dateline_style()))

    @Slot()
    def _on_left(self) -> None:
        url = self._site_url()
        if url is None:
            self._site_note.say(
                self.tr("This is no web address. It begins with https:// or http://.")
            )
        elif url != self._site.text():
            self._site.setText(url)
        self.entry_finished.emit()

    @Slot()
    def _on_chosen(self) -> None:
        self._zone_note.say("")
        self.edited.emit()
        self.entry_finished.emit()

    @Slot()
    def _on_style_edited(self) -> None:
        self._show_example()
        self._on_chosen()

    @Slot(str)
    def _on_language_edited(self, language: str) -> None:
        """Let the main language change places with a further one, or take the other's place."""
        further = [self._main if tag == language else tag for tag in self._further.languages()]
        self._further.set_languages(further)
        self._main = language
        self._on_languages_edited()

    @Slot(object)
    def _on_further_edited(self, further: tuple[str, ...]) -> None:
        if self._main in further:  # it is one already
            self._further.set_languages([tag for tag in further if tag != self._main])
        self._on_languages_edited()

    def _on_languages_edited(self) -> None:
        if self._details is not None:
            self._details.set_languages((self._main, *self._further.languages()))
        self._on_chosen()

    @Slot(str)
    def _on_unknown_zone(self, name: str) -> None:
        self._zone_note.say(words(EmbargoError(EmbargoProblem.UNKNOWN_ZONE, name)).title + ".")

    @Slot()
    def _on_zone_left(self) -> None:
        typed = self._typed_zone()
        if typed == self._zone.zone():
            return
        if is_zone(typed):
            self._zone.set_zone(typed)
            self._on_chosen()
        elif typed:
            self._on_unknown_zone(self._zone.text().strip())
        else:
            self._zone.drop_typing()
