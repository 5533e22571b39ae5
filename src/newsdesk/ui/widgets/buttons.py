"""Buttons in the few forms the window has; the style sheet knows them by `kind`."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from newsdesk.ui.theme.icons import PX, Icons

_SIDE = 32


def primary_button(text: str, parent: QWidget | None = None) -> QPushButton:
    """Return the one button of a place that does what the place is for."""
    return _button(text, "primary", parent)


def secondary_button(text: str, parent: QWidget | None = None) -> QPushButton:
    return _button(text, "secondary", parent)


def link_button(text: str, parent: QWidget | None = None) -> QPushButton:
    """Return a button that looks like a link: for what is done rarely."""
    return _button(text, "link", parent)


def set_primary(button: QPushButton, *, is_primary: bool) -> None:
    """Make a button the primary or a secondary one, where that depends on what is shown."""
    button.setProperty("kind", "primary" if is_primary else "secondary")
    button.style().unpolish(button)  # the style sheet has another look for either
    button.style().polish(button)


def _button(text: str, kind: str, parent: QWidget | None) -> QPushButton:
    button = QPushButton(text, parent)
    button.setProperty("kind", kind)
    return button


def action_button(action: QAction, parent: QWidget | None = None) -> QToolButton:
    """Return a square button that does, shows and allows what an action does."""
    button = QToolButton(parent)
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    button.setIconSize(QSize(PX, PX))
    button.setFixedSize(_SIDE, _SIDE)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setAccessibleName(action.iconText())
    return button


def icon_button(
    icons: Icons, name: str, text: str, *, px: int = PX, parent: QWidget | None = None
) -> QToolButton:
    """Return a square button with an icon; `text` is its tool tip and accessible name."""
    button = QToolButton(parent)
    button.setIconSize(QSize(px, px))
    button.setFixedSize(_SIDE, _SIDE)
    button.setToolTip(text)
    button.setAccessibleName(text)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    icons.bind(button, lambda: button.setIcon(icons.icon(name, px=px)))
    return button
