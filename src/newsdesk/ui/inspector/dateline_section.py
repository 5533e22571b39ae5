"""Where, when and by whom: the opening words of the open release."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget

from newsdesk.domain.dateline import CountryInDateline, Dateline, DatelineStyle
from newsdesk.domain.embargo import zone
from newsdesk.domain.errors import EmbargoError
from newsdesk.domain.newsroom import Newsroom
from newsdesk.domain.place import Place
from newsdesk.domain.release import Release
from newsdesk.ui.inspector.date_field import DateField
from newsdesk.ui.inspector.form_section import FormSection, direction_of, field_label, show_line
from newsdesk.ui.inspector.new_place_form import NewPlaceForm
from newsdesk.ui.inspector.place_field import PlaceField
from newsdesk.ui.inspector.place_list import PlaceList
from newsdesk.ui.inspector.place_lookup import place_label
from newsdesk.ui.inspector.row_list import moved
from newsdesk.ui.inspector.style_field import DatelineStyleField
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.session import ReleaseSession
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.field_note import FieldNote

_S = DatelineStyle
_WITH_DATE = frozenset({_S.UN, _S.UNIS, _S.REUTERS, _S.APO})
_WITH_SOURCE = frozenset({_S.UNIS, _S.AP, _S.REUTERS, _S.APO})
_WITH_COUNTRY_OR_NOT = frozenset({_S.IOM, _S.UN, _S.UNIS, _S.AP, _S.REUTERS, _S.APO})
_APO = "African Press Organization (APO)"  # what that style writes where no source is given
_WITHOUT_PLACES = frozenset({_S.CUSTOM, _S.NONE})


class DatelineSection(FormSection):
    """The parts of a dateline, and below them the dateline as it will be printed."""

    def __init__(
        self,
        session: ReleaseSession,
        store: Store,
        icons: Icons,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            self.tr("Dateline"),
            session,
            icons,
            shows=frozenset({"dateline", "headline", "language"}),
            parent=parent,
        )
        self.setObjectName("dateline_section")
        self._store = store
        self._now = now
        self._newsroom = Newsroom()
        self._places = PlaceList(icons)
        self._place = PlaceField(store)
        self._place.setObjectName("dateline_place")
        self._place.setPlaceholderText(self.tr("City or country"))
        self._place_note = FieldNote(self._place)
        self._new_place = NewPlaceForm(store)
        self._date = DateField(icons, self._today, is_optional=True)
        self._date.line.setObjectName("dateline_date")
        self._style = DatelineStyleField()
        self._style.setObjectName("dateline_style")
        self._country = QComboBox()
        self._country.setObjectName("dateline_country")
        self._country.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._source = QLineEdit()
        self._source.setObjectName("dateline_source")
        self._custom = QLineEdit()
        self._custom.setObjectName("dateline_custom")
        self._result = QLabel()
        self._result.setObjectName("dateline_result")
        self._result_note = FieldNote()
        self._lay_out()
        self._connect()

    def set_newsroom(self, newsroom: Newsroom) -> None:
        """Show what this house's style makes of a dateline."""
        self._newsroom = newsroom
        self.show_session()

    def focus_field(self, name: str) -> bool:
        """Go to the field `name`, `dateline` for the first; False if it is not in this section."""
        fields: dict[str, QWidget] = {
            "dateline": self._place,
            "dateline.places": self._place,
            "dateline.date": self._date.line,
            "dateline.style": self._style,
            "dateline.country": self._country,
            "dateline.source": self._source,
            "dateline.custom_text": self._custom,
        }
        field = fields.get(name)
        if field is None:
            return False
        if name == "dateline" and self._place.isHidden():
            field = self._custom if not self._custom.isHidden() else self._style
        field.setFocus()
        return True

    def _lay_out(self) -> None:
        for choice, text in (
            (CountryInDateline.AUTO, self.tr("As the style has it")),
            (CountryInDateline.SHOWN, self.tr("Always named")),
            (CountryInDateline.HIDDEN, self.tr("Never named")),
        ):
            self._country.addItem(text, choice)
        body = self.body
        self._place_label = field_label(self.tr("Place"), self._place)
        body.addWidget(self._place_label)
        body.addWidget(self._places)
        body.addWidget(self._place)
        body.addWidget(self._place_note)
        body.addWidget(self._new_place)
        self._custom_label = self._labelled(self.tr("Words of the dateline"), self._custom)
        date_label = field_label(self.tr("Date"), self._date.line)
        body.addWidget(date_label)
        body.addWidget(self._date)
        self._labelled(self.tr("Style"), self._style)
        self._country_label = self._labelled(self.tr("Country"), self._country)
        self._source_label = self._labelled(self.tr("Source"), self._source)
        self._result.setProperty("role", "result")
        self._result.setWordWrap(True)
        self._result.setTextFormat(Qt.TextFormat.PlainText)
        self._result.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._result.setAccessibleName(self.tr("The finished dateline"))
        body.addSpacing(4)
        body.addWidget(self._result)
        body.addWidget(self._result_note)

    def _labelled(self, text: str, field: QWidget) -> QLabel:
        label = field_label(text, field)
        self.body.addWidget(label)
        self.body.addWidget(field)
        return label

    def _connect(self) -> None:
        self._place.place_chosen.connect(self._on_place)
        self._place.new_place_requested.connect(self._on_new_place_requested)
        self._new_place.place_added.connect(self._on_place)
        self._new_place.closed.connect(self._place.setFocus)
        self._places.moved.connect(self._on_moved)
        self._places.removed.connect(self._on_removed)
        self._date.day_edited.connect(self._on_date)
        self._style.style_edited.connect(self._on_style)
        self._country.activated.connect(self._on_country)
        self._source.textEdited.connect(self._on_source)
        self._custom.textEdited.connect(self._on_custom)
        self._store.opened.connect(self._show_result)

    # Showing --------------------------------------------------------------------------------

    def show_release(self, release: Release) -> None:
        dateline = release.dateline
        self._place.set_language(release.language)
        self._places.set_places([place_label(p, release.language) for p in dateline.places])
        self._date.set_day(dateline.date)
        self._custom.setLayoutDirection(direction_of(release.language))
        self._style.set_style(dateline.style)
        self._country.setCurrentIndex(self._country.findData(dateline.country))
        for field, text in ((self._source, dateline.source), (self._custom, dateline.custom_text)):
            show_line(field, text or "")
        self._show_what_counts(dateline)
        self._show_result()

    def show_editable(self, is_editable: bool) -> None:
        for field in (self._place, self._date, self._style, self._country, self._source):
            field.setEnabled(is_editable)
        self._custom.setEnabled(is_editable)
        self._places.set_editable(is_editable)
        if not is_editable:
            self._new_place.close_form()

    def drop_typing(self) -> None:
        self._place.clear()
        self._place.forget()
        self._place_note.say("")
        self._new_place.close_form()
        self._date.drop_typing()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._show_result()

    def _show_what_counts(self, dateline: Dateline) -> None:
        """Hide the fields that this style makes nothing of."""
        style = dateline.style
        is_apo = style is DatelineStyle.APO
        self._source.setPlaceholderText(_APO if is_apo else self._newsroom.source)
        has_places = style not in _WITHOUT_PLACES
        self._place_label.setVisible(has_places)
        self._place.setVisible(has_places)
        self._places.setVisible(has_places and bool(dateline.places))
        for label, field, is_used in (
            (self._custom_label, self._custom, style is DatelineStyle.CUSTOM),
            (self._country_label, self._country, style in _WITH_COUNTRY_OR_NOT),
            (self._source_label, self._source, style in _WITH_SOURCE),
        ):
            label.setVisible(is_used)
            field.setVisible(is_used)

    @Slot()
    def _show_result(self) -> None:
        """Show the finished dateline; not before the store is open, when rendering is at hand."""
        release = self._session.release if self.isVisible() else None
        if release is None or not self._store.is_readable:
            return
        from newsdesk.rendering.dateline import dateline_text  # noqa: PLC0415 - imports Babel

        text = dateline_text(
            release.dateline,
            headline=release.headline,
            language=release.language,
            newsroom=self._newsroom,
        )
        self._result.setText(text.rstrip() if text else self._missing(release.dateline))
        note = ""
        if text and release.dateline.style in _WITH_DATE and release.dateline.date is None:
            note = self.tr("This style gives the date, and there is none.")
        self._result_note.say(note, "warning")

    def _missing(self, dateline: Dateline) -> str:
        """Say why there is no dateline."""
        if dateline.style is DatelineStyle.NONE:
            return self.tr("No dateline: the text begins at once.")
        if dateline.style is DatelineStyle.CUSTOM:
            return self.tr("Write the words of the dateline.")
        return self.tr("Add a place: the dateline begins with it.")

    def _today(self) -> date:
        """Return the day at the first place, or else at the newsroom's desk."""
        release = self._session.release
        places = release.dateline.places if release is not None else ()
        tz = places[0].tz if places else self._newsroom.tz
        try:
            return self._now().astimezone(zone(tz)).date()
        except EmbargoError:  # a place of one's own may have lost its zone
            return self._now().date()

    # Writing --------------------------------------------------------------------------------

    def _edit(self, what: str, *, is_typing: bool = False, **parts: Any) -> None:
        release = self._session.release
        if release is not None:
            dateline = replace(release.dateline, **parts)
            self._session.edit(what, is_typing=is_typing, dateline=dateline)

    def _chosen_places(self) -> list[Place]:
        release = self._session.release
        return list(release.dateline.places) if release is not None else []

    @Slot(object)
    def _on_place(self, place: Place) -> None:
        places = self._chosen_places()
        self._place_note.say("")
        if place.id in {chosen.id for chosen in places}:
            said = self.tr("{place} is there already.")
            self._place_note.say(said.format(place=place.name(self._language())), "caption")
            return
        self._edit(self.tr("Add place"), places=(*places, place))

    @Slot(str)
    def _on_new_place_requested(self, name: str) -> None:
        self._place_note.say("")
        self._new_place.open_form(name, self._language())

    @Slot(int, int)
    def _on_moved(self, start: int, end: int) -> None:
        self._edit(self.tr("Move place"), places=moved(self._chosen_places(), start, end))

    @Slot(int)
    def _on_removed(self, number: int) -> None:
        places = self._chosen_places()
        del places[number]
        if not places:
            self._place.setFocus()
        self._edit(self.tr("Remove place"), places=tuple(places))

    @Slot(object)
    def _on_date(self, day: date | None) -> None:
        self._edit(self.tr("Change date of the dateline"), date=day)

    @Slot(object)
    def _on_style(self, style: DatelineStyle) -> None:
        self._edit(self.tr("Change style of the dateline"), style=style)

    @Slot(int)
    def _on_country(self, index: int) -> None:
        country = CountryInDateline(self._country.itemData(index))
        self._edit(self.tr("Change country in the dateline"), country=country)

    @Slot(str)
    def _on_source(self, text: str) -> None:
        what = self.tr("Change source of the dateline")
        self._edit(what, is_typing=True, source=text or None)

    @Slot(str)
    def _on_custom(self, text: str) -> None:
        what = self.tr("Change words of the dateline")
        self._edit(what, is_typing=True, custom_text=text or None)

    def _language(self) -> str:
        release = self._session.release
        return release.language if release is not None else "en"
