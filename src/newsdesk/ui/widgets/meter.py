"""How long a text is, and how long it may be."""

from PySide6.QtWidgets import QLabel, QWidget


class Meter(QLabel):
    """A count beside a field: quiet, a warning past what is advised, an error past the limit."""

    def __init__(
        self, *, advised: int, longest: int, shown_from: int = 0, parent: QWidget | None = None
    ) -> None:
        """Up to `shown_from` characters nothing is said; the room for it stays."""
        super().__init__(parent)
        self._shown_from = shown_from
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
        is_shown = length >= self._shown_from
        told = self.tr("Characters: {words}").format(words=words)
        self.setText(words if is_shown else " ")
        self.setAccessibleName(told if is_shown else "")
        if self.property("role") != role:
            self.setProperty("role", role)
            self.style().unpolish(self)
            self.style().polish(self)
