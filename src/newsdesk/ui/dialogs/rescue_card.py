"""One way to bring a newsroom back: what it is, what returns, and the button for it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from newsdesk.ui.dialogs.column_page import wrapped
from newsdesk.ui.widgets.buttons import primary_button, secondary_button


class RescueCard(QWidget):
    """Signals: chosen(): the user wants this one."""

    chosen = Signal()

    def __init__(
        self, title: str, verb: str, *, is_primary: bool = False, parent: QWidget | None = None
    ) -> None:
        """`verb` stands on the button."""
        super().__init__(parent)
        self.setObjectName("card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = wrapped(title, "name")
        self._text = wrapped(role="caption")
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self.button = (primary_button if is_primary else secondary_button)(verb)
        self.button.setAutoDefault(True)
        self.button.clicked.connect(self.chosen)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 14)
        layout.setSpacing(4)
        layout.addWidget(self._title)
        layout.addWidget(self._text)
        layout.addLayout(self._list)
        layout.addSpacing(6)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        layout.addLayout(row)

    def show_way(self, title: str, text: str, lines: Sequence[str] = ()) -> None:
        """Say what this way is, and in `lines` what returns by it."""
        self._title.setText(title)
        self._text.setText(text)
        self.button.setAccessibleDescription(f"{title}. {text}")
        while (item := self._list.takeAt(0)) is not None:
            if (line := item.widget()) is not None:
                line.hide()
                line.deleteLater()
        for line in lines:
            self._list.addWidget(_listed(line))


def _listed(text: str) -> QWidget:
    """Return a point of a list, whose further lines begin below the first."""
    point = QWidget()
    row = QHBoxLayout(point)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(QLabel("\u2022"), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(wrapped(text), 1)
    return point
