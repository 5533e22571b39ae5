"""In which order releases are listed that were looked for."""

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from newsdesk.ui.theme.icons import PX, Icons

_SIDE = 32


class Order(StrEnum):
    """What comes first."""

    NEWEST = "newest"
    BEST = "best"  # where what was looked for stands in the headline, or often


class OrderButton(QToolButton):
    """A button with a menu of the orders.

    Signals:
        order_edited(Order): the user chose another one.
    """

    order_edited = Signal(object)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search_order")
        self.setFixedSize(_SIDE, _SIDE)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolTip(self.tr("Order of what was found"))
        self.setAccessibleName(self.tr("Order of what was found"))
        self._chosen = Order.NEWEST
        menu, group = QMenu(self), QActionGroup(self)
        names = {Order.NEWEST: self.tr("&Newest first"), Order.BEST: self.tr("&Relevance")}
        self._actions: dict[Order, QAction] = {}
        for order, name in names.items():
            action = group.addAction(name)
            action.setCheckable(True)
            action.setData(order.value)
            menu.addAction(action)
            self._actions[order] = action
        self._actions[self._chosen].setChecked(True)
        self.setMenu(menu)
        group.triggered.connect(self._on_chosen)
        icons.bind(self, lambda: self.setIcon(icons.icon("sort", px=PX)))

    def chosen(self) -> Order:
        return self._chosen

    def _on_chosen(self, action: QAction) -> None:
        order = Order(action.data())
        if order is not self._chosen:
            self._chosen = order
            self.order_edited.emit(order)
