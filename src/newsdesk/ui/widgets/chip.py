"""A status in words, on its colour."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from newsdesk.ui.theme.fonts import ui_font
from newsdesk.ui.theme.theme_controller import ThemeController

_PADDING = 9
_SMALL = 20  # up to this height the letters are a size smaller


class Chip(QLabel):
    """Text and colour together: colour alone says nothing."""

    def __init__(
        self, themes: ThemeController, *, height: int = 22, parent: QWidget | None = None
    ) -> None:
        """`height` is in logical px; it grows with the texts."""
        super().__init__(parent)
        self._themes = themes
        self._kind = "draft"
        self._height = height
        self._font = QFont()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        themes.theme_changed.connect(self._fit)
        self._fit()

    def set_state(self, text: str, kind: str) -> None:
        """Show `text` in the colours that the theme has for `kind`."""
        self._kind = kind
        self.setText(text)
        self.update()

    @Slot()
    def _fit(self) -> None:
        """Be as large as the texts are now."""
        px = 11 if self._height <= _SMALL else 12
        self._font = ui_font(round(px * self._themes.text_scale), QFont.Weight.DemiBold)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        width = QFontMetrics(self._font).horizontalAdvance(self.text()) + 2 * _PADDING
        return QSize(width, round(self._height * self._themes.text_scale))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        colours = self._themes.theme.chip(self._kind)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.ground)
        radius = self.height() / 2
        painter.drawRoundedRect(self.rect(), radius, radius)
        painter.setPen(colours.text)
        painter.setFont(self._font)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
