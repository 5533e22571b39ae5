"""Buttons of actions in a row; those there is no room for, and rarer ones, are in a menu."""

from collections.abc import Collection, Sequence
from itertools import pairwise

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from newsdesk.ui.theme.icons import PX, Icons
from newsdesk.ui.widgets.buttons import icon_button
from newsdesk.ui.widgets.tab_order import put_in_order

_SIDE_PX = 32
_GAP_PX = 8


class Toolbar(QWidget):
    """Takes the room it is given: it is never the reason that a pane cannot be narrow."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._actions: list[QAction | None] = []
        self._rarer: list[QAction | None] = []
        self._giving_way: list[int] = []  # places in the row, the first to go first
        self._buttons: list[QWidget] = []
        self._menu = QMenu(self)
        self._more = icon_button(icons, "more", self.tr("More"))
        self._more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setMenu(self._menu)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        self._layout.addWidget(self._more)
        self._layout.addStretch(1)
        self._more.hide()

    def set_actions(
        self,
        actions: Sequence[QAction | None],
        rarer: Sequence[QAction | None] = (),
        giving_way: Collection[QAction] = (),
    ) -> None:
        """Show a button for each; None is a gap.

        Args:
            rarer: what is always in the menu.
            giving_way: those of `actions` that go there first, where there is no room for all.
        """
        for button in self._buttons:
            self._layout.removeWidget(button)
            button.deleteLater()
        self._actions, self._rarer = list(actions), list(rarer)
        last_first = [place for place, one in enumerate(actions) if one is not None][::-1]
        self._giving_way = sorted(last_first, key=lambda place: actions[place] not in giving_way)
        self._buttons = [_button(action) if action else _gap() for action in actions]
        for place, button in enumerate(self._buttons):
            self._layout.insertWidget(place, button)
        taking_focus = [button for button in self._buttons if isinstance(button, QToolButton)]
        put_in_order([self._more, *taking_focus])
        put_in_order([*taking_focus, self._more])
        self._fit()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        more = [self._more] if self._rarer else []
        return QSize(self._width([*self._buttons, *more]), _SIDE_PX)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(_SIDE_PX, _SIDE_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show the buttons there is room for."""
        shown = self._fitting(self.width())
        for place, button in enumerate(self._buttons):
            button.setVisible(place in shown)
        hidden = [one for place, one in enumerate(self._actions) if place not in shown]
        rarer = [None, *self._rarer] if self._rarer else []
        self._menu.clear()
        for action in [*hidden, *rarer]:
            if action is not None:
                self._menu.addAction(action)
            elif self._menu.actions():
                self._menu.addSeparator()
        self._more.setVisible(not self._menu.isEmpty())

    def _fitting(self, room: int) -> set[int]:
        """Return the places of what is shown in so many px."""
        left = {place for place, action in enumerate(self._actions) if action is not None}
        shown = self._with_gaps(left)
        if not self._rarer and self._width_of(shown) <= room:
            return shown
        room -= _SIDE_PX
        for place in self._giving_way:
            if self._width_of(shown) <= room:
                break
            left.remove(place)
            shown = self._with_gaps(left)
        return shown

    def _with_gaps(self, places: set[int]) -> set[int]:
        """Add the gaps that divide buttons: with one before, and one of those right behind."""
        gaps = [place for place, action in enumerate(self._actions) if action is None]
        return places | {
            gap
            for gap, end in pairwise([*gaps, len(self._actions)])
            if any(place < gap for place in places) and any(gap < place < end for place in places)
        }

    def _width_of(self, places: set[int]) -> int:
        return self._width([self._buttons[place] for place in places])

    def _width(self, buttons: list[QWidget]) -> int:
        return sum(button.width() for button in buttons)


def _button(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setIconSize(QSize(PX, PX))
    button.setFixedSize(_SIDE_PX, _SIDE_PX)
    button.setAccessibleName(action.text().replace("&", ""))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard in the text
    return button


def _gap() -> QWidget:
    gap = QWidget()
    gap.setFixedSize(_GAP_PX, _SIDE_PX)
    return gap
