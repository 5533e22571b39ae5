"""A dialog of one column that is always as high as what it shows."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from newsdesk.ui.timers import single_shot

_MARGIN = 20


class FittedDialog(QDialog):
    """Add what it shows to `column` and its buttons to `foot`.

    Qt alone would give wrapped text the height it needs at its narrowest.
    """

    def __init__(self, *, width: int, parent: QWidget | None = None) -> None:
        """Be `width` logical pixels wide at first, and never narrower."""
        super().__init__(parent)
        self.column = QVBoxLayout()
        self.column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self.column.setSpacing(6)
        foot = QWidget()
        foot.setObjectName("dialog_foot")
        self.foot = QHBoxLayout(foot)
        self.foot.setContentsMargins(_MARGIN, 12, _MARGIN, 12)
        self.foot.setSpacing(8)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._layout.addLayout(self.column, 1)
        self._layout.addWidget(foot)
        self._fitting = single_shot(self, self._fit)
        self.setMinimumWidth(width)
        self.resize(width, 1)

    def fit(self) -> None:
        """Take the height that is needed, once Qt knows what is shown."""
        self._fitting.start()

    def setVisible(self, visible: bool) -> None:  # noqa: N802 - Qt's name and argument
        """Be as high as needed from the first moment: by that height it is placed."""
        if visible and not self.isVisible():
            self.ensurePolished()
            self._fit()
        super().setVisible(visible)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    @Slot()
    def _fit(self) -> None:
        height = self._layout.totalHeightForWidth(self.width())
        if height < 0:  # nothing in it is higher where it is narrower
            height = self._layout.totalSizeHint().height()
        self.setMinimumHeight(min(height, self.screen().availableSize().height() - 48))
        self.resize(self.width(), height)
