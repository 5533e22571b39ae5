"""One role of a person, as a row of the form."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from newsdesk.domain.person import TypedRole
from newsdesk.ui.inspector.date_field import DateField
from newsdesk.ui.languages import language_name
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.buttons import icon_button
from newsdesk.ui.widgets.field_note import FieldNote

DATE_PX, LANGUAGE_PX = 128, 104


class RoleRow(QWidget):
    """A title in each language, an organisation, and from when to when.

    Signals:
        removal_requested(): please take this row away.
    """

    removal_requested = Signal()

    def __init__(
        self,
        role: TypedRole,
        languages: Sequence[str],
        icons: Icons,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        """`languages` are those in which the house writes; the first is shown."""
        super().__init__(parent)
        self._role = role
        self._titles = dict(role.titles)
        self._language = QComboBox()
        self._language.setFixedWidth(LANGUAGE_PX)
        self._language.setAccessibleName(self.tr("Language of the title"))
        for tag in dict.fromkeys((*languages, *role.titles)):
            self._language.addItem(language_name(tag), tag)
        self._title = QLineEdit()
        self._title.setPlaceholderText(self.tr("Director"))
        self._title.setAccessibleName(self.tr("Title"))
        self._organisation = QLineEdit(role.organisation)
        self._organisation.setPlaceholderText(self.tr("Organisation"))
        self._organisation.setAccessibleName(self.tr("Organisation"))
        self._from = DateField(icons, today, is_optional=True)
        self._to = DateField(icons, today, is_optional=True)
        dates = ((self._from, self.tr("From"), role.valid_from),)
        dates += ((self._to, self.tr("To"), role.valid_to),)
        for field, name, day in dates:
            field.setFixedWidth(DATE_PX)
            field.line.setAccessibleName(name)
            field.line.setPlaceholderText(name)
            field.set_day(day)
        self._words = FieldNote(self._to.line)
        self._remove = icon_button(icons, "trash", self.tr("Remove this role"))
        self._lay_out()
        self._show_title()
        self._language.currentIndexChanged.connect(self._show_title)
        self._title.textEdited.connect(self._on_title_edited)
        self._remove.clicked.connect(self.removal_requested)

    def role(self) -> TypedRole | None:
        """Return what stands here; None if that is nothing."""
        titles = {tag: text.strip() for tag, text in self._titles.items() if text.strip()}
        organisation = self._organisation.text().strip()
        if not titles and not organisation:
            return None
        is_same = organisation == self._role.organisation
        return TypedRole(
            id=self._role.id,
            titles=titles,
            organisation=organisation,
            organisation_id=self._role.organisation_id if is_same else None,
            valid_from=self._from.day(),
            valid_to=self._to.day(),
        )

    def check(self) -> bool:
        """Say what is wrong, and return whether it can be kept."""
        first, last = self._from.day(), self._to.day()
        is_wrong = first is not None and last is not None and last < first
        self._words.say(self.tr("This ends before it begins.") if is_wrong else "")
        return not is_wrong

    def fields(self) -> tuple[QWidget, ...]:
        """Return what Tab goes through, in order."""
        dates = (self._from.line, self._to.line)
        return self._language, self._title, self._organisation, *dates, self._remove

    def focus_title(self) -> None:
        self._title.setFocus()

    def focus_dates(self) -> None:
        self._to.line.setFocus()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 4)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.addWidget(self._language, 0, 0)
        grid.addWidget(self._title, 0, 1, 1, 2)
        grid.addWidget(self._remove, 0, 3, Qt.AlignmentFlag.AlignTrailing)
        grid.addWidget(self._organisation, 1, 0, 1, 2)
        grid.addWidget(self._from, 1, 2)
        grid.addWidget(self._to, 1, 3, 1, 1)
        grid.addWidget(self._words, 2, 0, 1, 4)
        grid.setColumnStretch(1, 1)

    @Slot()
    def _show_title(self) -> None:
        self._title.setText(self._titles.get(self._language.currentData(), ""))

    @Slot(str)
    def _on_title_edited(self, text: str) -> None:
        self._titles[self._language.currentData()] = text
