"""What is said of a field: what is wrong with it, or what it means."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


class FieldNote(QLabel):
    """A line below a field, hidden while there is nothing to say.

    Screen readers say it with the field.
    """

    def __init__(self, field: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self.setTextFormat(Qt.TextFormat.PlainText)  # it repeats what people typed
        self.setWordWrap(True)
        self.hide()

    def say(self, text: str, role: str = "error") -> None:
        """Show `text`; `role` is one of the style sheet's for labels. Empty: say nothing."""
        if self.property("role") != role:
            self.setProperty("role", role)
            self.style().unpolish(self)
            self.style().polish(self)
        self.setText(text)
        self.setVisible(bool(text))
        if self._field is not None:
            self._field.setAccessibleDescription(text)
