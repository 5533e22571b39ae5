"""Releases that were left as they are, each with the reason."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from newsdesk.domain.errors import NewsdeskError
from newsdesk.ui.dialogs.column_page import wrapped
from newsdesk.ui.dialogs.fitted_dialog import FittedDialog
from newsdesk.ui.messages import words
from newsdesk.ui.widgets.buttons import primary_button, secondary_button

_WIDTH = 600
_ROWS = 14
_HIGHEST = 320


class BulkOutcomeDialog(FittedDialog):
    """Lists them in words that can be copied; show it with `open()`."""

    def __init__(
        self, refused: Sequence[tuple[str, NewsdeskError]], parent: QWidget | None = None
    ) -> None:
        """`refused` are titles of releases, each with why it was left as it is."""
        super().__init__(width=_WIDTH, parent=parent)
        self.setObjectName("bulk_outcome")
        self.setWindowTitle(self.tr("Not possible"))
        lines = [f"{title}: {words(error).title}." for title, error in refused]
        self._text = QPlainTextEdit("\n".join(lines))
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName(self.tr("Releases that were left as they were"))
        rows = min(len(lines) + 2, _ROWS)
        self._text.setFixedHeight(min(rows * self.fontMetrics().height() + 16, _HIGHEST))
        title = self.tr("Not possible: %Ln release(s)", "", len(refused))
        self.column.addWidget(wrapped(title, "title"))
        self.column.addSpacing(4)
        self.column.addWidget(self._text)
        self.column.addStretch(1)
        copy, close = secondary_button(self.tr("&Copy")), primary_button(self.tr("C&lose"))
        self.foot.addWidget(copy)
        self.foot.addStretch(1)
        self.foot.addWidget(close)
        close.setDefault(True)
        close.setFocus()
        copy.clicked.connect(self._on_copy)
        close.clicked.connect(self.accept)

    def text(self) -> str:
        """Return what is listed."""
        return self._text.toPlainText()

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text())
