"""What somebody was, where, and when."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from newsdesk.domain.person import TypedRole
from newsdesk.ui.people.role_row import RoleRow
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.buttons import link_button
from newsdesk.ui.widgets.tab_order import put_in_order


class RolesForm(QWidget):
    """Rows of roles, the present one first, and a button for one more."""

    def __init__(
        self,
        roles: Sequence[TypedRole],
        languages: Sequence[str],
        icons: Icons,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._languages = languages
        self._icons = icons
        self._today = today
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self._add = link_button(self.tr("Add a role"))
        self._add.clicked.connect(self._on_add_clicked)
        label = QLabel(self.tr("Roles, as they are written behind a quote"))
        label.setProperty("role", "label")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(label)
        layout.addLayout(self._rows)
        layout.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeading)
        for role in roles:
            self._add_row(role)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._put_in_order()

    def roles(self) -> tuple[TypedRole, ...]:
        """Return what stands in the rows, without empty ones."""
        return tuple(role for row in self.rows() if (role := row.role()) is not None)

    def check(self) -> bool:
        """Say what is wrong, go to the first of it, and return whether all can be kept."""
        wrong = [row for row in self.rows() if not row.check()]
        if wrong:
            wrong[0].focus_dates()
        return not wrong

    def rows(self) -> list[RoleRow]:
        items = (self._rows.itemAt(at) for at in range(self._rows.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, RoleRow)]

    def _add_row(self, role: TypedRole) -> RoleRow:
        row = RoleRow(role, self._languages, self._icons, self._today)
        row.removal_requested.connect(self._on_removal_requested)
        self._rows.addWidget(row)
        row.show()
        self._put_in_order()
        return row

    def _put_in_order(self) -> None:
        put_in_order([*(field for row in self.rows() for field in row.fields()), self._add])

    @Slot()
    def _on_add_clicked(self) -> None:
        self._add_row(TypedRole(titles={})).focus_title()

    @Slot()
    def _on_removal_requested(self) -> None:
        row = self.sender()
        if isinstance(row, RoleRow):
            self._rows.removeWidget(row)
            row.hide()
            row.deleteLater()
            self._add.setFocus()
