"""Commands on the window itself: what is shown, where the focus is, the settings."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from newsdesk.services.preferences import ThemeChoice, View
from newsdesk.ui.editor.formats import TextFormat
from newsdesk.ui.main_window import MainWindow
from newsdesk.ui.preferences_keeper import PreferencesKeeper
from newsdesk.ui.theme.theme_controller import ThemeController

if TYPE_CHECKING:
    from newsdesk.ui.dialogs.settings_dialog import SettingsDialog


class LayoutCommands(QObject):
    """Changes the window and remembers it in the preferences."""

    def __init__(
        self,
        window: MainWindow,
        keeper: PreferencesKeeper,
        themes: ThemeController,
        make_settings: "Callable[[], SettingsDialog]",
    ) -> None:
        super().__init__(window)
        self._window = window
        self._keeper = keeper
        self._themes = themes
        self._make_settings = make_settings

    def undo(self) -> None:
        self._window.editor.undo()

    def redo(self) -> None:
        self._window.editor.redo()

    def format_text(self, text_format: TextFormat) -> None:
        self._window.editor.format_text(text_format)

    def find_release(self) -> None:
        if self._window.library.isHidden():
            self.toggle_library()
        self._window.library.focus_search()

    def choose_view(self, view: View) -> None:
        self._keeper.change(view=view)

    def toggle_library(self) -> None:
        self._keeper.change(is_library_shown=not self._keeper.preferences.is_library_shown)

    def toggle_inspector(self) -> None:
        self._keeper.change(is_inspector_shown=not self._keeper.preferences.is_inspector_shown)

    def toggle_theme(self) -> None:
        is_dark = self._themes.theme.is_dark
        self._keeper.change(theme=ThemeChoice.LIGHT if is_dark else ThemeChoice.DARK)

    def focus_next_pane(self) -> None:
        """Go round: list, editor, inspector, top bar."""
        window = self._window
        panes: list[QWidget] = [window.library, window.editor, window.inspector, window.top_bar]
        shown = [pane for pane in panes if pane.isVisible()]
        focus = QApplication.focusWidget()
        at = next((n for n, pane in enumerate(shown) if _holds(pane, focus)), -1)
        following = shown[(at + 1) % len(shown)]
        if following is window.library:
            window.library.focus_list()
        elif following is window.editor:
            window.editor.focus_field("body")
        elif (first := _first_field(following)) is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def open_settings(self) -> None:
        self._make_settings().open()

    def quit(self) -> None:
        self._window.close()


def _holds(pane: QWidget, focus: QWidget | None) -> bool:
    return focus is not None and (pane is focus or pane.isAncestorOf(focus))


def _first_field(pane: QWidget) -> QWidget | None:
    """Return what the Tab key comes to first in a pane."""
    widget = pane.nextInFocusChain()
    while widget is not None and widget is not pane:
        takes_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if takes_tab and widget.isVisible() and widget.isEnabled() and pane.isAncestorOf(widget):
            return widget
        widget = widget.nextInFocusChain()
    return None
