"""In which order releases are listed, and how densely."""

from enum import StrEnum
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from newsdesk.domain.grouping import GroupBy
from newsdesk.ui.theme.icons import PX, Icons

_SIDE = 32


class Order(StrEnum):
    """What comes first."""

    NEWEST = "newest"
    DATELINE = "dateline"
    HEADLINE = "headline"
    STATE = "state"
    BEST = "best"  # where what was looked for stands in the headline, or often


class OrderButton(QToolButton):
    """A button with a menu of the orders.

    Signals:
        order_edited(Order): the user chose another one.
        grouping_edited(GroupBy | None): the user wants releases together that have this in common.
        density_edited(bool): the user wants one line for each release (True), or three.
    """

    order_edited = Signal(object)
    density_edited = Signal(bool)
    grouping_edited = Signal(object)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search_order")
        self.setFixedSize(_SIDE, _SIDE)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolTip(self.tr("Order of the list"))
        self.setAccessibleName(self.tr("Order of the list"))
        self._chosen = Order.NEWEST
        menu, group = QMenu(self), QActionGroup(self)
        names = {
            Order.NEWEST: self.tr("&Last changed"),
            Order.DATELINE: self.tr("&Date of the dateline"),
            Order.HEADLINE: self.tr("&Headline"),
            Order.STATE: self.tr("&State"),
            Order.BEST: self.tr("&Relevance"),
        }
        self._actions: dict[Order, QAction] = {}
        for order, name in names.items():
            action = group.addAction(name)
            action.setCheckable(True)
            action.setData(order.value)
            menu.addAction(action)
            self._actions[order] = action
        self._actions[self._chosen].setChecked(True)
        self._actions[Order.BEST].setVisible(False)
        self._add_groupings(menu)
        menu.addSeparator()
        self._compact = menu.addAction(self.tr("&Compact rows"))
        self._compact.setCheckable(True)
        self._compact.triggered.connect(self.density_edited)
        self.setMenu(menu)
        group.triggered.connect(self._on_chosen)
        icons.bind(self, lambda: self.setIcon(icons.icon("sort", px=PX)))

    def chosen(self) -> Order:
        """Return the order; the best first only while something is looked for."""
        is_possible = self._chosen is not Order.BEST or self._actions[Order.BEST].isVisible()
        return self._chosen if is_possible else Order.NEWEST

    def kept(self) -> Order:
        """Return what was chosen, whether or not it is possible now."""
        return self._chosen

    def set_chosen(self, order: Order) -> None:
        self._chosen = order
        self._actions[order].setChecked(True)

    def set_searching(self, *, is_searching: bool) -> None:
        """Offer the best first, or not."""
        self._actions[Order.BEST].setVisible(is_searching)

    def grouping(self) -> GroupBy | None:
        return self._grouping

    def set_grouping(self, by: GroupBy | None) -> None:
        self._grouping = by
        self._groupings[by].setChecked(True)

    def set_compact(self, *, is_compact: bool) -> None:
        self._compact.setChecked(is_compact)

    def _add_groupings(self, menu: QMenu) -> None:
        menu.addSeparator()
        self._grouping: GroupBy | None = None
        names: dict[GroupBy | None, str] = {
            None: self.tr("&No groups"),
            GroupBy.MONTH: self.tr("Group by &month"),
            GroupBy.COUNTRY: self.tr("Group by c&ountry"),
            GroupBy.STATE: self.tr("Group by s&tate"),
        }
        group = QActionGroup(self)
        self._groupings: dict[GroupBy | None, QAction] = {}
        for by, name in names.items():
            action = self._groupings[by] = group.addAction(name)
            action.setCheckable(True)
            menu.addAction(action)
            action.triggered.connect(partial(self._on_grouping_chosen, by))
        self._groupings[None].setChecked(True)

    def _on_grouping_chosen(self, by: GroupBy | None, _is_checked: object = None) -> None:
        if by is not self._grouping:
            self._grouping = by
            self.grouping_edited.emit(by)

    def _on_chosen(self, action: QAction) -> None:
        order = Order(action.data())
        if order is not self._chosen:
            self._chosen = order
            self.order_edited.emit(order)
