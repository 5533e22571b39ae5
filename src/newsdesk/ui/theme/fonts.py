"""The typefaces of the window, brought along so that it looks the same everywhere."""

from collections.abc import Iterable

from PySide6.QtGui import QFont, QFontDatabase

UI_FAMILIES = ("Inter", "Segoe UI", "Noto Sans", "Noto Sans Arabic", "Noto Sans CJK SC")
MONO_FAMILIES = (
    "JetBrains Mono", "Cascadia Mono", "SF Mono", "DejaVu Sans Mono",
    "Noto Sans Arabic", "Noto Sans CJK SC",
)  # fmt: skip
UI_PX = 13


def load(paths: Iterable[str]) -> None:
    """Make the shipped typefaces known to Qt; one that is missing is done without."""
    for path in paths:
        QFontDatabase.addApplicationFont(path)


def ui_font(px: int = UI_PX, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    font = QFont()
    font.setFamilies(UI_FAMILIES)
    font.setPixelSize(px)
    font.setWeight(weight)
    return font


def mono_font(px: int, family: str = "") -> QFont:
    """Return the editor's typeface; `family` is a person's own choice, empty for ours."""
    font = QFont()
    font.setFamilies([family, *MONO_FAMILIES] if family else MONO_FAMILIES)
    font.setPixelSize(px)
    font.setStyleHint(QFont.StyleHint.Monospace)
    return font
