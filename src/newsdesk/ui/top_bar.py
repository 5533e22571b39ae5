"""The bar at the top: what is done to releases at the left, how they are seen at the right."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QWidget

from newsdesk.services.preferences import View
from newsdesk.ui.actions.registry import ActionRegistry
from newsdesk.ui.theme.icons import PX, Icons
from newsdesk.ui.widgets.buttons import action_button, icon_button
from newsdesk.ui.widgets.segmented import SegmentedControl

HEIGHT = 52
_BRAND_PX = 22
_NO_LIMIT = 16_777_215  # Qt's own
_ICON_ONLY_PX = 36
_AIR_PX = 24  # left and right of the view switch, at least


class TopBar(QWidget):
    """Buttons of the actions most used; the menu at the end holds all of them.

    Signals:
        view_edited(View): the user chose another view.
    """

    view_edited = Signal(object)

    def __init__(
        self, actions: ActionRegistry, icons: Icons, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("top_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(HEIGHT)
        self._actions = actions
        self._icons = icons
        self._brand = QLabel(self.tr("newsdesk"))
        self._brand.setProperty("role", "brand")
        self._views = SegmentedControl(
            self.tr("View"),
            (
                (View.WRITE.value, self.tr("Write")),
                (View.SPLIT.value, self.tr("Split")),
                (View.PREVIEW.value, self.tr("Preview")),
            ),
        )
        self._views.choice_edited.connect(self._on_view_edited)
        new = self._push("release.new", self.tr("New release"), is_primary=True)
        import_ = self._push("release.import", self.tr("Import"))
        publish = self._push("release.publish", self.tr("Publish"))
        export = self._push("release.export", self.tr("Export"))
        self._losing_words = ((), (import_, publish, export), (import_, publish, export, new))
        self._words = {button: button.text() for button in self._losing_words[-1]}
        self._needed: list[int] = []  # px of width, for each of `_losing_words`
        self._row = layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 0, 12, 0)
        layout.setSpacing(8)
        layout.addWidget(self._logo())
        layout.addWidget(self._brand)
        layout.addSpacing(18)
        layout.addWidget(new)
        layout.addWidget(import_)
        layout.addStretch(1)
        layout.addWidget(self._views)
        layout.addStretch(1)
        layout.addWidget(self._tool("edit.undo"))
        layout.addWidget(self._tool("edit.redo"))
        layout.addWidget(self._tool("release.history"))
        layout.addWidget(publish)
        layout.addWidget(export)
        layout.addWidget(self._tool("view.theme"))
        layout.addWidget(self._tool("view.library"))
        layout.addWidget(self._tool("view.inspector"))
        layout.addWidget(self._menu_button())
        icons.icons_changed.connect(self._on_drawn_anew)

    def set_view(self, view: View) -> None:
        self._views.set_choice(view.value)

    def set_width(self, width: int) -> None:
        """Leave words out where `width` is too small for them; tool tips and names stay."""
        if not self._needed:
            self._needed = [self._px_with(step) for step in range(len(self._losing_words))]
        fitting = [step for step, px in enumerate(self._needed) if px <= width]
        self._leave_out(fitting[0] if fitting else len(self._losing_words) - 1)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Look again: while it was hidden its own width said nothing."""
        super().resizeEvent(event)
        self.set_width(event.size().width())

    @Slot()
    def _on_drawn_anew(self) -> None:
        """Measure again: with the theme the size of the texts may be another one."""
        if self._needed:
            self._needed = []
            self.set_width(self.width())

    def _leave_out(self, step: int) -> None:
        """Show no words on the buttons that lose them at this step, all of them at step 0."""
        for button, words in self._words.items():
            is_wordy = button not in self._losing_words[step]
            button.setText(words if is_wordy else "")
            button.setMinimumWidth(0 if is_wordy else _ICON_ONLY_PX)
            button.setMaximumWidth(_NO_LIMIT if is_wordy else _ICON_ONLY_PX)
        self._brand.setVisible(step == 0)

    def _px_with(self, step: int) -> int:
        self._leave_out(step)
        return self._row.minimumSize().width() + 2 * _AIR_PX

    @Slot(str)
    def _on_view_edited(self, id_: str) -> None:
        self.view_edited.emit(View(id_))

    def _logo(self) -> QLabel:
        logo = QLabel()
        self._icons.bind(logo, lambda: logo.setPixmap(self._icons.pixmap("app", "link", _BRAND_PX)))
        return logo

    def _push(self, id_: str, text: str, *, is_primary: bool = False) -> QPushButton:
        """Return a button of an action, in its own words."""
        button = _ActionButton(self._actions.action(id_), text)
        button.setProperty("kind", "primary" if is_primary else "secondary")
        button.setIconSize(QSize(16, 16) if is_primary else QSize(PX, PX))
        colour = "on_accent" if is_primary else "text2"
        name = id_.removeprefix("release.")
        self._icons.bind(button, lambda: button.setIcon(self._icons.icon(name, colour)))
        return button

    def _tool(self, id_: str) -> QToolButton:
        return action_button(self._actions.action(id_))

    def _menu_button(self) -> QToolButton:
        button = icon_button(self._icons, "menu", self.tr("Menu"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setShortcut("F10")
        menu = QMenu(button)
        for part in self._actions.menus(menu):
            menu.addMenu(part)
        button.setMenu(menu)
        return button


class _ActionButton(QPushButton):
    """Does, and is allowed, what its action is."""

    def __init__(self, action: QAction, text: str) -> None:
        super().__init__(f" {text}")
        self.setAccessibleName(text)
        self._action = action
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        self.setEnabled(self._action.isEnabled())
        self.setToolTip(self._action.toolTip())
