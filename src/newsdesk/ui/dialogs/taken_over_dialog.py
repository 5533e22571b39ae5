"""The list of what became of releases that another desk handed over."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from newsdesk.domain.errors import NewsdeskError
from newsdesk.services.taking_over import TakenOver
from newsdesk.ui.dialogs.column_page import wrapped
from newsdesk.ui.dialogs.fitted_dialog import FittedDialog
from newsdesk.ui.dialogs.taken_over_words import TakenOverWords, became
from newsdesk.ui.messages import reason
from newsdesk.ui.widgets.buttons import primary_button, secondary_button

_WIDTH = 600
_HIGHEST = 280  # px of the list
_ROWS = 12


class TakenOverDialog(FittedDialog):
    """Says of each release and of each file what became of it; show it with `open()`."""

    def __init__(
        self,
        taken: Sequence[TakenOver],
        refused: Sequence[NewsdeskError],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(width=_WIDTH, parent=parent)
        self.setObjectName("taken_over")
        self.setWindowTitle(self.tr("Taken over"))
        lines = [*map(became, taken), *map(reason, refused)]
        self._text = QPlainTextEdit("\n".join(lines))
        self._text.setObjectName("taken_over_list")
        self._text.setAccessibleName(self.tr("What became of each"))
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        rows = min(len(lines) + 2, _ROWS)
        self._text.setFixedHeight(min(rows * self.fontMetrics().height() + 16, _HIGHEST))
        self.column.addWidget(wrapped(self.tr("Done"), "title"))
        if taken:
            self.column.addWidget(wrapped(TakenOverWords(self).summary(taken)))
        self.column.addSpacing(6)
        self.column.addWidget(self._text)
        self.column.addStretch(1)
        copy = secondary_button(self.tr("&Copy"))
        close = primary_button(self.tr("C&lose"))
        copy.clicked.connect(self._on_copy)
        close.clicked.connect(self.accept)
        self.foot.addWidget(copy)
        self.foot.addStretch(1)
        self.foot.addWidget(close)
        close.setDefault(True)
        close.setFocus()

    def text(self) -> str:
        """Return what is listed."""
        return self._text.toPlainText()

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text())
