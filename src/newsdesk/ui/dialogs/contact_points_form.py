"""The numbers and addresses of a contact."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from newsdesk.domain.contact import ContactPoint
from newsdesk.ui.dialogs.contact_point_row import KIND_PX, NOTE_PX, ContactPointRow
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.buttons import link_button
from newsdesk.ui.widgets.tab_order import put_in_order

_PUBLIC_PX = 116  # the check box and the button behind it


class ContactPointsForm(QWidget):
    """Rows under one heading each column, and a button for one more."""

    def __init__(
        self, points: Sequence[ContactPoint], icons: Icons, parent: QWidget | None = None
    ) -> None:
        """Show `points`, or one empty row if there are none."""
        super().__init__(parent)
        self._icons = icons
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        self._add = link_button(self.tr("Add number or address"))
        self._add.clicked.connect(self._on_add_clicked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(self._headings())
        layout.addLayout(self._column)
        layout.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeading)
        for point in points or (None,):
            self._add_row(point)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._put_in_order()  # where it stands in a window decides again

    def points(self) -> tuple[ContactPoint, ...]:
        """Return what stands in the rows, without empty ones."""
        return tuple(point for row in self._rows() if (point := row.point()) is not None)

    def check(self) -> bool:
        """Say what is wrong, go to the first of it, and return whether all can be kept."""
        wrong = [row for row in self._rows() if not row.check()]
        if wrong:
            wrong[0].focus_value()
        return not wrong

    def _rows(self) -> list[ContactPointRow]:
        items = (self._column.itemAt(at) for at in range(self._column.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, ContactPointRow)]

    def _headings(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        columns = (
            (self.tr("Kind"), KIND_PX),
            (self.tr("Number or address"), 0),
            (self.tr("Note"), NOTE_PX),
        )
        for text, width in columns:
            label = QLabel(text)
            label.setProperty("role", "label")
            if width:
                label.setFixedWidth(width)
            line.addWidget(label, 0 if width else 1)
        line.addSpacing(_PUBLIC_PX)
        return line

    def _add_row(self, point: ContactPoint | None) -> ContactPointRow:
        row = ContactPointRow(point, self._icons)
        row.removal_requested.connect(self._on_removal_requested)
        self._column.addWidget(row)
        row.show()
        self._put_in_order()
        return row

    def _put_in_order(self) -> None:
        """Let Tab go through the rows before it goes to the button that was made before them."""
        fields = [field for row in self._rows() for field in row.fields()]
        put_in_order([*fields, self._add])

    @Slot()
    def _on_add_clicked(self) -> None:
        self._add_row(None).focus_value()

    @Slot()
    def _on_removal_requested(self) -> None:
        row = self.sender()
        if isinstance(row, ContactPointRow):
            rows = self._rows()
            at = rows.index(row)
            rows.remove(row)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
            if rows:
                rows[min(at, len(rows) - 1)].focus_value()
            else:
                self._add.setFocus()
