"""One page of the settings: a title, what it is about, and what can be set."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from newsdesk.ui.lifetime import Lifetime
from newsdesk.ui.widgets.labelled import caption
from newsdesk.ui.widgets.wheel_guard import WheelGuard

_EDGE = 28
_WIDEST = 760


class SettingsPage(QWidget):
    """Add what it shows to `column`."""

    def __init__(
        self, title: str, about: str = "", *, scrolls: bool = True, parent: QWidget | None = None
    ) -> None:
        """`scrolls`: where it is too long; else something on it takes what room there is."""
        super().__init__(parent)
        self.lifetime = Lifetime(self)  # of those who wait for an answer of the store
        self.setAccessibleName(title)
        self._content = QWidget()
        self._content.setObjectName("settings_content")
        self.column = QVBoxLayout(self._content)
        self.column.setContentsMargins(_EDGE, 24, _EDGE, 24)
        self.column.setSpacing(8)
        heading = QLabel(title)
        heading.setProperty("role", "title")
        self.column.addWidget(heading)
        if about:
            self.column.addWidget(caption(about))
        self.column.addSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        if scrolls:
            self._content.setMaximumWidth(_WIDEST)
            layout.addWidget(self._scroller())
        else:
            layout.addWidget(self._content)

    def finish(self) -> None:
        """Everything is there: what is below stays empty, and the wheel scrolls only."""
        self.column.addStretch(1)
        WheelGuard(self).watch(self)

    def is_done(self) -> bool:
        """Return whether the settings may be closed; if not, say why."""
        return True

    def _scroller(self) -> QScrollArea:
        scroller = QScrollArea()
        scroller.setFrameShape(QFrame.Shape.NoFrame)
        scroller.setWidgetResizable(True)
        scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroller.setWidget(self._content)
        return scroller
