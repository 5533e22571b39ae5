"""Of which days figures are asked for."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QWidget

from newsdesk.domain.statistics import Period
from newsdesk.ui.inspector.date_field import DateField
from newsdesk.ui.theme.icons import Icons

THIS_YEAR, LAST_YEAR, EVER, BETWEEN = "this_year", "last_year", "ever", "between"
_DATE_PX = 140


class PeriodBar(QWidget):
    """A choice of usual times, two days of one's own, and whether drafts count.

    Signals:
        period_edited(): the user asks for another time, or other releases of it.
    """

    period_edited = Signal()

    def __init__(
        self, icons: Icons, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._today = today
        self._which = QComboBox()
        self._which.setAccessibleName(self.tr("Time"))
        year = today().year
        for key, text in (
            (EVER, self.tr("All years")),
            (THIS_YEAR, self.tr("This year, {year}").format(year=year)),
            (LAST_YEAR, self.tr("Last year, {year}").format(year=year - 1)),
            (BETWEEN, self.tr("From day to day…")),
        ):
            self._which.addItem(text, key)
        self._first = DateField(icons, today, is_optional=True)
        self._last = DateField(icons, today, is_optional=True)
        for field, name in ((self._first, self.tr("From")), (self._last, self.tr("To"))):
            field.setFixedWidth(_DATE_PX)
            field.line.setAccessibleName(name)
            field.line.setPlaceholderText(name)
            field.hide()
            field.day_edited.connect(self.period_edited)
        self._published = QCheckBox(self.tr("Only what was published"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(10)
        for widget in (self._which, self._first, self._last, self._published):
            layout.addWidget(widget)
        layout.addStretch(1)
        self._which.currentIndexChanged.connect(self._on_chosen)
        self._published.toggled.connect(self.period_edited)

    def period(self) -> Period:
        """Return the days asked for."""
        year = self._today().year
        match self._which.currentData():
            case "this_year":
                return Period(first=date(year, 1, 1), last=date(year, 12, 31))
            case "last_year":
                return Period(first=date(year - 1, 1, 1), last=date(year - 1, 12, 31))
            case "between":
                return Period(first=self._first.day(), last=self._last.day())
            case _:
                return Period()

    def is_only_published(self) -> bool:
        return self._published.isChecked()

    def choose(self, which: str) -> None:
        """Choose one of the usual times."""
        self._which.setCurrentIndex(self._which.findData(which))

    @Slot()
    def _on_chosen(self) -> None:
        is_own = self._which.currentData() == BETWEEN
        self._first.setVisible(is_own)
        self._last.setVisible(is_own)
        if is_own:
            self._first.line.setFocus()
        else:
            self.period_edited.emit()
