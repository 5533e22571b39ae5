"""A line across the window that says something and may offer a way on; never in the way."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import cast

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QSizePolicy,
    QWidget,
)

from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.timers import single_shot
from newsdesk.ui.widgets.buttons import icon_button, secondary_button


class Tone(StrEnum):
    """How a notice is meant; also the kind that the style sheet knows."""

    INFO = "info"
    DONE = "done"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Offer:
    """A button in a notice."""

    text: str  # a verb
    run: Callable[[], None]


_ICON_COLOURS = {Tone.INFO: "link", Tone.DONE: "ok", Tone.WARNING: "warn", Tone.ERROR: "bad"}
_URGENT = frozenset({Tone.WARNING, Tone.ERROR})
UNDO_MS = 10_000
_BESIDE_BUTTONS_PX = 56  # icon and edges
_BAR_WIDEST_PX, _BAR_PARTS = 320, 1000
_LEAST_BESIDE_PX = 360  # for icon, text and cross when the buttons stand beside them


class NoticeBar(QWidget):
    """Shows one notice at a time, hidden while there is none.

    Screen readers say what appears in it. While the mouse or the focus is in it, its time does not
    run out; when it goes, the focus goes back to where it came from.

    Signals:
        dismissed(): the user closed it, or its time was over.
    """

    dismissed = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._icons = icons
        self._tone = Tone.INFO
        self._icon = QLabel()
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)  # headlines are quoted in it
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._buttons = QWidget()
        self._offers = QHBoxLayout(self._buttons)
        self._offers.setContentsMargins(0, 0, 0, 0)
        self._offers.setSpacing(8)
        self._close = icon_button(icons, "close", self.tr("Close this notice"))
        self._close.clicked.connect(self.dismiss)
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(16, 6, 8, 6)
        self._layout.setHorizontalSpacing(10)
        self._layout.setVerticalSpacing(4)
        self._layout.setColumnStretch(1, 1)
        self._layout.addWidget(self._icon, 0, 0)
        self._layout.addWidget(self._text, 0, 1)
        self._layout.addWidget(self._buttons, 0, 2)
        self._layout.addWidget(self._close, 0, 3)
        self._how_far = QLabel()
        self._how_far.setProperty("role", "caption")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setMaximumWidth(_BAR_WIDEST_PX)
        self._progress = QWidget()
        progress = QHBoxLayout(self._progress)
        progress.setContentsMargins(4, 0, 4, 4)  # as the text beside its edge
        progress.setSpacing(10)
        progress.addWidget(self._bar, 1)
        progress.addWidget(self._how_far, 2)
        self._layout.addWidget(self._progress, 2, 1, 1, 2)
        self._progress.hide()
        self._timer = single_shot(self, self._on_time_over)
        self._came_from: QWidget | None = None
        cast(QApplication, QApplication.instance()).focusChanged.connect(self._on_focus_changed)
        icons.bind(self._icon, self._show_icon)
        self.hide()

    def show_notice(
        self, text: str, tone: Tone = Tone.INFO, offers: Sequence[Offer] = (), *, ms: int = 0
    ) -> None:
        """Show a notice in place of the one there was.

        Args:
            ms: after how many milliseconds it goes by itself; 0: it stays.
        """
        self._tone = tone
        self.setProperty("tone", tone.value)
        self.style().unpolish(self)
        self.style().polish(self)
        self._text.setText(text)
        self.setAccessibleName(text)
        while (item := self._offers.takeAt(0)) is not None:
            if (button := item.widget()) is not None:
                button.hide()
                button.deleteLater()
        for offer in offers:
            button = secondary_button(offer.text)
            button.clicked.connect(partial(self._take, offer.run))
            self._offers.addWidget(button)
        self._buttons.setVisible(bool(offers))
        self._progress.hide()
        self._arrange()
        self._show_icon()
        self.show()
        self._announce(text)
        self._timer.stop()
        if ms:
            self._timer.start(ms)

    def show_progress(self, done: int, total: int, how_far: str) -> None:
        """Say in the notice that is shown how far that is; all done: nobody knows how long yet."""
        self._bar.setRange(0, _BAR_PARTS if done < total else 0)
        self._bar.setValue(_BAR_PARTS * done // total if done < total else 0)
        self._bar.setAccessibleName(how_far)
        self._how_far.setText(how_far)
        self._progress.show()

    def end_progress(self) -> None:
        """Dismiss the notice with the progress, if it is still the one that is shown."""
        if not self._progress.isHidden():
            self._progress.hide()
            self.dismiss()

    def text(self) -> str:
        return self._text.text()

    def dismiss(self) -> None:
        self._timer.stop()
        if not self.isHidden():
            self._hand_focus_back()
            self.hide()
            self.dismissed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Put the buttons beside the text, or below where they would leave it no room.

        In the narrowest panes they stand below each other.
        """
        self._layout.removeWidget(self._buttons)
        self._offers.setDirection(QHBoxLayout.Direction.LeftToRight)
        if self._buttons.sizeHint().width() > self.width() - _BESIDE_BUTTONS_PX:
            self._offers.setDirection(QHBoxLayout.Direction.TopToBottom)
        if self.width() - self._buttons.sizeHint().width() < _LEAST_BESIDE_PX:
            self._layout.addWidget(self._buttons, 1, 1, 1, 3, Qt.AlignmentFlag.AlignLeading)
        else:
            self._layout.addWidget(self._buttons, 0, 2)

    def _announce(self, text: str) -> None:
        event = QAccessibleAnnouncementEvent(self, text)
        if self._tone in _URGENT:
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)

    def _has_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def _hand_focus_back(self) -> None:
        came_from, self._came_from = self._came_from, None
        # by identity: it may have been deleted meanwhile, and must not be touched then
        if self._has_focus() and any(
            one is came_from for one in self.window().findChildren(QWidget)
        ):
            cast(QWidget, came_from).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_time_over(self) -> None:
        if self.underMouse() or self._has_focus():
            self._timer.start()  # somebody is about to take an offer
        else:
            self.dismiss()

    @Slot("QWidget*", "QWidget*")
    def _on_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        is_entering = now is not None and self.isAncestorOf(now)
        if is_entering and before is not None and not self.isAncestorOf(before):
            self._came_from = before

    def _take(self, run: Callable[[], None], _is_checked: bool = False) -> None:
        self.dismiss()
        run()

    def _show_icon(self) -> None:
        name = "info" if self._tone is Tone.INFO else self._tone.value
        self._icon.setPixmap(self._icons.pixmap(name, _ICON_COLOURS[self._tone]))
