"""One piece that was found in a text: what it was taken for, and what is to be said of it."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from newsdesk.domain.provenance import Confidence, Finding
from newsdesk.ui.dialogs.finding_words import (
    Note,
    confidence_words,
    is_taken_back,
    kind_words,
    notes,
    shown_text,
)
from newsdesk.ui.dialogs.source_text import SourceText
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.theme.theme_controller import ThemeController
from newsdesk.ui.widgets.buttons import link_button
from newsdesk.ui.widgets.chip import Chip
from newsdesk.ui.widgets.elided_label import ElidedLabel
from newsdesk.ui.widgets.labelled import caption

_CHIP = 20
_ICON_PX = 14
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class FindingRow(QFrame):
    """Shows a piece; one that can be taken back has a button for it, which Space presses.

    Signals:
        refusal_edited(bool): the user put it back into the text (True), or takes it again.
        step_requested(int): the row before (-1) or behind (1) is wanted.
    """

    refusal_edited = Signal(bool)
    step_requested = Signal(int)

    def __init__(
        self,
        finding: Finding,
        icons: Icons,
        themes: ThemeController,
        *,
        can_be_restored: bool,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`finding` is one of the draft as it was read.

        Args:
            name: what screen readers call it where there are several of its kind.
        """
        super().__init__(parent)
        self.setObjectName("finding")
        self._icons = icons
        self._finding = finding
        self._shown: Finding | None = None
        self._called = name or kind_words(finding)
        self._is_refused = False
        self._kind = ElidedLabel(kind_words(finding))
        self._kind.setProperty("role", "name")
        self._chip = Chip(themes, height=_CHIP)
        self._text = SourceText(shown_text(finding))
        self._more = link_button("")
        self._more.setObjectName("show_more")
        self._more.setAutoDefault(False)  # Enter is the dialog's
        self._more.hide()
        self._toggle = link_button("") if can_be_restored else None
        self._arrange()
        self._text.cut_changed.connect(self._more.setVisible)
        self._more.clicked.connect(self._on_more)
        self._show_more()
        if self._toggle is not None:
            self._toggle.setAutoDefault(False)
            self._toggle.setIconSize(QSize(_ICON_PX, _ICON_PX))
            self._toggle.clicked.connect(self._on_toggled)
            icons.bind(self._toggle, self._show_toggle_icon)
        else:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for button in (self._more, self._toggle):
            if button is not None:
                button.installEventFilter(self)
        self.show_as(finding)

    @property
    def finding(self) -> Finding:
        return self._finding

    @property
    def anchor(self) -> QWidget:
        """What has the focus when this row has it."""
        return self if self._toggle is None else self._toggle

    def show_as(self, finding: Finding) -> None:
        """Show the piece as it stands in the draft now."""
        if finding == self._shown:
            return
        self._shown = finding
        self._is_refused = is_taken_back(finding)
        if self._is_refused:
            chip = "draft"
        else:
            chip = "published" if finding.confidence is Confidence.HIGH else "review"
        self._chip.set_state(confidence_words(finding), chip)
        self._text.setEnabled(not self._is_refused)
        self.setProperty("taken_back", self._is_refused)
        self.style().unpolish(self)
        self.style().polish(self)
        self._show_toggle()
        said = [shown_text(finding), *(note.text for note in notes(finding))]
        self.anchor.setAccessibleDescription(". ".join(said))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if not self._step(event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._step(event)
        return super().eventFilter(watched, event)

    def _step(self, event: QKeyEvent) -> bool:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            return False
        self.step_requested.emit(step)
        return True

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._kind)
        head.addWidget(self._chip)
        head.addStretch(1)
        if self._toggle is not None:
            head.addWidget(self._toggle)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 6 if self._toggle else 10, 10, 8)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self._text)
        layout.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeading)
        if told := notes(self._finding):
            layout.addLayout(self._notes(told))

    def _notes(self, told: list[Note]) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 2, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for row, note in enumerate(told):
            icon = QLabel()
            self._icons.bind(icon, lambda icon=icon, note=note: self._show_note_icon(icon, note))
            text = caption(note.text)
            text.setTextFormat(Qt.TextFormat.PlainText)
            grid.addWidget(icon, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(text, row, 1)
        return grid

    def _show_note_icon(self, icon: QLabel, note: Note) -> None:
        name, colour = ("warning", "warn") if note.is_warning else ("info", "text3")
        icon.setPixmap(self._icons.pixmap(name, colour, px=_ICON_PX))

    def _show_toggle(self) -> None:
        if self._toggle is None:
            said = f"{self._called}, {self._chip.text()}"
            self.setAccessibleName(said)
            return
        text = self.tr("Take it again") if self._is_refused else self.tr("Back to the text")
        self._toggle.setText(text)
        self._toggle.setAccessibleName(f"{self._called}, {self._chip.text()}: {text}")
        self._show_toggle_icon()

    def _show_toggle_icon(self) -> None:
        if self._toggle is not None:
            name = "redo" if self._is_refused else "back_to_text"
            self._toggle.setIcon(self._icons.icon(name, "link", px=_ICON_PX))

    def _show_more(self) -> None:
        text = self.tr("Show less") if self._text.is_whole else self.tr("Show all of it")
        self._more.setText(text)
        self._more.setAccessibleName(f"{self._called}: {text}")

    @Slot()
    def _on_toggled(self) -> None:
        self.refusal_edited.emit(not self._is_refused)

    @Slot()
    def _on_more(self) -> None:
        self._text.set_whole(not self._text.is_whole)
        self._show_more()
