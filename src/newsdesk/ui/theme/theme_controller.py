"""Which theme is shown, and drawing the whole window with it."""

import re
from collections.abc import Mapping

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication

from newsdesk.services.preferences import ThemeChoice
from newsdesk.ui.theme.fonts import UI_PX, ui_font
from newsdesk.ui.theme.theme import Theme

_PLACE = re.compile(r"@(\w+)@")
_PIXELS = re.compile(r"font-size:\s*(\d+)px")


class ThemeController(QObject):
    """Light, dark, or as the system has it.

    Signals:
        theme_changed(Theme): everything that paints itself must do so again.
    """

    theme_changed = Signal(object)

    def __init__(
        self,
        *,
        themes: Mapping[str, str],
        window_qss: str,
        icon_folder: str,
        application: QApplication,
        parent: QObject | None = None,
    ) -> None:
        """`themes` are the TOML texts by name; `window_qss` has the names of colours as @name@."""
        super().__init__(parent)
        self._application = application
        self._texts = themes
        self._qss = window_qss
        self._icon_folder = icon_folder.replace("\\", "/")
        self._made: dict[str, Theme] = {}
        self._choice = ThemeChoice.SYSTEM
        self._text_scale = 1.0
        self._theme = self._wanted()
        application.styleHints().colorSchemeChanged.connect(self._on_system_changed)

    @property
    def theme(self) -> Theme:
        return self._theme

    @property
    def choice(self) -> ThemeChoice:
        return self._choice

    @property
    def text_scale(self) -> float:
        return self._text_scale

    def named(self, name: str) -> Theme:
        """Return the theme "light" or "dark", whichever of them is shown."""
        if name not in self._made:
            self._made[name] = Theme.from_toml(self._texts[name])
        return self._made[name]

    def choose(self, choice: ThemeChoice, *, text_scale: float = 1.0) -> None:
        """Draw everything in this theme, its texts larger or smaller by `text_scale`."""
        self._choice = choice
        self._text_scale = text_scale
        scheme = {
            ThemeChoice.LIGHT: Qt.ColorScheme.Light,
            ThemeChoice.DARK: Qt.ColorScheme.Dark,
        }.get(choice, Qt.ColorScheme.Unknown)
        self._application.styleHints().setColorScheme(scheme)
        self._draw()

    def _draw(self) -> None:
        self._theme = self._wanted()
        self._application.setPalette(self._theme.palette())
        self._application.setFont(ui_font(round(UI_PX * self._text_scale)))
        sheet = self._style_sheet()
        if sheet != self._application.styleSheet():  # it costs the same if nothing is new in it
            self._application.setStyleSheet(sheet)
        self.theme_changed.emit(self._theme)

    def _wanted(self) -> Theme:
        return self.named(theme_name(self._choice, self._application))

    def _style_sheet(self) -> str:
        values = {
            **self._theme.colours,
            "icons": self._icon_folder,
            "theme": self._theme.name,
        }
        qss = _PLACE.sub(lambda found: values[found[1]], self._qss)
        if self._text_scale == 1.0:
            return qss
        return _PIXELS.sub(
            lambda found: f"font-size: {round(int(found[1]) * self._text_scale)}px", qss
        )

    @Slot(Qt.ColorScheme)
    def _on_system_changed(self, _scheme: Qt.ColorScheme) -> None:
        if self._wanted() is not self._theme:
            self._draw()


def theme_name(choice: ThemeChoice, application: QApplication) -> str:
    """Return which of the two themes a choice means on this system now."""
    scheme = application.styleHints().colorScheme()
    is_dark = choice is ThemeChoice.DARK or (
        choice is ThemeChoice.SYSTEM and scheme is Qt.ColorScheme.Dark
    )
    return "dark" if is_dark else "light"
