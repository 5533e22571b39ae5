"""How long a text is, and how long it may be."""

from PySide6.QtWidgets import QLabel, QWidget


class Meter(QLabel):
    """A count beside a label: quiet, a warning past what is advised, an error past the limit."""

    def __init__(self, *, advised: int, longest: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._advised = advised
        self._longest = longest
        self.set_length(0)

    def set_length(self, length: int) -> None:
        """Say how many characters there are, and what is too much of them."""
        if length > self._longest:
            role = "error"
            text = self.tr("{n} over the limit of {longest}")
        elif length > self._advised:
            role = "warning"
            text = self.tr("{length} of {longest}")
        else:
            role = "caption"
            text = self.tr("{length} of {advised}")
        words = text.format(
            n=length - self._longest, length=length, longest=self._longest, advised=self._advised
        )
        self.setText(words)
        self.setAccessibleName(self.tr("Characters: {words}").format(words=words))
        if self.property("role") != role:
            self.setProperty("role", role)
            self.style().unpolish(self)
            self.style().polish(self)
