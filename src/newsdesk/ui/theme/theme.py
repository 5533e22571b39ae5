"""The colours of the window: one table, from which palette, style sheet and icons are made."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtGui import QColor, QPalette


@dataclass(frozen=True, slots=True)
class ChipColours:
    text: str
    ground: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """One file of `resources/themes/`."""

    name: str
    is_dark: bool
    colours: Mapping[str, str]  # "text2" -> "#555E69"
    chips: Mapping[str, ChipColours] = field(default_factory=dict[str, ChipColours])
    marks: Mapping[str, ChipColours] = field(default_factory=dict[str, ChipColours])

    @classmethod
    def from_toml(cls, text: str) -> "Theme":
        """Raise `KeyError` or `ValueError` if it is no theme."""
        file = tomllib.loads(text)
        return cls(
            name=file["name"],
            is_dark=file["is_dark"],
            colours=file["colours"],
            chips={name: ChipColours(*pair) for name, pair in file["chips"].items()},
            marks={name: ChipColours(*pair) for name, pair in file["marks"].items()},
        )

    def colour(self, name: str) -> QColor:
        return QColor(self.colours[name])

    def chip(self, kind: str) -> ChipColours:
        return self.chips[kind]

    def mark(self, kind: str) -> ChipColours:
        """Return the colours of one kind of what is found in a text."""
        return self.marks[kind]

    def palette(self) -> QPalette:
        palette = QPalette()
        for role, name in _ROLES.items():
            palette.setColor(role, self.colour(name))
        for role in (
            QPalette.ColorRole.Text,
            QPalette.ColorRole.WindowText,
            QPalette.ColorRole.ButtonText,
        ):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("line2"))
        return palette


_ROLES = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "side",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.Button: "raised",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.PlaceholderText: "text3",
    QPalette.ColorRole.Link: "link",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Accent: "accent",
}
