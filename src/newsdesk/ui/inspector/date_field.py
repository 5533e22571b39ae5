"""A day, typed or taken from a calendar."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QDate, QEvent, QLocale, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from newsdesk.ui.inspector.form_section import show_line
from newsdesk.ui.inspector.typed_date import read_date, shown_date
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.buttons import link_button
from newsdesk.ui.widgets.field_note import FieldNote

_ARROWS = {"qt_calendar_prevmonth": "collapsed_rtl", "qt_calendar_nextmonth": "collapsed"}
_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}  # days, as in every field of numbers
_WEEKEND = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)


class DateField(QWidget):
    """A line that reads days; Alt+Down or the icon in it opens a calendar.

    Signals:
        day_edited(object): the user chose another day, or None for no date. `set_day` does not
            emit it.
    """

    day_edited = Signal(object)

    def __init__(
        self,
        icons: Icons,
        today: Callable[[], date],
        *,
        is_optional: bool,
        parent: QWidget | None = None,
    ) -> None:
        """`today` is asked anew each time; `is_optional`: there may be no date."""
        super().__init__(parent)
        self._icons = icons
        self._today = today
        self._is_optional = is_optional
        self._day: date | None = None
        self._popup: _CalendarPopup | None = None
        self.line = _DateLine(self)
        self.setFocusProxy(self.line)
        open_calendar = QAction(self.tr("Open the calendar (Alt+Down)"), self)
        self.line.addAction(open_calendar, QLineEdit.ActionPosition.TrailingPosition)
        icons.bind(open_calendar, lambda: open_calendar.setIcon(icons.icon("calendar")))
        self._words = FieldNote(self.line)
        self.line.setPlaceholderText(self.tr("No date") if is_optional else self.tr("Day"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.line)
        layout.addWidget(self._words)
        open_calendar.triggered.connect(self.open_calendar)
        self.line.editingFinished.connect(self._on_finished)
        self.line.stepped.connect(self._on_stepped)
        self.line.calendar_requested.connect(self.open_calendar)

    def day(self) -> date | None:
        return self._day

    def set_day(self, day: date | None) -> None:
        """Show a day; of the same day what is being typed is left alone."""
        if day != self._day or not self.line.isModified():
            self._day = day
            self.drop_typing()

    def drop_typing(self) -> None:
        """Show the day that holds instead of what was typed and not read yet."""
        self._words.say("")
        self._show()

    @Slot()
    def open_calendar(self) -> None:
        if self._popup is None:
            self._popup = _CalendarPopup(self._icons, is_optional=self._is_optional, parent=self)
            self._popup.day_chosen.connect(self._take)
        self._popup.open_at(self.line, self._day or self._today(), self._today())

    def _show(self) -> None:
        text = shown_date(self._day, QLocale()) if self._day else ""
        show_line(self.line, text)
        self.line.setModified(False)

    @Slot(object)
    def _take(self, day: date | None) -> None:
        is_new = day != self._day
        self._day = day
        self._words.say("")
        self._show()
        if is_new:
            self.day_edited.emit(day)

    @Slot()
    def _on_finished(self) -> None:
        """Read what was typed when Enter is pressed or the field is left."""
        text = self.line.text().strip()
        if not self.line.isModified():
            return
        if not text and self._is_optional:
            self._take(None)
            return
        try:
            self._take(read_date(text, QLocale(), self._today()))
        except ValueError:
            shown = self.tr("“{text}” is no day. Write it as {example}; nothing was changed.")
            example = shown_date(self._today(), QLocale())
            self._words.say(shown.format(text=text, example=example))

    @Slot(int)
    def _on_stepped(self, days: int) -> None:
        start = self._day
        self._take(start + timedelta(days=days) if start else self._today())


class _DateLine(QLineEdit):
    """A line whose arrow keys go a day on or back."""

    stepped = Signal(int)
    calendar_requested = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        step = _STEPS.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.calendar_requested.emit()
        elif step is not None and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)


class _CalendarPopup(QFrame):
    """A month to choose a day from, until something else is clicked.

    Signals:
        day_chosen(object): a day, or None.
    """

    day_chosen = Signal(object)

    def __init__(self, icons: Icons, *, is_optional: bool, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("date_popup")
        self._today = QDate()
        self._calendar = QCalendarWidget()
        self._calendar.setVerticalHeaderFormat(
            QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader
        )
        self._calendar.setAccessibleName(self.tr("Calendar"))
        self._calendar.setGridVisible(False)
        self._draw_arrows(icons)
        self._calendar.clicked.connect(self._on_day)
        self._calendar.activated.connect(self._on_day)
        today = link_button(self.tr("Today"))
        today.clicked.connect(self._on_today)
        row = QHBoxLayout()
        row.setContentsMargins(8, 0, 8, 8)
        row.addWidget(today)
        row.addStretch(1)
        if is_optional:
            none = link_button(self.tr("No date"))
            none.clicked.connect(self._on_none)
            row.addWidget(none)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self._calendar)
        layout.addLayout(row)

    def open_at(self, field: QWidget, day: date, today: date) -> None:
        """Open below `field`, above it if the screen ends there."""
        self._today = QDate(today.year, today.month, today.day)
        self._calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self._calendar.setFirstDayOfWeek(QLocale().firstDayOfWeek())
        self._mark_today()
        size, screen = self.sizeHint(), field.screen().availableGeometry()
        corner = field.mapToGlobal(QPoint(0, field.height() + 2))
        if field.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            corner.setX(corner.x() + field.width() - size.width())
        corner.setX(max(min(corner.x(), screen.right() - size.width()), screen.left()))
        if corner.y() + size.height() > screen.bottom():
            corner.setY(corner.y() - field.height() - size.height() - 4)
        self.move(corner)
        self.show()
        self._calendar.setFocus()

    def _draw_arrows(self, icons: Icons) -> None:
        """Draw Qt's own buttons in the colours of the theme."""
        for button_name, icon_name in _ARROWS.items():
            button = self._calendar.findChild(QToolButton, button_name)
            if button is not None:
                icons.bind(button, partial(_draw_arrow, button, icons, icon_name))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._mark_today()

    def _mark_today(self) -> None:
        """Draw weekends like other days, and today in the colour of links."""
        plain, marked = QTextCharFormat(), QTextCharFormat()
        plain.setForeground(self.palette().text())
        for weekday in _WEEKEND:
            self._calendar.setWeekdayTextFormat(weekday, plain)
        marked.setForeground(self.palette().link())
        marked.setFontWeight(700)
        self._calendar.setDateTextFormat(QDate(), plain)  # takes the marks of other days away
        self._calendar.setDateTextFormat(self._today, marked)

    @Slot(QDate)
    def _on_day(self, day: QDate) -> None:
        self.close()
        self.day_chosen.emit(date(day.year(), day.month(), day.day()))

    @Slot()
    def _on_today(self) -> None:
        self._on_day(self._today)

    @Slot()
    def _on_none(self) -> None:
        self.close()
        self.day_chosen.emit(None)


def _draw_arrow(button: QToolButton, icons: Icons, name: str) -> None:
    button.setIcon(icons.icon(name))
