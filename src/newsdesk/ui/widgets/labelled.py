"""A field under its label."""

import re

from PySide6.QtWidgets import QAbstractButton, QLabel, QVBoxLayout, QWidget

_MARGIN = 16
_HEADING = 38  # px, as high as one with buttons beside it


def spoken(text: str) -> str:
    """Return `text` as it is read: its mnemonic is a letter, and `&&` is one ampersand."""
    return re.sub("&(.)", r"\1", text)


def name_after(button: QAbstractButton, whose: str) -> None:
    """Let screen readers tell a button from others with the same words."""
    button.setAccessibleName(f"{spoken(button.text()).removesuffix('…')}: {whose}")


def label_for(text: str, field: QWidget) -> QLabel:
    """Return a visible label of `field`, which screen readers name the same."""
    label = QLabel(text)
    label.setProperty("role", "label")
    label.setBuddy(field)
    field.setAccessibleName(spoken(text))
    return label


def add_labelled(layout: QVBoxLayout, text: str, field: QWidget) -> QLabel:
    """Add `field` under its label to a column, and return the label."""
    label = label_for(text, field)
    layout.addWidget(label)
    layout.addWidget(field)
    layout.addSpacing(4)
    return label


def pane_heading(text: str) -> QLabel:
    """Return the title of one of several panes side by side."""
    label = QLabel(text)
    label.setProperty("role", "heading")
    label.setContentsMargins(_MARGIN, 6, _MARGIN, 0)
    label.setMinimumHeight(_HEADING)
    return label


def caption(text: str = "", parent: QWidget | None = None) -> QLabel:
    """Return a quiet line of text that may wrap."""
    label = QLabel(text, parent)
    label.setProperty("role", "caption")
    label.setWordWrap(True)
    return label
