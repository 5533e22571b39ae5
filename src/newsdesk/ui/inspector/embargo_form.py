"""The fields of an embargo: until when, on whose clock."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time

from PySide6.QtCore import QEvent, QLocale, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from newsdesk.domain.embargo import Clock, Embargo, clock_at, zone
from newsdesk.domain.errors import EmbargoError, EmbargoProblem, NewsdeskError
from newsdesk.ui.inspector.date_field import DateField
from newsdesk.ui.inspector.embargo_times import day_in_words, offset_in_words, time_of_day
from newsdesk.ui.inspector.form_section import field_label
from newsdesk.ui.inspector.place_lookup import CityTime, city_of
from newsdesk.ui.inspector.time_field import TimeField
from newsdesk.ui.inspector.zone_field import ZoneField
from newsdesk.ui.jobs.store import Store
from newsdesk.ui.messages import words
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.field_note import FieldNote
from newsdesk.ui.widgets.labelled import caption

_TIME_WIDTH = 72


class EmbargoForm(QWidget):
    """Day and time, zone, the city named beside the time, a note.

    It says in words what is wrong with a time; what becomes of a right one is not its affair.

    Signals:
        embargo_edited(): the user chose another time or zone, or said which of two is meant.
        embargo_typed(): the user typed a letter into a text.
    """

    embargo_edited = Signal()
    embargo_typed = Signal()

    def __init__(
        self,
        store: Store,
        icons: Icons,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tz = "UTC"
        self._day = DateField(icons, today, is_optional=False)
        self._day.line.setObjectName("embargo_day")
        self._time = TimeField()
        self._time.setObjectName("embargo_time")
        self._time.setFixedWidth(_TIME_WIDTH)
        self._words = FieldNote(self._time)
        self._words.setObjectName("embargo_words")
        self._midnight = caption(
            self.tr("Better 00:01 or 23:59: midnight may be read as the end of the day.")
        )
        self._folds = QButtonGroup(self)
        self._which = QWidget()
        self._zone = ZoneField(store)
        self._zone.setObjectName("embargo_zone")
        self._zone_words = FieldNote(self._zone)
        self._left = caption()
        self._left.setObjectName("embargo_left")
        self._elsewhere = QLabel()
        self._elsewhere.setObjectName("embargo_elsewhere")
        self._elsewhere.setProperty("role", "result")
        self._elsewhere.setWordWrap(True)
        self._elsewhere.setTextFormat(Qt.TextFormat.PlainText)
        self._elsewhere.setAccessibleName(self.tr("The end of the embargo elsewhere"))
        self._city = QLineEdit()
        self._city.setObjectName("embargo_city")
        self._note = QLineEdit()
        self._note.setObjectName("embargo_note")
        self._lay_out()
        self._day.day_edited.connect(self._on_time_edited)
        self._time.time_edited.connect(self._on_time_edited)
        self._time.unreadable_entered.connect(self._on_unreadable_time)
        self._folds.idClicked.connect(self._on_fold)
        self._zone.zone_edited.connect(self._on_zone)
        self._zone.unknown_entered.connect(self._on_unknown_zone)
        self._zone.textEdited.connect(self._on_zone_typed)
        self._city.textEdited.connect(self._on_text_edited)
        self._note.textEdited.connect(self._on_text_edited)

    @property
    def first_field(self) -> QWidget:
        return self._day.line

    def field(self, name: str) -> QWidget | None:
        """Return the field of a part of an embargo, by its name there."""
        fields: dict[str, QWidget] = {
            "until_local": self._day.line,
            "tz": self._zone,
            "city_label": self._city,
            "note": self._note,
            "fold": self._which if not self._which.isHidden() else self._time,
        }
        return fields.get(name)

    def show_embargo(self, embargo: Embargo) -> None:
        """Show an embargo that holds; a field that shows its part already is left alone."""
        local = embargo.until_local
        self._day.set_day(local.date())
        self._time.set_time(local.time())
        self._tz = embargo.tz
        self._zone.set_zone(embargo.tz)
        self._show_words(embargo)
        self._words.say("")
        self._ask_which(local, embargo.tz, embargo.fold)
        self._show_midnight()

    def _show_words(self, embargo: Embargo) -> None:
        usual = city_of(embargo.tz)
        self._city.setPlaceholderText(usual)
        for field, text, if_empty in (
            (self._city, embargo.city_label, usual),
            (self._note, embargo.note or "", ""),
        ):
            if (field.text().strip() or if_empty) != text:
                field.setText(text)

    def propose(self, local: datetime, tz: str) -> None:
        """Show where an embargo may begin from; nobody has chosen it yet."""
        self.drop_typing()
        self._day.set_day(local.date())
        self._time.set_time(local.time())
        self._tz = tz
        self._zone.set_zone(tz)
        self._city.clear()
        self._city.setPlaceholderText(city_of(tz))
        self._note.clear()
        self._words.say("")
        self._show_midnight()
        self._ask_which(local, tz, None)

    def show_end(self, told: str, elsewhere: Sequence[str]) -> None:
        """Say when the embargo that holds ends: in words, and one line for each other clock."""
        self._left.setText(told)
        self._left.setVisible(bool(told))
        self._elsewhere.setText("\n".join(elsewhere))
        self._elsewhere.setVisible(bool(elsewhere))

    def set_language(self, language: str) -> None:
        self._zone.set_language(language)

    def drop_typing(self) -> None:
        self._day.drop_typing()
        self._time.drop_typing()
        self._zone.drop_typing()
        self._zone_words.say("")

    def embargo(self) -> Embargo:
        """Return what the fields say; raise `EmbargoError` if that is no time, or two."""
        day = self._day.day()
        if day is None:
            raise EmbargoError(EmbargoProblem.UNREADABLE)
        chosen = self._folds.checkedId()
        return Embargo.until(
            datetime.combine(day, self._time.clock()),
            self._tz,
            city_label=self._city.text().strip(),
            fold=chosen if chosen in (0, 1) and not self._which.isHidden() else None,
            note=self._note.text().strip() or None,
        )

    def refuse(self, error: NewsdeskError) -> None:
        """Say below the time why it was not taken."""
        if isinstance(error, EmbargoError) and error.problem is EmbargoProblem.DOUBLED:
            self._words.say(
                self.tr(
                    "The clocks show this time twice. Which one is meant? Nothing changed yet."
                ),
                "warning",
            )
            return
        if isinstance(error, EmbargoError) and error.problem is EmbargoProblem.ON_PUBLISHED:
            self._words.say(
                self.tr("Once published, an embargo can only end earlier. Nothing was changed.")
            )
            return
        message = words(error)
        self._words.say(f"{message.title}. {message.text}")

    def accept(self) -> None:
        """Take back what was said against an earlier time."""
        self._words.say("")

    # Laying out -----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        when = QHBoxLayout()
        when.setSpacing(4)
        when.addWidget(self._day, 1)
        when.addWidget(self._time)
        heads = QHBoxLayout()
        heads.setSpacing(4)
        heads.addWidget(field_label(self.tr("Until"), self._day.line), 1)
        time_label = field_label(self.tr("Time"), self._time)
        time_label.setFixedWidth(_TIME_WIDTH)
        heads.addWidget(time_label)
        layout.addLayout(heads)
        layout.addLayout(when)
        layout.addWidget(self._words)
        layout.addWidget(self._midnight)
        layout.addWidget(self._which)
        layout.addWidget(self._left)
        choices = QVBoxLayout(self._which)
        choices.setContentsMargins(0, 0, 0, 0)
        choices.setSpacing(2)
        for fold in (0, 1):
            radio = QRadioButton()
            radio.setObjectName(f"embargo_fold_{fold}")
            self._folds.addButton(radio, fold)
            choices.addWidget(radio)
        self._which.hide()
        self._which.setFocusProxy(self._folds.button(0))
        for text, field in (
            (self.tr("Time zone"), self._zone),
            (self.tr("City named beside the time"), self._city),
            (self.tr("Note"), self._note),
        ):
            layout.addWidget(field_label(text, field))
            layout.addWidget(field)
            if field is self._zone:
                layout.addWidget(self._zone_words)
                layout.addWidget(self._elsewhere)

    def _ask_which(self, local: datetime, tz: str, fold: int | None) -> None:
        """Offer the first and the second of a doubled time; nothing for any other."""
        try:
            is_doubled = clock_at(local, tz) is Clock.DOUBLED
        except EmbargoError:  # this machine does not know the zone
            is_doubled = False
        self._which.setVisible(is_doubled)
        self._folds.setExclusive(False)
        for number, told in ((0, self.tr("First ({offset})")), (1, self.tr("Second ({offset})"))):
            button = self._folds.button(number)
            button.setChecked(is_doubled and fold == number)
            if is_doubled:
                moment = local.replace(tzinfo=zone(tz), fold=number)
                text = told.format(offset=offset_in_words(moment))
                button.setText(text)
                day = day_in_words(moment, QLocale())
                button.setAccessibleName(f"{time_of_day(moment, QLocale())}, {day}: {text}")
        self._folds.setExclusive(True)

    def _show_midnight(self) -> None:
        """Advise against midnight while it can still be changed."""
        self._midnight.setVisible(self.isEnabled() and self._time.clock() == time(0, 0))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self._show_midnight()

    # What the user does ---------------------------------------------------------------------

    @Slot()
    def _on_time_edited(self) -> None:
        day = self._day.day()
        if day is not None:
            self._ask_which(datetime.combine(day, self._time.clock()), self._tz, None)
        self._show_midnight()
        self.embargo_edited.emit()

    @Slot(str)
    def _on_unreadable_time(self, text: str) -> None:
        said = self.tr(
            "“{text}” is no time, or may be read as two. Write it as 09:00; for midnight 00:01 or "
            "23:59. {time} still holds."
        )
        self._words.say(said.format(text=text, time=f"{self._time.clock():%H:%M}"))

    @Slot(int)
    def _on_fold(self, _fold: int) -> None:
        self.embargo_edited.emit()

    @Slot(object)
    def _on_zone(self, chosen: CityTime) -> None:
        self._zone_words.say("")
        self._tz = chosen.tz
        self._city.setText(chosen.city or city_of(chosen.tz))
        self._city.setPlaceholderText(city_of(chosen.tz))
        self._on_time_edited()

    @Slot(str)
    def _on_zone_typed(self, _text: str) -> None:
        self._zone_words.say("")

    @Slot(str)
    def _on_unknown_zone(self, text: str) -> None:
        said = self.tr("No city or time zone is called “{name}”. {zone} still holds.")
        self._zone_words.say(said.format(name=text, zone=self._tz))

    @Slot(str)
    def _on_text_edited(self, _text: str) -> None:
        self.embargo_typed.emit()
