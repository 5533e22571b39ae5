"""Commands on how the text is seen while one writes."""

from PySide6.QtCore import QObject, Slot

from newsdesk.ui.editor.zoom import stepped
from newsdesk.ui.main_window import MainWindow
from newsdesk.ui.preferences_keeper import PreferencesKeeper


class FocusCommands(QObject):
    """Makes the text larger, all else quieter, the window as large as the screen."""

    def __init__(self, window: MainWindow, keeper: PreferencesKeeper) -> None:
        super().__init__(window)
        self._window = window
        self._keeper = keeper

    @Slot(int)
    def zoom(self, steps: int) -> None:
        """Show the text larger, below 0 smaller."""
        self._keeper.change(editor_zoom=stepped(self._keeper.preferences.editor_zoom, steps))

    def reset_zoom(self) -> None:
        self._keeper.change(editor_zoom=1.0)

    def toggle_focus_mode(self) -> None:
        self._keeper.change(is_focus_mode=not self._keeper.preferences.is_focus_mode)

    def toggle_full_screen(self) -> None:
        self._window.set_full_screen(not self._window.isFullScreen())
