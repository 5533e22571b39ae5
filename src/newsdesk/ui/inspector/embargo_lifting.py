"""What can still be done to the embargo of a published release."""

from enum import StrEnum

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from newsdesk.ui.widgets.buttons import link_button, primary_button, secondary_button
from newsdesk.ui.widgets.field_note import FieldNote
from newsdesk.ui.widgets.flow_layout import FlowLayout


class LiftingStep(StrEnum):
    """How far the user has gone."""

    OFFERED = "offered"
    LIFTING = "lifting"  # asked whether it is really meant
    SHORTENING = "shortening"  # the fields are open for an earlier end


class EmbargoLifting(QWidget):
    """Lifting it now or shortening it; each is asked for once more, in place.

    Signals:
        lift_requested(): the user has confirmed it.
        shortening_requested(): the user has confirmed the end that stands in the fields.
        step_edited(): the user went on to another step, or back.
    """

    lift_requested = Signal()
    shortening_requested = Signal()
    step_edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step = LiftingStep.OFFERED
        self._lift = secondary_button(self.tr("Lift now…"))
        self._lift.setObjectName("embargo_lift")
        self._shorten = secondary_button(self.tr("Shorten…"))
        self._shorten.setObjectName("embargo_shorten")
        self._panel = QFrame()
        self._panel.setObjectName("inline_form")
        self._said = FieldNote()
        self._confirm = primary_button("")
        self._confirm.setObjectName("embargo_confirm")
        self._keep = link_button(self.tr("Keep it"))
        self._keep.setObjectName("embargo_keep")
        self._offers = QWidget()
        offers = FlowLayout(self._offers)
        for button in (self._lift, self._shorten):
            offers.addWidget(button)
        panel = QVBoxLayout(self._panel)
        panel.setContentsMargins(10, 8, 10, 10)
        panel.addWidget(self._said)
        choices = FlowLayout()
        for button in (self._confirm, self._keep):
            choices.addWidget(button)
        panel.addLayout(choices)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.addWidget(self._offers)
        layout.addWidget(self._panel)
        self._lift.clicked.connect(self._on_lift)
        self._shorten.clicked.connect(self._on_shorten)
        self._confirm.clicked.connect(self._on_confirmed)
        self._keep.clicked.connect(self._on_kept)
        self._show_step()

    @property
    def step(self) -> LiftingStep:
        return self._step

    def start_over(self) -> None:
        """Offer both again; what was not confirmed is forgotten."""
        self._step = LiftingStep.OFFERED
        self._show_step()

    def set_busy(self, is_busy: bool) -> None:
        """While it is being stored nothing else can be asked for."""
        self._confirm.setEnabled(not is_busy)
        self._keep.setEnabled(not is_busy)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape and self._step is not LiftingStep.OFFERED:
            self._on_kept()
        else:
            super().keyPressEvent(event)

    def _show_step(self) -> None:
        self._offers.setVisible(self._step is LiftingStep.OFFERED)
        self._panel.setVisible(self._step is not LiftingStep.OFFERED)
        if self._step is LiftingStep.LIFTING:
            self._confirm.setText(self.tr("Lift now"))
            self._said.say(
                self.tr(
                    "From now on everybody may publish it. Copies sent before still carry the "
                    "embargo. This cannot be undone."
                ),
                "warning",
            )
        elif self._step is LiftingStep.SHORTENING:
            self._confirm.setText(self.tr("Shorten"))
            self._said.say(
                self.tr(
                    "Set an earlier end above. Copies sent before still carry the later one. "
                    "It cannot be made longer again."
                ),
                "warning",
            )

    def _go_to(self, step: LiftingStep, focus: QWidget) -> None:
        self._step = step
        self._show_step()
        focus.setFocus()
        self.step_edited.emit()

    @Slot()
    def _on_lift(self) -> None:
        self._go_to(LiftingStep.LIFTING, self._keep)

    @Slot()
    def _on_shorten(self) -> None:
        self._go_to(LiftingStep.SHORTENING, self._keep)

    @Slot()
    def _on_kept(self) -> None:
        was_lifting = self._step is LiftingStep.LIFTING
        self._go_to(LiftingStep.OFFERED, self._lift if was_lifting else self._shorten)

    @Slot()
    def _on_confirmed(self) -> None:
        if self._step is LiftingStep.LIFTING:
            self.lift_requested.emit()
        else:
            self.shortening_requested.emit()
