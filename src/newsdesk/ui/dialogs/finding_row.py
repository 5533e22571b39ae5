"""One piece that was found in a text: what it was taken for, and what is to be said of it."""

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QEnterEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
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
from newsdesk.ui.dialogs.mark_kinds import colours_of
from newsdesk.ui.dialogs.source_text import SourceText
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.theme.theme_controller import ThemeController
from newsdesk.ui.widgets.buttons import link_button
from newsdesk.ui.widgets.chip import Chip
from newsdesk.ui.widgets.elided_label import ElidedLabel
from newsdesk.ui.widgets.flow_layout import FlowLayout
from newsdesk.ui.widgets.labelled import caption

_CHIP = 20
_ICON_PX = 14
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_LINES = 2  # of the piece: all of it stands in the source beside
_BAR = 4
_BAR_EDGE = 10
_RADIUS = 8
_DASHES = [1.2, 1.2]


class FindingRow(QFrame):
    """Shows a piece; one that can be taken back has a button for it, which Space presses.

    Signals:
        refusal_edited(bool): the user put it back into the text (True), or takes it again.
        step_requested(int): the row before (-1) or behind (1) is wanted.
        pointed(): the mouse or the focus is on it.
        left(): the mouse is on it no more.
    """

    refusal_edited = Signal(bool)
    step_requested = Signal(int)
    pointed = Signal()
    left = Signal()

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
        self._themes = themes
        self._is_pointed = False
        self._finding = finding
        self._shown: Finding | None = None
        self._called = name or kind_words(finding)
        self._is_refused = False
        self._kind = ElidedLabel(kind_words(finding))
        self._kind.setProperty("role", "name")
        self._chip = Chip(themes, height=_CHIP)
        self._text = SourceText(shown_text(finding), lines=_LINES)
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
        self.setProperty("doubtful", self._is_doubtful)
        self.style().unpolish(self)
        self.style().polish(self)
        self._show_toggle()
        said = [shown_text(finding), *(note.text for note in notes(finding))]
        self.anchor.setAccessibleDescription(". ".join(said))

    def set_pointed(self, *, is_pointed: bool) -> None:
        """Outline it, as its mark in the source is."""
        if is_pointed != self._is_pointed:
            self._is_pointed = is_pointed
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(colours_of(self._finding.kind, self._themes.theme).text)
        if self._is_pointed:
            painter.setPen(QPen(colour, 1.5))
            room = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(room, _RADIUS - 1, _RADIUS - 1)
        if self._is_refused:
            return
        pen = QPen(colour, _BAR)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if self._is_doubtful:
            pen.setDashPattern(_DASHES)
        painter.setPen(pen)
        x = self.width() - _BAR_EDGE if self.isRightToLeft() else _BAR_EDGE
        painter.drawLine(QPointF(x, _BAR_EDGE), QPointF(x, self.height() - _BAR_EDGE))

    @property
    def _is_doubtful(self) -> bool:
        return self._shown is not None and self._shown.confidence is Confidence.LOW

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802 - Qt's name
        super().enterEvent(event)
        self.pointed.emit()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().leaveEvent(event)
        self.left.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusInEvent(event)
        self.pointed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if not self._step(event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._step(event)
        if event.type() == QEvent.Type.FocusIn:
            self.pointed.emit()
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
        head.addStretch(1)
        head.addWidget(self._chip)
        layout = QVBoxLayout(self)
        sides = (_BAR_EDGE + _BAR + 6, 10)
        left, right = reversed(sides) if self.isRightToLeft() else sides
        layout.setContentsMargins(left, 8, right, 6 if self._toggle else 8)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self._text)
        if told := notes(self._finding):
            layout.addLayout(self._notes(told))
        foot = FlowLayout(spacing=2)
        for button in (self._toggle, self._more):
            if button is not None:
                foot.addWidget(button)
        layout.addLayout(foot)

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
