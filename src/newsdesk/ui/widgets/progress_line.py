"""A line across the window that says how far something long is, beside whatever else is said."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QWidget

from newsdesk.ui.timers import single_shot
from newsdesk.ui.widgets.buttons import secondary_button
from newsdesk.ui.widgets.elided_label import ElidedLabel

_EVERY_MS = 200  # it is painted anew; who works may tell more often
_BAR_WIDTHS_PX = 80, 320
_BAR_PARTS = 1_000


class ProgressLine(QWidget):
    """Stays until whoever works says `end`.

    Signals:
        cancel_requested(): the user wants no more of it.
    """

    cancel_requested = Signal()

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        """`text` says what is being done."""
        super().__init__(parent)
        self.setObjectName("progress_line")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._done, self._total, self._following = 0, 0, ""
        self._text = QLabel(text)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setMinimumWidth(_BAR_WIDTHS_PX[0])
        self._bar.setMaximumWidth(_BAR_WIDTHS_PX[1])
        self._how_far = ElidedLabel()
        self._how_far.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._how_far.setProperty("role", "caption")
        self._cancel = secondary_button(self.tr("Cancel"))
        self._cancel.setAccessibleName(f"{self._cancel.text()}: {text}")
        self._cancel.clicked.connect(self._on_cancel)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 16, 6)
        layout.setSpacing(12)
        layout.addWidget(self._text)
        layout.addWidget(self._bar, 2)
        layout.addWidget(self._how_far, 3)
        layout.addWidget(self._cancel)
        self._pause = single_shot(self, self._show_if_due, _EVERY_MS)
        self._is_due = False
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def show_progress(self, done: int, total: int, following: str = "") -> None:
        """Say how far it is; `following` says what comes next."""
        self._done, self._total, self._following = done, total, following
        self._is_due = True
        if not self._pause.isActive():
            self._show_if_due()

    def how_far(self) -> str:
        """Return what is said of it."""
        return self._how_far.text()

    def end(self) -> None:
        """It is over."""
        self.hide()
        self.deleteLater()

    @Slot()
    def _show_if_due(self) -> None:
        if not self._is_due:
            return
        self._is_due = False
        number = self.locale().toString
        said = self.tr("{0} of {1} done.").format(number(self._done), number(self._total))
        self._how_far.setText(f"{said} {self._following}".rstrip())
        self._bar.setRange(0, _BAR_PARTS)
        self._bar.setValue(_BAR_PARTS * self._done // max(self._total, 1))
        self._bar.setAccessibleName(said)
        self._pause.start()

    @Slot()
    def _on_cancel(self) -> None:
        """What is under way ends first: it is seen that the wish was heard."""
        self._cancel.setEnabled(False)
        self._text.setText(self.tr("Stopping…"))
        self.cancel_requested.emit()
