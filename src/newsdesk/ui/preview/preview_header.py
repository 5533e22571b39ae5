"""The head of the preview: what is shown, and the switch between its modes."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QToolButton, QWidget

from newsdesk.services.preferences import PreviewMode
from newsdesk.ui.theme.icons import Icons
from newsdesk.ui.widgets.buttons import icon_button
from newsdesk.ui.widgets.elided_label import ElidedLabel

_HEIGHT_PX = 44


class PreviewHeader(QWidget):
    """Exactly one mode is chosen; a mode that is not offered has no button.

    Signals:
        mode_edited(PreviewMode): the user chose another mode.
    """

    mode_edited = Signal(object)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane_header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(_HEIGHT_PX)
        self._language = ""
        self._names: Mapping[PreviewMode, tuple[str, str]] = {  # of what is shown, of its button
            PreviewMode.DESKTOP: (self.tr("Web"), self.tr("As wide as the pane")),
            PreviewMode.PHONE: (self.tr("Web"), self.tr("As wide as a phone")),
            PreviewMode.PRINT: (self.tr("Pages"), self.tr("Printed pages")),
            PreviewMode.TEXT: (self.tr("Plain text"), self.tr("Plain text, as e-mail has it")),
        }
        title = ElidedLabel(self.tr("Preview"))
        title.setProperty("role", "heading")
        self._format = ElidedLabel()
        self._format.setProperty("role", "caption")
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._on_clicked)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(16, 0, 8, 0)
        self._layout.setSpacing(4)
        self._layout.addWidget(title)
        self._layout.addWidget(self._format, 1)
        self._buttons: dict[PreviewMode, QToolButton] = {}
        for mode in PreviewMode:
            self._buttons[mode] = button = self._made(mode, icons)
            self._group.addButton(button)
            self._layout.addWidget(button)
        self.offer(PreviewMode.DESKTOP)
        self.offer(PreviewMode.PHONE)
        self.set_mode(PreviewMode.DESKTOP)

    @property
    def mode(self) -> PreviewMode:
        return next(mode for mode, button in self._buttons.items() if button.isChecked())

    def offer(self, mode: PreviewMode) -> None:
        """Give a mode its button."""
        self._buttons[mode].show()

    def set_mode(self, mode: PreviewMode) -> None:
        self._buttons[mode].setChecked(True)
        self._show_format()

    def set_language(self, language: str) -> None:
        """Say which language the release is in, by its name; empty: none."""
        self._language = language
        self._show_format()

    def _show_format(self) -> None:
        shown, _ = self._names[self.mode]
        self._format.setText(f"{shown} · {self._language}" if self._language else shown)

    def _on_clicked(self, _button: QAbstractButton) -> None:
        self._show_format()
        self.mode_edited.emit(self.mode)

    def _made(self, mode: PreviewMode, icons: Icons) -> QToolButton:
        name = _ICONS[mode]
        button = icon_button(icons, name, self._names[mode][1])
        button.setCheckable(True)
        button.hide()

        def show() -> None:
            button.setIcon(icons.icon(name, "link" if button.isChecked() else "text2"))

        icons.bind(button, show)
        button.toggled.connect(show)
        return button


_ICONS: Mapping[PreviewMode, str] = {
    PreviewMode.DESKTOP: "desktop",
    PreviewMode.PHONE: "phone",
    PreviewMode.PRINT: "print",
    PreviewMode.TEXT: "plain_text",
}
