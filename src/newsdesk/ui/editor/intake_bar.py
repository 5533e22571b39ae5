"""How far a long text is on its way into the editor."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QProgressBar, QWidget

from newsdesk.ui.editor.text_intake import TextIntake
from newsdesk.ui.timers import single_shot
from newsdesk.ui.widgets.buttons import secondary_button

_LATER_MS = 150  # what takes less is over before anybody has read of it


class IntakeBar(QWidget):
    """Seen while an intake is busy for longer than a moment; pasting can be cancelled."""

    def __init__(self, intake: TextIntake, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("intake_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._intake = intake
        self._words = QLabel()
        self._words.setProperty("role", "caption")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self.cancel = secondary_button(self.tr("&Cancel"))
        self.cancel.clicked.connect(intake.stop)
        layout = QGridLayout(self)
        layout.setContentsMargins(22, 8, 14, 8)
        layout.setHorizontalSpacing(12)
        layout.setVerticalSpacing(6)
        layout.addWidget(self._words, 0, 0)
        layout.addWidget(self._bar, 1, 0)
        layout.addWidget(self.cancel, 0, 1, 2, 1)
        layout.setColumnStretch(0, 1)
        self._later = single_shot(self, self.show, _LATER_MS)
        intake.busy_changed.connect(self._on_busy_changed)
        intake.progressed.connect(self._on_progressed)
        self.hide()

    def text(self) -> str:
        return self._words.text()

    @Slot()
    def _on_busy_changed(self) -> None:
        self._later.stop()
        if not self._intake.is_busy:
            self.hide()
            return
        self.cancel.setVisible(not self._intake.is_opening)
        if self._intake.is_endless:
            self._show_now()
        else:
            self._later.start()

    def _show_now(self) -> None:
        """Be seen before anything else happens."""
        self.show()
        column = self.parentWidget()
        if column is not None and (layout := column.layout()) is not None:
            layout.activate()
        self.repaint()

    @Slot(int, int)
    def _on_progressed(self, done: int, whole: int) -> None:
        self._bar.setRange(0, whole)
        self._bar.setValue(done)
        percent = 100 * done // max(whole, 1)
        if self._intake.is_opening:
            words = self.tr("The rest of this long text is being opened: {0} %")
        else:
            words = self.tr("A long text is being pasted: {0} %")
        self._words.setText(words.format(percent))
        self._bar.setAccessibleName(self._words.text())
