"""What can be done to the releases that are selected, below the list."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.buttons import icon_button
from newsdesk.ui.widgets.elided_label import ElidedLabel

_SIDE, _ICON_PX = 32, 18
_HEIGHT = 44


class SelectionBar(QWidget):
    """Shown while several are selected: how many, and the actions for them."""

    def __init__(
        self,
        actions: Sequence[QAction],
        further: Sequence[QAction],
        icons: Icons,
        parent: QWidget | None = None,
    ) -> None:
        """`actions` have a button each, `further` are in a menu behind them."""
        super().__init__(parent)
        self.setObjectName("selection_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumHeight(_HEIGHT)
        self._count = ElidedLabel()
        self._count.setProperty("role", "heading")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 0, 8, 0)
        layout.setSpacing(2)
        layout.addWidget(self._count, 1)
        for action in actions:
            layout.addWidget(_button(action))
        more = icon_button(icons, "more", self.tr("More for what is selected"))
        more.setObjectName("selection_more")
        menu = QMenu(more)
        menu.addActions(list(further))
        more.setMenu(menu)
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        layout.addWidget(more)
        self.hide()

    def set_count(self, count: int) -> None:
        """Say how many are selected; one alone is what the editor shows."""
        if count > 1:
            self._count.setText(self.tr("%Ln selected", "", count))
            self.setAccessibleName(self.tr("%Ln release(s) selected", "", count))
        self.setVisible(count > 1)


def _button(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setIconSize(QSize(_ICON_PX, _ICON_PX))
    button.setFixedSize(_SIDE, _SIDE)
    button.setAccessibleName(action.iconText())
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    # of putting away and taking out only one is possible
    action.enabledChanged.connect(button.setVisible)
    button.setVisible(action.isEnabled())
    return button
